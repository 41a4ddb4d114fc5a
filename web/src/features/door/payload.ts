/** How the fields of a fact read. */
import type { Measure } from "@/api/contract";
import { basisPoints, exactMoney } from "@/lib/format";
import { shift } from "@/lib/decimal";
import { messages, type Locale } from "@/locales";
import type { TermGroup } from "@/locales/term";

/** Where the words of a field's codes stand; a category is an opportunity's or a problem's. */
const GROUPS: Record<string, TermGroup[]> = {
  activity: ["activity_kind"],
  category: ["opportunity_category", "problem_category"],
  fund_kind: ["fund_kind"],
  kind: ["fund_kind"],
  leader: ["leader"],
  mode: ["visit_mode"],
  nature: ["document_nature"],
  outcome: ["opportunity_outcome"],
  purpose: ["visit_purpose"],
  recommended_by: ["recommender"],
  theme: ["document_theme"],
};

/** The word for a field that holds a code; none for a field that holds something else. */
export function wordOf(name: string, value: unknown, locale: Locale): string | undefined {
  const { terms } = messages(locale);
  const groups: Record<string, string>[] = (GROUPS[name] ?? []).map((group) => terms[group]);
  return groups.find((words) => String(value) in words)?.[String(value)];
}

/** A field's value as a person reads it; `measure` is that of the indicator which the fact names. */
export function shownField(name: string, value: unknown, words: { yes: string; no: string }, measure?: Measure): string {
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") {
    // Of a target or a total: fen, or things; a month as yyyymm.
    if (name === "value" && measure === "CNY") return exactMoney(shift(String(value), 2, 2));
    if (name.endsWith("_fen")) return exactMoney(shift(String(value), 2, 2));
    if (name === "until") return `${String(value).slice(0, 4)}-${String(value).slice(4)}`;
    return name.endsWith("_bp") ? `${basisPoints(value)}%` : String(value);
  }
  if (typeof value === "string" && /^-?\d+\.\d{2}$/.test(value)) return exactMoney(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
