/** The first level of the door: the figure, what it means, and the list or the two lists behind it. */
import { useQuery } from "@tanstack/react-query";
import { ledger } from "@/api/calls";
import type { Indicator } from "@/api/contract";
import { toProblem } from "@/api/problem";
import { useIndicators, useMonths } from "@/api/queries";
import { useUnitNames } from "@/api/useUnitNames";
import { lastYearOf, type Door } from "@/lib/door";
import { headlineFigure, NO_DATA, percent, signed } from "@/lib/format";
import { windowName } from "@/lib/month";
import { fill, pick, useLocale, useText } from "@/locales";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { FigureLink } from "@/ui/FigureLink";
import { useCovers } from "@/ui/scope";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { LineageList } from "./LineageList";
import { Parts } from "./Parts";

function Head({ door, indicator }: { door: Door; indicator: Indicator }) {
  const t = useText("door");
  const shell = useText("shell");
  const common = useText("common");
  const figures = useText("figures");
  const { locale } = useLocale();
  const unit = useUnitNames()(door.unit);
  const { data: months } = useMonths();
  const { data, error } = useQuery({
    queryKey: ["figures", door.month, door.from, door.unit, door.indicator],
    queryFn: () => ledger.figures(door),
  });
  const figure = data?.figures[0];
  const state = months?.items.find((row) => row.month === door.month)?.state;
  const measure = indicator.unit === "CNY" ? common.money_headline : indicator.unit === "percent" ? "%" : pick(indicator.count_unit, locale);
  const value = indicator.unit === "boolean" ? (figure?.value === true ? figures.true_value : figure?.value === false ? figures.false_value : "—") : headlineFigure(figure?.value, indicator.unit, locale);
  const lastYear = headlineFigure(figure?.last_year, indicator.unit, locale);
  const truth = indicator.unit === "boolean";
  const change = figure?.yoy ? `${signed(figure.yoy)} ${indicator.unit === "percent" ? figures.points : "%"}` : "—";
  return (
    <>
      <h2 className="door-name">{pick(indicator.name, locale)} <small>{unit}</small></h2>
      {error && <Fault problem={toProblem(error)} />}
      <p className="door-value">
        {figure ? <b>{value}</b> : !error && <Skeleton lines={1} height={36} />} <span>{measure}</span>
      </p>
      <p className="door-definition">{pick(indicator.definition, locale)}</p>
      <Facts
        items={[
          { name: t.window, value: indicator.stock ? `${t.stock} · ${door.month}` : windowName(door.from, door.month, locale) },
          { name: figures.definition, value: fill(t.version, { n: figure?.definition_version ?? indicator.version }) },
          { name: t.month_state, value: <>{door.month} {state && <Tag tone={state === "closed" ? "plain" : "action"}>{shell[state]}</Tag>}</> },
          ...(truth ? [] : [{ name: figures.last_year, value: <><FigureLink door={lastYearOf(door)}>{lastYear}</FigureLink>{lastYear === NO_DATA ? "" : ` ${measure}`}</> }]),
          ...(truth ? [] : [{ name: figures.yoy, value: change }]),
          ...(figure?.completion ? [{ name: figures.completion, value: `${percent(figure.completion)}%` }] : []),
          { name: t.source, value: pick(indicator.source, locale) || "—" },
        ]}
      />
    </>
  );
}

/** What stands behind the figure: its indicators, its two lists, or its list. */
function Behind({ door, indicator, onFact }: { door: Door; indicator: Indicator; onFact: (seq: number) => void }) {
  const t = useText("door");
  const common = useText("common");
  const { locale } = useLocale();
  const { by_code } = useIndicators();
  const covers = useCovers();
  const names = useUnitNames();
  if (!covers(door.unit)) return <p className="notice door-note">{door.unit === null ? t.out_of_scope_city : fill(t.out_of_scope, { unit: names(door.unit) })}</p>;
  if (indicator.sort === "double_half") return <Parts door={door} />;
  const parts = [indicator.numerator, indicator.denominator].filter((code): code is string => Boolean(code));
  if (parts.length !== 2) return <LineageList door={door} indicator={indicator} onFact={onFact} />;
  return (
    <>
      <p className="door-note">{t.ratio_note}</p>
      {parts.map((code, index) => {
        const part = by_code.get(code);
        const role = index === 0 ? t.numerator : t.denominator;
        return <LineageList key={code} door={{ ...door, indicator: code }} indicator={part} title={`${role}${common.colon}${part ? pick(part.name, locale) : code}`} onFact={onFact} short />;
      })}
    </>
  );
}

/** The figure of a door. */
export function FigureLevel({ door, onFact }: { door: Door; onFact: (seq: number) => void }) {
  const { by_code, error, refetch, data } = useIndicators();
  const indicator = by_code.get(door.indicator);
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  if (!indicator) return <Fault problem={{ code: "client.unknown_indicator", params: { code: door.indicator } }} />;
  return (
    <>
      <Head door={door} indicator={indicator} />
      <Behind door={door} indicator={indicator} onFact={onFact} />
    </>
  );
}
