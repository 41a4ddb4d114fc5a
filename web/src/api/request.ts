/** One way to call the server: same origin, session cookie, JSON in and out, refusals thrown as Problem. */
import { fromAnswer, toProblem } from "./problem";

/** The base of the API. */
export const API = "/api/v1";

type QueryValue = string | number | boolean | null | undefined;
/** Query parameters; what is not set is left out. */
export type Query = Record<string, QueryValue>;

/** The address of a call, also used for downloads. */
export function apiUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") search.set(key, String(value));
  }
  const text = search.toString();
  return API + path + (text ? `?${text}` : "");
}

/** Calls the server and returns its answer. */
export async function request<T>(method: string, path: string, options: { query?: Query; body?: unknown } = {}): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json" };
  let body: BodyInit | undefined;
  if (options.body instanceof Blob) {
    body = options.body;
    headers["content-type"] = "application/octet-stream";
  } else if (options.body !== undefined) {
    body = JSON.stringify(options.body);
    headers["content-type"] = "application/json";
  }
  let answer: Response;
  try {
    answer = await fetch(apiUrl(path, options.query), { method, headers, body, credentials: "same-origin" });
  } catch (thrown) {
    throw toProblem(thrown);
  }
  const text = await answer.text();
  let parsed: unknown = null;
  try {
    parsed = text === "" ? null : JSON.parse(text);
  } catch {
    if (answer.ok) throw fromAnswer(answer.status, { code: "client.unreadable" }, answer.headers.get("x-request-id"));
  }
  if (!answer.ok) throw fromAnswer(answer.status, parsed, answer.headers.get("x-request-id"));
  return parsed as T;
}
