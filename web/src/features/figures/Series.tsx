/** An indicator through the months: this year against last as a curve, the last 18 months as a table. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { lazy, Suspense, useState } from "react";
import { ledger } from "@/api/calls";
import type { Indicator } from "@/api/contract";
import { toProblem } from "@/api/problem";
import { headlineFigure } from "@/lib/format";
import { monthName, yearStart } from "@/lib/month";
import { fill, useLocale, useText } from "@/locales";
import { DataTable, type Column } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { FigureLink } from "@/ui/FigureLink";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { headlineMeasure } from "./measure";
import { drawn, pairYears, type Paired } from "./series";

const LineChart = lazy(() => import("@/ui/LineChart").then((m) => ({ default: m.LineChart })));
const MONTHS = 18;

function Curve({ indicator, points, label }: { indicator: Indicator; points: Paired[]; label: string }) {
  const t = useText("figures");
  const { locale } = useLocale();
  const shown = drawn(points, indicator.stock);
  const last = shown.at(-1);
  const show = (value: string | number | null) => headlineFigure(value, indicator.unit, locale);
  const paired = !indicator.stock && shown.every((point) => point.last_year !== null);
  return (
    <LineChart
      label={label}
      months={shown.map((point) => (indicator.stock ? point.month.slice(2) : monthName(point.month, locale)))}
      power={indicator.unit === "CNY" ? (locale === "zh" ? 8 : 9) : 0}
      origin={!indicator.stock}
      lines={[
        { name: indicator.stock ? t.value : t.series_cumulative, values: shown.map((point) => String(point.cumulative)), end: last ? show(last.cumulative) : "", look: "data" },
        ...(paired ? [{ name: t.series_last_year, values: shown.map((point) => String(point.last_year)), end: last ? `${t.last_year} ${show(last.last_year)}` : "", look: "last" as const }] : []),
      ]}
    />
  );
}

/** The curve's card; a ratio has no series of its own, its two parts have. */
export function Series({ indicator, month, unit: place = null }: { indicator: Indicator; month: string; unit?: string | null }) {
  const t = useText("figures");
  const common = useText("common");
  const { locale } = useLocale();
  const [view, setView] = useState<"chart" | "table">("chart");
  const { data, error, refetch } = useQuery({
    queryKey: ["series", indicator.code, month, place],
    queryFn: () => ledger.series({ indicator: indicator.code, unit: place, to: month, months: MONTHS + 12 }),
  });
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  if (data?.points.length === 0) return null;
  const points = pairYears(data?.points ?? [], MONTHS);
  const last = points.at(-1);
  const unit = headlineMeasure(indicator, common, locale);
  const show = (value: string | number | null) => headlineFigure(value, indicator.unit, locale);
  const title = last ? fill(indicator.stock ? t.series_title_stock : t.series_title, { month, value: show(last.cumulative), unit }) : t.detail_series;
  const single: Column<Paired>[] = indicator.stock ? [] : [{ key: "value", title: t.series_value, unit, numeric: true, render: (point) => show(point.value) }];
  return (
    <Section
      title={title}
      actions={<Segmented size="small" value={view} aria-label={`${common.chart} / ${common.table}`} onChange={setView} options={[{ value: "chart", label: common.chart }, { value: "table", label: common.table }]} />}
    >
      {!data && <Skeleton lines={6} height={26} />}
      {data && view === "chart" && <Suspense fallback={<Skeleton lines={6} height={26} />}><Curve indicator={indicator} points={points} label={title} /></Suspense>}
      {data && view === "table" && (
        <DataTable
          dense
          uncounted
          label={`${title}, ${t.detail_series}`}
          rows={[...points].reverse()}
          rowKey={(point) => point.month}
          columns={[
            { key: "month", title: common.month, phone: "title", render: (point) => point.month },
            ...single,
            { key: "held", title: indicator.stock ? t.value : t.series_cumulative, unit, numeric: true, phone: "figure", render: (point) => <FigureLink door={{ indicator: indicator.code, month: point.month, from: yearStart(point.month), unit: place }}>{show(point.cumulative)}</FigureLink> },
            { key: "last", title: t.last_year, unit, numeric: true, render: (point) => show(point.last_year) },
          ]}
        />
      )}
    </Section>
  );
}
