/** A card: name, light, one big number, year on year, the bar with the schedule's tick, completion, target. */
import type { BoardCard, Indicator } from "@/api/contract";
import { count, headlineFigure, headlineMoney, percent, signed } from "@/lib/format";
import { monthName, yearStart } from "@/lib/month";
import { fill, pick, useLocale, useText } from "@/locales";
import { Bar } from "@/ui/Bar";
import { FigureLink } from "@/ui/FigureLink";
import { LightMark } from "@/ui/LightMark";

/** One figure of the city. */
export function Card({ card, indicator, month, schedule }: { card: BoardCard; indicator: Indicator | undefined; month: string; schedule: string }) {
  const t = useText("home");
  const common = useText("common");
  const { locale } = useLocale();
  const door = { indicator: card.indicator, month, from: yearStart(month), unit: null };
  const counted = pick(indicator?.count_unit, locale);
  const measure = card.unit === "CNY" ? common.money_headline : card.unit === "percent" ? "%" : counted;
  const name = pick(indicator?.name, locale) || card.indicator;
  const ratio = card.unit === "percent";
  const part = (code: string | null | undefined, value: number | null) => <FigureLink door={code ? { ...door, indicator: code } : null}>{count(value)}</FigureLink>;
  return (
    <section className="card figure-card" aria-label={name}>
      <div className="figure-card-head"><h2>{name}</h2><LightMark light={card.light} /></div>
      <div className="figure-card-value">
        <span><FigureLink door={door} className="big" label={`${name} ${headlineFigure(card.value, card.unit, locale)} ${measure}`}>{headlineFigure(card.value, card.unit, locale)}</FigureLink> <span className="figure-card-unit">{measure}</span></span>
        <span className="figure-card-side">
          {ratio && card.denominator !== null
            ? <>{part(indicator?.numerator, card.numerator)} / {part(indicator?.denominator, card.denominator)} {locale === "zh" && "个"}</>
            : <>{t.yoy} <FigureLink door={door} className="strong">{card.yoy === null ? "—" : `${signed(card.yoy)}%`}</FigureLink></>}
        </span>
      </div>
      <Bar value={ratio ? String(card.value ?? "0") : card.completion} tick={card.plan === null ? null : schedule} label={`${t.completion} ${percent(ratio ? String(card.value) : card.completion)}%`} />
      <div className="figure-card-foot">
        {ratio ? (
          <>
            <span>{fill(t.stock_at, { month: monthName(month, locale) })}</span>
            {card.planned_investment && <span>{t.planned_investment} <Investment card={card} door={door} /> {common.money_headline}</span>}
          </>
        ) : (
          <>
            <span>{t.completion} <FigureLink door={door} className="strong">{card.completion === null ? "—" : `${percent(card.completion)}%`}</FigureLink></span>
            <span>{card.plan === null ? t.no_plan : `${t.plan} ${headlineFigure(card.plan, card.unit, locale)} ${measure}`}</span>
          </>
        )}
      </div>
    </section>
  );
}

/** The planned investment of a stock is a figure of its own, with its own door. */
function Investment({ card, door }: { card: BoardCard; door: { month: string; from: string; unit: null } }) {
  const { locale } = useLocale();
  const code = card.planned_investment_indicator;
  return <FigureLink door={code ? { ...door, indicator: code } : null}>{headlineMoney(card.planned_investment, locale)}</FigureLink>;
}
