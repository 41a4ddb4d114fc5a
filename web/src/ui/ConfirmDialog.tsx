/** A question before an act: what it does in words, back out at the left, the verb at the right. */
import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import { useText } from "@/locales";

/** Open while it is mounted. */
export function ConfirmDialog({ title, verb, danger = false, busy = false, onConfirm, onClose, children }: {
  title: string;
  verb: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useText("common");
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      width={480}
      footer={[
        <Button key="no" onClick={onClose}>{t.cancel}</Button>,
        <Button key="yes" type="primary" danger={danger} loading={busy} onClick={onConfirm}>{verb}</Button>,
      ]}
    >
      {children}
    </Modal>
  );
}
