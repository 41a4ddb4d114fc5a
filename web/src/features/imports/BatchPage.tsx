/** One batch, from reading to undo. It lives on the server: leaving the page loses nothing. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { intake } from "@/api/calls";
import type { Batch } from "@/api/contract";
import { isWorking } from "@/api/running";
import { toProblem } from "@/api/problem";
import { useFilters } from "@/lib/filters";
import { count } from "@/lib/format";
import { clockTime } from "@/lib/month";
import { paths } from "@/lib/paths";
import { fill, useText } from "@/locales";
import { Empty } from "@/ui/Empty";
import { Fault } from "@/ui/Fault";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { Steps } from "@/ui/Steps";
import { CommitBar } from "./CommitBar";
import { PasteAnew } from "./PasteAnew";
import { isPaste } from "./pasted";
import { BatchProgress, StateTag } from "./StateTag";
import { Preview } from "./Preview";
import { SheetMapping } from "./SheetMapping";
import { SheetTabs } from "./SheetTabs";
import "./imports.css";

const KEYS = ["sheet", "status"] as const;

/** How far a batch is, as steps. */
export function batchSteps(batch: Pick<Batch, "state" | "sheets">, names: { upload: string; map: string; check: string; commit: string }) {
  const missing = batch.sheets.some((sheet) => sheet.kind !== null && sheet.missing.length > 0);
  const at = batch.state === "reading" ? 1 : batch.state === "preview" ? (missing ? 1 : 2) : 3;
  const finished = batch.state === "committed" || batch.state === "undone";
  return (["upload", "map", "check", "commit"] as const).map((key, index) => ({
    key,
    name: names[key],
    date: null,
    state: index < at || finished ? ("done" as const) : index === at ? ("now" as const) : ("later" as const),
  }));
}

function Working({ batch }: { batch: Batch }) {
  const t = useText("imports");
  const { done, total } = batch.progress;
  return (
    <section className="card" role="status">
      <p><b>{batch.state === "reading" ? t.reading : t.committing}</b> {total > 0 && fill(t.progress, { done: count(done), total: count(total) })}</p>
      <BatchProgress batch={batch} />
      <p className="form-note">{t.leave_ok}</p>
    </section>
  );
}

/** No table of the file was recognised: what that means, and what to do about it. */
function NothingFound({ batch }: { batch: Batch }) {
  const t = useText("imports");
  const empty = batch.sheets.length === 0 || batch.sheets.every((sheet) => sheet.notes.includes("empty"));
  return (
    <section className="card">
      <Empty title={empty ? t.nothing_inside : t.nothing_found} hint={empty ? t.nothing_inside_hint : isPaste(batch.file_name) ? t.nothing_found_paste : t.nothing_found_hint} action={<Link to={paths.imports()}>{t.to_templates}</Link>} />
    </section>
  );
}

/** The page of a batch. */
export function BatchPage() {
  const { id = "" } = useParams();
  const t = useText("imports");
  const { filters, set } = useFilters(KEYS);
  const { data: batch, error, refetch } = useQuery({
    queryKey: ["import", id],
    queryFn: () => intake.get(id),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 800 : false),
  });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!batch) return <div className="page"><Skeleton lines={10} /></div>;
  const sheet = batch.sheets.find((each) => each.sheet === filters.sheet) ?? batch.sheets.find((each) => each.kind !== null) ?? batch.sheets[0];
  const working = isWorking(batch);
  return (
    <div className="page">
      <PageHead title={batch.file_name} actions={<PasteAnew />}>
        <StateTag state={batch.state} /> <span>{batch.created_by} · {clockTime(batch.created_at)}</span>
      </PageHead>
      <section className="card"><Steps label={t.title} steps={batchSteps(batch, { upload: t.step_upload, map: t.step_map, check: t.step_check, commit: t.step_commit })} /></section>
      {batch.failure && <Fault problem={batch.failure} />}
      {working && <Working batch={batch} />}
      {!working && <CommitBar batch={batch} />}
      {!working && batch.sheets.length > 1 && <SheetTabs sheets={batch.sheets} chosen={sheet?.sheet ?? ""} onChoose={(name) => set({ sheet: name, status: "" })} />}
      {!working && batch.state === "preview" && batch.sheets.every((each) => each.kind === null) && <NothingFound batch={batch} />}
      {!working && sheet && (
        <>
          {batch.state === "preview" && <SheetMapping key={`${sheet.sheet}-${sheet.kind}`} batch={batch} sheet={sheet} />}
          {sheet.kind !== null && <Preview batch={batch} sheet={sheet} status={filters.status} onStatus={(status) => set({ status })} />}
        </>
      )}
    </div>
  );
}
