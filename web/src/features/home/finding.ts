/** The trend's finding: what the curve says, found by exact arithmetic, to be the chart's title. */
import type { TrendPoint } from "@/api/contract";
import { compare, subtract } from "@/lib/decimal";

/** What to say about the year so far. */
export type Finding =
  | { kind: "caught"; caught: string; month: string; lead: string }
  | { kind: "ahead"; month: string; lead: string }
  | { kind: "behind"; month: string; lag: string }
  | { kind: "even"; month: string }
  | { kind: "no_plan"; month: string; value: string };

/** The finding of the points up to now; null without points. Money stays a decimal string in yuan. */
export function findTrend(points: readonly TrendPoint[]): Finding | null {
  const last = points.at(-1);
  if (!last) return null;
  const { month } = last;
  if (last.schedule === null) return { kind: "no_plan", month, value: last.value };
  const reached = points.map((point) => compare(point.value, point.schedule ?? "0"));
  const now = reached.at(-1) ?? 0;
  if (now < 0) return { kind: "behind", month, lag: subtract(last.schedule, last.value) };
  const lastBehind = reached.lastIndexOf(-1);
  if (now === 0 && lastBehind === -1) return { kind: "even", month };
  const lead = subtract(last.value, last.schedule);
  const caught = points[lastBehind + 1];
  return lastBehind === -1 || !caught ? { kind: "ahead", month, lead } : { kind: "caught", caught: caught.month, month, lead };
}
