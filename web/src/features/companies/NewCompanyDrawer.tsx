/** Registering a company. */
import { Button, Form, Input, Select } from "antd";
import { work } from "@/api/calls";
import { DivisionChoice } from "@/api/choices";
import { useAct } from "@/api/useAct";
import { useLocale, useText } from "@/locales";
import { FormDrawer } from "@/ui/FormDrawer";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";

interface Typed { name: string; uscc?: string; division: string; aliases?: string[] }

/** The form beside the list; the server checks the code's digits. */
export function NewCompanyDrawer({ onClose }: { onClose: () => void }) {
  const t = useText("companies");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const { run, busy, problem } = useAct((typed: Typed) =>
    work.create_company({ name: typed.name.trim(), uscc: typed.uscc?.trim().toUpperCase() || null, division: typed.division, aliases: typed.aliases ?? [] }),
  );
  useFieldProblems(form, problem);
  const submit = async (typed: Typed) => {
    if (!(await run(typed))) return;
    say(t.created);
    onClose();
  };
  return (
    <FormDrawer title={t.new} onClose={onClose}>
      <Form form={form} layout="vertical" className="form" onFinish={(typed) => void submit(typed)}>
        <FormProblem problem={problem} />
        <Form.Item name="name" label={t.name} rules={[requiredRule(t.name, locale)]}><Input maxLength={120} autoComplete="off" /></Form.Item>
        <Form.Item name="uscc" label={t.uscc} rules={[{ pattern: /^\s*[0-9A-Za-z]{18}\s*$/, message: t.uscc_invalid }]}><Input maxLength={20} autoComplete="off" /></Form.Item>
        <Form.Item name="division" label={t.division} rules={[requiredRule(t.division, locale)]}><DivisionChoice /></Form.Item>
        <Form.Item name="aliases" label={t.aliases}><Select mode="tags" open={false} suffixIcon={null} tokenSeparators={["、", ",", "，"]} /></Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>{t.submit}</Button>
      </Form>
    </FormDrawer>
  );
}
