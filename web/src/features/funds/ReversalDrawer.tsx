/** 核减: reversing a fund, wholly or down to what remains, with a reason. The entry itself stays. */
import { Form, Input, Radio } from "antd";
import { useState } from "react";
import { work } from "@/api/calls";
import type { Fund } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { subtract } from "@/lib/decimal";
import { exactMoney, tableMoney } from "@/lib/format";
import { asTyped } from "@/lib/typed";
import { fill, useLocale, useText } from "@/locales";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Facts } from "@/ui/Facts";
import { MoneyField } from "@/ui/fields";
import { FormDrawer } from "@/ui/FormDrawer";
import { FormFoot } from "@/ui/FormFoot";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";
import { reductionOf, type Extent, type Reduction } from "./reversal";

interface Typed { extent: Extent; amount?: string; reason: string }

/** Yuan with its unit, as a sentence prints it. */
function Yuan({ value }: { value: string }) {
  const t = useText("funds");
  return <>{fill(t.yuan, { amount: exactMoney(value) })}</>;
}

/** The question: before, after, difference, the month, and that there is no way back. */
function Question({ fund, reduction, month, busy, onConfirm, onClose }: { fund: Fund; reduction: Reduction; month: string; busy: boolean; onConfirm: () => void; onClose: () => void }) {
  const t = useText("funds");
  return (
    <ConfirmDialog title={fill(t.reverse_title, { voucher: fund.voucher })} verb={fill(t.submit_reverse, { amount: exactMoney(reduction.off) })} danger busy={busy} onConfirm={onConfirm} onClose={onClose}>
      <Facts wide items={[
        { name: t.before, value: <Yuan value={reduction.before} /> },
        { name: t.after, value: <Yuan value={reduction.after} /> },
        { name: t.difference, value: <b><Yuan value={`-${reduction.off}`} /></b> },
        { name: t.month, value: month },
      ]} />
      <p className="notice notice-slow">{t.reverse_final}</p>
    </ConfirmDialog>
  );
}

/** The form beside the list. */
export function ReversalDrawer({ fund, month, onClose }: { fund: Fund; month: string | null; onClose: () => void }) {
  const t = useText("funds");
  const common = useText("common");
  const entry = useText("entry");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const [asking, setAsking] = useState<{ reduction: Reduction; reason: string } | null>(null);
  const extent = Form.useWatch("extent", form);
  const typed = Form.useWatch("amount", form);
  const reduction = reductionOf(fund.amount, extent, typed);
  const { run, busy, problem } = useAct((reason: string, { after }: Reduction) => work.reverse_fund(fund.id, extent === "whole" ? { reason } : { reason, amount: after }));
  useFieldProblems(form, problem);
  const confirm = async () => {
    if (!asking) return;
    const answer = await run(asking.reason, asking.reduction);
    setAsking(null);
    if (!answer) return;
    say(fill(t.reversal_done, { amount: exactMoney(asking.reduction.off), month: month ?? "" }));
    onClose();
  };
  const ask = ({ reason }: Typed) => {
    if (reduction) setAsking({ reduction, reason });
  };
  return (
    <FormDrawer title={fill(t.reverse_title, { voucher: fund.voucher })} onClose={onClose}>
      <p className="reversal-amount"><small>{t.amount}</small><b>{asTyped(fund.amount, 4)}</b> {entry.wan}<span>{fill(entry.reads_as, { yuan: exactMoney(fund.amount) })}</span></p>
      <Facts items={[{ name: t.project, value: fund.project.name }, { name: t.payer, value: fund.payer }, { name: t.arrived_on, value: fund.arrived_on }, { name: t.counted, value: `${tableMoney(fund.counted_amount, locale, 2)} ${common.money_table}` }]} />
      <Form form={form} layout="vertical" className="form reversal-form" onFinish={ask}>
        <FormProblem problem={problem} />
        <Form.Item name="extent" label={t.extent} rules={[requiredRule(t.extent, locale)]}>
          <Radio.Group options={[{ value: "whole", label: t.extent_whole }, { value: "part", label: t.extent_part }]} />
        </Form.Item>
        {extent === "part" && <MoneyField name="amount" label={t.remains} min="0.01" max={subtract(fund.amount, "0.01")} extra={reduction ? fill(t.takes_off, { amount: exactMoney(reduction.off) }) : t.remains_hint} />}
        <Form.Item name="reason" label={t.reason} rules={[requiredRule(t.reason, locale)]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
        <p className="form-note">{fill(t.reverse_hint, { month: month ?? "" })}</p>
        <FormFoot verb={t.reverse_next} busy={busy} danger month={month} onCancel={onClose} />
      </Form>
      {asking && <Question fund={fund} reduction={asking.reduction} month={month ?? "—"} busy={busy} onConfirm={() => void confirm()} onClose={() => setAsking(null)} />}
    </FormDrawer>
  );
}
