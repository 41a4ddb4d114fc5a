/**
 * Filters that live in the URL. A page names its keys once; what is empty is left out of the address, a
 * change of filter forgets the page's position, and foreign keys (month, door) stay as they are.
 */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** The values of a page's filters; "" where none is set. */
export type Filters<K extends string> = Record<K, string>;

/** The filters in a search. */
export function readFilters<K extends string>(search: URLSearchParams, keys: readonly K[]): Filters<K> {
  return Object.fromEntries(keys.map((key) => [key, search.get(key) ?? ""])) as Filters<K>;
}

/** The search after a change of some filters. */
export function writeFilters<K extends string>(search: URLSearchParams, changes: Partial<Filters<K>>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries<string | undefined>(changes)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  // A position inside the old result means nothing in the new one.
  next.delete("after");
  return next;
}

/** Filters as a query for the API: only what is set. */
export function toQuery<K extends string>(filters: Filters<K>): Partial<Filters<K>> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== "")) as Partial<Filters<K>>;
}

/** The page's filters and how to change them; typing replaces the history entry, it does not add one. */
export function useFilters<K extends string>(keys: readonly K[]) {
  const [search, setSearch] = useSearchParams();
  const signature = keys.join();
  const filters = useMemo(
    () => readFilters(search, signature.split(",") as K[]),
    [search, signature],
  );
  const set = useCallback(
    (changes: Partial<Filters<K>>) => setSearch((now) => writeFilters(now, changes), { replace: true }),
    [setSearch],
  );
  const clear = useCallback(
    () => set(Object.fromEntries(signature.split(",").map((key) => [key, ""])) as Partial<Filters<K>>),
    [set, signature],
  );
  const active = Object.values<string>(filters).filter(Boolean).length;
  return { filters, set, clear, active };
}
