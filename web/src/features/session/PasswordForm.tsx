/** A new password, typed twice. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { session as calls } from "@/api/calls";
import { toProblem, type Problem } from "@/api/problem";
import { useLocale, useText } from "@/locales";
import { FormProblem, requiredRule, showFieldProblems } from "@/ui/FormProblem";

interface Typed { old_password: string; new_password: string; repeat: string }

/** `known` is the password just used to sign in: it is not asked for again. */
export function PasswordForm({ known = null, oneTime = false, submitText, onDone }: { known?: string | null; oneTime?: boolean; submitText: string; onDone: () => void }) {
  const t = useText("session");
  const { locale } = useLocale();
  const [form] = Form.useForm<Typed>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async ({ old_password, new_password }: Typed) => {
    setBusy(true);
    setProblem(null);
    try {
      await calls.change_password({ old_password: known ?? old_password, new_password });
      onDone();
    } catch (thrown) {
      const told = toProblem(thrown);
      setProblem(told);
      showFieldProblems(form, told, locale);
    } finally {
      setBusy(false);
    }
  };
  const old = oneTime ? t.one_time_password : t.old_password;
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void submit(typed)}>
      <FormProblem problem={problem} />
      {known === null && (
        <Form.Item name="old_password" label={old} rules={[requiredRule(old, locale)]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      )}
      <Form.Item name="new_password" label={t.new_password} rules={[requiredRule(t.new_password, locale), { min: 12, message: t.too_short }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t.repeat_password}
        dependencies={["new_password"]}
        rules={[
          requiredRule(t.repeat_password, locale),
          ({ getFieldValue }) => ({
            validator: (_, value) => (!value || value === getFieldValue("new_password") ? Promise.resolve() : Promise.reject(new Error(t.differs))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>{submitText}</Button>
    </Form>
  );
}
