/** The columns of the funds' table. What was reversed is struck through, counts nothing, and says why. */
import { Link } from "react-router";
import type { Fund } from "@/api/contract";
import { basisPoints, tableMoney } from "@/lib/format";
import { yearStart } from "@/lib/month";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import type { Column } from "@/ui/DataTable";
import { FactLink } from "@/ui/FactLink";
import { ReasonButton } from "@/ui/ReasonButton";
import { Tag } from "@/ui/Tag";
import { fundState } from "./reversal";

function States({ fund }: { fund: Fund }) {
  const t = useText("funds");
  const state = fundState(fund);
  return (
    <>
      {state === "reduced" && <Tag tone="behind" hint={fund.reversal_reason ?? undefined}>{t.reversed}</Tag>}
      {state === "undone" && <Tag hint={t.undone_hint}>{t.undone}</Tag>}
      {state === "remainder" && <Tag tone="action">{t.remainder}</Tag>}{" "}
      {fund.late && <Tag tone="slow" hint={fill(t.late_hint, { month: fund.origin_month })}>{t.late}</Tag>}
    </>
  );
}

/** The indicator that a fund counts in. */
const FUNDS = "funds_arrived";

/** `why` bars reversals for all rows; a reversed row bars its own. */
export function useFundColumns(why: string | null, onReverse: (fund: Fund) => void): Column<Fund>[] {
  const t = useText("funds");
  const common = useText("common");
  const { locale } = useLocale();
  const struck = (row: Fund) => (row.reversed ? "cell-struck" : "");
  return [
    { key: "voucher", title: t.voucher, phone: "title", fixed: true, render: (row) => <><FactLink door={{ indicator: FUNDS, month: row.month, from: yearStart(row.month), unit: row.unit.code }} seq={row.fact_seq} className={struck(row)}>{row.voucher}</FactLink> <States fund={row} /></> },
    { key: "project", title: t.project, phone: "plain", render: (row) => <><Link to={paths.project(row.project.id)}>{row.project.name}</Link><span className="cell-second">{row.payer}</span></> },
    { key: "unit", title: t.unit, nowrap: true, render: (row) => unitName(row.unit, locale) },
    { key: "kind", title: t.kind, phone: "none", render: (row) => term("fund_kind", row.kind, locale) },
    { key: "arrived_on", title: t.arrived_on, nowrap: true, render: (row) => row.arrived_on },
    { key: "month", title: t.month, nowrap: true, phone: "none", render: (row) => row.month },
    { key: "amount", title: t.amount, unit: common.money_table, numeric: true, phone: "figure", render: (row) => <span className={struck(row)}>{tableMoney(row.amount, locale, 2)}</span> },
    { key: "share", title: t.share, unit: "%", numeric: true, phone: "none", render: (row) => <span className={struck(row)}>{basisPoints(row.other_province_bp)}</span> },
    {
      key: "counted", title: t.counted, unit: common.money_table, numeric: true,
      render: (row) => (row.reversed ? <><span className="cell-struck">{tableMoney(row.counted_amount, locale, 2)}</span> 0</> : tableMoney(row.counted_amount, locale, 2)),
    },
    { key: "act", title: "", phone: "plain", fixed: true, render: (row) => <ReasonButton className="column-acts" size="small" why={row.reversed ? t.reverse_locked : why} onClick={() => onReverse(row)}>{t.reverse}</ReasonButton> },
  ];
}
