/** Fields of words and of choices, as forms of records have them; all hold plain strings or lists of them. */
import { Form, Input, Select } from "antd";
import type { ReactNode } from "react";
import { messages, useLocale } from "@/locales";
import type { TermGroup } from "@/locales/term";
import { requiredRule } from "./FormProblem";

interface FieldProps { name: string; label: string; extra?: ReactNode; optional?: boolean; disabled?: boolean }

/** A line of words, or a text of several with `rows`. */
export function TextField({ name, label, extra, optional = false, disabled = false, max = 120, rows }: FieldProps & { max?: number; rows?: number }) {
  const { locale } = useLocale();
  return (
    <Form.Item name={name} label={label} extra={extra} rules={optional ? [] : [{ ...requiredRule(label, locale), whitespace: true }]}>
      {rows ? <Input.TextArea autoSize={{ minRows: rows }} maxLength={max} disabled={disabled} /> : <Input maxLength={max} disabled={disabled} autoComplete="off" />}
    </Form.Item>
  );
}

/** Any field around its control, with the sentence for one left empty. */
export function Field({ name, label, extra, optional = false, children }: FieldProps & { children: ReactNode }) {
  const { locale } = useLocale();
  return <Form.Item name={name} label={label} extra={extra} rules={optional ? [] : [requiredRule(label, locale)]}>{children}</Form.Item>;
}

/** The words of a group of codes as choices, in their order. */
export function termOptions(group: TermGroup, locale: "zh" | "en", without: readonly string[] = []) {
  return Object.entries(messages(locale).terms[group]).filter(([value]) => !without.includes(value)).map(([value, label]) => ({ value, label: String(label) }));
}

/** One of the field's words. */
export function TermField({ group, without, ...field }: FieldProps & { group: TermGroup; without?: readonly string[] }) {
  const { locale } = useLocale();
  return (
    <Field {...field}>
      <Select options={termOptions(group, locale, without)} allowClear={field.optional} disabled={field.disabled} style={{ maxWidth: 320 }} />
    </Field>
  );
}
