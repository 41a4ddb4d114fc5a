/** What a bureau records about a project: a milestone, an amendment, a list, a fund. Each becomes a fact. */
import { Form, Input, Select } from "antd";
import { Link } from "react-router";
import { work } from "@/api/calls";
import type { FundIn, ListingIn, MilestoneIn, Project } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { exactMoney } from "@/lib/format";
import { paths } from "@/lib/paths";
import { typedYuan } from "@/lib/typed";
import { fill, messages, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DateField, MoneyField } from "@/ui/fields";
import { FormDrawer } from "@/ui/FormDrawer";
import { DraftRestored, FormFoot } from "@/ui/FormFoot";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { fundOf, FundFields, type TypedFund } from "@/ui/FundFields";
import { useToast } from "@/ui/toast";
import { useDraft } from "@/ui/useDraft";
import { fieldFor } from "./form";
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
  return work.create_fund({ ...fundOf(typed as unknown as TypedFund<FundIn["kind"], NonNullable<FundIn["evidence_kind"]>>), project_id: project });
}

function Choice({ name, label, options }: { name: string; label: string; options: [string, string][] }) {
  const { locale } = useLocale();
  return (
    <Form.Item name={name} label={label} rules={[requiredRule(label, locale)]}>
      <Select options={options.map(([value, text]) => ({ value, label: text }))} style={{ maxWidth: 280 }} />
    </Form.Item>
  );
}

function Words({ name, label, extra }: { name: string; label: string; extra?: string }) {
  const { locale } = useLocale();
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[requiredRule(label, locale)]}>
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
    </Form.Item>
  );
}

function Fields({ kind, project }: { kind: Recording; project: Project }) {
  const t = useText("projects");
  const entry = useText("entry");
  const { locale } = useLocale();
  if (kind === "fund") return <FundFields />;
  if (kind === "milestone") {
    return (
      <>
        <Choice name="kind" label={t.milestone} options={RECOGNISED.map((each) => [each, term("milestone", each, locale)])} />
        <DateField name="occurred_on" label={t.occurred_on} />
        <Words name="evidence" label={t.evidence} extra={t.evidence_hint} />
      </>
    );
  }
  if (kind === "amendment") {
    return (
      <>
        <MoneyField name="planned_investment" label={t.new_amount} min="0.01" extra={`${t.planned_investment} ${fill(entry.reads_as, { yuan: exactMoney(project.planned_investment) })}`} />
        <DateField name="on" label={t.amendment_on} />
        <Words name="reason" label={t.amendment_reason} />
      </>
    );
  }
  return (
    <>
      <Choice name="list" label={t.list} options={Object.entries(messages(locale).terms.list)} />
      <Choice name="action" label={t.action} options={[["list", t.action_list], ["unlist", t.action_unlist]]} />
      <DateField name="on" label={t.on} />
    </>
  );
}

/** The form; its draft is kept until it is sent. */
export function RecordDrawer({ kind, project, month, onClose }: { kind: Recording; project: Project; month: string | null; onClose: () => void }) {
  const t = useText("projects");
  const funds = useText("funds");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  // The name says the unit: a draft of the time when funds were typed in 元 must not come back as 万元.
  const draft = useDraft<Typed>(`${kind === "fund" ? "fund.wan" : kind}.${project.id}`);
  const { run, busy, problem } = useAct((typed: Typed) => sendRecording(kind, project.id, typed));
  useFieldProblems(form, problem);
  const chosen = Form.useWatch("kind", form);
  const action = Form.useWatch("action", form);
  const verb =
    kind === "milestone" ? fill(t.submit_milestone, { name: chosen ? term("milestone", chosen, locale) : t.milestone })
    : kind === "amendment" ? t.submit_amendment
    : kind === "listing" ? fill(t.submit_listing, { action: action === "unlist" ? t.action_unlist : t.action_list })
    : funds.submit;
  const lacking = problem ? fieldFor(problem.params.missing) : null;
  const submit = async (typed: Typed) => {
    if (!(await run(typed))) return;
    draft.drop();
    say(fill(kind === "fund" ? funds.recorded : t.recognised, { month: month ?? "" }));
    onClose();
  };
  return (
    <FormDrawer title={`${t[`record_${kind}`]} · ${project.name}`} onClose={onClose}>
      <Form form={form} layout="vertical" className="form" initialValues={draft.kept ?? {}} onFinish={(typed) => void submit(typed)} onValuesChange={(_, all) => draft.keep(all)}>
        <FormProblem problem={problem} />
        {lacking && <p className="notice"><Link to={paths.project_edit(project.id, lacking)}>{t.fill_in_missing} →</Link></p>}
        <DraftRestored form={form} draft={draft} />
        <Fields kind={kind} project={project} />
        <FormFoot verb={verb} busy={busy} month={month} touched={draft.touched} onCancel={onClose} />
      </Form>
    </FormDrawer>
  );
}
