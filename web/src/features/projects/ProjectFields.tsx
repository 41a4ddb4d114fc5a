/** The fields of a project, grouped; for registering one and for changing one. */
import { Form, Input, Radio, Select } from "antd";
import type { ReactNode } from "react";
import { DivisionChoice } from "@/api/choices";
import { useUnits } from "@/api/queries";
import { messages, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DateField, MoneyField, shareRule } from "@/ui/fields";
import { requiredRule } from "@/ui/FormProblem";
import { InvestorFields } from "./InvestorFields";

const CONTRACTS = ["formal", "framework", "intention"];

function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="form-group" aria-label={title}>
      <h3>{title}</h3>
      {hint && <p className="form-note">{hint}</p>}
      {children}
    </section>
  );
}

function CreditFields({ frozen }: { frozen: ReadonlySet<string> }) {
  const t = useText("projects");
  const { locale } = useLocale();
  const { data: units } = useUnits();
  const form = Form.useFormInstance();
  const mode = Form.useWatch<string | undefined>("credit_mode", form) ?? "exclusive";
  const lead = Form.useWatch<string | undefined>("unit", form);
  const options = (units?.items ?? []).filter((unit) => unit.kind !== "city").map((unit) => ({ value: unit.code, label: unitName(unit, locale) }));
  return (
    <>
      <Form.Item name="unit" label={t.unit} rules={[requiredRule(t.unit, locale)]}><Select disabled={frozen.has("unit")} showSearch={{ optionFilterProp: "label" }} options={options} /></Form.Item>
      <Form.Item name="credit_mode" label={t.credit_mode} extra={t[`credit_${mode}` as "credit_exclusive" | "credit_shared" | "credit_double"]}>
        <Radio.Group disabled={frozen.has("credit_mode")} options={Object.entries(messages(locale).terms.credit_mode).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      {mode !== "exclusive" && (
        <Form.Item name="joint_unit" label={t.joint_unit} rules={[requiredRule(t.joint_unit, locale)]}><Select disabled={frozen.has("joint_unit")} showSearch={{ optionFilterProp: "label" }} options={options.filter((each) => each.value !== lead)} /></Form.Item>
      )}
      {mode === "shared" && (
        <Form.Item name="credit_share" label={t.credit_share} rules={[requiredRule(t.credit_share, locale), shareRule(locale, 9_999)]}><Input inputMode="decimal" suffix="%" disabled={frozen.has("credit_share")} style={{ maxWidth: 200 }} autoComplete="off" /></Form.Item>
      )}
    </>
  );
}

function ContractFields({ frozen }: { frozen: ReadonlySet<string> }) {
  const t = useText("projects");
  const { locale } = useLocale();
  const formal = Form.useWatch<string | undefined>("contract_kind", Form.useFormInstance()) === "formal";
  return (
    <>
      <Form.Item name="contract_kind" label={t.contract_kind}><Select allowClear disabled={frozen.has("contract_kind")} style={{ maxWidth: 280 }} options={CONTRACTS.map((value) => ({ value, label: term("contract_kind", value, locale) }))} /></Form.Item>
      <Form.Item name="contract_number" label={t.contract_number} rules={formal ? [requiredRule(t.contract_number, locale)] : []}><Input maxLength={64} disabled={frozen.has("contract_number")} autoComplete="off" style={{ maxWidth: 280 }} /></Form.Item>
      <DateField name="signed_on" label={t.signed_on} optional={!formal} disabled={frozen.has("signed_on")} />
      <MoneyField name="contract_amount" label={t.contract_amount} min="0.01" optional disabled={frozen.has("contract_amount")} />
    </>
  );
}

/** Every field that the API takes. `frozen` names those that recognised facts carry. */
export function ProjectFields({ frozen = new Set() }: { frozen?: ReadonlySet<string> }) {
  const t = useText("projects");
  const { locale } = useLocale();
  return (
    <>
      <Group title={t.group_basics}>
        <Form.Item name="code" label={t.form_code} rules={[requiredRule(t.form_code, locale)]}><Input maxLength={64} disabled={frozen.has("code")} autoComplete="off" style={{ maxWidth: 280 }} /></Form.Item>
        <Form.Item name="name" label={t.form_name} rules={[requiredRule(t.form_name, locale)]}><Input maxLength={120} autoComplete="off" /></Form.Item>
        <Form.Item name="place" label={t.form_place} rules={[requiredRule(t.form_place, locale)]}><DivisionChoice /></Form.Item>
        <MoneyField name="planned_investment" label={t.planned_investment} min="0.01" disabled={frozen.has("planned_investment")} />
      </Group>
      <Group title={t.credits}><CreditFields frozen={frozen} /></Group>
      <Group title={t.investors}><InvestorFields disabled={frozen.has("investors")} /></Group>
      <Group title={t.contract} hint={t.group_contract_hint}><ContractFields frozen={frozen} /></Group>
      <Group title={t.group_registration} hint={t.group_registration_hint}>
        <Form.Item name="project_company" label={t.project_company} extra={t.project_company_hint}><Input maxLength={120} disabled={frozen.has("project_company")} autoComplete="off" /></Form.Item>
        <Form.Item name="filing_code" label={t.filing_code}><Input maxLength={64} disabled={frozen.has("filing_code")} autoComplete="off" style={{ maxWidth: 280 }} /></Form.Item>
      </Group>
      <Group title={t.group_more}>
        <Form.Item name="exclusion" label={t.exclusion} extra={t.exclusion_hint}><Select allowClear disabled={frozen.has("exclusion")} style={{ maxWidth: 280 }} options={Object.entries(messages(locale).terms.exclusion).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="industry" label={t.industry}><Input maxLength={8} style={{ maxWidth: 160 }} autoComplete="off" /></Form.Item>
        <Form.Item name="chain" label={t.chain}><Input maxLength={40} style={{ maxWidth: 280 }} autoComplete="off" /></Form.Item>
      </Group>
    </>
  );
}
