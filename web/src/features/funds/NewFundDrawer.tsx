/** Recording one arrived fund by hand; the draft is kept. */
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { work } from "@/api/calls";
import { ProjectChoice } from "@/api/choices";
import type { FundIn } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { dropDraft, keepDraft, readDraft } from "@/lib/draft";
import { fill, messages, useLocale, useText } from "@/locales";
import { DateField, MoneyField, typedYuan } from "@/ui/fields";
import { FormDrawer } from "@/ui/FormDrawer";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";

interface Typed { project_id: string; voucher: string; arrived_on: string; amount: string; kind: FundIn["kind"]; payer: string }

const DRAFT = "fund.new";

/** The form beside the list. */
export function NewFundDrawer({ month, onClose }: { month: string | null; onClose: () => void }) {
  const t = useText("funds");
  const common = useText("common");
  const projects = useText("projects");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const [kept] = useState(() => readDraft<Partial<Typed>>(DRAFT));
  const { run, busy, problem } = useAct((typed: Typed) => work.create_fund({ ...typed, amount: typedYuan(typed.amount, 0) ?? "" }));
  useFieldProblems(form, problem);
  const submit = async (typed: Typed) => {
    if (!(await run(typed))) return;
    dropDraft(DRAFT);
    say(fill(t.recorded, { month: month ?? "" }));
    onClose();
  };
  return (
    <FormDrawer title={t.new} onClose={onClose}>
      <Form form={form} layout="vertical" className="form" initialValues={kept ?? {}} onFinish={(typed) => void submit(typed)} onValuesChange={(_, all) => keepDraft(DRAFT, all)}>
        <FormProblem problem={problem} />
        {kept && <p className="notice">{common.draft_restored}</p>}
        <Form.Item name="project_id" label={t.project} rules={[requiredRule(t.project, locale)]}><ProjectChoice /></Form.Item>
        <Form.Item name="voucher" label={t.voucher} rules={[requiredRule(t.voucher, locale)]}><Input maxLength={80} autoComplete="off" /></Form.Item>
        <DateField name="arrived_on" label={t.arrived_on} />
        <MoneyField name="amount" label={t.amount} min="0.01" />
        <Form.Item name="kind" label={t.kind} rules={[requiredRule(t.kind, locale)]}>
          <Select options={Object.entries(messages(locale).terms.fund_kind).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="payer" label={t.payer} rules={[requiredRule(t.payer, locale)]}><Input maxLength={120} autoComplete="off" /></Form.Item>
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={busy}>{t.submit}</Button>
          {month && <span className="form-note">{fill(projects.booked_in, { month })}</span>}
        </div>
      </Form>
    </FormDrawer>
  );
}
