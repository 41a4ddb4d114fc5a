/** Registering a project; the form keeps its draft. */
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { work } from "@/api/calls";
import type { ProjectIn } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { useUnits } from "@/api/queries";
import { dropDraft, keepDraft, readDraft } from "@/lib/draft";
import { paths } from "@/lib/paths";
import { unitName, useLocale, useText } from "@/locales";
import { CompanyChoice, DivisionChoice } from "@/api/choices";
import { term } from "@/locales/term";
import { DateField, MoneyField, typedYuan } from "@/ui/fields";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { PageHead } from "@/ui/PageHead";
import { Section } from "@/ui/Section";
import { useToast } from "@/ui/toast";

interface Typed {
  code: string; name: string; unit: string; place: string; company_id: string; planned_investment: string;
  contract_number?: string; contract_kind?: ProjectIn["contract_kind"]; signed_on?: string; contract_amount?: string; industry?: string; chain?: string;
}

const CONTRACTS = ["formal", "framework", "intention"];
const DRAFT = "project.new";

/** What the form sends: one investor with the whole share; shares are refined by import. */
export function projectIn(typed: Typed): ProjectIn {
  return {
    code: typed.code.trim(),
    name: typed.name.trim(),
    unit: typed.unit,
    place: typed.place,
    planned_investment: typedYuan(typed.planned_investment, 4) ?? "",
    investors: [{ company_id: typed.company_id, share_bp: 10_000 }],
    contract_number: typed.contract_number?.trim() || null,
    contract_kind: typed.contract_kind || null,
    signed_on: typed.signed_on || null,
    contract_amount: typed.contract_amount ? typedYuan(typed.contract_amount, 4) : null,
    industry: typed.industry?.trim() || null,
    chain: typed.chain?.trim() || null,
  };
}

/** The page of the form. */
export function NewProjectPage() {
  const t = useText("projects");
  const common = useText("common");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const say = useToast();
  const { data: units } = useUnits();
  const [form] = Form.useForm<Typed>();
  const [kept] = useState(() => readDraft<Partial<Typed>>(DRAFT));
  const { run, busy, problem } = useAct((typed: Typed) => work.create_project(projectIn(typed)));
  useFieldProblems(form, problem);
  const submit = async (typed: Typed) => {
    const answer = await run(typed);
    if (!answer) return;
    dropDraft(DRAFT);
    say(t.created);
    void navigate(paths.project(answer.done.id));
  };
  return (
    <div className="page">
      <PageHead title={t.new} />
      <Section>
        <Form form={form} layout="vertical" className="form" initialValues={kept ?? {}} onFinish={(typed) => void submit(typed)} onValuesChange={(_, all) => keepDraft(DRAFT, all)}>
          <FormProblem problem={problem} />
          {kept && <p className="notice">{common.draft_restored}</p>}
          <Form.Item name="code" label={t.form_code} rules={[requiredRule(t.form_code, locale)]}><Input maxLength={64} autoComplete="off" style={{ maxWidth: 280 }} /></Form.Item>
          <Form.Item name="name" label={t.form_name} rules={[requiredRule(t.form_name, locale)]}><Input maxLength={120} autoComplete="off" /></Form.Item>
          <Form.Item name="unit" label={t.unit} rules={[requiredRule(t.unit, locale)]}>
            <Select showSearch={{ optionFilterProp: "label" }} options={(units?.items ?? []).filter((unit) => unit.kind !== "city").map((unit) => ({ value: unit.code, label: unitName(unit, locale) }))} />
          </Form.Item>
          <Form.Item name="place" label={t.form_place} rules={[requiredRule(t.form_place, locale)]}><DivisionChoice /></Form.Item>
          <Form.Item name="company_id" label={t.form_company} rules={[requiredRule(t.form_company, locale)]}><CompanyChoice /></Form.Item>
          <MoneyField name="planned_investment" label={t.planned_investment} power={4} min="0.01" />
          <Form.Item name="contract_number" label={t.contract_number}><Input maxLength={64} autoComplete="off" style={{ maxWidth: 280 }} /></Form.Item>
          <Form.Item name="contract_kind" label={t.contract_kind}><Select allowClear style={{ maxWidth: 280 }} options={CONTRACTS.map((value) => ({ value, label: term("contract_kind", value, locale) }))} /></Form.Item>
          <DateField name="signed_on" label={t.signed_on} optional />
          <MoneyField name="contract_amount" label={t.contract_amount} power={4} min="0.01" optional />
          <Form.Item name="industry" label={t.industry}><Input maxLength={8} style={{ maxWidth: 160 }} /></Form.Item>
          <Form.Item name="chain" label={t.chain}><Input maxLength={40} style={{ maxWidth: 280 }} /></Form.Item>
          <div className="form-foot">
            <Button type="primary" htmlType="submit" loading={busy}>{t.submit_project}</Button>
            <span className="form-note">{common.draft_kept}</span>
          </div>
        </Form>
      </Section>
    </div>
  );
}
