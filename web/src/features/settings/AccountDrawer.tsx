/** A new account; the server makes its one-time password. */
import { Button, Form, Input, Select } from "antd";
import { orgs } from "@/api/calls";
import type { Role } from "@/api/contract";
import { useUnits } from "@/api/queries";
import { useAct } from "@/api/useAct";
import { messages, unitName, useLocale, useText } from "@/locales";
import { FormDrawer } from "@/ui/FormDrawer";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";

interface Typed { login: string; name: string; role: Role; unit_code?: string }

/** Whether an account of this role must, may, or may not name a unit. */
export function unitOfRole(role: Role | undefined): "must" | "may" | "none" {
  if (role === "district") return "must";
  return role === "reader" ? "may" : "none";
}

/** The form beside the table. */
export function AccountDrawer({ onClose, onGiven }: { onClose: () => void; onGiven: (given: { login: string; password: string }) => void }) {
  const t = useText("settings");
  const { locale } = useLocale();
  const { data: units } = useUnits();
  const [form] = Form.useForm<Typed>();
  const unit = unitOfRole(Form.useWatch("role", form));
  const { run, busy, problem } = useAct((typed: Typed) => orgs.create_account({ login: typed.login.trim(), name: typed.name.trim(), role: typed.role, unit_code: unit === "none" ? null : (typed.unit_code ?? null) }));
  useFieldProblems(form, problem);
  const submit = async (typed: Typed) => {
    const answer = await run(typed);
    if (!answer) return;
    onGiven({ login: answer.done.account.login, password: answer.done.one_time_password });
    onClose();
  };
  return (
    <FormDrawer title={t.account_new} onClose={onClose}>
      <Form form={form} layout="vertical" className="form" onFinish={(typed) => void submit(typed)}>
        <FormProblem problem={problem} />
        <Form.Item name="login" label={t.login} rules={[requiredRule(t.login, locale)]}><Input maxLength={40} autoComplete="off" spellCheck={false} /></Form.Item>
        <Form.Item name="name" label={t.account_name} extra={t.account_name_hint} rules={[requiredRule(t.account_name, locale)]}><Input maxLength={40} autoComplete="off" /></Form.Item>
        <Form.Item name="role" label={t.role} rules={[requiredRule(t.role, locale)]}><Select options={Object.entries(messages(locale).terms.role).map(([value, label]) => ({ value, label }))} /></Form.Item>
        {unit !== "none" && (
          <Form.Item name="unit_code" label={t.unit} rules={unit === "must" ? [requiredRule(t.unit, locale)] : []}>
            <Select allowClear showSearch={{ optionFilterProp: "label" }} options={(units?.items ?? []).map((each) => ({ value: each.code, label: unitName(each, locale) }))} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={busy}>{t.account_new}</Button>
      </Form>
    </FormDrawer>
  );
}
