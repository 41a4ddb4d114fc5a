/** What a list of entries and the totals from before the books make together: the printed figure. */
import type { LineageList, OpeningTotal } from "@/api/contract";
import { add, compare, isDecimal } from "@/lib/decimal";

/** The totals of one list: a ratio has two. */
export function totalsOf(totals: readonly OpeningTotal[], indicator: string): OpeningTotal[] {
  return totals.filter((total) => total.indicator === indicator);
}

/** True where the total is taken off: the window begins after the month that it runs to. */
export function isTakenOff(total: OpeningTotal): boolean {
  return String(total.value).startsWith("-");
}

/** The sum of the entries and the totals, in yuan or in things. */
export function sumOf(list: LineageList | undefined, totals: readonly OpeningTotal[], money: boolean): string {
  const entries = money ? (list?.amount ?? "0") : String(list?.count ?? 0);
  return totals.map((total) => String(total.value)).reduce(add, entries);
}

/** Whether the sum is not what is printed; a figure without a value contradicts nothing. */
export function differs(list: LineageList | undefined, sum: string): boolean {
  const value = list?.value;
  if (value === null || value === undefined) return false;
  return isDecimal(sum) && isDecimal(String(value)) && compare(sum, String(value)) !== 0;
}
