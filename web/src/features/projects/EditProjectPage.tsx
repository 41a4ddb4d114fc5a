/** Changing what is known of a project. What recognised facts carry is shown and held. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { work } from "@/api/calls";
import type { Project } from "@/api/contract";
import { toProblem } from "@/api/problem";
import { useAct } from "@/api/useAct";
import { paths } from "@/lib/paths";
import { useText } from "@/locales";
import { Fault } from "@/ui/Fault";
import { FormFoot } from "@/ui/FormFoot";
import { FormProblem, useFieldProblems } from "@/ui/FormProblem";
import { PageHead } from "@/ui/PageHead";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { useToast } from "@/ui/toast";
import { frozenFields, inForm, projectPatch, typedOf, type TypedProject } from "./form";
import { ProjectFields } from "./ProjectFields";
import "./projects.css";

function EditForm({ project }: { project: Project }) {
  const t = useText("projects");
  const common = useText("common");
  const navigate = useNavigate();
  const say = useToast();
  const [search] = useSearchParams();
  const [form] = Form.useForm<TypedProject>();
  const [first] = useState(() => typedOf(project));
  const frozen = useMemo(() => frozenFields(project), [project]);
  const field = search.get("field");
  const { run, busy, problem } = useAct((typed: TypedProject) => work.update_project(project.id, projectPatch(project, typed)));
  const placed = useMemo(() => inForm(problem), [problem]);
  useFieldProblems(form, placed);
  useEffect(() => {
    const wanted = field ? document.getElementById(field) : null;
    wanted?.scrollIntoView({ block: "center" });
    wanted?.focus({ preventScroll: true });
  }, [field]);
  const submit = async () => {
    // The form leaves out what it does not show (another credit mode's fields); what was read stays.
    const typed = { ...first, ...form.getFieldsValue() };
    if (!(await run(typed))) return;
    say(common.saved);
    void navigate(paths.project(project.id));
  };
  return (
    <Form form={form} layout="vertical" className="form" initialValues={first} scrollToFirstError onFinish={() => void submit()}>
      <FormProblem problem={placed} />
      {frozen.size > 1 && <p className="notice">{t.frozen_hint}</p>}
      <ProjectFields frozen={frozen} />
      <FormFoot verb={common.save} busy={busy} onCancel={() => void navigate(paths.project(project.id))} />
    </Form>
  );
}

/** The page of the form. */
export function EditProjectPage() {
  const { id = "" } = useParams();
  const t = useText("projects");
  const { data: project, error, refetch } = useQuery({ queryKey: ["project", id], queryFn: () => work.project(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  return (
    <div className="page">
      <PageHead title={t.edit}>{project && `${project.code} · ${project.name}`}</PageHead>
      <Section>{project ? <EditForm key={project.id} project={project} /> : <Skeleton lines={12} />}</Section>
    </div>
  );
}
