/** 核减: reversing a fund, wholly or down to what remains, with a reason. The entry itself stays. */
import { Button, Form, Input } from "antd";
import { work } from "@/api/calls";
import type { Fund } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { compare, subtract } from "@/lib/decimal";
import { exactMoney } from "@/lib/format";
import { fill, useLocale, useText } from "@/locales";
import { MoneyField, typedYuan } from "@/ui/fields";
import { Facts } from "@/ui/Facts";
import { FormDrawer } from "@/ui/FormDrawer";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";

interface Typed { amount: string; reason: string }

/** How much is taken off when so much remains; null while nothing sensible is typed. */
export function reducedBy(amount: string, remains: string | undefined): string | null {
  const left = typedYuan(remains, 0);
  if (left === null || compare(left, "0") < 0 || compare(left, amount) > 0) return null;
  return subtract(amount, left);
}

/** The form beside the list. */
export function ReversalDrawer({ fund, month, onClose }: { fund: Fund; month: string | null; onClose: () => void }) {
  const t = useText("funds");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const typed = Form.useWatch("amount", form);
  const { run, busy, problem } = useAct(({ amount, reason }: Typed) => {
    const left = typedYuan(amount, 0) ?? "0.00";
    return work.reverse_fund(fund.id, compare(left, "0") === 0 ? { reason } : { reason, amount: left });
  });
  useFieldProblems(form, problem);
  const off = reducedBy(fund.amount, typed);
  const submit = async (values: Typed) => {
    if (!(await run(values))) return;
    say(fill(t.reversal_done, { month: month ?? "" }));
    onClose();
  };
  return (
    <FormDrawer title={fill(t.reverse_title, { voucher: fund.voucher })} onClose={onClose}>
      <p className="notice notice-slow">{fill(t.reverse_hint, { month: month ?? "" })}</p>
      <Facts items={[{ name: t.project, value: fund.project.name }, { name: t.amount, value: exactMoney(fund.amount) }, { name: t.payer, value: fund.payer }, { name: t.arrived_on, value: fund.arrived_on }]} />
      <br />
      <Form form={form} layout="vertical" className="form" initialValues={{ amount: "0" }} onFinish={(values) => void submit(values)}>
        <FormProblem problem={problem} />
        <MoneyField name="amount" label={t.remains} extra={fill(t.remains_hint, { amount: exactMoney(fund.amount) })} max={fund.amount} />
        <Form.Item name="reason" label={t.reason} rules={[requiredRule(t.reason, locale)]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
        <Button type="primary" danger htmlType="submit" loading={busy}>{off ? fill(t.submit_reverse, { amount: exactMoney(off) }) : t.submit_reverse_plain}</Button>
      </Form>
    </FormDrawer>
  );
}
