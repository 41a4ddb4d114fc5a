/** Why the last closed month cannot be reopened, asked before anybody has to type a reason. */
import { useQuery } from "@tanstack/react-query";
import { dispatch, ledger, work } from "@/api/calls";
import type { MonthRow } from "@/api/contract";
import { useIndicators } from "@/api/queries";
import { useLocale } from "@/locales";
import { problemText } from "@/locales/problem";

/**
 * The sentence, or null where nothing is known against it: plans and opening totals leave no trace that a
 * list shows, so the server may still refuse.
 */
export function useReopenBar(rows: readonly MonthRow[] | undefined): string | null {
  const { locale } = useLocale();
  const { items: indicators } = useIndicators();
  const next = rows?.find((row) => row.state === "open")?.month ?? "";
  const month = rows?.find((row) => row.state === "closed")?.month ?? "";
  const enabled = next !== "" && month !== "";
  const funds = useQuery({ queryKey: ["funds", "of-month", next], queryFn: () => work.funds({ month: next, limit: 1 }), enabled });
  const figures = useQuery({ queryKey: ["figures", "of-month", next], queryFn: () => ledger.figures({ month: next, from: next }), enabled });
  const issued = useQuery({ queryKey: ["bulletins", "sealing"], queryFn: () => dispatch.list({ limit: 200 }), enabled });
  const flows = new Set(indicators?.filter((each) => each.sort === "flow").map((each) => each.code));
  const posted = figures.data?.figures.some((each) => flows.has(each.indicator) && each.facts > 0) ?? false;
  if ((funds.data?.total ?? 0) > 0 || posted) return problemText("ledger.next_month_holds_facts", { month, next }, locale);
  return issued.data?.items.some((each) => each.month === month) ? problemText("ledger.month_sealed", { month }, locale) : null;
}
