/** The place to drop workbooks on, or to choose them with the keyboard; several go up one after another. */
import { InboxOutlined } from "@ant-design/icons";
import { useRef, useState, type DragEvent } from "react";
import { Link, useNavigate } from "react-router";
import { intake } from "@/api/calls";
import type { Batch } from "@/api/contract";
import { toProblem, type Problem } from "@/api/problem";
import { useForgetFigures } from "@/api/queries";
import { count } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, useLocale, useText } from "@/locales";
import { problemText } from "@/locales/problem";
import { Fault } from "@/ui/Fault";
import { CountsLine } from "./CountsLine";

/** What became of one of several files. */
interface Sent { name: string; batch: Batch | null; problem: Problem | null }

/** Uploads in turn: the server reads one workbook while the next one waits here. */
function useSending(onOne: (batch: Batch) => void) {
  const [sent, setSent] = useState<Sent[]>([]);
  const [at, setAt] = useState<{ done: number; of: number } | null>(null);
  const running = useRef(false);
  const forget = useForgetFigures();
  const send = async (files: File[]) => {
    if (running.current || files.length === 0) return;
    running.current = true;
    setSent([]);
    for (const [index, file] of files.entries()) {
      setAt({ done: index, of: files.length });
      const found: Sent = await intake.create(file).then(
        (batch) => ({ name: file.name, batch, problem: null }),
        (thrown: unknown) => ({ name: file.name, batch: null, problem: toProblem(thrown) }),
      );
      setSent((known) => [...known, found]);
      if (files.length === 1 && found.batch) onOne(found.batch);
    }
    running.current = false;
    setAt(null);
    await forget();
  };
  return { sent, at, send };
}

function SentFile({ file }: { file: Sent }) {
  const { locale } = useLocale();
  if (file.batch) return <li><Link to={paths.import_batch(file.batch.id)}>{file.name}</Link> <CountsLine counts={file.batch.counts} /></li>;
  return <li>{file.name} <span className="behind-words">{problemText(file.problem?.code, file.problem?.params, locale)}</span></li>;
}

/** One file leads to its batch, several to a list of theirs; `why` says why the account may not. */
export function Drop({ why }: { why: string | null }) {
  const t = useText("imports");
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const { sent, at, send } = useSending((batch) => void navigate(paths.import_batch(batch.id)));
  const take = (files: FileList | null) => {
    if (!why) void send([...(files ?? [])]);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const only = at === null && sent.length === 1 ? sent[0] : undefined;
  return (
    <div>
      <label className={`drop ${over ? "drop-over" : ""} ${why ? "drop-held" : ""}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={dropped}>
        <InboxOutlined aria-hidden />
        <b role="status">{at === null ? t.drop : at.of === 1 ? `${t.reading}…` : fill(t.sending, { n: count(at.done + 1), of: count(at.of) })}</b>
        <span>{why ?? t.drop_hint}</span>
        <input type="file" multiple accept=".xlsx,.xlsm,.xls,.csv,.ods" disabled={at !== null || Boolean(why)} onChange={(event) => { take(event.target.files); event.target.value = ""; }} />
      </label>
      {only?.problem && <Fault problem={only.problem} />}
      {(sent.length > 1 || (at?.of ?? 1) > 1) && (
        <div className="sent">
          <b>{t.sent}</b>
          <ul>{sent.map((file, index) => <SentFile key={index} file={file} />)}</ul>
        </div>
      )}
    </div>
  );
}
