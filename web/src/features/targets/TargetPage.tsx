/** One target company: what it is wanted for and by whom; taking it off the list, and taking it back. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { chains, type Target } from "@/api/care";
import { toProblem } from "@/api/problem";
import { useAct } from "@/api/useAct";
import { useBooking } from "@/api/useBooking";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { FactNumber } from "@/ui/Booked";
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
import { TargetDrawer } from "./TargetDrawer";

function Untargeting({ target, month, onClose }: { target: Target; month: string | null; onClose: () => void }) {
  const t = useText("chains");
  const act = useAct(({ untargeted_on }: { untargeted_on: string }) => chains.untarget(target.id, untargeted_on));
  return <RecordDrawer title={`${t.untarget} · ${target.company.name}`} verb={t.untarget_submit} act={act} month={month} done={fill(t.untarget_done, { month: month ?? "—" })} onClose={onClose}><DateField name="untargeted_on" label={t.untargeted_on} /></RecordDrawer>;
}

function Reversal({ target, month, onClose }: { target: Target; month: string | null; onClose: () => void }) {
  const navigate = useNavigate();
  const act = useAct((reason: string) => chains.reverse_target(target.id, reason));
  return <ReverseDialog name={target.company.name} month={month} act={act} onDone={() => void navigate(paths.company(target.company.id), { replace: true })} onClose={onClose} />;
}

/** The page of a target. */
export function TargetPage() {
  const { id = "" } = useParams();
  const t = useText("chains");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const { month, barred, why } = useBooking("targets.write");
  const [open, setOpen] = useState<"edit" | "untarget" | "reverse" | null>(null);
  const { data: target, error, refetch } = useQuery({ queryKey: ["target", id], queryFn: () => chains.target(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!target) return <div className="page"><Skeleton lines={8} /></div>;
  return (
    <div className="page">
      <PageHead
        title={target.company.name}
        actions={
          <>
            <Neighbours id={id} to={paths.target} />
            <ReasonButton why={barred} onClick={() => setOpen("edit")}>{common.edit}</ReasonButton>
            <ReasonButton danger why={why} onClick={() => setOpen("reverse")}>{records.reverse}</ReasonButton>
            <ReasonButton type="primary" why={target.untargeted_on ? t.already_untargeted : why} onClick={() => setOpen("untarget")}>{t.untarget}</ReasonButton>
          </>
        }
      >
        <Link to={paths.targets()}>{t.target_title}</Link>
        <Tag tone={target.untargeted_on ? "plain" : "good"}>{target.untargeted_on ? t.standing_no : t.standing_yes}</Tag>
      </PageHead>
      <Section>
        <Facts items={[
          { name: records.company, value: <Link to={paths.company(target.company.id)}>{target.company.name}</Link> },
          { name: t.batch, value: target.batch },
          { name: t.chain, value: <Link to={paths.chain(target.chain.id)}>{locale === "en" && target.chain.name_en ? target.chain.name_en : target.chain.name}</Link> },
          { name: t.node, value: target.node?.name ?? "—" },
          { name: records.unit, value: unitName(target.unit, locale) },
          { name: t.recommended_by, value: term("recommender", target.recommended_by, locale) },
          { name: t.targeted_on, value: target.targeted_on },
          { name: t.untargeted_on, value: target.untargeted_on ?? "—" },
          { name: records.month, value: target.month },
          { name: records.fact_name, value: <FactNumber seq={target.fact_seq} month={target.month} indicator="target_companies" unit={target.unit.code} /> },
        ]} />
      </Section>
      {open === "edit" && <TargetDrawer target={target} month={month} onClose={() => setOpen(null)} />}
      {open === "untarget" && <Untargeting target={target} month={month} onClose={() => setOpen(null)} />}
      {open === "reverse" && <Reversal target={target} month={month} onClose={() => setOpen(null)} />}
    </div>
  );
}
