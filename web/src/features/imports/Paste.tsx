/** Cells copied elsewhere come in by Ctrl-V anywhere on the page, or by a button where no key is at hand. */
import { SnippetsOutlined } from "@ant-design/icons";
import { Button, Input, Modal } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import { useText } from "@/locales";
import { ReasonButton } from "@/ui/ReasonButton";
import { pasteFile, type PasteFault } from "./pasted";

/** True where a paste belongs to what one types into. */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest("input, textarea, [contenteditable]:not([contenteditable='false'])");
  return field !== null && !(field instanceof HTMLInputElement && field.type === "file");
}

/** What a clipboard holds for an import: its text; its files only where it has no text, for Excel adds a picture of the cells. */
export function takenFrom(clipboard: DataTransfer | null): { text: string; files: File[] } {
  const text = clipboard?.getData("text/plain") ?? "";
  return { text, files: text.trim() === "" ? [...(clipboard?.files ?? [])].filter((file) => /\.(xlsx|xlsm|xls|csv)$/i.test(file.name)) : [] };
}

/** Takes pastes on the whole page while `take` is given. */
function usePastes(take: (text: string, files: File[]) => void, held: boolean) {
  const pasted = useEffectEvent((event: ClipboardEvent) => {
    if (held || event.defaultPrevented || isField(event.target)) return;
    event.preventDefault();
    const { text, files } = takenFrom(event.clipboardData);
    take(text, files);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => pasted(event);
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, []);
}

/** The button with its dialog, and the sentence for a paste that is no table. */
export function Paste({ why, busy, note, onFiles }: { why: string | null; busy: boolean; note?: string; onFiles: (files: File[]) => void }) {
  const t = useText("imports");
  const common = useText("common");
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [fault, setFault] = useState<PasteFault | null>(null);
  const take = (pasted: string, files: File[] = []) => {
    if (files.length > 0) {
      setFault(null);
      onFiles(files);
      return;
    }
    const file = pasteFile(pasted, t.paste_name, new Date());
    setFault(file instanceof File ? null : file);
    if (!(file instanceof File)) return;
    setOpen(false);
    setText("");
    onFiles([file]);
  };
  usePastes(take, open || busy || why !== null);
  const close = () => {
    setOpen(false);
    setFault(null);
  };
  const said = fault && <p className="notice notice-slow" role="alert">{t[fault]}</p>;
  return (
    <>
      <ReasonButton icon={<SnippetsOutlined />} why={why} loading={busy} onClick={() => setOpen(true)}>{t.paste}</ReasonButton>
      {!open && said}
      <Modal
        open={open}
        title={t.paste}
        onCancel={close}
        footer={[
          <Button key="no" onClick={close}>{common.cancel}</Button>,
          <Button key="yes" type="primary" onClick={() => take(text)}>{t.paste_submit}</Button>,
        ]}
      >
        <p className="form-note">{t.paste_how}</p>
        {note && <p className="form-note">{note}</p>}
        {said}
        <Input.TextArea className="paste-text" autoFocus rows={9} value={text} aria-label={t.paste} spellCheck={false} wrap="off" onChange={(event) => setText(event.target.value)} />
      </Modal>
    </>
  );
}
