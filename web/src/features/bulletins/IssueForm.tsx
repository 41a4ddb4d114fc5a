/** Issuing: the text and its figures are frozen under a hash, so it asks first. */
import { Form, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { dispatch } from "@/api/calls";
import type { BulletinPreview } from "@/api/contract";
import { useWhyNot } from "@/api/permits";
import { useAct } from "@/api/useAct";
import { paths } from "@/lib/paths";
import { fill, useLocale, useText } from "@/locales";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { ReasonButton } from "@/ui/ReasonButton";
import { Section } from "@/ui/Section";
import { useToast } from "@/ui/toast";
import { IssueDialog } from "./IssueDialog";
import { typedNumbers } from "./typed";

interface Typed { title: string; document_number: string }

/** Title, document number, and the act. */
export function IssueForm({ month, closed, preview, text, onIssued }: { month: string; closed: boolean; preview: BulletinPreview; text: { template?: string; body?: string; campaign?: string }; onIssued: () => void }) {
  const t = useText("bulletins");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const [asking, setAsking] = useState<Typed | null>(null);
  const barred = useWhyNot("bulletins.write");
  const why = barred ?? (closed ? null : fill(t.issue_locked, { month }));
  const numbers = typedNumbers(preview.typed_numbers);
  const { run, busy, problem } = useAct((typed: Typed) => dispatch.issue({ ...text, ...typed, month, typed_numbers: numbers.map((each) => each.text) }));
  useFieldProblems(form, problem);
  const issue = async () => {
    if (!asking) return;
    const answer = await run(asking);
    setAsking(null);
    if (!answer) return;
    onIssued();
    say(t.issued);
    void navigate(paths.bulletin(answer.done.id));
  };
  return (
    <Section title={t.issue}>
      <Form form={form} layout="vertical" initialValues={{ title: preview.title }} onFinish={setAsking}>
        <FormProblem problem={problem} />
        <Form.Item name="title" label={t.name} rules={[requiredRule(t.name, locale)]}><Input maxLength={120} /></Form.Item>
        <Form.Item name="document_number" label={t.document_number} rules={[{ required: true, message: t.required_number }]}><Input maxLength={60} autoComplete="off" /></Form.Item>
        <ReasonButton type="primary" htmlType="submit" loading={busy} why={why}>{t.issue}</ReasonButton>
        {why && <p className="form-note">{why}</p>}
      </Form>
      {asking && <IssueDialog title={asking.title} figures={preview.figures.length} numbers={numbers} busy={busy} onIssue={() => void issue()} onClose={() => setAsking(null)} />}
    </Section>
  );
}
