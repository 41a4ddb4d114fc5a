/** Operations whose types are written by hand (`care.ts`, `chains.ts`): the same client, paths as plain text. */
import { API, client, set, take, type Query } from "./request";

type Answer = Promise<{ data?: unknown; error?: unknown; response: Response }>;
type Untyped = Record<"GET" | "POST" | "PATCH" | "DELETE", (path: string, init?: object) => Answer>;
const untyped = client as unknown as Untyped;

/** What was answered, as the caller knows it to be. */
export const open = {
  get: <T>(path: string, query: Query = {}) => take(untyped.GET(API + path, { params: { query: set(query) } })) as Promise<T>,
  post: <T>(path: string, body: object = {}) => take(untyped.POST(API + path, { body })) as Promise<T>,
  patch: <T>(path: string, body: object) => take(untyped.PATCH(API + path, { body })) as Promise<T>,
  remove: (path: string) => take(untyped.DELETE(API + path)) as Promise<unknown>,
};
