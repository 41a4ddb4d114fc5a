/** The last 18 months of an indicator: cumulative against last year, as a curve and as a table. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { lazy, Suspense, useState } from "react";
import { ledger } from "@/api/calls";
import type { Indicator, SeriesPoint, Value } from "@/api/contract";
import { toProblem } from "@/api/problem";
import { headlineFigure } from "@/lib/format";
import { yearStart } from "@/lib/month";
import { fill, useLocale, useText } from "@/locales";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { FigureLink } from "@/ui/FigureLink";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { headlineMeasure } from "./measure";

const LineChart = lazy(() => import("@/ui/LineChart").then((m) => ({ default: m.LineChart })));

const text = (value: Value): string | null => (value === null || typeof value === "boolean" ? null : String(value));

/** Ratios and stocks have no cumulative value of their own: the value is it. */
function held(point: SeriesPoint): Value {
  return point.cumulative ?? point.value;
}

/** The curve's card. */
export function Series({ indicator, month }: { indicator: Indicator; month: string }) {
  const t = useText("figures");
  const common = useText("common");
  const { locale } = useLocale();
  const [view, setView] = useState<"chart" | "table">("chart");
  const { data, error, refetch } = useQuery({ queryKey: ["series", indicator.code, month], queryFn: () => ledger.series({ indicator: indicator.code, to: month, months: 18 }) });
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  const points = data?.points ?? [];
  const last = points.at(-1);
  const unit = headlineMeasure(indicator, common, locale);
  const show = (value: Value) => headlineFigure(value, indicator.unit, locale);
  const lasting = indicator.stock || indicator.sort === "ratio";
  const title = last ? fill(lasting ? t.series_title_stock : t.series_title, { month, value: show(held(last)), unit }) : t.detail_series;
  return (
    <Section
      title={title}
      hint={t.detail_series}
      actions={<Segmented size="small" value={view} aria-label={`${common.chart} / ${common.table}`} onChange={setView} options={[{ value: "chart", label: common.chart }, { value: "table", label: common.table }]} />}
    >
      {!data && <Skeleton lines={6} height={26} />}
      {data && view === "chart" && (
        <Suspense fallback={<Skeleton lines={6} height={26} />}>
          <LineChart
            label={title}
            months={points.map((point) => point.month.slice(2))}
            power={indicator.unit === "CNY" ? (locale === "zh" ? 8 : 9) : 0}
            decimals={indicator.unit === "percent" ? 1 : undefined}
            lines={[
              { name: lasting ? t.value : t.series_cumulative, values: points.map((point) => text(held(point))), end: last ? show(held(last)) : "", look: "data" },
              ...(points.some((point) => point.last_year !== null) ? [{ name: t.series_last_year, values: points.map((point) => text(point.last_year)), end: last && last.last_year !== null ? `${t.last_year} ${show(last.last_year)}` : "", look: "last" as const }] : []),
            ]}
          />
        </Suspense>
      )}
      {data && view === "table" && (
        <DataTable
          dense
          uncounted
          label={title}
          rows={[...points].reverse()}
          rowKey={(point) => point.month}
          columns={[
            { key: "month", title: common.month, phone: "title", render: (point) => point.month },
            ...(lasting ? [] : [{ key: "value", title: t.series_value, unit, numeric: true, render: (point: SeriesPoint) => show(point.value) }]),
            { key: "held", title: lasting ? t.value : t.series_cumulative, unit, numeric: true, phone: "figure" as const, render: (point) => <FigureLink door={{ indicator: indicator.code, month: point.month, from: yearStart(point.month), unit: null }}>{show(held(point))}</FigureLink> },
            { key: "last", title: t.last_year, unit, numeric: true, render: (point) => show(point.last_year) },
          ]}
        />
      )}
    </Section>
  );
}
