/** One way to call the server: the generated types over fetch; same origin, refusals thrown as Problem. */
import createClient from "openapi-fetch";
import type { Full } from "./contract";
import { fromAnswer, toProblem } from "./problem";
import type { paths } from "./schema";

/** The base of the API. */
export const API = "/api/v1";

/** The typed client; a network that fails is a Problem like every other. */
export const client = createClient<paths>({
  credentials: "same-origin",
  headers: { accept: "application/json" },
  fetch: async (request) => {
    try {
      return await fetch(request);
    } catch (thrown) {
      throw toProblem(thrown);
    }
  },
});

type QueryValue = string | number | boolean | null | undefined;
/** Query parameters; what is not set is left out. */
export type Query = Record<string, QueryValue>;

/** The parameters that are set. */
export function set<Q extends object>(query: Q): { [K in keyof Q]: Exclude<Q[K], null> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "")) as { [K in keyof Q]: Exclude<Q[K], null> };
}

/** The answer, or the server's refusal thrown. An error that is no problem document keeps its status. */
export async function take<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Full<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw fromAnswer(response.status, typeof error === "object" ? error : null, response.headers.get("x-request-id"));
  return data as Full<T>;
}

/** The address of a file to download. */
export function apiUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams(Object.entries(set(query)).map(([key, value]) => [key, String(value)]));
  const text = search.toString();
  return API + path + (text ? `?${text}` : "");
}
