/** One annual target. */
import { Button, Form, Input, Modal } from "antd";
import { ledger } from "@/api/calls";
import type { Indicator, UnitRef, Value } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { shift } from "@/lib/decimal";
import { fill, pick, unitName, useLocale, useText } from "@/locales";
import { typedYuan } from "@/ui/fields";
import { FormProblem, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";

/** What was typed as the plan's value: 亿元 become yuan, counts stay whole; null if it is neither. */
export function planValue(typed: string, unit: Indicator["unit"]): string | null {
  const text = typed.trim();
  if (unit === "CNY") return typedYuan(text, 8);
  return /^\d{1,9}$/.test(text) ? text : null;
}

/** The dialog of a cell. */
export function PlanDialog({ unit, indicator, value, year, onClose }: { unit: UnitRef; indicator: Indicator; value: Value; year: number; onClose: () => void }) {
  const t = useText("settings");
  const common = useText("common");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<{ value: string }>();
  const { run, busy, problem } = useAct((typed: string) => ledger.put_plan({ year, unit_code: unit.code, indicator: indicator.code, value: planValue(typed, indicator.unit) ?? "" }));
  useFieldProblems(form, problem);
  const submit = async ({ value: typed }: { value?: string }) => {
    if (!(await run(typed ?? ""))) return;
    say(common.saved);
    onClose();
  };
  // A plan has up to eight decimals as 亿元: none may be lost by opening and saving.
  const first = value === null || typeof value === "boolean" ? "" : indicator.unit === "CNY" ? shift(String(value), 8, 10).replace(/\.?0+$/, "") : String(value);
  const suffix = indicator.unit === "CNY" ? (locale === "zh" ? "亿元" : "CNY 100 m") : pick(indicator.count_unit, locale);
  const check = (_: unknown, typed: string) => (planValue(typed ?? "", indicator.unit) === null ? Promise.reject(new Error(common.field_money)) : Promise.resolve());
  return (
    <Modal open title={fill(t.plan_edit, { unit: unitName(unit, locale), name: pick(indicator.name, locale), year })} footer={null} onCancel={onClose} width={440}>
      <Form form={form} layout="vertical" initialValues={{ value: first }} onFinish={(typed) => void submit(typed)}>
        <FormProblem problem={problem} />
        <Form.Item name="value" label={t.plan_value} rules={[{ validator: check }]}><Input inputMode="decimal" suffix={suffix} placeholder="—" autoFocus /></Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>{common.save}</Button>
      </Form>
    </Modal>
  );
}
