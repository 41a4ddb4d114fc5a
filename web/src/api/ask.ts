/** The parts of a typed call: what goes into its path, and its query as a page holds it. */
import { set } from "./request";
import type { operations } from "./schema";

type QueryOf<O extends keyof operations> = NonNullable<operations[O]["parameters"]["query"]>;

/** A query as a page holds it: strings from the address, which the server checks. */
export type Loose<O extends keyof operations> = { [K in keyof QueryOf<O>]?: string | number | boolean | null };

/** The path's parameters. */
export const at = <P extends object>(path: P) => ({ params: { path } });

/** The query's parameters that are set. */
export const by = <O extends keyof operations>(query: Loose<O>) => ({ params: { query: set(query) as unknown as QueryOf<O> } });
