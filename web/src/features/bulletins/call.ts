/** Figure calls as a template writes them: `{{ fig("funds_arrived", "yoy", unit="370303") }}`. */
import type { Indicator } from "@/api/contract";

/** What `fig` may ask of an indicator, in the order in which it is offered. */
export const MEASURES = ["value", "over", "near", "yoy", "last_year", "plan", "completion", "light", "rank", "numerator", "denominator"] as const;
/** One of them. */
export type CallMeasure = (typeof MEASURES)[number];

/** The measures that the indicator has an answer to; a rank only units have. */
export function measuresOf({ unit, sort, planned }: Pick<Indicator, "unit" | "sort" | "planned">, city: boolean): CallMeasure[] {
  if (unit === "boolean") return ["value"];
  const has: Partial<Record<CallMeasure, boolean>> = { over: unit === "count", near: unit === "count", plan: planned, completion: planned, light: planned, rank: !city, numerator: sort === "ratio", denominator: sort === "ratio" };
  return MEASURES.filter((measure) => has[measure] ?? true);
}

/** The call; the city needs no unit, the plain value no measure. */
export function writeCall(code: string, measure: CallMeasure, unit: string | null): string {
  const words = [`"${code}"`, ...(measure === "value" ? [] : [`"${measure}"`]), ...(unit === null ? [] : [`unit="${unit}"`])];
  return `{{ fig(${words.join(", ")}) }}`;
}

/** Whether a text may speak of a campaign: a name in its template's words, not in prose. */
export function speaksOfCampaign(body: string): boolean {
  return /\{[{%][^}]*\bcampaign\b[^}]*[%}]\}/.test(body);
}

/** The text with `piece` between `start` and `end`, and where the cursor stands then. */
export function insertAt(text: string, piece: string, start: number, end: number): { text: string; cursor: number } {
  return { text: text.slice(0, start) + piece + text.slice(end), cursor: start + piece.length };
}
