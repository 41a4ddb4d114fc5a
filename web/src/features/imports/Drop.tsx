/** The place to drop workbooks on, or to choose them with the keyboard; several go up one after another. */
import { InboxOutlined } from "@ant-design/icons";
import { useState, type DragEvent } from "react";
import { Link, useNavigate } from "react-router";
import { count } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, useLocale, useText } from "@/locales";
import { problemText } from "@/locales/problem";
import { Fault } from "@/ui/Fault";
import { CountsLine } from "./CountsLine";
import { Paste } from "./Paste";
import { useSending, type Sent } from "./useSending";

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
      <div className="paste-line">
        <Paste why={why} busy={at !== null} onFiles={(files) => void send(files)} />
        {!why && <span className="form-note">{t.paste_hint}</span>}
      </div>
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
