/** The accounting months: one open at a time; closing, reopening the last one, opening the first. */
import { useState } from "react";
import { Link } from "react-router";
import type { MonthRow } from "@/api/contract";
import { useWhyNot } from "@/api/permits";
import { toProblem } from "@/api/problem";
import { useMonths } from "@/api/queries";
import { count } from "@/lib/format";
import { clockTime } from "@/lib/month";
import { paths } from "@/lib/paths";
import { useText } from "@/locales";
import { Hash } from "@/ui/Copy";
import { DataTable } from "@/ui/DataTable";
import { Empty } from "@/ui/Empty";
import { Fault } from "@/ui/Fault";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { Tag } from "@/ui/Tag";
import { MonthDialog, type MonthAct } from "./MonthDialog";
import { useReopenBar } from "./useReopenBar";

/** The list of months. */
export function MonthsPage() {
  const t = useText("months");
  const shell = useText("shell");
  const { data, error, refetch } = useMonths();
  const [act, setAct] = useState<MonthAct | null>(null);
  const why = useWhyNot("months.write");
  const rows = data?.items;
  const bar = useReopenBar(rows);
  const lastClosed = rows?.find((row) => row.state === "closed")?.month;
  const hasOpen = rows?.some((row) => row.state === "open") ?? false;
  const opening = <ReasonButton type="primary" why={why} onClick={() => setAct({ kind: "open" })}>{t.open_first}</ReasonButton>;
  const button = (row: MonthRow) =>
    row.state === "open" ? (
      <ReasonButton size="small" type="primary" why={why} onClick={() => setAct({ kind: "close", row })}>{t.close}</ReasonButton>
    ) : (
      <ReasonButton size="small" why={why ?? (row.month === lastClosed ? bar : t.reopen_locked)} onClick={() => setAct({ kind: "reopen", row })}>{t.reopen}</ReasonButton>
    );
  return (
    <div className="page">
      <PageHead title={t.title} actions={rows && rows.length > 0 && !hasOpen ? opening : null}>{t.intro}</PageHead>
      {error && <Fault problem={toProblem(error)} onRetry={() => void refetch()} />}
      {rows?.length === 0 && <section className="card"><Empty title={t.empty} hint={t.empty_hint} action={opening} /></section>}
      {rows?.length !== 0 && !error && (
        <section className="card card-flush" aria-label={t.title}>
          <DataTable
            rows={rows}
            rowKey={(row) => row.month}
            label={t.title}
            columns={[
              { key: "month", title: t.month, phone: "title", render: (row) => <Link to={paths.home({ month: row.month })}>{row.month}</Link> },
              { key: "state", title: t.state, phone: "figure", render: (row) => <Tag tone={row.state === "open" ? "action" : "plain"}>{shell[row.state]}</Tag> },
              { key: "opened", title: t.opened_at, nowrap: true, phone: "none", render: (row) => clockTime(row.opened_at) },
              { key: "closed", title: t.closed_at, nowrap: true, render: (row) => clockTime(row.closed_at) },
              { key: "head", title: t.head, render: (row) => <Hash value={row.head} /> },
              { key: "facts", title: t.head_seq, numeric: true, render: (row) => count(row.head_seq) },
              { key: "reopened", title: t.reopened_times, numeric: true, phone: "none", render: (row) => (row.reopened > 0 ? row.reopened : "—") },
              { key: "act", title: "", phone: "plain", render: button },
            ]}
          />
        </section>
      )}
      {act && <MonthDialog act={act} onClose={() => setAct(null)} />}
    </div>
  );
}
