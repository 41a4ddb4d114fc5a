/** Taking a record back: what happens, why, and the verb. The record stays, its fact is reversed. */
import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { fill, useLocale, useText } from "@/locales";
import { ConfirmDialog } from "./ConfirmDialog";
import { FormProblem, requiredRule, useFieldProblems } from "./FormProblem";
import type { Act } from "./RecordDrawer";
import { useToast } from "./toast";

/** `act` takes the reason. */
export function ReverseDialog({ name, month, act, onDone, onClose, children }: {
  name: string;
  month: string | null;
  act: Act<[string]>;
  onDone?: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useText("records");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<{ reason: string }>();
  useFieldProblems(form, act.problem);
  const submit = async ({ reason }: { reason: string }) => {
    if (!(await act.run(reason.trim()))) return;
    say(fill(t.reverse_done, { name, month: month ?? "—" }));
    onClose();
    onDone?.();
  };
  return (
    <ConfirmDialog title={fill(t.reverse_title, { name })} verb={t.reverse} danger busy={act.busy} onConfirm={() => form.submit()} onClose={onClose}>
      <p className="notice notice-slow">{fill(t.reverse_hint, { month: month ?? "—" })}</p>
      <Form form={form} layout="vertical" onFinish={(typed) => void submit(typed)}>
        <FormProblem problem={act.problem} />
        {children}
        <Form.Item name="reason" label={t.reverse_reason} rules={[{ ...requiredRule(t.reverse_reason, locale), whitespace: true }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
      </Form>
    </ConfirmDialog>
  );
}
