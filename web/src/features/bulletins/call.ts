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

/** The window of a call: the year up to the month reported, or that of the campaign that the text speaks of. */
export type CallWindow = "year" | "campaign";

/** The call; the city needs no unit, the plain value no measure, the year no window. */
export function writeCall(code: string, measure: CallMeasure, unit: string | null, window: CallWindow = "year"): string {
  const words = [
    `"${code}"`,
    ...(measure === "value" ? [] : [`"${measure}"`]),
    ...(unit === null ? [] : [`unit="${unit}"`]),
    ...(window === "year" ? [] : ["from=campaign.from", "month=campaign.month"]),
  ];
  return `{{ fig(${words.join(", ")}) }}`;
}

/** What a template knows of a campaign: its name and code, its first and last month in words, what it rests on. */
export const CAMPAIGN_NAMES = ["campaign.name", "campaign.code", "campaign.from_label", "campaign.until_label", "campaign.month_label", "campaign.document"] as const;

/** What stands only where a campaign was chosen; `words` go inside. */
export function ifCampaign(words: string): string {
  return `{% if campaign %}\n${words}\n{% endif %}`;
}

/** A table of the campaign's goals under these four heads: indicator, measure, goal, until. */
export function goalTable(heads: readonly [string, string, string, string]): string {
  return `| ${heads.join(" | ")} |\n|---|---|---|---|\n{% for goal in campaign.goals %}\n| {{ goal.name }} | {{ goal.measure }} | {{ goal.goal }} | {{ goal.until }} |\n{% endfor %}`;
}

/** Whether a text may speak of a campaign: a name in its template's words, not in prose. */
export function speaksOfCampaign(body: string): boolean {
  return /\{[{%][^}]*\bcampaign\b[^}]*[%}]\}/.test(body);
}

/** The text with `piece` between `start` and `end`, and where the cursor stands then. */
export function insertAt(text: string, piece: string, start: number, end: number): { text: string; cursor: number } {
  return { text: text.slice(0, start) + piece + text.slice(end), cursor: start + piece.length };
}
