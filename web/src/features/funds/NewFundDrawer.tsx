/** Recording one arrived fund by hand; the draft is kept. */
import { Form } from "antd";
import { work } from "@/api/calls";
import { ProjectChoice } from "@/api/choices";
import type { FundIn } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { fill, useLocale, useText } from "@/locales";
import { FormDrawer } from "@/ui/FormDrawer";
import { DraftRestored, FormFoot } from "@/ui/FormFoot";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { fundOf, FundFields, type TypedFund } from "@/ui/FundFields";
import { useToast } from "@/ui/toast";
import { useDraft } from "@/ui/useDraft";

type Typed = TypedFund<FundIn["kind"], NonNullable<FundIn["evidence_kind"]>> & { project_id: string };

/** The form beside the list. A project given from outside is chosen already. */
export function NewFundDrawer({ month, project, onClose }: { month: string | null; project?: string; onClose: () => void }) {
  const t = useText("funds");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  // The name says the unit: a draft of the time when amounts were typed in 元 must not come back as 万元.
  const draft = useDraft<Typed>("fund.new.wan");
  const { run, busy, problem } = useAct((typed: Typed) => work.create_fund({ ...fundOf(typed), project_id: typed.project_id }));
  useFieldProblems(form, problem);
  const submit = async (typed: Typed) => {
    if (!(await run(typed))) return;
    draft.drop();
    say(fill(t.recorded, { month: month ?? "" }));
    onClose();
  };
  return (
    <FormDrawer title={t.new} onClose={onClose}>
      <Form form={form} layout="vertical" className="form" initialValues={{ ...draft.kept, ...(project ? { project_id: project } : {}) }} onFinish={(typed) => void submit(typed)} onValuesChange={(_, all) => draft.keep(all)}>
        <FormProblem problem={problem} />
        <DraftRestored form={form} draft={draft} />
        <Form.Item name="project_id" label={t.project} rules={[requiredRule(t.project, locale)]}><ProjectChoice /></Form.Item>
        <FundFields />
        <FormFoot verb={t.submit} busy={busy} month={month} touched={draft.touched} onCancel={onClose} />
      </Form>
    </FormDrawer>
  );
}
