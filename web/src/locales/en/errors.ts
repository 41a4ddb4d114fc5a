/** One sentence for every error code of the server (docs/api/error-codes.json) and of the client. */
import type { errors as zh } from "../zh/errors";
import type { Words } from "../shape";

export const errors: Words<typeof zh> = {
  "client.unknown": "That did not work ({code}). Please give the request number to the administrator.",
  "client.offline": "The server cannot be reached. Check the network and try again.",
  "client.unknown_indicator": "There is no indicator {code}.",
  "client.unreadable": "The server's answer could not be read. Please try again.",
};
