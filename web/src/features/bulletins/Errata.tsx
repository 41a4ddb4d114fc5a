/** What corrections have changed since issue, in words: whose figure, what of it, printed and now; each a door. */
import type { Bulletin, Indicator } from "@/api/contract";
import { useIndicators } from "@/api/queries";
import { useUnitNames } from "@/api/useUnitNames";
import { isDecimal, shift } from "@/lib/decimal";
import type { Door } from "@/lib/door";
import { group } from "@/lib/format";
import { windowName, yearStart } from "@/lib/month";
import { fill, messages, pick, useLocale, useText, type Locale } from "@/locales";
import { term } from "@/locales/term";
import { FigureLink } from "@/ui/FigureLink";
import { doorOfAddress, measureOfAddress } from "./address";

type Erratum = Bulletin["errata"][number];

/** "文昌湖 · 到位省外资金 · 完成率"; the window is named where it is not the bulletin's own. */
export function erratumName(door: Door, measure: string, indicator: Indicator | undefined, unit: string, month: string, locale: Locale): string {
  const own = door.month === month && door.from === yearStart(month);
  return [
    unit,
    pick(indicator?.name, locale) || door.indicator,
    measure === "value" ? "" : term("measure", measure, locale),
    own ? "" : windowName(door.from, door.month, locale),
  ].filter(Boolean).join(" · ");
}

/** A printed value with the unit that stands behind it in the text. */
export function printed(display: string, measure: string, indicator: Indicator | undefined, locale: Locale): string {
  const own = measure === "value" || measure === "plan" || measure === "last_year";
  if (!own || !indicator || display === "—") return display;
  if (indicator.unit === "boolean") return truthText(display, locale);
  const plain = display.replace("−", "-");
  if (indicator.unit === "percent" || !isDecimal(plain)) return display;
  if (indicator.unit === "count") return `${display} ${pick(indicator.count_unit, locale)}`;
  // On the paper money is 亿元 with one decimal: the same precision in English is CNY bn with two.
  return locale === "en" ? `${group(shift(plain, 1, 2))} CNY bn` : `${display} 亿元`;
}

/** A truth in words, whichever way it was printed. */
export function truthText(display: string, locale: Locale): string {
  const words = messages(locale).figures;
  return display === "true" ? words.true_value : display === "false" ? words.false_value : display;
}

/** The panel's list. */
export function Errata({ errata, month, city }: { errata: readonly Erratum[]; month: string; city: string }) {
  const t = useText("bulletins");
  const { locale } = useLocale();
  const { by_code } = useIndicators();
  const names = useUnitNames();
  if (errata.length === 0) return <p className="quiet">{t.errata_none}</p>;
  return (
    <ul className="errata">
      {errata.map((each) => {
        const door = doorOfAddress(each.address, city);
        const measure = measureOfAddress(each.address);
        const indicator = by_code.get(door?.indicator ?? "");
        const value = (display: string) => printed(display, measure, indicator, locale);
        return (
          <li key={each.call}>
            <FigureLink door={door} className="errata-name">{door ? erratumName(door, measure, indicator, names(door.unit), month, locale) : each.call}</FigureLink>
            <span>{fill(t.errata_row, { printed: value(each.printed), now: value(each.now) })}</span>
          </li>
        );
      })}
    </ul>
  );
}
