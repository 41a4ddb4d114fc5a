/** A paste on a batch's page: it becomes a batch of its own, and says so. */
import { useNavigate } from "react-router";
import { useWhyNot } from "@/api/permits";
import { paths } from "@/lib/paths";
import { fill, useText } from "@/locales";
import { Fault } from "@/ui/Fault";
import { useToast } from "@/ui/toast";
import { Paste } from "./Paste";
import { useSending } from "./useSending";

/** The button; Ctrl-V anywhere on the page does the same. */
export function PasteAnew() {
  const t = useText("imports");
  const navigate = useNavigate();
  const say = useToast();
  const why = useWhyNot("imports.write");
  const { sent, at, send } = useSending((batch) => {
    say(fill(t.paste_anew, { file: batch.file_name }));
    void navigate(paths.import_batch(batch.id));
  });
  const problem = at === null ? sent[0]?.problem : null;
  return (
    <>
      <Paste why={why} busy={at !== null} note={t.paste_anew_note} onFiles={(files) => void send(files.slice(0, 1))} />
      {problem && <Fault problem={problem} />}
    </>
  );
}
