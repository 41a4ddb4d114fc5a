/** Registering a company, or changing what is known of one. */
import { Form, Input, Select } from "antd";
import { work } from "@/api/calls";
import { DivisionChoice } from "@/api/choices";
import type { Company, CompanyPatch } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { useLocale, useText } from "@/locales";
import { FormDrawer } from "@/ui/FormDrawer";
import { FormFoot } from "@/ui/FormFoot";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";

interface Typed { name: string; uscc?: string; division: string; aliases?: string[]; group?: string }

const usccOf = (typed: Typed) => typed.uscc?.trim().toUpperCase() || null;

/** What changed of a company, and nothing else. A credit code can be corrected, not taken away; a group can: by an empty text. */
export function companyPatch(company: Company, typed: Typed): CompanyPatch {
  const uscc = usccOf(typed);
  const aliases = typed.aliases ?? [];
  const group = typed.group?.trim() ?? "";
  return {
    ...(typed.name.trim() === company.name ? {} : { name: typed.name.trim() }),
    ...(uscc === null || uscc === company.uscc ? {} : { uscc }),
    ...(typed.division === company.division.code ? {} : { division: typed.division }),
    ...(aliases.join("\n") === company.aliases.join("\n") ? {} : { aliases }),
    ...(group === (company.group ?? "") ? {} : { group }),
  };
}

/** The form beside the page; the server checks the code's digits. */
export function CompanyDrawer({ company = null, onClose }: { company?: Company | null; onClose: () => void }) {
  const t = useText("companies");
  const chains = useText("chains");
  const common = useText("common");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const { run, busy, problem } = useAct((typed: Typed) =>
    company
      ? work.update_company(company.id, companyPatch(company, typed))
      : work.create_company({ name: typed.name.trim(), uscc: usccOf(typed), division: typed.division, aliases: typed.aliases ?? [], group: typed.group?.trim() || null }),
  );
  useFieldProblems(form, problem);
  const submit = async (typed: Typed) => {
    if (!(await run(typed))) return;
    say(company ? common.saved : t.created);
    onClose();
  };
  const first = company ? { name: company.name, uscc: company.uscc ?? undefined, division: company.division.code, aliases: company.aliases, group: company.group ?? undefined } : {};
  return (
    <FormDrawer title={company ? t.edit : t.new} onClose={onClose}>
      <Form form={form} layout="vertical" className="form" initialValues={first} onFinish={(typed) => void submit(typed)}>
        <FormProblem problem={problem} />
        <Form.Item name="name" label={t.name} extra={company ? t.name_hint : undefined} rules={[requiredRule(t.name, locale)]}><Input maxLength={120} autoComplete="off" /></Form.Item>
        <Form.Item name="uscc" label={t.uscc} rules={[{ pattern: /^\s*[0-9A-Za-z]{18}\s*$/, message: t.uscc_invalid }, ...(company?.uscc ? [requiredRule(t.uscc, locale)] : [])]}><Input maxLength={20} autoComplete="off" /></Form.Item>
        <Form.Item name="division" label={t.division} rules={[requiredRule(t.division, locale)]}><DivisionChoice /></Form.Item>
        <Form.Item name="aliases" label={t.aliases} extra={t.aliases_hint}><Select mode="tags" open={false} suffixIcon={null} tokenSeparators={["、", ",", "，"]} /></Form.Item>
        <Form.Item name="group" label={chains.group} extra={t.group_hint}><Input maxLength={120} autoComplete="off" /></Form.Item>
        <FormFoot verb={company ? common.save : t.submit} busy={busy} onCancel={onClose} />
      </Form>
    </FormDrawer>
  );
}
