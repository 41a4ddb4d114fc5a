/** A few figures side by side, each a door: the name, the number, its unit, the change since last year. */
import type { FigureValue } from "@/lib/format";
import { headlineFigure, signed } from "@/lib/format";
import { pick, useLocale, useText } from "@/locales";
import { FigureLink } from "./FigureLink";

/** A figure of a window, as the server gives it. */
export interface GridFigure { indicator: string; value: FigureValue; unit: string; yoy: string | null }
/** What an indicator is called and counted in. */
export interface GridName { name: { zh: string; en: string }; count_unit: { zh: string; en: string } }

/** The figures in the order of `codes`; one that the window has none of is a dash. */
export function FigureGrid({ codes, figures, names, month, from, unit = null }: {
  codes: readonly string[];
  figures: readonly GridFigure[];
  names: ReadonlyMap<string, GridName>;
  month: string;
  from: string;
  unit?: string | null;
}) {
  const common = useText("common");
  const home = useText("home");
  const { locale } = useLocale();
  return (
    <dl className="figure-grid">
      {codes.map((code) => {
        const figure = figures.find((each) => each.indicator === code);
        const name = names.get(code);
        const measure = figure?.unit === "CNY" ? common.money_headline : figure?.unit === "percent" ? "%" : pick(name?.count_unit, locale);
        return (
          <div key={code}>
            <dt>{pick(name?.name, locale) || code}</dt>
            <dd>
              <FigureLink door={{ indicator: code, month, from, unit }}>{headlineFigure(figure?.value, figure?.unit ?? "count", locale)}</FigureLink> <small>{measure}</small>
              {figure?.yoy && <span className="figure-yoy">{home.yoy} {signed(figure.yoy)}{figure.unit === "percent" ? "" : "%"}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
