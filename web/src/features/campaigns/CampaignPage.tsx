/** One campaign: its window and basis, its goals, the figures of its window, its activities and documents. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { ledger } from "@/api/calls";
import { useWhyNot } from "@/api/permits";
import { toProblem } from "@/api/problem";
import { useIndicators } from "@/api/queries";
import { outreach, type Campaign } from "@/api/records";
import { useAct } from "@/api/useAct";
import { useMonth } from "@/api/useMonth";
import { windowName } from "@/lib/month";
import { paths } from "@/lib/paths";
import { fill, useLocale, useText } from "@/locales";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { FigureGrid } from "@/ui/FigureGrid";
import { Neighbours } from "@/ui/Neighbours";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { useToast } from "@/ui/toast";
import { CampaignDrawer } from "./CampaignDrawer";
import { CampaignActivities, CampaignDocuments } from "./CampaignRecords";
import { Goals } from "./Goals";
import { windowOf } from "./window";
import "./campaigns.css";

/** What a campaign is asked about. */
const SHOWN = ["city_leader_trips", "county_leader_trips", "outbound_activities", "invited_companies", "joint_matchmaking_events", "campaign_meetings", "campaign_policy_documents", "new_signed_or_intended_projects"];

function WindowFigures({ campaign }: { campaign: Campaign }) {
  const t = useText("campaigns");
  const { locale } = useLocale();
  const { rows } = useMonth();
  const { by_code } = useIndicators();
  // A month that is still open compares badly with a whole one of the year before.
  const window = windowOf(campaign, rows.find((row) => row.state === "closed")?.month ?? null);
  const { data, error } = useQuery({
    queryKey: ["figures", "campaign", window],
    queryFn: () => ledger.figures({ month: window?.month ?? "", from: window?.from }),
    enabled: window !== null,
  });
  const hint = window ? fill(t.figures_hint, { window: windowName(window.from, window.month, locale) }) : undefined;
  return (
    <Section title={t.figures} hint={hint}>
      {!window && rows.length > 0 && <p className="quiet">{t.not_begun}</p>}
      {window?.cut && <p className="notice notice-slow">{t.figures_cut}</p>}
      {error ? <Fault problem={toProblem(error)} /> : window && (data ? <FigureGrid codes={SHOWN} figures={data.figures} names={by_code} month={window.month} from={window.from} /> : <Skeleton lines={4} />)}
    </Section>
  );
}

function Removal({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const t = useText("campaigns");
  const navigate = useNavigate();
  const say = useToast();
  const { run, busy, problem } = useAct(() => outreach.delete_campaign(campaign.id));
  const remove = async () => {
    if (!(await run())) return;
    say(t.removed);
    void navigate(paths.campaigns(), { replace: true });
  };
  return (
    <ConfirmDialog title={fill(t.remove_title, { name: campaign.name })} verb={t.remove} danger busy={busy} onConfirm={() => void remove()} onClose={onClose}>
      {problem && <Fault problem={problem} />}
      <p>{t.remove_text}</p>
    </ConfirmDialog>
  );
}

/** The page of a campaign. */
export function CampaignPage() {
  const { id = "" } = useParams();
  const t = useText("campaigns");
  const common = useText("common");
  const why = useWhyNot("campaigns.write");
  const [open, setOpen] = useState<"edit" | "remove" | null>(null);
  const { data: campaign, error, refetch } = useQuery({ queryKey: ["campaign", id], queryFn: () => outreach.campaign(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!campaign) return <div className="page"><Skeleton lines={10} /></div>;
  const below = campaign.activity_count + campaign.document_count;
  return (
    <div className="page">
      <PageHead
        title={campaign.name}
        actions={
          <>
            <Neighbours id={id} to={paths.campaign} />
            <ReasonButton why={why} onClick={() => setOpen("edit")}>{common.edit}</ReasonButton>
            <ReasonButton danger why={why ?? (below > 0 ? fill(t.remove_held, { n: below }) : null)} onClick={() => setOpen("remove")}>{t.remove}</ReasonButton>
          </>
        }
      >
        {campaign.code}
      </PageHead>
      <Section>
        <Facts items={[
          { name: t.window, value: `${campaign.from_month} — ${campaign.until_month}` },
          { name: t.basis, value: campaign.basis ?? "—" },
          { name: t.activities, value: campaign.activity_count },
          { name: t.documents, value: campaign.document_count },
        ]} />
      </Section>
      <WindowFigures campaign={campaign} />
      <Goals campaign={campaign} />
      <CampaignActivities campaign={campaign} />
      <CampaignDocuments campaign={campaign} />
      {open === "edit" && <CampaignDrawer campaign={campaign} onClose={() => setOpen(null)} />}
      {open === "remove" && <Removal campaign={campaign} onClose={() => setOpen(null)} />}
    </div>
  );
}
