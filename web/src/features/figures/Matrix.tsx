/** Indicators down, the city and its units across; every number a door. */
import { Link } from "react-router";
import type { Figure, Indicator, Unit } from "@/api/contract";
import { paths } from "@/lib/paths";
import { pick, unitName, useLocale, useText } from "@/locales";
import { FigureLink } from "@/ui/FigureLink";
import { LightMark } from "@/ui/LightMark";
import { ScrollTable } from "@/ui/ScrollTable";
import { figureOf, indexFigures } from "./find";
import { figureText, measureName } from "./measure";
import { bySubject } from "./subjects";

function Cell({ figure, indicator, unit, month, from }: { figure: Figure | undefined; indicator: Indicator; unit: string | null; month: string; from: string }) {
  const t = useText("figures");
  const { locale } = useLocale();
  const door = { indicator: indicator.code, month, from, unit };
  const warns = figure?.light === "slow" || figure?.light === "behind";
  return (
    <td className="cell-number">
      {warns && <span className="matrix-light"><LightMark light={figure.light} wordless /></span>}
      <FigureLink door={figure ? door : null}>{figureText(figure?.value, indicator, t, locale)}</FigureLink>
    </td>
  );
}

/** The table of a month. */
export function Matrix({ figures, indicators, units, city, month, from }: { figures: Figure[]; indicators: Indicator[]; units: Unit[]; city: string; month: string; from: string }) {
  const t = useText("figures");
  const { locale } = useLocale();
  const common = useText("common");
  const index = indexFigures(figures, city);
  return (
    <ScrollTable label={t.title}>
      <table className="table table-dense matrix">
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            <th scope="col" className="cell-number matrix-city">{t.city}</th>
            {units.map((unit) => <th key={unit.code} scope="col" className="cell-number">{unitName(unit, locale)}</th>)}
          </tr>
        </thead>
        {bySubject(indicators).map(({ subject, indicators: rows }) => (
          <tbody key={subject}>
            <tr className="matrix-group"><th scope="rowgroup" colSpan={units.length + 2}>{t[`subject_${subject}`]}</th></tr>
            {rows.map((indicator) => (
              <tr key={indicator.code}>
                <th scope="row">
                  <Link to={paths.indicator(indicator.code, { month, from })} title={pick(indicator.definition, locale)}>{pick(indicator.name, locale)}</Link>
                  <small> {measureName(indicator, common, locale)}</small>
                </th>
                <Cell figure={figureOf(index, null, indicator.code)} indicator={indicator} unit={null} month={month} from={from} />
                {units.map((unit) => <Cell key={unit.code} figure={figureOf(index, unit.code, indicator.code)} indicator={indicator} unit={unit.code} month={month} from={from} />)}
              </tr>
    
        ))}
            </tbody>
        ))}
      </table>
    </ScrollTable>
  );
}
