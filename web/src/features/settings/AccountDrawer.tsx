/** A new account, whose one-time password the server makes; or the changing of one. */
import { Form, Input, Select } from "antd";
import { orgs } from "@/api/calls";
import type { Account, AccountPatch, Role } from "@/api/contract";
import { useUnits } from "@/api/queries";
import { useAct } from "@/api/useAct";
import { messages, unitName, useLocale, useText } from "@/locales";
import { FormDrawer } from "@/ui/FormDrawer";
import { FormFoot } from "@/ui/FormFoot";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";

interface Typed { login: string; name: string; role: Role; unit_code?: string }

/** Whether an account of this role must, may, or may not name a unit. */
export function unitOfRole(role: Role | undefined): "must" | "may" | "none" {
  if (role === "district") return "must";
  return role === "reader" ? "may" : "none";
}

/** What changed of an account, and nothing else. */
export function accountPatch(account: Pick<Account, "name" | "role" | "unit">, typed: Omit<Typed, "login">): AccountPatch {
  const unit = unitOfRole(typed.role) === "none" ? undefined : typed.unit_code;
  return {
    ...(typed.name.trim() === account.name ? {} : { name: typed.name.trim() }),
    ...(typed.role === account.role ? {} : { role: typed.role }),
    ...(unit === undefined || unit === account.unit?.code ? {} : { unit_code: unit }),
  };
}

/** The form beside the table. Of one's own account only the name may change. */
export function AccountDrawer({ account, own = false, onClose, onGiven }: { account: Account | null; own?: boolean; onClose: () => void; onGiven: (given: { login: string; password: string }) => void }) {
  const t = useText("settings");
  const common = useText("common");
  const { locale } = useLocale();
  const { data: units } = useUnits();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const unit = unitOfRole(Form.useWatch("role", form));
  const { run, busy, problem } = useAct(async (typed: Typed) => {
    if (account) {
      await orgs.update_account(account.id, accountPatch(account, typed));
      return null;
    }
    return orgs.create_account({ login: typed.login.trim(), name: typed.name.trim(), role: typed.role, unit_code: unit === "none" ? null : (typed.unit_code ?? null) });
  });
  useFieldProblems(form, problem);
  const submit = async (typed: Typed) => {
    const answer = await run(typed);
    if (!answer) return;
    if (answer.done) onGiven({ login: answer.done.account.login, password: answer.done.one_time_password });
    else say(common.saved);
    onClose();
  };
  const first = account ? { login: account.login, name: account.name, role: account.role, unit_code: account.unit?.code } : {};
  return (
    <FormDrawer title={account ? t.account_edit : t.account_new} onClose={onClose}>
      <Form form={form} layout="vertical" className="form" initialValues={first} onFinish={(typed) => void submit(typed)}>
        <FormProblem problem={problem} />
        <Form.Item name="login" label={t.login} extra={account ? undefined : t.login_hint} rules={[requiredRule(t.login, locale)]}><Input maxLength={32} disabled={account !== null} autoComplete="off" spellCheck={false} /></Form.Item>
        <Form.Item name="name" label={t.account_name} extra={t.account_name_hint} rules={[requiredRule(t.account_name, locale)]}><Input maxLength={40} autoComplete="off" /></Form.Item>
        <Form.Item name="role" label={t.role} extra={own ? t.own_role : undefined} rules={[requiredRule(t.role, locale)]}><Select disabled={own} options={Object.entries(messages(locale).terms.role).map(([value, label]) => ({ value, label }))} /></Form.Item>
        {unit !== "none" && (
          <Form.Item name="unit_code" label={t.unit} rules={unit === "must" ? [requiredRule(t.unit, locale)] : []}>
            <Select allowClear={!account?.unit} showSearch={{ optionFilterProp: "label" }} options={(units?.items ?? []).map((each) => ({ value: each.code, label: unitName(each, locale) }))} />
          </Form.Item>
        )}
        <FormFoot verb={account ? common.save : t.account_new} busy={busy} onCancel={onClose} />
      </Form>
    </FormDrawer>
  );
}
