/** The name of a template of the office's own, and whether it is a document with a red head. */
import { Checkbox, Form, Input } from "antd";
import type { BulletinTemplate } from "@/api/contract";
import { templates } from "@/api/desk";
import { useAct } from "@/api/useAct";
import { fill, useLocale, useText } from "@/locales";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";
import { Faults } from "./Faults";

interface Typed { name: string; red_head: boolean }

/** Without a `template` the text is saved as a new one; with one, its name and head change and its text stays. */
export function TemplateDialog({ template, body, red_head, onKept, onClose }: { template: BulletinTemplate | null; body: string; red_head: boolean; onKept: (code: string) => void; onClose: () => void }) {
  const t = useText("bulletins");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const { run, busy, problem } = useAct(({ name, red_head: red }: Typed) => (template ? templates.update(template.code, { name: name.trim(), red_head: red }) : templates.create({ name: name.trim(), red_head: red, body })));
  useFieldProblems(form, problem);
  const submit = async (typed: Typed) => {
    const answer = await run(typed);
    if (!answer) return;
    say(fill(t.template_saved, { name: typed.name.trim() }));
    onKept(answer.done.code);
  };
  return (
    <ConfirmDialog title={template ? t.template_rename : t.template_save_as} verb={t.template_keep} busy={busy} onConfirm={() => form.submit()} onClose={onClose}>
      {problem && <Faults problem={problem} />}
      <Form form={form} layout="vertical" initialValues={{ name: template?.name.zh ?? "", red_head }} onFinish={(typed) => void submit(typed)}>
        <Form.Item name="name" label={t.template_name} rules={[{ ...requiredRule(t.template_name, locale), whitespace: true }]}><Input maxLength={60} autoComplete="off" autoFocus /></Form.Item>
        <Form.Item name="red_head" valuePropName="checked"><Checkbox>{t.red_head}</Checkbox></Form.Item>
      </Form>
      {!template && <p className="form-note">{t.template_save_hint}</p>}
    </ConfirmDialog>
  );
}
