/** How the fields of a fact read. */
import type { Measure } from "@/api/contract";
import { basisPoints, exactMoney } from "@/lib/format";
import { shift } from "@/lib/decimal";

/** A field's value as a person reads it; `measure` is that of the indicator which the fact names. */
export function shownField(name: string, value: unknown, words: { yes: string; no: string }, measure?: Measure): string {
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") {
    // Of a target or a total: fen, or things; a month as yyyymm.
    if (name === "value" && measure === "CNY") return exactMoney(shift(String(value), 2, 2));
    if (name === "until") return `${String(value).slice(0, 4)}-${String(value).slice(4)}`;
    return name.endsWith("_bp") ? `${basisPoints(value)}%` : String(value);
  }
  if (typeof value === "string" && /^-?\d+\.\d{2}$/.test(value)) return exactMoney(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
