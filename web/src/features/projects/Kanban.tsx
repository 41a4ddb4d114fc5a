/** The projects by stage, one column a stage; read-only, since a stage follows from recognised milestones. */
import { Button, Select } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { work } from "@/api/calls";
import type { ProjectRow } from "@/api/contract";
import { usePages } from "@/api/queries";
import { compare } from "@/lib/decimal";
import { tableMoney } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Bar } from "@/ui/Bar";
import { Fault } from "@/ui/Fault";
import { ScrollTable } from "@/ui/ScrollTable";
import { Skeleton } from "@/ui/Skeleton";
import { usePhone } from "@/ui/usePhone";
import { Marks } from "./Marks";
import { shareOf } from "./share";
import { STAGES } from "./stages";

const CARDS = 20;

function Card({ row, result }: { row: ProjectRow; result: string[] }) {
  const t = useText("projects");
  const common = useText("common");
  const { locale } = useLocale();
  const share = compare(row.planned_investment, "0") > 0 ? shareOf(row.arrived, row.planned_investment) : null;
  return (
    <li className="kanban-card">
      <Link to={paths.project(row.id)} state={{ result }}>{row.name}</Link>
      <span className="kanban-line"><span>{unitName(row.unit, locale)}</span><span>{tableMoney(row.planned_investment, locale, 2)} <small>{common.money_table}</small></span></span>
      {share !== null && compare(row.arrived, "0") > 0 ? (
        <span className="kanban-arrived"><Bar value={share} label={fill(t.money_share, { percent: share })} /><small>{fill(t.kanban_arrived, { percent: share })}</small></span>
      ) : (
        <small>{t.money_none}</small>
      )}
      <Marks row={row} />
    </li>
  );
}

function Stage({ stage, query }: { stage: string; query: Record<string, string> }) {
  const t = useText("projects");
  const common = useText("common");
  const { locale } = useLocale();
  const asked = { ...query, stage };
  const list = usePages(["projects", "kanban", asked], (after) => work.projects({ ...asked, after, limit: CARDS }));
  const result = (list.items ?? []).map((row) => row.id);
  const name = term("stage", stage, locale);
  return (
    <section className="kanban-stage" aria-label={name}>
      <h3>{name} {list.first && <small>{fill(list.first.total_exact ? t.kanban_total : t.kanban_at_least, { n: list.first.total })}</small>}</h3>
      {list.error && <Fault problem={list.error} onRetry={list.refetch} />}
      {!list.items && !list.error && <Skeleton lines={6} height={24} />}
      {list.items?.length === 0 && <p className="quiet kanban-none">{t.kanban_none}</p>}
      <ul>{list.items?.map((row) => <Card key={row.id} row={row} result={result} />)}</ul>
      {list.hasNext && <Button size="small" block loading={list.isFetching} onClick={list.next}>{common.more}</Button>}
    </section>
  );
}

/** The board; with a stage chosen only that column, on a phone always one. */
export function Kanban({ query }: { query: Record<string, string> }) {
  const t = useText("projects");
  const { locale } = useLocale();
  const phone = usePhone();
  const { stage: chosen, ...rest } = query;
  const [one, setOne] = useState<string>("signed");
  const stages = chosen ? [chosen] : phone ? [one] : STAGES;
  return (
    <>
      <p className="form-note">{t.kanban_hint}</p>
      {phone && !chosen && <Select value={one} aria-label={t.stage} className="kanban-choice" onChange={setOne} options={STAGES.map((stage) => ({ value: stage, label: term("stage", stage, locale) }))} />}
      <ScrollTable label={t.kanban}>
        <div className={`kanban ${stages.length === 1 ? "kanban-one" : ""}`}>{stages.map((stage) => <Stage key={stage} stage={stage} query={rest} />)}</div>
      </ScrollTable>
    </>
  );
}
