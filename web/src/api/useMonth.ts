/**
 * The month that the page shows. It lives in the address (`?month=`); without one it is the newest closed
 * month, whose figures are official, or the open month while none is closed yet.
 */
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useSearchParams } from "react-router";
import { isMonth } from "@/lib/month";
import { ledger } from "./calls";
import type { MonthRow } from "./contract";
import { useMonths } from "./queries";

/** The month shown where the address names none. */
export function defaultMonth(rows: readonly MonthRow[]): string | null {
  return (rows.find((row) => row.state === "closed") ?? rows[0])?.month ?? null;
}

/** The month of the page, its row, and how to go to another. */
export function useMonth() {
  const [search, setSearch] = useSearchParams();
  const { data, isPending } = useMonths();
  const rows = data?.items ?? [];
  const asked = search.get("month");
  const month = isMonth(asked) ? asked : defaultMonth(rows);
  const setMonth = useCallback(
    (next: string) =>
      setSearch((now) => {
        const changed = new URLSearchParams(now);
        changed.set("month", next);
        // An open door shows a figure of the old month: it would contradict the page.
        changed.delete("door");
        changed.delete("fact");
        return changed;
      }),
    [setSearch],
  );
  return {
    month,
    row: rows.find((row) => row.month === month) ?? null,
    open_month: rows.find((row) => row.state === "open")?.month ?? null,
    rows,
    isPending,
    setMonth,
  };
}

/** The board of a month: cards, league table, trend, and the time of the data. */
export function useBoard(month: string | null) {
  return useQuery({
    queryKey: ["board", month],
    queryFn: () => ledger.board(month ?? ""),
    enabled: month !== null,
    staleTime: 30_000,
  });
}
