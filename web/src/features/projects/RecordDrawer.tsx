/** What a bureau records about a project: a milestone, an amendment, a list, a fund. Each becomes a fact. */
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { work } from "@/api/calls";
import type { FundIn, ListingIn, MilestoneIn, Project } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { dropDraft, keepDraft, readDraft } from "@/lib/draft";
import { fill, messages, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DateField, MoneyField, typedYuan } from "@/ui/fields";
import { FormDrawer } from "@/ui/FormDrawer";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";
import { RECOGNISED } from "./stages";

/** The four things that can be recorded. */
export type Recording = "milestone" | "amendment" | "listing" | "fund";

type Typed = Record<string, string>;

/** Sends what was typed as the recording's operation. */
export function sendRecording(kind: Recording, project: string, typed: Typed): Promise<unknown> {
  const of = (name: string) => typed[name] ?? "";
  if (kind === "milestone") return work.add_milestone(project, { kind: of("kind") as MilestoneIn["kind"], occurred_on: of("occurred_on"), evidence: of("evidence") });
  if (kind === "amendment") return work.amend(project, { planned_investment: typedYuan(typed.planned_investment, 4) ?? "", on: of("on"), reason: of("reason") });
  if (kind === "listing") return work.change_list(project, { list: of("list") as ListingIn["list"], on: of("on"), action: of("action") as ListingIn["action"] });
  return work.create_fund({ project_id: project, voucher: of("voucher"), arrived_on: of("arrived_on"), amount: typedYuan(typed.amount, 0) ?? "", kind: of("kind") as FundIn["kind"], payer: of("payer") });
}

function Choice({ name, label, options }: { name: string; label: string; options: [string, string][] }) {
  const { locale } = useLocale();
  return (
    <Form.Item name={name} label={label} rules={[requiredRule(label, locale)]}>
      <Select options={options.map(([value, text]) => ({ value, label: text }))} style={{ maxWidth: 280 }} />
    </Form.Item>
  );
}

function Words({ name, label, extra, long = false }: { name: string; label: string; extra?: string; long?: boolean }) {
  const { locale } = useLocale();
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[requiredRule(label, locale)]}>
      {long ? <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /> : <Input maxLength={200} autoComplete="off" />}
    </Form.Item>
  );
}

function Fields({ kind }: { kind: Recording }) {
  const t = useText("projects");
  const funds = useText("funds");
  const { locale } = useLocale();
  const words = messages(locale).terms;
  if (kind === "milestone") {
    return (
      <>
        <Choice name="kind" label={t.milestone} options={RECOGNISED.map((kind) => [kind, term("milestone", kind, locale)])} />
        <DateField name="occurred_on" label={t.occurred_on} />
        <Words name="evidence" label={t.evidence} extra={t.evidence_hint} long />
      </>
    );
  }
  if (kind === "amendment") {
    return (
      <>
        <MoneyField name="planned_investment" label={t.new_amount} power={4} />
        <DateField name="on" label={t.amendment_on} />
        <Words name="reason" label={t.amendment_reason} long />
      </>
    );
  }
  if (kind === "listing") {
    return (
      <>
        <Choice name="list" label={t.list} options={Object.entries(words.list)} />
        <Choice name="action" label={t.action} options={[["list", t.action_list], ["unlist", t.action_unlist]]} />
        <DateField name="on" label={t.on} />
      </>
    );
  }
  return (
    <>
      <Words name="voucher" label={funds.voucher} />
      <DateField name="arrived_on" label={funds.arrived_on} />
      <MoneyField name="amount" label={funds.amount} min="0.01" />
      <Choice name="kind" label={funds.kind} options={Object.entries(words.fund_kind)} />
      <Words name="payer" label={funds.payer} />
    </>
  );
}

/** The form; its draft is kept until it is sent. */
export function RecordDrawer({ kind, project, month, onClose }: { kind: Recording; project: Project; month: string | null; onClose: () => void }) {
  const t = useText("projects");
  const common = useText("common");
  const funds = useText("funds");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const draft = `${kind}.${project.id}`;
  const [kept] = useState(() => readDraft<Typed>(draft));
  const { run, busy, problem } = useAct((typed: Typed) => sendRecording(kind, project.id, typed));
  useFieldProblems(form, problem);
  const chosen = Form.useWatch("kind", form);
  const action = Form.useWatch("action", form);
  const verb =
    kind === "milestone" ? fill(t.submit_milestone, { name: chosen ? term("milestone", chosen, locale) : t.milestone })
    : kind === "amendment" ? t.submit_amendment
    : kind === "listing" ? fill(t.submit_listing, { action: action === "unlist" ? t.action_unlist : t.action_list })
    : funds.submit;
  const submit = async (typed: Typed) => {
    if (!(await run(typed))) return;
    dropDraft(draft);
    say(fill(t.recognised, { month: month ?? "" }));
    onClose();
  };
  return (
    <FormDrawer title={`${t[`record_${kind}`]} · ${project.name}`} onClose={onClose}>
      <Form form={form} layout="vertical" className="form" initialValues={kept ?? {}} onFinish={(typed) => void submit(typed)} onValuesChange={(_, all) => keepDraft(draft, all)}>
        <FormProblem problem={problem} />
        {kept && <p className="notice">{common.draft_restored} <Button type="link" size="small" onClick={() => { dropDraft(draft); form.setFieldsValue(Object.fromEntries(Object.keys(kept).map((key) => [key, undefined])) as unknown as Typed); }}>{common.draft_drop}</Button></p>}
        <Fields kind={kind} />
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={busy}>{verb}</Button>
          {month && <span className="form-note">{fill(t.booked_in, { month })}</span>}
        </div>
      </Form>
    </FormDrawer>
  );
}
