/** One annual target: what it is, what it becomes, and in which month that is booked. */
import { Form, Input } from "antd";
import { ledger } from "@/api/calls";
import type { Indicator, UnitRef, Value } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { useMonth } from "@/api/useMonth";
import { exactMoney, group } from "@/lib/format";
import { asTyped } from "@/lib/typed";
import { fill, pick, unitName, useLocale, useText } from "@/locales";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { ReadBack } from "@/ui/fields";
import { FormProblem, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";
import { planValue } from "./plan";

/** The dialog of a cell. */
export function PlanDialog({ unit, indicator, value, year, onClose }: { unit: UnitRef; indicator: Indicator; value: Value; year: number; onClose: () => void }) {
  const t = useText("settings");
  const entry = useText("entry");
  const common = useText("common");
  const { locale } = useLocale();
  const { open_month } = useMonth();
  const say = useToast();
  const [form] = Form.useForm<{ value: string }>();
  const typed = Form.useWatch("value", form);
  const money = indicator.unit === "CNY";
  const { run, busy, problem } = useAct((next: string) => ledger.put_plan({ year, unit_code: unit.code, indicator: indicator.code, value: planValue(next, indicator.unit) ?? "" }));
  useFieldProblems(form, problem);
  const submit = async ({ value: next }: { value?: string }) => {
    if (!(await run(next ?? ""))) return;
    say(fill(t.plan_saved, { month: open_month ?? "" }));
    onClose();
  };
  const known = value === null || typeof value === "boolean" ? null : String(value);
  const suffix = money ? entry.yi : pick(indicator.count_unit, locale);
  // A plan has up to ten decimals as 亿元: none may be lost by opening and saving.
  const first = known === null ? "" : money ? asTyped(known, 8) : known;
  const before = known === null ? t.plan_unset : money ? `${group(asTyped(known, 8))} ${suffix} ${fill(entry.reads_as, { yuan: exactMoney(known) })}` : `${group(known)} ${suffix}`;
  const check = (_: unknown, next: string) => (planValue(next ?? "", indicator.unit) === null ? Promise.reject(new Error(money ? fill(entry.not_a_number, { unit: suffix }) : t.plan_whole)) : Promise.resolve());
  return (
    <ConfirmDialog title={fill(t.plan_edit, { unit: unitName(unit, locale), name: pick(indicator.name, locale), year })} verb={common.save} busy={busy} onConfirm={() => form.submit()} onClose={onClose}>
      <Form form={form} layout="vertical" initialValues={{ value: first }} onFinish={(next) => void submit(next)}>
        <FormProblem problem={problem} />
        <p className="plan-before"><small>{t.plan_before}</small> {before}</p>
        <Form.Item name="value" label={t.plan_after} extra={money && planValue(typed ?? "", "CNY") !== null ? <ReadBack typed={typed} power={8} /> : undefined} rules={[{ validator: check }]}><Input inputMode="decimal" suffix={suffix} placeholder="—" autoFocus /></Form.Item>
        <p className="form-note">{open_month ? fill(t.plan_books, { month: open_month }) : entry.booking_none}</p>
      </Form>
    </ConfirmDialog>
  );
}
