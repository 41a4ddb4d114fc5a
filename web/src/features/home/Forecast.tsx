/** The year's end under the trend: one line with its assumption and its error, and the way to the tests. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { forecastsOf } from "@/api/desk";
import { headlineMoney, percent } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, useLocale, useText } from "@/locales";

/** The better-founded forecast in words; nothing where there is none, as at the year's own end. */
export function Forecast({ indicator, month }: { indicator: string; month: string }) {
  const t = useText("home");
  const common = useText("common");
  const { locale } = useLocale();
  const { data } = useQuery({ queryKey: ["forecasts", indicator, month, null], queryFn: () => forecastsOf({ indicator, month }), staleTime: 60_000, retry: false });
  const made = data?.forecasts[0];
  if (!made || made.until === month) return null;
  const said = fill(made.completion === null ? t.forecast : t.forecast_plan, { value: headlineMoney(String(made.value), locale), unit: common.money_headline, completion: percent(made.completion) });
  const error = made.mean_error === null ? t.forecast_untested : fill(t.forecast_error, { percent: percent(made.mean_error) });
  return <p className="card-hint home-forecast">{said}{common.open}{t[`forecast_${made.method}`]}{t.semicolon}{error}{common.closed} <Link to={paths.indicator(indicator, { month })}>{t.forecast_more}</Link></p>;
}
