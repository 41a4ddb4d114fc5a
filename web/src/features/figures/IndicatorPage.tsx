/** One indicator: what it means, its units, its last 18 months. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { ledger } from "@/api/calls";
import { toProblem } from "@/api/problem";
import { useIndicators, useSession, useUnits } from "@/api/queries";
import { useMonth } from "@/api/useMonth";
import { useFilters } from "@/lib/filters";
import { headlineFigure, signed } from "@/lib/format";
import { windowName } from "@/lib/month";
import { windowStart } from "@/lib/window";
import { fill, pick, useLocale, useText } from "@/locales";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { FigureLink } from "@/ui/FigureLink";
import { PageHead } from "@/ui/PageHead";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { figureOf, indexFigures } from "./find";
import { changeMeasure, figureText, headlineMeasure } from "./measure";
import { Series } from "./Series";
import { UnitsOfIndicator } from "./UnitsOfIndicator";
import { WindowFilter } from "./WindowFilter";
import "./figures.css";

const KEYS = ["from"] as const;

/** The drill-down of an indicator. */
export function IndicatorPage() {
  const { code = "" } = useParams();
  const t = useText("figures");
  const common = useText("common");
  const { locale } = useLocale();
  const { month } = useMonth();
  const { filters, set } = useFilters(KEYS);
  const { by_code, data: known } = useIndicators();
  const { data: units } = useUnits();
  const { data: session } = useSession();
  const indicator = by_code.get(code);
  const from = windowStart(filters.from, month ?? "");
  const { data, error, refetch } = useQuery({
    queryKey: ["figures", month, from, "of", code],
    queryFn: () => ledger.figures({ month: month ?? "", from, unit: "all", indicator: code }),
    enabled: month !== null && indicator !== undefined,
  });
  if (known && !indicator) return <div className="page"><Fault problem={{ code: "client.unknown_indicator", params: { code } }} /></div>;
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!indicator || !month || !data || !units) return <div className="page"><Skeleton lines={12} /></div>;
  const truth = indicator.unit === "boolean";
  const index = indexFigures(data.figures, session?.city?.code ?? "");
  const city = figureOf(index, null, code);
  const door = { indicator: code, month, from, unit: null };
  const part = (other: string | null) => {
    const found = other ? by_code.get(other) : undefined;
    return found ? <FigureLink door={{ ...door, indicator: found.code }}>{pick(found.name, locale)}</FigureLink> : "—";
  };
  return (
    <div className="page">
      <PageHead title={pick(indicator.name, locale)} actions={<WindowFilter from={from} month={month} onChange={(next) => set({ from: next })} />}>
        <span className="indicator-value">
          <FigureLink door={city ? door : null} className="strong-figure">{truth ? figureText(city?.value, indicator, t, locale) : headlineFigure(city?.value, indicator.unit, locale)}</FigureLink> {headlineMeasure(indicator, common, locale)}
        </span>
        <span>{windowName(from, month, locale)}</span>
        {city?.yoy && <span>{t.yoy} {signed(city.yoy)} {changeMeasure(indicator, t)}</span>}
      </PageHead>
      <div className="columns">
        <Section title={t.detail_units} flush>
          <UnitsOfIndicator indicator={indicator} index={index} units={units.items.filter((unit) => unit.kind !== "city")} month={month} from={from} />
        </Section>
        <div className="stack">
          {!truth && <Series indicator={indicator} month={month} />}
          <Section title={t.definition}>
            <p className="definition">{pick(indicator.definition, locale)}</p>
            <Facts wide items={[
              { name: t.count_unit, value: headlineMeasure(indicator, common, locale) || "—" },
              { name: t.definition, value: `${fill(t.version, { n: indicator.version })}${indicator.effective_month ? ` · ${fill(t.effective, { month: indicator.effective_month })}` : ""}` },
              { name: t.source, value: pick(indicator.source, locale) || "—" },
              ...(indicator.numerator ? [{ name: t.numerator, value: part(indicator.numerator) }, { name: t.denominator, value: part(indicator.denominator) }] : []),
            ]} />
          </Section>
        </div>
      </div>
    </div>
  );
}
