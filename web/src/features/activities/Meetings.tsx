/** Whom an activity met: companies and projects, at what level, with what outcome. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useState } from "react";
import { Link } from "react-router";
import { files } from "@/api/calls";
import { useWhyNoExport } from "@/api/permits";
import { outreach, type Activity, type Meeting } from "@/api/records";
import { useAct } from "@/api/useAct";
import { paths } from "@/lib/paths";
import { fill, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DataTable } from "@/ui/DataTable";
import { ReasonButton } from "@/ui/ReasonButton";
import { ReverseDialog } from "@/ui/ReverseDialog";
import { Section } from "@/ui/Section";
import { Tag } from "@/ui/Tag";
import { MeetingDrawer } from "./MeetingDrawer";

function Reversal({ meeting, month, onClose }: { meeting: Meeting; month: string | null; onClose: () => void }) {
  const t = useText("activities");
  const act = useAct((reason: string) => outreach.reverse_meeting(meeting.id, reason));
  return <ReverseDialog name={fill(t.meeting_of, { name: meeting.company?.name ?? meeting.project?.name ?? "" })} month={month} act={act} onClose={onClose} />;
}

/** The card of meetings; `why` bars adding and taking back. */
export function Meetings({ activity, month, why }: { activity: Activity; month: string | null; why: string | null }) {
  const t = useText("activities");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const [adding, setAdding] = useState(false);
  const [reversing, setReversing] = useState<Meeting | null>(null);
  const noExport = useWhyNoExport();
  const tone = { signed: "good", intended: "action", none: "plain" } as const;
  const standing = activity.meetings.filter((each) => !each.reversed);
  return (
    <Section
      title={t.meetings}
      flush
      actions={
        <>
          {standing.length > 0 && <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("meetings", { activity: activity.id })}>{common.export}</ReasonButton>}
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.meeting_add}</ReasonButton>
        </>
      }
    >
      <DataTable
        rows={standing}
        rowKey={(row) => row.id}
        label={t.meetings}
        empty={{ title: t.meeting_none, hint: t.meeting_none_hint }}
        columns={[
          { key: "company", title: records.company, phone: "title", render: (row) => (row.company ? <Link to={paths.company(row.company.id)}>{row.company.name}</Link> : row.project ? <Link to={paths.project(row.project.id)}>{row.project.name}</Link> : "—") },
          { key: "project", title: records.project, render: (row) => (row.project ? <Link to={paths.project(row.project.id)}>{row.project.name}</Link> : "—") },
          { key: "ours", title: t.our_level, nowrap: true, render: (row) => term("our_level", row.our_level, locale) },
          { key: "theirs", title: t.their_level, nowrap: true, render: (row) => term("their_level", row.their_level, locale) },
          { key: "outcome", title: t.outcome, nowrap: true, render: (row) => <Tag tone={tone[row.outcome as keyof typeof tone] ?? "plain"}>{term("meeting_outcome", row.outcome, locale)}</Tag> },
          { key: "month", title: records.month, nowrap: true, phone: "none", render: (row) => row.month },
          { key: "act", title: "", phone: "plain", render: (row) => <ReasonButton size="small" why={why} aria-label={`${records.reverse} ${row.company?.name ?? row.project?.name ?? ""}`} onClick={() => setReversing(row)}>{records.reverse}</ReasonButton> },
        ]}
      />
      {adding && <MeetingDrawer activity={activity} month={month} onClose={() => setAdding(false)} />}
      {reversing && <Reversal meeting={reversing} month={month} onClose={() => setReversing(null)} />}
    </Section>
  );
}
