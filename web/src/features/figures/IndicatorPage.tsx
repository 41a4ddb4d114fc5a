/** One indicator: what it means, its units, its months, the forecast of the year, its records. */
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
import { pick, unitName, useLocale, useText } from "@/locales";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { FigureLink } from "@/ui/FigureLink";
import { ChoiceFilter } from "@/ui/Filters";
import { PageHead } from "@/ui/PageHead";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { figureOf, indexFigures } from "./find";
import { changeMeasure, figureText, headlineMeasure } from "./measure";
import { Series } from "./Series";
import { UnitsOfIndicator } from "./UnitsOfIndicator";
import { Forecast } from "./Forecast";
import { Records } from "./Records";
import { Versions } from "./Versions";
import { WindowFilter } from "./WindowFilter";
import "./figures.css";

const KEYS = ["from", "unit"] as const;

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
  const reporting = units.items.filter((each) => each.kind !== "city");
  const unit = reporting.some((each) => each.code === filters.unit) ? filters.unit : null;
  const shown = figureOf(index, unit, code);
  const door = { indicator: code, month, from, unit };
  const part = (other: string | null) => {
    const found = other ? by_code.get(other) : undefined;
    return found ? <FigureLink door={{ ...door, indicator: found.code }}>{pick(found.name, locale)}</FigureLink> : "—";
  };
  return (
    <div className="page">
      <PageHead title={pick(indicator.name, locale)} actions={
          <span className="filters">
            <ChoiceFilter label={t.unit_filter} value={unit ?? ""} all={t.city} width={locale === "zh" ? 130 : 180} onChange={(next) => set({ unit: next })} options={reporting.map((each) => ({ value: each.code, label: unitName(each, locale) }))} />
            <WindowFilter from={from} month={month} onChange={(next) => set({ from: next })} />
          </span>
        }>
        <span className="indicator-value">
          <FigureLink door={shown ? door : null} className="strong-figure">{truth ? figureText(shown?.value, indicator, t, locale) : headlineFigure(shown?.value, indicator.unit, locale)}</FigureLink> {headlineMeasure(indicator, common, locale)}
        </span>
        <span>{unit === null ? t.city : unitName(reporting.find((each) => each.code === unit), locale)} · {windowName(from, month, locale)}</span>
        {shown?.yoy && <span>{t.yoy} {signed(shown.yoy)} {changeMeasure(indicator, t)}</span>}
      </PageHead>
      <div className="columns indicator-columns">
        <div className="stack">
          <Section title={t.detail_units} flush>
            <UnitsOfIndicator indicator={indicator} index={index} units={reporting} month={month} from={from} />
          </Section>
          <Records indicator={indicator} month={month} from={from} unit={unit} />
        </div>
        <div className="stack">
          {!truth && <Series indicator={indicator} month={month} unit={unit} />}
          {(indicator.sort === "flow" || indicator.sort === "state") && !indicator.stock && <Forecast key={`${code}-${unit}`} indicator={indicator} month={month} unit={unit} />}
          <Section title={t.definition}>
            <p className="definition">{pick(indicator.definition, locale)}</p>
            <Facts wide items={[
              { name: t.count_unit, value: headlineMeasure(indicator, common, locale) || "—" },
              { name: t.versions, value: <Versions all={known?.items.filter((each) => each.code === code) ?? []} now={shown?.definition_version ?? indicator.version} /> },
              { name: t.source, value: pick(indicator.source, locale) || "—" },
              ...(indicator.numerator ? [{ name: t.numerator, value: part(indicator.numerator) }, { name: t.denominator, value: part(indicator.denominator) }] : []),
            ]} />
          </Section>
        </div>
      </div>
    </div>
  );
}
