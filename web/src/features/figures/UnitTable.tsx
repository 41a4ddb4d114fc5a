/** One unit's figures, with last year, target, completion and light. */
import { Link } from "react-router";
import type { Figure, Indicator } from "@/api/contract";
import { percent, signed, tableFigure } from "@/lib/format";
import { paths } from "@/lib/paths";
import { pick, useLocale, useText } from "@/locales";
import { DataTable, type Column } from "@/ui/DataTable";
import { FigureLink } from "@/ui/FigureLink";
import { LightMark } from "@/ui/LightMark";
import { figureOf, indexFigures } from "./find";
import { changeMeasure, figureText, measureName } from "./measure";

interface Line { indicator: Indicator; figure: Figure | undefined }

/** The indicators of the city (`unit` null) or of one unit. */
export function UnitTable({ figures, indicators, unit, city, month, from }: { figures: Figure[]; indicators: Indicator[]; unit: string | null; city: string; month: string; from: string }) {
  const t = useText("figures");
  const common = useText("common");
  const { locale } = useLocale();
  const index = indexFigures(figures, city);
  const lines = indicators.map((indicator): Line => ({ indicator, figure: figureOf(index, unit, indicator.code) }));
  const value = ({ indicator, figure }: Line) => {
    const door = { indicator: indicator.code, month, from, unit };
    return <><FigureLink door={figure ? door : null}>{figureText(figure?.value, indicator, t, locale)}</FigureLink> <small className="measure">{measureName(indicator, common, locale)}</small></>;
  };
  // Rates change in percentage points, all else in percent: the measure stands in every cell, not in the head.
  const change = ({ indicator, figure }: Line) => (figure?.yoy ? <>{signed(figure.yoy)} <small className="measure">{changeMeasure(indicator, t)}</small></> : <>— <small className="measure" /></>);
  const columns: Column<Line>[] = [
    { key: "name", title: t.indicator, phone: "title", render: ({ indicator }) => <Link to={paths.indicator(indicator.code, { month, from })}>{pick(indicator.name, locale)}</Link> },
    { key: "value", title: t.value, numeric: true, phone: "figure", render: value },
    { key: "last", title: t.last_year, numeric: true, render: ({ indicator, figure }) => tableFigure(figure?.last_year, indicator.unit, locale) },
    { key: "yoy", title: t.yoy, numeric: true, render: change },
    { key: "plan", title: t.plan, numeric: true, phone: "none", render: ({ indicator, figure }) => tableFigure(figure?.plan, indicator.unit, locale) },
    { key: "completion", title: t.completion, unit: "%", numeric: true, render: ({ figure }) => percent(figure?.completion) },
    { key: "rank", title: t.rank, numeric: true, phone: "none", render: ({ figure }) => figure?.rank ?? "—" },
    { key: "light", title: common.state, phone: "line", render: ({ figure }) => <LightMark light={figure?.light} /> },
  ];
  return <DataTable dense uncounted columns={columns} rows={lines} rowKey={(line) => line.indicator.code} label={t.title} />;
}
