/** What several pages read, with one cache key each. A slice's own queries stand in the slice. */
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { ledger, months, orgs, session } from "./calls";
import type { Indicator, List } from "./contract";
import type { Problem } from "./problem";

/** The first words of cache keys, so that a change can forget what it touched. */
export const keys = {
  session: ["session"],
  months: ["months"],
  units: ["units"],
  indicators: ["indicators"],
} as const;

/** Who is signed in; fails with status 401 where nobody is. */
export function useSession() {
  return useQuery({ queryKey: keys.session, queryFn: session.get, staleTime: 60_000, retry: false });
}

/** True if the signed-in account may do this; the server decides again on every call. */
export function usePermission(permission: string): boolean {
  const { data } = useSession();
  return data?.permissions.includes(permission) ?? false;
}

/** All months, newest first. */
export function useMonths(enabled = true) {
  // An administrator has no business data; asking would only be refused.
  const may = usePermission("figures.read");
  return useQuery({ queryKey: keys.months, queryFn: months.list, staleTime: 30_000, enabled: enabled && may });
}

/** The reporting units. */
export function useUnits(enabled = true) {
  return useQuery({ queryKey: keys.units, queryFn: orgs.units, staleTime: 300_000, enabled });
}

/** The indicators and a way to find one by its code. */
export function useIndicators() {
  const query = useQuery({ queryKey: keys.indicators, queryFn: ledger.indicators, staleTime: 300_000 });
  // The server lists every version, oldest first: the last of each code is the one in force.
  const by_code = useMemo(
    () => new Map<string, Indicator>(query.data?.items.map((indicator) => [indicator.code, indicator])),
    [query.data],
  );
  const items = useMemo(() => (query.data ? [...by_code.values()] : undefined), [query.data, by_code]);
  return { ...query, by_code, items };
}

/** Whether the list is read at all, and how soon it is read again (in ms; false: not by itself). */
interface PagesOptions<T> { enabled?: boolean; every?: (items: readonly T[]) => number | false }

/** A list read page by page; all pages so far stand in one array. */
export function usePages<T>(key: readonly unknown[], read: (after: string | null) => Promise<List<T>>, { enabled = true, every }: PagesOptions<T> = {}) {
  const query = useInfiniteQuery<List<T>, Problem, { pages: List<T>[] }, readonly unknown[], string | null>({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: every && (({ state }) => every(state.data?.pages.flatMap((page) => page.items) ?? [])),
  });
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items), [pages]);
  return {
    items,
    first: pages?.[0],
    error: query.error,
    isFetching: query.isFetching,
    hasNext: query.hasNextPage,
    next: () => void query.fetchNextPage(),
    refetch: () => void query.refetch(),
  };
}

/** Forgets everything that figures may depend on: after a fact was recorded, nothing shown is certain. */
export function useForgetFigures() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "indicators" });
}
