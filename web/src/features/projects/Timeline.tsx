/** What happened to a project, newest first; each line leads to its fact. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Project } from "@/api/contract";
import { tableMoney } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Empty } from "@/ui/Empty";
import { Section } from "@/ui/Section";

interface Event { key: string; on: string; month: string | null; title: string; detail: ReactNode; seq: number }

/** The timeline's card. */
export function Timeline({ project }: { project: Project }) {
  const t = useText("projects");
  const common = useText("common");
  const { locale } = useLocale();
  const events: Event[] = [
    ...project.milestones.map((each) => ({ key: each.id, on: each.occurred_on, month: each.month, title: term("milestone", each.kind, locale), detail: each.evidence, seq: each.fact_seq })),
    ...project.amendments.map((each) => ({
      key: each.id, on: each.on, month: null, title: t.amendments, seq: each.fact_seq,
      detail: `${fill(t.from_to, { from: tableMoney(each.from, locale), to: tableMoney(each.to, locale), unit: common.money_table })} · ${each.reason}`,
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
            <span className="quiet">{fill(t.fact, { seq: event.seq })}</span>
          </li>
        ))}
      </ol>
      {project.funds.count > 0 && <p className="card-more"><Link to={paths.funds({ project: project.id })}>{fill(t.see_funds, { n: project.funds.count })} →</Link></p>}
    </Section>
  );
}
