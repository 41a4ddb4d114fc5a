/** One indicator across the units, the city as the sum line. */
import type { Figure, Indicator, Unit } from "@/api/contract";
import { percent, signed, tableFigure } from "@/lib/format";
import { unitName, useLocale, useText } from "@/locales";
import { Bar } from "@/ui/Bar";
import { DataTable, type Column } from "@/ui/DataTable";
import { FigureLink } from "@/ui/FigureLink";
import { LightMark } from "@/ui/LightMark";
import { figureOf } from "./find";
import { changeMeasure, figureText, measureName } from "./measure";

/** The table; columns about targets appear only where a target is set. */
export function UnitsOfIndicator({ indicator, index, units, month, from }: { indicator: Indicator; index: Map<string, Figure>; units: Unit[]; month: string; from: string }) {
  const t = useText("figures");
  const common = useText("common");
  const { locale } = useLocale();
  const city = figureOf(index, null, indicator.code);
  const of = (unit: Unit) => figureOf(index, unit.code, indicator.code);
  const show = (figure: Figure | undefined, unit: string | null) => (
    <FigureLink door={figure ? { indicator: indicator.code, month, from, unit } : null}>{figureText(figure?.value, indicator, t, locale)}</FigureLink>
  );
  const unit = measureName(indicator, common, locale);
  const planned = units.some((each) => of(each)?.completion);
  const target: Column<Unit>[] = [
    { key: "plan", title: t.plan, unit, numeric: true, render: (row) => tableFigure(of(row)?.plan, indicator.unit, locale), sum: tableFigure(city?.plan, indicator.unit, locale) },
    { key: "completion", title: t.completion, unit: "%", numeric: true, render: (row) => percent(of(row)?.completion), sum: percent(city?.completion) },
    { key: "bar", title: "", width: "16%", phone: "none", render: (row) => (of(row)?.completion ? <Bar value={of(row)?.completion ?? null} label={`${t.completion} ${percent(of(row)?.completion)}%`} /> : null), sum: "" },
    { key: "light", title: common.state, render: (row) => <LightMark light={of(row)?.light} />, sum: <LightMark light={city?.light} /> },
  ];
  const compared: Column<Unit>[] = [
    { key: "last", title: t.last_year, unit, numeric: true, render: (row) => tableFigure(of(row)?.last_year, indicator.unit, locale), sum: tableFigure(city?.last_year, indicator.unit, locale) },
    { key: "yoy", title: t.yoy, unit: changeMeasure(indicator, t), numeric: true, render: (row) => signed(of(row)?.yoy), sum: signed(city?.yoy) },
  ];
  const rank: Column<Unit>[] = [{ key: "rank", title: t.rank, width: 56, phone: "none", render: (row) => of(row)?.rank ?? "", sum: "" }];
  const columns: Column<Unit>[] = [
    ...(units.some((each) => of(each)?.rank) ? rank : []),
    { key: "unit", title: t.unit_filter, phone: "title", render: (row) => unitName(row, locale), sum: t.city },
    { key: "value", title: t.value, unit, numeric: true, phone: "figure", render: (row) => show(of(row), row.code), sum: show(city, null) },
    ...(indicator.unit === "boolean" ? [] : compared),
    ...(planned ? target : []),
  ];
  const sorted = [...units].sort((a, b) => (of(a)?.rank ?? 99) - (of(b)?.rank ?? 99));
  return <DataTable uncounted columns={columns} rows={sorted} rowKey={(row) => row.code} label={t.detail_units} />;
}
