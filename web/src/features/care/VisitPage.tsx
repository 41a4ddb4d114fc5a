/** One visit: what was learnt, what is needed, what became of it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { care, type Visit } from "@/api/care";
import { toProblem } from "@/api/problem";
import { useAct } from "@/api/useAct";
import { useBooking } from "@/api/useBooking";
import { paths } from "@/lib/paths";
import { unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { BookedMarks, FactNumber } from "@/ui/Booked";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { Neighbours } from "@/ui/Neighbours";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { ReverseDialog } from "@/ui/ReverseDialog";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { LeadDrawer, NeedDrawer } from "./NeedDrawers";
import { PartyLinks } from "./Party";
import { ProblemDrawer } from "./ProblemDrawer";
import { VisitDrawer } from "./VisitDrawer";

function Reversal({ visit, month, onClose }: { visit: Visit; month: string | null; onClose: () => void }) {
  const act = useAct((reason: string) => care.reverse_visit(visit.id, reason));
  return <ReverseDialog name={visit.code} month={month} act={act} onClose={onClose} />;
}

function Needs({ visit, barred, why, onOpen }: { visit: Visit; barred: string | null; why: string | null; onOpen: (what: "lead" | "opportunity") => void }) {
  const t = useText("care");
  const common = useText("common");
  const noNeed = visit.needs ? null : t.no_needs;
  return (
    <Section
      title={t.needs}
      actions={
        <>
          <ReasonButton why={barred ?? noNeed} onClick={() => onOpen("lead")}>{t.to_lead}</ReasonButton>
          <ReasonButton why={why ?? noNeed} onClick={() => onOpen("opportunity")}>{t.to_opportunity}</ReasonButton>
        </>
      }
    >
      <p className="record-text">{visit.needs ?? <span className="quiet">{t.needs_none}</span>}</p>
      {visit.needs && (
        <p className="secondary card-more">
          {t.became}{common.colon}{visit.lead_project && <Link to={paths.project(visit.lead_project.id)}>{visit.lead_project.name}</Link>}
          {visit.lead_project && visit.opportunity && " · "}
          {visit.opportunity && <Link to={paths.opportunities({ q: visit.opportunity })}>{visit.opportunity}</Link>}
          {!visit.lead_project && !visit.opportunity && t.became_none}
        </p>
      )}
    </Section>
  );
}

/** The page of a visit. */
export function VisitPage() {
  const { id = "" } = useParams();
  const t = useText("care");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const { month, barred, why } = useBooking("visits.write");
  const planning = useBooking("opportunities.write");
  const problems = useBooking("problems.write");
  const [open, setOpen] = useState<"edit" | "reverse" | "lead" | "opportunity" | "problem" | null>(null);
  const { data: visit, error, refetch } = useQuery({ queryKey: ["visit", id], queryFn: () => care.visit(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!visit) return <div className="page"><Skeleton lines={8} /></div>;
  const held = visit.reversed ? records.already_reversed : null;
  return (
    <div className="page">
      <PageHead
        title={visit.code}
        actions={
          <>
            <Neighbours id={id} to={(other) => paths.care_record("visits", other)} />
            <ReasonButton why={held ?? barred} onClick={() => setOpen("edit")}>{common.edit}</ReasonButton>
            <ReasonButton danger why={held ?? why} onClick={() => setOpen("reverse")}>{records.reverse}</ReasonButton>
            <ReasonButton type="primary" why={held ?? problems.barred} onClick={() => setOpen("problem")}>{t.raise_problem}</ReasonButton>
          </>
        }
      >
        <Link to={paths.care("visits")}>{t.visits}</Link>
        <span>{term("visit_purpose", visit.purpose, locale)} · {term("visit_mode", visit.mode, locale)}</span>
        <BookedMarks {...visit} />
      </PageHead>
      <Section>
        <Facts items={[
          { name: records.party, value: <PartyLinks party={visit} /> },
          { name: t.visited_on, value: visit.visited_on },
          { name: records.unit, value: unitName(visit.unit, locale) },
          { name: t.officer, value: visit.officer },
          { name: records.month, value: visit.month },
          { name: records.fact_name, value: <FactNumber seq={visit.fact_seq} month={visit.month} indicator="care_events" unit={visit.unit.code} /> },
        ]} />
        {visit.reversed && <p className="notice notice-slow">{records.reversed} · {visit.reversal_reason}</p>}
      </Section>
      <Section title={t.progress}><p className="record-text">{visit.progress ?? <span className="quiet">—</span>}</p></Section>
      <Needs visit={visit} barred={held ?? barred} why={held ?? why ?? planning.barred} onOpen={setOpen} />
      {open === "edit" && <VisitDrawer visit={visit} month={month} onClose={() => setOpen(null)} />}
      {open === "reverse" && <Reversal visit={visit} month={month} onClose={() => setOpen(null)} />}
      {open === "lead" && <LeadDrawer visit={visit} onClose={() => setOpen(null)} />}
      {open === "opportunity" && <NeedDrawer visit={visit} month={month} onClose={() => setOpen(null)} />}
      {open === "problem" && <ProblemDrawer visit={visit} onClose={() => setOpen(null)} />}
    </div>
  );
}
