/** One activity: when, where, who; whom it met; and taking it back. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { toProblem } from "@/api/problem";
import { outreach, type Activity } from "@/api/records";
import { useAct } from "@/api/useAct";
import { useBooking } from "@/api/useBooking";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
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
import { daysOf } from "./ActivitiesPage";
import { ActivityDrawer } from "./ActivityDrawer";
import { Meetings } from "./Meetings";
import "./activities.css";

/** The indicator that shows an activity of a kind. */
const COUNTS_IN: Record<string, string> = { outbound: "outbound_activities", doorstep: "outbound_activities", inbound: "inbound_visits", joint: "joint_matchmaking_events", promotion: "promotion_meetings" };

function Reversal({ activity, month, onClose }: { activity: Activity; month: string | null; onClose: () => void }) {
  const t = useText("activities");
  const [withMeetings, setWith] = useState(false);
  const act = useAct((reason: string) => outreach.reverse_activity(activity.id, reason, withMeetings));
  return (
    <ReverseDialog name={activity.name} month={month} act={act} onClose={onClose}>
      {activity.meeting_count > 0 && (
        <p>
          <Checkbox checked={withMeetings} onChange={(event) => setWith(event.target.checked)}>{fill(t.with_meetings, { n: activity.meeting_count })}</Checkbox>
          <small>{t.with_meetings_hint}</small>
        </p>
      )}
    </ReverseDialog>
  );
}

function About({ activity }: { activity: Activity }) {
  const t = useText("activities");
  const records = useText("records");
  const { locale } = useLocale();
  const comma = locale === "zh" ? "、" : ", ";
  const lead = activity.organisers[0];
  return (
    <Section>
      <Facts items={[
        { name: t.dates, value: daysOf(activity) },
        { name: t.places, value: activity.places.map((each) => each.name).join(comma) || "—" },
        { name: t.organisers, value: activity.organisers.map((each) => unitName(each, locale)).join(comma) },
        { name: t.leader, value: term("leader", activity.leader, locale) },
        { name: t.convener, value: activity.convener ?? "—" },
        { name: t.campaign, value: activity.campaign ? <Link to={paths.campaign(activity.campaign.id)}>{activity.campaign.name}</Link> : "—" },
        { name: t.chain, value: activity.chain ?? "—" },
        { name: records.month, value: activity.month },
        { name: records.fact_name, value: <FactNumber seq={activity.fact_seq} month={activity.month} indicator={COUNTS_IN[activity.kind] ?? "campaign_meetings"} unit={lead?.code ?? null} /> },
      ]} />
      {activity.reversed && <p className="notice notice-slow">{records.reversed} · {activity.reversal_reason}</p>}
    </Section>
  );
}

/** The page of an activity. */
export function ActivityPage() {
  const { id = "" } = useParams();
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const { month, barred, why } = useBooking("activities.write");
  const [open, setOpen] = useState<"edit" | "reverse" | null>(null);
  const { data: activity, error, refetch } = useQuery({ queryKey: ["activity", id], queryFn: () => outreach.activity(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!activity) return <div className="page"><Skeleton lines={10} /></div>;
  const held = activity.reversed ? records.already_reversed : null;
  return (
    <div className="page">
      <PageHead
        title={activity.name}
        actions={
          <>
            <Neighbours id={id} to={paths.activity} />
            <ReasonButton why={held ?? barred} onClick={() => setOpen("edit")}>{common.edit}</ReasonButton>
            <ReasonButton danger why={held ?? why} onClick={() => setOpen("reverse")}>{records.reverse}</ReasonButton>
          </>
        }
      >
        <span>{activity.code} · {term("activity_kind", activity.kind, locale)}</span>
        <BookedMarks {...activity} />
      </PageHead>
      <About activity={activity} />
      <Meetings activity={activity} month={month} why={held ?? why} />
      {open === "edit" && <ActivityDrawer activity={activity} month={month} onClose={() => setOpen(null)} />}
      {open === "reverse" && <Reversal activity={activity} month={month} onClose={() => setOpen(null)} />}
    </div>
  );
}
