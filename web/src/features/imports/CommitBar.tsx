/** What the batch will do or did, and the act that comes next: commit it, undo it. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { intake } from "@/api/calls";
import type { Batch, Undone } from "@/api/contract";
import { useWhyNot } from "@/api/permits";
import { useAct } from "@/api/useAct";
import { useMonth } from "@/api/useMonth";
import { count } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, useLocale, useText } from "@/locales";
import { problemText } from "@/locales/problem";
import { Fault } from "@/ui/Fault";
import { ReasonButton } from "@/ui/ReasonButton";
import { useToast } from "@/ui/toast";
import { useHere } from "@/ui/useHere";
import { CountsLine } from "./CountsLine";
import { Discard } from "./Discard";
import { useKindName } from "./kinds";

function Kept({ undone }: { undone: Undone }) {
  const t = useText("imports");
  const common = useText("common");
  const { locale } = useLocale();
  const kindName = useKindName();
  if (undone.kept.length === 0) return null;
  return (
    <div className="notice notice-slow">
      <b>{fill(t.kept, { n: undone.kept.length })}</b> {t.kept_hint}
      <ul>{undone.kept.map((each) => <li key={`${each.kind}-${each.key}`}>{kindName(each.kind)} {each.key}{common.colon}{problemText(each.code, each.params, locale)}</li>)}</ul>
    </div>
  );
}

/** The bar under the steps. */
export function CommitBar({ batch }: { batch: Batch }) {
  const t = useText("imports");
  const common = useText("common");
  const projects = useText("projects");
  const { locale } = useLocale();
  const client = useQueryClient();
  const { open_month } = useMonth();
  const [asking, setAsking] = useState<"commit" | "undo" | null>(null);
  const [undone, setUndone] = useState<Undone | null>(null);
  const barred = useWhyNot("imports.write");
  const commit = useAct(() => intake.commit(batch.id));
  const undo = useAct(() => intake.undo(batch.id));
  const rows = batch.counts.new + batch.counts.changed;
  const keep = (next: Batch) => client.setQueryData(["import", batch.id], next);
  // What takes longer is told by the shell; what ends while one has just left the page, here.
  const here = useHere();
  const say = useToast();
  const doCommit = async () => {
    setAsking(null);
    const answer = await commit.run();
    if (!answer) return;
    keep(answer.done);
    if (!here() && answer.done.state === "committed") say(fill(t.ended_committed, { file: batch.file_name }));
  };
  const doUndo = async () => {
    setAsking(null);
    const answer = await undo.run();
    if (!answer) return;
    setUndone(answer.done);
    keep(answer.done.batch);
  };
  const problem = commit.problem ?? undo.problem;
  const undoWhy = barred ?? (batch.undo.possible ? null : problemText(batch.undo.code, batch.undo.params, locale));
  return (
    <section className="card commit-bar">
      <div className="commit-line">
        <CountsLine counts={batch.counts} />
        <span className="commit-acts">
          {batch.state === "preview" && <ReasonButton type="primary" loading={commit.busy} why={barred ?? (rows === 0 ? t.commit_none : null)} onClick={() => setAsking("commit")}>{fill(t.commit, { n: count(rows) })}</ReasonButton>}
          {(batch.state === "preview" || batch.state === "failed") && barred === null && <Discard id={batch.id} />}
          {batch.state === "committed" && <ReasonButton danger loading={undo.busy} why={undoWhy} onClick={() => setAsking("undo")}>{t.undo}</ReasonButton>}
          {batch.state !== "preview" && <Link to={paths.imports()}>{t.again}</Link>}
        </span>
      </div>
      {batch.state === "preview" && rows > 0 && <p className="notice">{open_month ? fill(t.books_in, { month: open_month }) : projects.no_open_month}</p>}
      {batch.state === "preview" && batch.counts.refused > 0 && <p className="form-note">{fill(t.commit_refused, { n: count(batch.counts.refused) })}</p>}
      {batch.state === "committed" && <p className="notice notice-good">{fill(t.committed, { n: count(rows), month: batch.month ?? "—" })}</p>}
      {batch.state === "undone" && <p className="notice">{t.undone}</p>}
      {problem && <Fault problem={problem} />}
      {undone && <Kept undone={undone} />}
      <Modal
        open={asking !== null}
        title={asking === "undo" ? t.undo : fill(t.commit, { n: count(rows) })}
        onCancel={() => setAsking(null)}
        footer={[
          <Button key="no" onClick={() => setAsking(null)}>{common.cancel}</Button>,
          <Button key="yes" type="primary" danger={asking === "undo"} onClick={() => void (asking === "undo" ? doUndo() : doCommit())}>{asking === "undo" ? t.undo : fill(t.commit, { n: count(rows) })}</Button>,
        ]}
      >
        {asking === "undo" ? t.undo_confirm : fill(t.commit_confirm, { new: count(batch.counts.new), changed: count(batch.counts.changed), month: open_month ?? projects.no_open_month })}
      </Modal>
    </section>
  );
}
