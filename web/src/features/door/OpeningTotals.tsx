/** Totals from before the books that a figure contains: each with its document, and the fact behind it. */
import type { OpeningTotal } from "@/api/contract";
import { group, tableMoney } from "@/lib/format";
import { fill, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Tag } from "@/ui/Tag";
import { isTakenOff } from "./totals";

function Item({ total, money, onFact }: { total: OpeningTotal; money: boolean; onFact: (seq: number) => void }) {
  const t = useText("door");
  const { locale } = useLocale();
  const value = String(total.value);
  return (
    <li>
      <button type="button" className="door-item" onClick={() => onFact(total.seq)}>
        <span className="door-item-name">{total.document}</span>
        <span className="door-item-value">{money ? tableMoney(value, locale, 2) : group(value)}</span>
        <span className="door-item-line">{[fill(t.total_until, { month: total.until }), fill(t.fact, { seq: total.seq })].join(" · ")}</span>
        <span className="door-item-marks">
          <Tag>{term("fact_kind", "opening.total", locale)}</Tag>
          {isTakenOff(total) && <Tag tone="slow" hint={t.taken_off_hint}>{t.taken_off}</Tag>}
        </span>
      </button>
    </li>
  );
}

/** The totals, as lines of the list; nothing where there are none. */
export function OpeningTotals({ totals, money, onFact }: { totals: readonly OpeningTotal[]; money: boolean; onFact: (seq: number) => void }) {
  const { locale } = useLocale();
  if (totals.length === 0) return null;
  return (
    <ul aria-label={term("fact_kind", "opening.total", locale)}>
      {totals.map((total) => <Item key={total.seq} total={total} money={money} onFact={onFact} />)}
    </ul>
  );
}
