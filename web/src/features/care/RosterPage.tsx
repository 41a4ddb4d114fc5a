/** One entry of the roster: its rule and officer, its release, the visits made to it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { care, type Roster } from "@/api/care";
import { toProblem } from "@/api/problem";
import { useAct } from "@/api/useAct";
import { useBooking } from "@/api/useBooking";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { BookedMarks, FactNumber } from "@/ui/Booked";
import { DataTable } from "@/ui/DataTable";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { DateField } from "@/ui/fields";
import { Neighbours } from "@/ui/Neighbours";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { ReverseDialog } from "@/ui/ReverseDialog";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { partyName, PartyLinks } from "./Party";
import { RosterDrawer } from "./RosterDrawer";

function Release({ roster, month, onClose }: { roster: Roster; month: string | null; onClose: () => void }) {
  const t = useText("care");
  const act = useAct(({ released_on }: { released_on: string }) => care.release(roster.id, released_on));
  return <RecordDrawer title={`${t.release} · ${partyName(roster)}`} verb={t.release_submit} act={act} month={month} done={fill(t.release_done, { month: month ?? "—" })} onClose={onClose}><DateField name="released_on" label={t.released_on} /></RecordDrawer>;
}

function Reversal({ roster, month, onClose }: { roster: Roster; month: string | null; onClose: () => void }) {
  const act = useAct((reason: string) => care.reverse_roster(roster.id, reason));
  return <ReverseDialog name={partyName(roster)} month={month} act={act} onClose={onClose} />;
}

function VisitsOf({ roster }: { roster: Roster }) {
  const t = useText("care");
  const { locale } = useLocale();
  const party = roster.company ? { company: roster.company.id } : { project: roster.project?.id };
  const { data } = useQuery({ queryKey: ["visits", "of", party], queryFn: () => care.visits({ ...party, limit: 50 }) });
  return (
    <Section title={t.visits_of} flush>
      <DataTable
        rows={data?.items}
        rowKey={(row) => row.id}
        label={t.visits_of}
        empty={{ title: t.visits_of_none }}
        columns={[
          { key: "code", title: t.visit_code, phone: "title", render: (row) => <><Link to={paths.care_record("visits", row.id)}>{row.code}</Link> <BookedMarks {...row} /></> },
          { key: "on", title: t.visited_on, nowrap: true, phone: "figure", render: (row) => row.visited_on },
          { key: "purpose", title: t.purpose, nowrap: true, render: (row) => term("visit_purpose", row.purpose, locale) },
          { key: "needs", title: t.needs, render: (row) => row.needs ?? "—" },
        ]}
      />
    </Section>
  );
}

/** The page of an entry. */
export function RosterPage() {
  const { id = "" } = useParams();
  const t = useText("care");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const { month, barred, why } = useBooking("rosters.write");
  const [open, setOpen] = useState<"edit" | "release" | "reverse" | null>(null);
  const { data: roster, error, refetch } = useQuery({ queryKey: ["roster", id], queryFn: () => care.roster(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!roster) return <div className="page"><Skeleton lines={8} /></div>;
  const held = roster.reversed ? records.already_reversed : null;
  return (
    <div className="page">
      <PageHead
        title={partyName(roster)}
        actions={
          <>
            <Neighbours id={id} to={(other) => paths.care_record("rosters", other)} />
            <ReasonButton why={held ?? barred} onClick={() => setOpen("edit")}>{common.edit}</ReasonButton>
            <ReasonButton danger why={held ?? why} onClick={() => setOpen("reverse")}>{records.reverse}</ReasonButton>
            <ReasonButton type="primary" why={held ?? (roster.released_on ? t.already_released : why)} onClick={() => setOpen("release")}>{t.release}</ReasonButton>
          </>
        }
      >
        <Link to={paths.care("rosters")}>{t.rosters}</Link>
        {!roster.reversed && <Tag tone={roster.released_on ? "plain" : "good"}>{roster.released_on ? t.off_roster : t.on_roster}</Tag>}
        <BookedMarks {...roster} />
      </PageHead>
      <Section>
        <Facts items={[
          { name: records.party, value: <PartyLinks party={roster} /> },
          { name: records.unit, value: unitName(roster.unit, locale) },
          { name: t.officer, value: roster.officer },
          { name: t.rule, value: roster.rule },
          { name: t.enrolled_on, value: roster.enrolled_on },
          { name: t.released_on, value: roster.released_on ?? "—" },
          { name: records.month, value: roster.month },
          { name: records.fact_name, value: <FactNumber seq={roster.fact_seq} month={roster.month} indicator={roster.company ? "care_companies" : "care_projects"} unit={roster.unit.code} /> },
        ]} />
        {roster.reversed && <p className="notice notice-slow">{records.reversed} · {roster.reversal_reason}</p>}
      </Section>
      <VisitsOf roster={roster} />
      {open === "edit" && <RosterDrawer roster={roster} month={month} onClose={() => setOpen(null)} />}
      {open === "release" && <Release roster={roster} month={month} onClose={() => setOpen(null)} />}
      {open === "reverse" && <Reversal roster={roster} month={month} onClose={() => setOpen(null)} />}
    </div>
  );
}
