/** Registering a project; the form keeps its draft. */
import { Form } from "antd";
import { useMemo } from "react";
import { useNavigate } from "react-router";
import { work } from "@/api/calls";
import { useAct } from "@/api/useAct";
import { paths } from "@/lib/paths";
import { useText } from "@/locales";
import { DraftRestored, FormFoot } from "@/ui/FormFoot";
import { FormProblem, useFieldProblems } from "@/ui/FormProblem";
import { PageHead } from "@/ui/PageHead";
import { Section } from "@/ui/Section";
import { useToast } from "@/ui/toast";
import { useDraft } from "@/ui/useDraft";
import { inForm, projectIn, type TypedProject } from "./form";
import { ProjectFields } from "./ProjectFields";
import "./projects.css";

const BLANK: Partial<TypedProject> = { credit_mode: "exclusive", investors: [{}] };

/** The page of the form. */
export function NewProjectPage() {
  const t = useText("projects");
  const navigate = useNavigate();
  const say = useToast();
  const [form] = Form.useForm<TypedProject>();
  const draft = useDraft<TypedProject>("project.new.investors");
  const { run, busy, problem } = useAct((typed: TypedProject) => work.create_project(projectIn(typed)));
  const placed = useMemo(() => inForm(problem), [problem]);
  useFieldProblems(form, placed);
  const submit = async (typed: TypedProject) => {
    const answer = await run(typed);
    if (!answer) return;
    draft.drop();
    say(t.created);
    void navigate(paths.project(answer.done.id));
  };
  const forget = () => {
    draft.drop();
    form.setFieldsValue(BLANK);
  };
  return (
    <div className="page">
      <PageHead title={t.new}>{t.new_hint}</PageHead>
      <Section>
        <Form form={form} layout="vertical" className="form" initialValues={{ ...BLANK, ...draft.kept }} scrollToFirstError onFinish={(typed) => void submit(typed)} onValuesChange={(_, all) => draft.keep(all)}>
          <FormProblem problem={placed} />
          <DraftRestored form={form} draft={{ kept: draft.kept, drop: forget }} />
          <ProjectFields />
          <FormFoot verb={t.submit_project} busy={busy} touched={draft.touched} onCancel={() => void navigate(paths.projects())} />
        </Form>
      </Section>
    </div>
  );
}
