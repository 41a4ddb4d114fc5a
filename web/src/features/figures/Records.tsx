/** The records that an indicator's figure is the sum of, as a list on its page; each leads to its fact. */
import { Segmented } from "antd";
import { useState } from "react";
import { ledger } from "@/api/calls";
import type { Indicator, LineageItem } from "@/api/contract";
import { useIndicators, usePages } from "@/api/queries";
import { group, tableMoney } from "@/lib/format";
import { recordPath } from "@/lib/paths";
import { pick, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Link } from "react-router";
import { DataTable, type Column } from "@/ui/DataTable";
import { FactLink } from "@/ui/FactLink";
import { Fault } from "@/ui/Fault";
import { useCovers } from "@/ui/scope";
import { Section } from "@/ui/Section";
import { Tag } from "@/ui/Tag";
import { measureName } from "./measure";

function List({ indicator, month, from, unit }: { indicator: Indicator; month: string; from: string; unit: string | null }) {
  const t = useText("figures");
  const common = useText("common");
  const door = useText("door");
  const { locale } = useLocale();
  const money = indicator.unit === "CNY";
  const list = usePages<LineageItem>(["lineage", indicator.code, month, from, unit, "page"], (after) => ledger.lineage({ indicator: indicator.code, month, from, unit, after, limit: 20 }));
  if (list.error) return <Fault problem={list.error} onRetry={list.refetch} />;
  const subject = (row: LineageItem) => {
    const to = recordPath(row.subject.kind, row.subject.id ?? "");
    return to ? <Link to={to}>{row.subject.name}</Link> : row.subject.name;
  };
  const columns: Column<LineageItem>[] = [
    { key: "subject", title: t.record, phone: "title", render: (row) => <>{subject(row)} {row.reverses !== null && <Tag tone="behind">{door.reversed}</Tag>}</> },
    { key: "kind", title: t.record_kind, nowrap: true, render: (row) => term("fact_kind", row.kind, locale) },
    { key: "on", title: common.date, nowrap: true, render: (row) => row.occurred_on },
    { key: "month", title: t.record_month, nowrap: true, phone: "none", render: (row) => row.month },
    { key: "reference", title: t.record_reference, phone: "none", render: (row) => row.reference || "—" },
    {
      key: "amount", title: t.value, unit: measureName(indicator, common, locale), numeric: true, phone: "figure",
      render: (row) => <FactLink door={{ indicator: indicator.code, month, from, unit }} seq={row.seq}>{money ? tableMoney(row.amount, locale, 2) : group(String(row.count))}</FactLink>,
    },
  ];
  return <DataTable dense columns={columns} rows={list.items} rowKey={(row) => row.seq} label={t.records} empty={{ title: door.empty, hint: door.empty_hint }} total={list.first?.total} hasNext={list.hasNext} onNext={list.next} fetching={list.isFetching} />;
}

/** The card of records; a ratio has two lists, a truth none of its own. */
export function Records({ indicator, month, from, unit }: { indicator: Indicator; month: string; from: string; unit: string | null }) {
  const t = useText("figures");
  const { locale } = useLocale();
  const { by_code } = useIndicators();
  const covers = useCovers();
  const [which, setWhich] = useState(0);
  if (indicator.sort === "double_half" || !covers(unit)) return null;
  const parts = [indicator.numerator, indicator.denominator].flatMap((code) => (code ? (by_code.get(code) ?? []) : []));
  const shown = parts[which] ?? parts[0] ?? indicator;
  return (
    <Section
      title={t.records}
      hint={parts.length > 1 ? pick(shown.name, locale) : t.records_hint}
      flush
      className="records"
      actions={parts.length > 1 && <Segmented size="small" value={which} aria-label={t.records} onChange={setWhich} options={[{ value: 0, label: t.numerator }, { value: 1, label: t.denominator }]} />}
    >
      <List key={shown.code} indicator={shown} month={month} from={from} unit={unit} />
    </Section>
  );
}
