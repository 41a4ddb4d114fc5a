/** Errors of a form: counted at the top, and put under the fields that the server named. */
import type { FormInstance } from "antd";
import { useEffect } from "react";
import { fill, messages, useLocale, useText, type Locale } from "@/locales";
import { problemText } from "@/locales/problem";
import { Fault, type Told } from "./Fault";

/** A refusal that may name fields. */
export interface FieldTold extends Told { fields?: { field: string; code: string; params?: Record<string, unknown> }[] }

/** Puts the refusal's fields under the form's fields; several faults of one field stand together. */
export function showFieldProblems(form: FormInstance, problem: FieldTold, locale: Locale): void {
  const named = new Map<string, string[]>();
  for (const each of problem.fields ?? []) named.set(each.field, [...(named.get(each.field) ?? []), problemText(each.code, each.params, locale)]);
  // "investors.0.name" names the first of a list: its place is a number.
  const fields = [...named].map(([field, errors]) => ({ name: field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)), errors }));
  if (fields.length > 0) form.setFields(fields as Parameters<typeof form.setFields>[0]);
}

/** Keeps the fields' errors in step with the refusal. */
export function useFieldProblems<T>(form: FormInstance<T>, problem: FieldTold | null): void {
  const { locale } = useLocale();
  useEffect(() => {
    if (problem) showFieldProblems(form as FormInstance, problem, locale);
  }, [form, problem, locale]);
}

/** The summary at a form's top. */
export function FormProblem({ problem }: { problem: FieldTold | null }) {
  const t = useText("common");
  if (!problem) return null;
  const count = problem.fields?.length ?? 0;
  return (
    <>
      {count > 0 && <p className="notice notice-slow">{fill(t.fields_wrong, { n: count })}</p>}
      <Fault problem={problem} />
    </>
  );
}

/** The sentence for a field left empty. */
export function requiredRule(name: string, locale: Locale) {
  return { required: true, message: fill(messages(locale).common.field_required, { name }) };
}
