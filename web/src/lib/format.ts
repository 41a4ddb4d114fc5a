/**
 * How values read on the screen. Money is 万元 in tables and 亿元 in headlines (CNY m and CNY bn in
 * English), all from exact decimal strings; minus is −, no data is —.
 */
import type { Locale } from "@/locales";
import { exactShift, shift } from "./decimal";

/** What is printed where there is no value. */
export const NO_DATA = "—";

/** A value as the server sends it: decimal string, integer, truth, or nothing. */
export type FigureValue = string | number | boolean | null | undefined;

/** The measure of an indicator. */
export type Measure = "CNY" | "count" | "percent" | "boolean";

/** Thousands separators, and a real minus sign. */
export function group(decimal: string): string {
  const negative = decimal.startsWith("-");
  const [whole = "", part] = (negative ? decimal.slice(1) : decimal).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${negative ? "−" : ""}${grouped}${part === undefined ? "" : `.${part}`}`;
}

/**
 * Money for a table column: 万元, or CNY m. A sum is rounded. The money of a record names the `least`
 * decimals in 万元 and is exact: 99.99 万元 is CNY 0.9999 m, never "1.000".
 */
export function tableMoney(yuan: string | null | undefined, locale: Locale, least?: number): string {
  if (yuan === null || yuan === undefined) return NO_DATA;
  const power = locale === "zh" ? 4 : 6;
  if (least === undefined) return group(shift(yuan, power, power === 4 ? 0 : 1));
  return group(exactShift(yuan, power, least + power - 4));
}

/** Money for a headline: 亿元 with one decimal, or CNY bn with two (the same precision in yuan). */
export function headlineMoney(yuan: string | null | undefined, locale: Locale): string {
  if (yuan === null || yuan === undefined) return NO_DATA;
  return locale === "zh" ? group(shift(yuan, 8, 1)) : group(shift(yuan, 9, 2));
}

/** Money to the fen, for a single record. */
export function exactMoney(yuan: string | null | undefined): string {
  return yuan === null || yuan === undefined ? NO_DATA : group(shift(yuan, 0, 2));
}

/** Money to the fen with its unit: "1,460,000.00 元", "CNY 1,460,000.00". */
export function yuanText(yuan: string | null | undefined, locale: Locale): string {
  if (yuan === null || yuan === undefined) return NO_DATA;
  return locale === "zh" ? `${exactMoney(yuan)} 元` : `CNY ${exactMoney(yuan)}`;
}

/** A percentage as it came ("54.2"), with a real minus. */
export function percent(value: string | null | undefined): string {
  return value === null || value === undefined ? NO_DATA : group(value);
}

/** A change with its sign: "+3.0", "−5.0", "0.0". */
export function signed(value: string | null | undefined): string {
  if (value === null || value === undefined) return NO_DATA;
  return value.startsWith("-") || /^0(\.0*)?$/.test(value) ? group(value) : `+${group(value)}`;
}

/** A count with separators. */
export function count(value: number | string | null | undefined): string {
  return value === null || value === undefined ? NO_DATA : group(String(value));
}

/** A figure in a table cell, by its measure; the column's head names the unit. */
export function tableFigure(value: FigureValue, measure: string, locale: Locale): string {
  if (value === null || value === undefined || typeof value === "boolean") return NO_DATA;
  return measure === "CNY" ? tableMoney(String(value), locale) : group(String(value));
}

/** A figure in a headline or a card, by its measure. */
export function headlineFigure(value: FigureValue, measure: string, locale: Locale): string {
  if (value === null || value === undefined || typeof value === "boolean") return NO_DATA;
  return measure === "CNY" ? headlineMoney(String(value), locale) : group(String(value));
}

/** Basis points as a percentage without needless zeros: 3333 → "33.33", 10000 → "100". */
export function basisPoints(value: number): string {
  return shift(String(value), 2, 2).replace(/\.?0+$/, "") || "0";
}

/** How far along a bar a percentage lies, 0 to 100: geometry only, never printed. */
export function barWidth(value: string | null | undefined): number {
  const width = Number(value ?? "0");
  return Number.isFinite(width) ? Math.min(100, Math.max(0, width)) : 0;
}

/** How far work has come, in whole percent, rounded down: it is done only when it is; null while the whole is unknown. */
export function percentDone(done: number, total: number): string | null {
  return total > 0 ? `${Math.min(100, Math.floor((done * 100) / total))}%` : null;
}
