/** The trend: its finding as title, the curve against the schedule, and the same as a table. */
import { Segmented } from "antd";
import { lazy, Suspense, useState } from "react";
import type { Board, Indicator } from "@/api/contract";
import { headlineMoney } from "@/lib/format";
import { monthName, yearStart } from "@/lib/month";
import { fill, pick, useLocale, useText, type Locale, type Messages } from "@/locales";
import { DataTable } from "@/ui/DataTable";
import { FigureLink } from "@/ui/FigureLink";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { Forecast } from "./Forecast";
import { findTrend, type Finding } from "./finding";

const LineChart = lazy(() => import("@/ui/LineChart").then((m) => ({ default: m.LineChart })));

/** The finding in words. */
export function findingText(found: Finding | null, t: Messages["home"], unit: string, locale: Locale): string {
  if (!found) return "";
  const month = monthName(found.month, locale);
  if (found.kind === "caught") return fill(t.trend_caught, { caught: monthName(found.caught, locale), month, lead: headlineMoney(found.lead, locale), unit });
  if (found.kind === "ahead") return fill(t.trend_ahead, { month, lead: headlineMoney(found.lead, locale), unit });
  if (found.kind === "behind") return fill(t.trend_behind, { month, lag: headlineMoney(found.lag, locale), unit });
  if (found.kind === "even") return fill(t.trend_even, { month });
  return fill(t.trend_no_plan, { month, value: headlineMoney(found.value, locale), unit });
}

/** The year so far of one indicator of money. */
export function Trend({ trend, indicator }: { trend: Board["trend"]; indicator: Indicator | undefined }) {
  const t = useText("home");
  const common = useText("common");
  const { locale } = useLocale();
  const [view, setView] = useState<"chart" | "table">("chart");
  const unit = common.money_headline;
  const found = findTrend(trend.points);
  const title = findingText(found, t, unit, locale);
  const caught = found?.kind === "caught" ? found.caught : null;
  const door = (month: string) => ({ indicator: trend.indicator, month, from: yearStart(month), unit: null });
  const last = trend.points.at(-1);
  const caughtAt = trend.points.find((point) => point.month === caught);
  return (
    <Section
      title={title}
      className="home-trend"
      actions={<Segmented size="small" value={view} aria-label={`${common.chart} / ${common.table}`} onChange={setView} options={[{ value: "chart", label: common.chart }, { value: "table", label: common.table }]} />}
    >
      <p className="card-hint">{fill(t.trend_sub, { name: pick(indicator?.name, locale), unit })}</p>
      {view === "chart" ? (
        <Suspense fallback={<Skeleton lines={6} height={26} />}>
          <LineChart
            label={title}
            months={trend.points.map((point) => monthName(point.month, locale))}
            lines={[
              { name: t.trend_value_name, values: trend.points.map((point) => point.value), end: last ? fill(t.trend_now, { value: headlineMoney(last.value, locale) }) : "", look: "data" },
              { name: t.trend_schedule_name, values: trend.points.map((point) => point.schedule), end: last?.schedule ? fill(t.trend_schedule, { value: headlineMoney(last.schedule, locale) }) : "", look: "dashed" },
            ]}
            power={locale === "zh" ? 8 : 9}
            origin
            markText={caughtAt?.schedule ? fill(t.trend_mark, { value: headlineMoney(caughtAt.value, locale) }) : ""}
            mark={caught ? trend.points.findIndex((point) => point.month === caught) : null}
          />
        </Suspense>
      ) : (
        <DataTable
          dense
          uncounted
          label={title}
          rows={trend.points}
          rowKey={(point) => point.month}
          columns={[
            { key: "month", title: common.month, render: (point) => point.month, phone: "title" },
            { key: "value", title: t.trend_value_name, unit, numeric: true, phone: "figure", render: (point) => <FigureLink door={door(point.month)}>{headlineMoney(point.value, locale)}</FigureLink> },
            { key: "schedule", title: t.trend_schedule_name, unit, numeric: true, render: (point) => headlineMoney(point.schedule, locale) },
          ]}
        />
      )}
      {last && <Forecast indicator={trend.indicator} month={last.month} />}
    </Section>
  );
}
