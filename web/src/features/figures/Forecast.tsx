/** The year's end as it looks from a month's end: by which method, how far off it has been, and the tests behind that. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import type { Indicator } from "@/api/contract";
import { forecastsOf, type BackTest, type Forecast as Made, type Forecasts } from "@/api/desk";
import { toProblem } from "@/api/problem";
import { headlineFigure, percent, signed } from "@/lib/format";
import { fill, useLocale, useText } from "@/locales";
import { DataTable, type Column } from "@/ui/DataTable";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { Section } from "@/ui/Section";
import { headlineMeasure } from "./measure";
import { foldTests } from "./tests";

function Tests({ tests, indicator }: { tests: BackTest[]; indicator: Indicator }) {
  const t = useText("figures");
  const common = useText("common");
  const { locale } = useLocale();
  const unit = headlineMeasure(indicator, common, locale);
  const columns: Column<BackTest>[] = [
    { key: "month", title: t.test_month, phone: "title", nowrap: true, render: (row) => row.month },
    { key: "until", title: t.test_until, nowrap: true, render: (row) => row.until },
    { key: "value", title: t.test_value, unit, numeric: true, render: (row) => headlineFigure(row.value, indicator.unit, locale) },
    { key: "actual", title: t.test_actual, unit, numeric: true, render: (row) => headlineFigure(row.actual, indicator.unit, locale) },
    { key: "error", title: t.test_error, unit: "%", numeric: true, phone: "figure", render: (row) => signed(row.error) },
  ];
  return <DataTable dense uncounted label={t.tests} rows={tests} rowKey={(row) => `${row.month}-${row.until}`} columns={columns} />;
}

function Method({ made, data, indicator }: { made: Made; data: Forecasts; indicator: Indicator }) {
  const t = useText("figures");
  const common = useText("common");
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const unit = headlineMeasure(indicator, common, locale);
  const tests = foldTests(data.back_tests, made.method);
  return (
    <>
      <p className="forecast-value"><b>{headlineFigure(made.value, indicator.unit, locale)}</b> {unit}</p>
      <p className="definition">{fill(t.forecast_words, { until: made.until })}{t[`method_${made.method}`]}</p>
      <Facts wide items={[
        ...(data.plan === null ? [] : [{ name: t.plan, value: `${headlineFigure(data.plan, indicator.unit, locale)} ${unit}` }]),
        ...(made.completion === null ? [] : [{ name: t.forecast_completion, value: `${percent(made.completion)}%` }]),
        { name: t.forecast_error, value: made.mean_error === null ? t.forecast_untested : fill(t.forecast_mean, { percent: percent(made.mean_error), n: tests.length }) },
      ]} />
      {tests.length > 0 && (
        <p className="form-note"><button type="button" className="bare-button line-button" aria-expanded={open} onClick={() => setOpen(!open)}>{fill(open ? t.tests_hide : t.tests_show, { n: tests.length })}</button></p>
      )}
      {open && <Tests tests={tests} indicator={indicator} />}
    </>
  );
}

/** The card; without any forecast there is none. A forecast never stands without its error. */
export function Forecast({ indicator, month, unit }: { indicator: Indicator; month: string; unit: string | null }) {
  const t = useText("figures");
  const [method, setMethod] = useState<Made["method"] | null>(null);
  const { data, error, refetch } = useQuery({ queryKey: ["forecasts", indicator.code, month, unit], queryFn: () => forecastsOf({ indicator: indicator.code, month, unit }) });
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  const made = data?.forecasts.find((each) => each.method === method) ?? data?.forecasts[0];
  if (!data || !made) return null;
  return (
    <Section
      title={t.forecast}
      hint={fill(t.forecast_hint, { month })}
      className="forecast"
      actions={data.forecasts.length > 1 && <Segmented size="small" value={made.method} aria-label={t.forecast_method} onChange={setMethod} options={data.forecasts.map((each) => ({ value: each.method, label: t[`method_name_${each.method}`] }))} />}
    >
      <Method key={made.method} made={made} data={data} indicator={indicator} />
    </Section>
  );
}
