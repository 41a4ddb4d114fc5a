/** A series of months with last year beside it, and the part of it that a curve shows. */
import type { SeriesPoint } from "@/api/contract";
import { shiftMonth, yearOf } from "@/lib/month";

/** A month with the same month of last year. */
export interface Paired extends SeriesPoint { last_year: SeriesPoint["cumulative"] | null }

/** The newest `count` months, each paired with its cumulative value twelve months before, where known. */
export function pairYears(points: readonly SeriesPoint[], count: number): Paired[] {
  const held = new Map(points.map((point) => [point.month, point.cumulative]));
  return points.slice(-count).map((point) => ({ ...point, last_year: held.get(shiftMonth(point.month, -12)) ?? null }));
}

/** What a curve shows: a stock all its months; a cumulative value only this year's, which begin at nothing. */
export function drawn(points: readonly Paired[], stock: boolean): Paired[] {
  const last = points.at(-1);
  if (stock || !last) return [...points];
  return points.filter((point) => yearOf(point.month) === yearOf(last.month));
}
