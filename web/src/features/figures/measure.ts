/** What a column of an indicator is counted in, and how its values and changes read. */
import type { Indicator } from "@/api/contract";
import { NO_DATA, tableFigure, type FigureValue } from "@/lib/format";
import { pick, type Locale, type Messages } from "@/locales";

/** The unit in tables: 万元, 个, %. */
export function measureName(indicator: Pick<Indicator, "unit" | "count_unit">, common: Messages["common"], locale: Locale): string {
  if (indicator.unit === "CNY") return common.money_table;
  if (indicator.unit === "percent") return "%";
  return indicator.unit === "boolean" ? "" : pick(indicator.count_unit, locale);
}

/** The unit in headlines: 亿元, 个, %. */
export function headlineMeasure(indicator: Pick<Indicator, "unit" | "count_unit">, common: Messages["common"], locale: Locale): string {
  return indicator.unit === "CNY" ? common.money_headline : measureName(indicator, common, locale);
}

/** A figure as a table's cell prints it; a truth as 是 or 否. */
export function figureText(value: FigureValue, indicator: Pick<Indicator, "unit">, words: Messages["figures"], locale: Locale): string {
  if (indicator.unit === "boolean") return value === true ? words.true_value : value === false ? words.false_value : NO_DATA;
  return tableFigure(value, indicator.unit, locale);
}

/** What the change since last year is measured in: a rate changes by percentage points, never by percent. */
export function changeMeasure(indicator: Pick<Indicator, "unit">, words: Messages["figures"]): string {
  return indicator.unit === "percent" ? words.points : words.percent;
}
