/** The place to drop a workbook on, or to choose one with the keyboard. */
import { InboxOutlined } from "@ant-design/icons";
import { useRef, useState, type DragEvent } from "react";
import { useNavigate } from "react-router";
import { intake } from "@/api/calls";
import { useAct } from "@/api/useAct";
import { paths } from "@/lib/paths";
import { useText } from "@/locales";
import { Fault } from "@/ui/Fault";

/** Sends the file and goes to its batch; `why` says why the account may not. */
export function Drop({ why }: { why: string | null }) {
  const t = useText("imports");
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { run, busy, problem } = useAct((file: File) => intake.create(file));
  const send = async (file: File | undefined) => {
    if (!file || why) return;
    const answer = await run(file);
    if (answer) void navigate(paths.import_batch(answer.done.id));
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <div>
      <label className={`drop ${over ? "drop-over" : ""} ${why ? "drop-held" : ""}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={dropped}>
        <InboxOutlined aria-hidden />
        <b>{busy ? `${t.reading}…` : t.drop}</b>
        <span>{why ?? t.drop_hint}</span>
        <input ref={input} type="file" accept=".xlsx,.xlsm,.xls,.csv,.ods" disabled={busy || Boolean(why)} onChange={(event) => { void send(event.target.files?.[0]); event.target.value = ""; }} />
      </label>
      {problem && <Fault problem={problem} />}
    </div>
  );
}
