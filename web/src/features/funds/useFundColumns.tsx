/** The columns of the funds' table. */
import { Link } from "react-router";
import type { Fund } from "@/api/contract";
import { basisPoints, tableMoney } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import type { Column } from "@/ui/DataTable";
import { ReasonButton } from "@/ui/ReasonButton";
import { Tag } from "@/ui/Tag";

/** `why` bars reversals for all rows; a reversed row bars its own. */
export function useFundColumns(why: string | null, onReverse: (fund: Fund) => void): Column<Fund>[] {
  const t = useText("funds");
  const common = useText("common");
  const { locale } = useLocale();
  return [
    {
      key: "voucher", title: t.voucher, phone: "title",
      render: (row) => (
        <>
          <span className={row.reversed ? "cell-struck" : ""}>{row.voucher}</span>{" "}
          {row.reversed && <Tag tone="behind">{t.reversed}</Tag>} {row.late && <Tag tone="slow" hint={fill(t.late_hint, { month: row.origin_month })}>{t.late}</Tag>}
        </>
      ),
    },
    { key: "project", title: t.project, phone: "plain", render: (row) => <><Link to={paths.project(row.project.id)}>{row.project.name}</Link><span className="cell-second">{row.payer}</span></> },
    { key: "unit", title: t.unit, nowrap: true, render: (row) => unitName(row.unit, locale) },
    { key: "kind", title: t.kind, phone: "none", render: (row) => term("fund_kind", row.kind, locale) },
    { key: "arrived_on", title: t.arrived_on, nowrap: true, render: (row) => row.arrived_on },
    { key: "month", title: t.month, nowrap: true, phone: "none", render: (row) => row.month },
    { key: "amount", title: t.amount, unit: common.money_table, numeric: true, phone: "figure", render: (row) => tableMoney(row.amount, locale, 2) },
    { key: "share", title: t.share, unit: "%", numeric: true, phone: "none", render: (row) => basisPoints(row.other_province_bp) },
    { key: "counted", title: t.counted, unit: common.money_table, numeric: true, render: (row) => tableMoney(row.counted_amount, locale, 2) },
    { key: "act", title: "", phone: "plain", render: (row) => <ReasonButton size="small" why={row.reversed ? t.reverse_locked : why} onClick={() => onReverse(row)}>{t.reverse}</ReasonButton> },
  ];
}
