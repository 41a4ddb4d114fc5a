/** A small sign of one's own imports under way, on every other page, and the word when one has ended. */
import { LoadingOutlined } from "@ant-design/icons";
import { useEffect, useRef } from "react";
import { Link, useLocation } from "react-router";
import type { Batch, Session } from "@/api/contract";
import { useForgetFigures } from "@/api/queries";
import { ended, isWorking, useRecentImports } from "@/api/running";
import { percentDone } from "@/lib/format";
import { paths, routes } from "@/lib/paths";
import { fill, useText } from "@/locales";
import { useToast } from "@/ui/toast";

/** What became of a batch, in one of the words of `imports`. */
export function endWord({ state, failure }: Pick<Batch, "state" | "failure">): "ended_failed" | "ended_read" | "ended_undone" | "ended_committed" {
  if (failure !== null || state === "failed") return "ended_failed";
  return state === "preview" ? "ended_read" : state === "undone" ? "ended_undone" : "ended_committed";
}

/** The link to the batch, or to all where several are under way; nothing on the pages of imports, which show more. */
export function ImportSign({ session }: { session: Session }) {
  const t = useText("imports");
  const say = useToast();
  const forget = useForgetFigures();
  const { pathname } = useLocation();
  const { data } = useRecentImports();
  const before = useRef<ReadonlySet<string>>(new Set());
  const own = data?.filter((batch) => batch.created_by === session.account.name);
  useEffect(() => {
    if (!own) return;
    const done = ended(before.current, own);
    before.current = new Set(own.filter(isWorking).map((batch) => batch.id));
    if (done.length === 0) return;
    // What was read or written changes what every page shows.
    void forget();
    const told = done.filter((batch) => pathname !== paths.import_batch(batch.id));
    if (told.length > 0) say(told.map((batch) => fill(t[endWord(batch)], { file: batch.file_name })).join(" · "));
  });
  const [one, ...others] = own?.filter(isWorking) ?? [];
  if (!one || pathname.startsWith(routes.imports)) return null;
  const share = percentDone(one.progress.done, one.progress.total);
  const words = others.length > 0 ? fill(t.sign_several, { n: others.length + 1 }) : one.state === "reading" ? t.sign_reading : t.sign_committing;
  return (
    <Link className="import-sign" role="status" to={others.length > 0 ? paths.imports() : paths.import_batch(one.id)} title={one.file_name}>
      <LoadingOutlined aria-hidden /> <span>{words}</span> {others.length === 0 && share !== null && <b>{share}</b>}
    </Link>
  );
}
