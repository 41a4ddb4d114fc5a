/** The records that a figure is the sum of, page by page, with the sum line. */
import { Button } from "antd";
import { ledger } from "@/api/calls";
import type { Indicator, Lineage, LineageItem, OpeningTotal } from "@/api/contract";
import { usePages } from "@/api/queries";
import { useUnitNames } from "@/api/useUnitNames";
import type { Door } from "@/lib/door";
import { group, tableMoney } from "@/lib/format";
import { fill, pick, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Empty } from "@/ui/Empty";
import { Fault } from "@/ui/Fault";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { OpeningTotals } from "./OpeningTotals";
import { differs, sumOf, totalsOf } from "./totals";

function Marks({ item }: { item: LineageItem }) {
  const t = useText("door");
  return (
    <>
      {item.opening && <Tag>{t.opening}</Tag>}
      {item.late && <Tag tone="slow" hint={fill(t.late_hint, { month: item.origin_month, booked: item.month })}>{t.late}</Tag>}
      {item.reverses !== null && <Tag tone="behind">{fill(t.reversal_of, { seq: item.reverses })}</Tag>}
      {item.replaces !== null && <Tag>{fill(t.replacement_of, { seq: item.replaces })}</Tag>}
      {item.reversed_by !== null && <Tag tone="behind">{t.reversed}</Tag>}
    </>
  );
}

function Item({ item, money, onFact }: { item: LineageItem; money: boolean; onFact: (seq: number) => void }) {
  const { locale } = useLocale();
  return (
    <li>
      <button type="button" className="door-item" onClick={() => onFact(item.seq)}>
        <span className="door-item-name">{item.subject.name}</span>
        <span className="door-item-value">{money ? tableMoney(item.amount, locale, 2) : group(String(item.count))}</span>
        <span className="door-item-line">
          {[term("fact_kind", item.kind, locale), item.occurred_on, item.reference].filter(Boolean).join(" · ")}
        </span>
        <span className="door-item-marks"><Marks item={item} /></span>
      </button>
    </li>
  );
}

/** The sum as printed, and a warning should the ledger ever contradict itself. */
function SumLine({ first, totals, money, unit }: { first: Lineage; totals: OpeningTotal[]; money: boolean; unit: string }) {
  const t = useText("door");
  const { locale } = useLocale();
  const list = first.lists.find((each) => each.indicator === first.list) ?? first.lists[0];
  const sum = sumOf(list, totals, money);
  const show = (amount: string) => (money ? tableMoney(amount, locale, 2) : group(amount));
  return (
    <>
      <p className="door-sum">
        <span>{fill(t.sums_to, { n: first.total + totals.length })}</span>
        <b>{show(sum)} <small>{unit}</small></b>
      </p>
      {differs(list, sum) && <p className="notice notice-slow" role="alert">{fill(t.differs, { sum: show(sum) })}</p>}
    </>
  );
}

/** One list behind a figure; `short` ones (of a ratio) begin with fewer rows. */
export function LineageList({ door, indicator, title, onFact, short = false }: { door: Door; indicator: Indicator | undefined; title?: string; onFact: (seq: number) => void; short?: boolean }) {
  const t = useText("door");
  const common = useText("common");
  const { locale } = useLocale();
  const names = useUnitNames();
  const limit = short ? 8 : 25;
  const list = usePages<LineageItem>(["lineage", door.indicator, door.month, door.from, door.unit, limit], (after) => ledger.lineage({ ...door, after, limit }));
  const first = list.first as Lineage | undefined;
  const money = (indicator?.unit ?? first?.measure_unit) === "CNY";
  const unit = money ? common.money_table : pick(indicator?.count_unit, locale);
  const totals = totalsOf(first?.opening_totals ?? [], first?.list ?? "");
  const lastYear = totalsOf(first?.last_year_opening_totals ?? [], first?.list ?? "");
  const rows = list.items ?? [];
  const behind = rows.length + totals.length;
  return (
    <section className="door-list" aria-label={title ?? fill(t.list_of, { name: pick(indicator?.name, locale) })}>
      {title && <h3>{title}</h3>}
      {list.error && <Fault problem={{ ...list.error, params: { ...list.error.params, unit: names(door.unit) } }} onRetry={list.refetch} />}
      {!list.items && !list.error && <Skeleton lines={6} height={28} />}
      {first && behind === 0 && <Empty title={t.empty} hint={t.empty_hint} />}
      {first && behind > 0 && <SumLine first={first} totals={totals} money={money} unit={unit} />}
      <OpeningTotals totals={totals} money={money} onFact={onFact} />
      {first && rows.length > 0 && (
        <>
          <ul>{rows.map((item) => <Item key={item.seq} item={item} money={money} onFact={onFact} />)}</ul>
          <p className="door-more">
            <span>{fill(common.shown, { n: rows.length })} / {first.total}</span>
            {list.hasNext && <Button size="small" loading={list.isFetching} onClick={list.next}>{common.more}</Button>}
          </p>
        </>
      )}
      {lastYear.length > 0 && <h4 className="door-last-year">{t.last_year_totals}</h4>}
      <OpeningTotals totals={lastYear} money={money} onFact={onFact} />
    </section>
  );
}
