/** What happened to a project, newest first; a milestone may be taken back by a reversal, with a reason. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { work } from "@/api/calls";
import type { Milestone, Project } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { tableMoney } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Empty } from "@/ui/Empty";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { ReasonButton } from "@/ui/ReasonButton";
import { Section } from "@/ui/Section";
import { useToast } from "@/ui/toast";

interface Event { key: string; on: string; month: string | null; title: string; detail: ReactNode; seq: number; milestone: Milestone | null }

/** The way to a project's funds, with how many stand out of how many rows the list will show. */
export function SeeFunds({ project }: { project: Project }) {
  const t = useText("projects");
  const funds = useText("funds");
  const list = useQuery({ queryKey: ["funds", "of", project.id], queryFn: () => work.funds({ project: project.id, limit: 1 }) });
  const total = list.data?.total ?? project.funds.count;
  if (total === 0) return null;
  const words = total === project.funds.count ? fill(funds.see, { n: total }) : fill(t.standing_funds, { n: project.funds.count, total });
  return <p className="card-more"><Link to={paths.funds({ project: project.id })}>{words} →</Link></p>;
}

function Reversal({ project, milestone, month, onClose }: { project: Project; milestone: Milestone; month: string | null; onClose: () => void }) {
  const t = useText("projects");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<{ reason: string }>();
  const name = term("milestone", milestone.kind, locale);
  const { run, busy, problem } = useAct((reason: string) => work.reverse_milestone(project.id, milestone.id, reason));
  useFieldProblems(form, problem);
  const submit = async ({ reason }: { reason: string }) => {
    if (!(await run(reason.trim()))) return;
    say(fill(t.reverse_done, { name, month: month ?? "" }));
    onClose();
  };
  return (
    <ConfirmDialog title={fill(t.reverse_title, { name, date: milestone.occurred_on })} verb={t.reverse} danger busy={busy} onConfirm={() => form.submit()} onClose={onClose}>
      <p className="notice notice-slow">{fill(t.reverse_hint, { name, month: month ?? "" })}</p>
      <Form form={form} layout="vertical" onFinish={(typed) => void submit(typed)}>
        <FormProblem problem={problem} />
        <Form.Item name="reason" label={t.reverse_reason} rules={[{ ...requiredRule(t.reverse_reason, locale), whitespace: true }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
      </Form>
    </ConfirmDialog>
  );
}

/** The timeline's card. `why` bars reversals. */
export function Timeline({ project, month, why }: { project: Project; month: string | null; why: string | null }) {
  const t = useText("projects");
  const common = useText("common");
  const { locale } = useLocale();
  const [reversing, setReversing] = useState<Milestone | null>(null);
  const events: Event[] = [
    ...project.milestones.map((each) => ({ key: each.id, on: each.occurred_on, month: each.month, title: term("milestone", each.kind, locale), detail: each.evidence, seq: each.fact_seq, milestone: each })),
    ...project.amendments.map((each) => ({
      key: each.id, on: each.on, month: null, title: t.amendments, seq: each.fact_seq, milestone: null,
      detail: `${fill(t.from_to, { from: tableMoney(each.from, locale, 2), to: tableMoney(each.to, locale, 2), unit: common.money_table })} · ${each.reason}`,
    })),
  ].sort((a, b) => b.on.localeCompare(a.on) || b.seq - a.seq);
  return (
    <Section title={t.timeline}>
      {events.length === 0 && <Empty title={common.none} />}
      <ol className="timeline">
        {events.map((event) => (
          <li key={event.key}>
            <time dateTime={event.on}>{event.on}</time>
            <div>
              <b>{event.title}</b> {event.month && event.month !== event.on.slice(0, 7) && <small>{event.month}</small>}
              {event.detail && <p>{event.detail}</p>}
            </div>
            <span className="timeline-end">
              <span className="quiet">{fill(t.fact, { seq: event.seq })}</span>
              {event.milestone && <ReasonButton size="small" type="link" why={why} onClick={() => setReversing(event.milestone)} aria-label={`${t.reverse} ${event.title}`}>{t.reverse}</ReasonButton>}
            </span>
          </li>
        ))}
      </ol>
      <SeeFunds project={project} />
      {reversing && <Reversal project={project} milestone={reversing} month={month} onClose={() => setReversing(null)} />}
    </Section>
  );
}
