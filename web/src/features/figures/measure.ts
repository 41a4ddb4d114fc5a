/** What a column of an indicator is counted in. */
import type { Indicator } from "@/api/contract";
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
