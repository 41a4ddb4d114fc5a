/** One project: its steps, timeline, money, investors, credit and lists, and what may be recorded about it. */
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useQuery } from "@tanstack/react-query";
import { work } from "@/api/calls";
import type { Project } from "@/api/contract";
import { useWhyNot } from "@/api/permits";
import { toProblem } from "@/api/problem";
import { useMonth } from "@/api/useMonth";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { Neighbours } from "@/ui/Neighbours";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { Steps } from "@/ui/Steps";
import { Credits, Investors, Lists } from "./Parties";
import { Money } from "./Money";
import { StageTag } from "./StageTag";
import { fieldFor } from "./form";
import { RecordDrawer, type Recording } from "./RecordDrawer";
import { stageSteps } from "./stages";
import { Timeline } from "./Timeline";
import "./projects.css";

/** What each next milestone misses, with the way to where it is filled in. */
function Progress({ project, mayEdit }: { project: Project; mayEdit: boolean }) {
  const t = useText("projects");
  const { locale } = useLocale();
  return (
    <Section title={t.steps}>
      <Steps label={t.steps} steps={stageSteps(project.stage, project.milestones, (stage) => term("stage", stage, locale))} />
      {project.next_steps.length > 0 && (
        <ul className="next-steps">
          {project.next_steps.map((step) => (
            <li key={step.milestone}>
              <b>{term("milestone", step.milestone, locale)}</b>{" "}
              {step.missing.length === 0 ? <span className="good-words">{t.next_ready}</span> : <span>{t.missing}: {step.missing.map((code) => term("evidence", code, locale)).join(locale === "zh" ? "、" : ", ")}</span>}
              {mayEdit && fieldFor(step.missing) && <> <Link to={paths.project_edit(project.id, fieldFor(step.missing) ?? undefined)}>{t.fill_in}</Link></>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The page of a project. */
export function ProjectPage() {
  const { id = "" } = useParams();
  const t = useText("projects");
  const { locale } = useLocale();
  const common = useText("common");
  const entry = useText("entry");
  const navigate = useNavigate();
  const { open_month } = useMonth();
  const [recording, setRecording] = useState<Recording | null>(null);
  const barred = useWhyNot("projects.write");
  const { data: project, error, refetch } = useQuery({ queryKey: ["project", id], queryFn: () => work.project(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!project) return <div className="page"><Skeleton lines={12} /></div>;
  const why = barred ?? (open_month ? null : t.no_open_month);
  const buttons: Recording[] = ["milestone", "fund", "amendment", "listing"];
  return (
    <div className="page">
      <PageHead
        title={project.name}
        actions={
          <>
            <Neighbours id={id} to={paths.project} />
            <ReasonButton why={barred} onClick={() => void navigate(paths.project_edit(id))}>{t.edit_short}</ReasonButton>
            {buttons.map((kind) => <ReasonButton key={kind} type={kind === "milestone" ? "primary" : "default"} why={why} onClick={() => setRecording(kind)}>{t[`record_${kind}`]}</ReasonButton>)}
          </>
        }
      >
        <StageTag stage={project.stage} />
        <span>{project.code} · {unitName(project.unit, locale)} · {project.place.name}</span>
        {!barred && open_month && <span>{fill(entry.booking_month, { month: open_month })}</span>}
      </PageHead>
      <Progress project={project} mayEdit={barred === null} />
      <div className="columns">
        <div className="stack">
          <Money project={project} />
          <Timeline project={project} month={open_month} why={why} />
        </div>
        <div className="stack">
          <Investors project={project} />
          <Credits project={project} />
          <Lists project={project} />
          <Section title={t.contract}>
            <Facts wide items={[
              { name: t.contract_number, value: project.contract?.number ?? project.contract_number ?? "—" },
              { name: t.contract_kind, value: term("contract_kind", project.contract?.kind, locale) },
              { name: t.signed_on, value: project.contract?.signed_on ?? "—" },
              { name: t.project_company, value: project.project_company ?? "—" },
              { name: t.filing_code, value: project.filing_code ?? "—" },
              { name: t.exclusion, value: project.exclusion ? term("exclusion", project.exclusion, locale) : common.none },
              { name: t.chain, value: project.chain ?? "—" },
              { name: t.industry, value: project.industry ?? "—" },
            ]} />
          </Section>
        </div>
      </div>
      {recording && <RecordDrawer kind={recording} project={project} month={open_month} onClose={() => setRecording(null)} />}
    </div>
  );
}
