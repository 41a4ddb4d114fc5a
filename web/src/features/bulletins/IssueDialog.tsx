/** The question before issuing: what freezes, and which numbers nobody can trace, ticked one time by a person. */
import { Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { fill, useText } from "@/locales";
import { ReasonButton } from "@/ui/ReasonButton";
import type { TypedNumber } from "./typed";

/** Open while it is mounted; `numbers` must be confirmed before the act. */
export function IssueDialog({ title, figures, numbers, busy, onIssue, onClose }: {
  title: string;
  figures: number;
  numbers: readonly TypedNumber[];
  busy: boolean;
  onIssue: () => void;
  onClose: () => void;
}) {
  const t = useText("bulletins");
  const common = useText("common");
  const [ticked, tick] = useState(false);
  const why = numbers.length > 0 && !ticked ? t.typed_tick_first : null;
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>{common.cancel}</Button>,
        <ReasonButton key="yes" type="primary" loading={busy} why={why} onClick={onIssue}>{t.issue}</ReasonButton>,
      ]}
    >
      <p>{fill(t.issue_confirm, { n: figures })}</p>
      {numbers.length > 0 && (
        <div className="notice notice-slow typed-numbers">
          <p>{fill(t.typed_listed, { n: numbers.length })}</p>
          <ul>
            {numbers.map(({ text, lines }) => <li key={text}><b>{text}</b> <span>{lines.map((line) => fill(t.line, { line })).join(common.list_comma)}</span></li>)}
          </ul>
          <Checkbox checked={ticked} onChange={(event) => tick(event.target.checked)}>{t.typed_tick}</Checkbox>
        </div>
      )}
    </Modal>
  );
}
