/** A form's foot: back out at the left, the verb at the right of it, then what one should know before pressing it. */
import { Button, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { fill, useText } from "@/locales";

/** The draft that was found when the form opened, and the way to be rid of it. */
export function DraftRestored<T extends object>({ form, draft }: { form: FormInstance<T>; draft: { kept: Partial<T> | null; drop: () => void } }) {
  const t = useText("common");
  if (!draft.kept) return null;
  const clear = () => {
    const nothing = Object.fromEntries(Object.keys(draft.kept ?? {}).map((key) => [key, undefined]));
    form.setFieldsValue(nothing as Parameters<typeof form.setFieldsValue>[0]);
    draft.drop();
  };
  return <p className="notice">{t.draft_restored} <Button type="link" size="small" onClick={clear}>{t.draft_drop}</Button></p>;
}

/** `month` is the open month that the form's facts are booked in, where it books any. */
export function FormFoot({ verb, busy, danger = false, month, touched = false, onCancel, children }: {
  verb: string;
  busy: boolean;
  danger?: boolean;
  month?: string | null;
  touched?: boolean;
  onCancel?: () => void;
  children?: ReactNode;
}) {
  const t = useText("common");
  const entry = useText("entry");
  return (
    <div className="form-foot">
      {onCancel && <Button onClick={onCancel}>{t.cancel}</Button>}
      <Button type="primary" danger={danger} htmlType="submit" loading={busy}>{verb}</Button>
      {month && <span className="form-note">{fill(entry.booked_in, { month })}</span>}
      {touched && <span className="form-note" role="status">{t.draft_kept}</span>}
      {children}
    </div>
  );
}
