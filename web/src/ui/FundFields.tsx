/** The fields of one arrived fund, for the list's form and for the project's. */
import { Form, Input, Select } from "antd";
import { typedYuan } from "@/lib/typed";
import { messages, useLocale, useText } from "@/locales";
import { DateField, MoneyField } from "./fields";
import { requiredRule } from "./FormProblem";

/** What the form holds; the amount is typed in 万元. */
export interface TypedFund<K = string, E = string> { voucher: string; arrived_on: string; amount: string; kind: K; payer: string; evidence_kind?: E }

/** What the API takes: the amount in yuan. */
export function fundOf<K, E>(typed: TypedFund<K, E>) {
  return { voucher: typed.voucher.trim(), arrived_on: typed.arrived_on, amount: typedYuan(typed.amount, 4) ?? "", kind: typed.kind, payer: typed.payer.trim(), evidence_kind: typed.evidence_kind ?? null };
}

/** Voucher, day, amount, kind, payer, evidence. */
export function FundFields() {
  const t = useText("funds");
  const { locale } = useLocale();
  const words = messages(locale).terms;
  const choices = (group: Record<string, string>) => Object.entries(group).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Form.Item name="voucher" label={t.voucher} rules={[requiredRule(t.voucher, locale)]}><Input maxLength={80} autoComplete="off" /></Form.Item>
      <DateField name="arrived_on" label={t.arrived_on} />
      <MoneyField name="amount" label={t.amount} min="0.01" />
      <Form.Item name="kind" label={t.kind} rules={[requiredRule(t.kind, locale)]}><Select options={choices(words.fund_kind)} style={{ maxWidth: 280 }} /></Form.Item>
      <Form.Item name="payer" label={t.payer} rules={[requiredRule(t.payer, locale)]}><Input maxLength={120} autoComplete="off" /></Form.Item>
      <Form.Item name="evidence_kind" label={t.evidence_kind}><Select allowClear options={choices(words.fund_evidence)} style={{ maxWidth: 280 }} /></Form.Item>
    </>
  );
}
