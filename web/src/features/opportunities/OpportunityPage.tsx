/** One opportunity: what it is about, where it was published, how it left the stock. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { toProblem } from "@/api/problem";
import { channels, type Opportunity } from "@/api/records";
import { useAct } from "@/api/useAct";
import { useBooking } from "@/api/useBooking";
import { tableMoney } from "@/lib/format";
import { paths } from "@/lib/paths";
import { unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { Neighbours } from "@/ui/Neighbours";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecognitionLog } from "@/ui/RecognitionLog";
import { ReverseDialog } from "@/ui/ReverseDialog";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { StockTags } from "./OpportunitiesPage";
import { OpportunityDrawer } from "./OpportunityDrawer";
import { ClosingDrawer, PublishDrawer } from "./Acts";
import { Publications } from "./Publications";

function Reversal({ opportunity, month, onClose }: { opportunity: Opportunity; month: string | null; onClose: () => void }) {
  const act = useAct((reason: string) => channels.reverse_opportunity(opportunity.id, opportunity.closed_on ? "closed" : "reserved", reason));
  return <ReverseDialog name={opportunity.name} month={month} act={act} onClose={onClose} />;
}

function About({ opportunity }: { opportunity: Opportunity }) {
  const t = useText("opportunities");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  return (
    <Section>
      <Facts items={[
        { name: t.category, value: term("opportunity_category", opportunity.category, locale) },
        { name: records.unit, value: unitName(opportunity.unit, locale) },
        { name: t.investment, value: opportunity.investment ? `${tableMoney(opportunity.investment, locale)} ${common.money_table}` : "—" },
        { name: t.chain, value: opportunity.chain ?? "—" },
        { name: t.reserved_on, value: opportunity.reserved_on },
        { name: t.published_on, value: opportunity.published_on ?? "—" },
        { name: t.closed_on, value: opportunity.closed_on ? `${opportunity.closed_on} · ${term("opportunity_outcome", opportunity.outcome, locale)}` : "—" },
        { name: t.project, value: opportunity.project ? <Link to={paths.project(opportunity.project.id)}>{opportunity.project.name}</Link> : "—" },
      ]} />
      {opportunity.content && <p className="record-text opportunity-content">{opportunity.content}</p>}
    </Section>
  );
}

/** The page of an opportunity. */
export function OpportunityPage() {
  const { id = "" } = useParams();
  const t = useText("opportunities");
  const common = useText("common");
  const records = useText("records");
  const { month, barred, why } = useBooking("opportunities.write");
  const [open, setOpen] = useState<"edit" | "publish" | "close" | "reverse" | null>(null);
  const { data: opportunity, error, refetch } = useQuery({ queryKey: ["opportunity", id], queryFn: () => channels.opportunity(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!opportunity) return <div className="page"><Skeleton lines={10} /></div>;
  const closed = opportunity.closed_on !== null;
  const gone = opportunity.recognitions.some((each) => each.step === "reserved") && opportunity.recognitions.every((each) => each.step !== "reserved" || each.reversed_by !== null) ? records.already_reversed : null;
  return (
    <div className="page">
      <PageHead
        title={opportunity.name}
        actions={
          <>
            <Neighbours id={id} to={paths.opportunity} />
            <ReasonButton why={gone ?? barred} onClick={() => setOpen("edit")}>{common.edit}</ReasonButton>
            <ReasonButton danger why={gone ?? why} onClick={() => setOpen("reverse")}>{closed ? t.reverse_closed : t.reverse_reserved}</ReasonButton>
            <ReasonButton why={gone ?? (closed ? t.already_closed : why)} onClick={() => setOpen("close")}>{t.close}</ReasonButton>
            <ReasonButton type="primary" why={gone ?? (closed ? t.already_closed : why)} onClick={() => setOpen("publish")}>{t.publish}</ReasonButton>
          </>
        }
      >
        <span>{opportunity.code}</span>
        {gone ? <Tag tone="behind">{records.reversed}</Tag> : <StockTags row={opportunity} />}
      </PageHead>
      <About opportunity={opportunity} />
      <div className="columns">
        <Publications opportunity={opportunity} month={month} why={gone ?? why} />
        <Section title={t.history}><RecognitionLog recognitions={opportunity.recognitions} indicator="reserve_projects" unit={opportunity.unit.code} /></Section>
      </div>
      {open === "edit" && <OpportunityDrawer opportunity={opportunity} month={month} onClose={() => setOpen(null)} />}
      {open === "publish" && <PublishDrawer opportunity={opportunity} month={month} onClose={() => setOpen(null)} />}
      {open === "close" && <ClosingDrawer opportunity={opportunity} month={month} onClose={() => setOpen(null)} />}
      {open === "reverse" && <Reversal opportunity={opportunity} month={month} onClose={() => setOpen(null)} />}
    </div>
  );
}
