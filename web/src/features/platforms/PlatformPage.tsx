/** One platform: its six components, the projects it brought, the figures of platforms, what was recognised. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { ledger } from "@/api/calls";
import { toProblem } from "@/api/problem";
import { useIndicators } from "@/api/queries";
import { channels, type Platform } from "@/api/records";
import { useAct } from "@/api/useAct";
import { useBooking } from "@/api/useBooking";
import { useMonth } from "@/api/useMonth";
import { windowName, yearStart } from "@/lib/month";
import { paths } from "@/lib/paths";
import { fill, pick, unitName, useLocale, useText } from "@/locales";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { DateField } from "@/ui/fields";
import { FigureGrid } from "@/ui/FigureGrid";
import { Neighbours } from "@/ui/Neighbours";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecognitionLog } from "@/ui/RecognitionLog";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { ReverseDialog } from "@/ui/ReverseDialog";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { Brought } from "./Brought";
import { PlatformDrawer } from "./PlatformDrawer";

const SHOWN = ["platforms", "platform_signed_projects", "platform_funds_arrived"];

function Six({ platform }: { platform: Platform }) {
  const t = useText("platforms");
  const common = useText("common");
  const { locale } = useLocale();
  const { data } = useQuery({ queryKey: ["platform-components"], queryFn: channels.components, staleTime: 300_000 });
  return (
    <Section title={<>{t.components} <Tag tone="slow">{common.assumed}</Tag></>} hint={fill(t.has, { n: platform.component_count })}>
      <Facts wide items={(data?.items ?? []).map((each) => ({ name: pick(each.name, locale), value: platform.components[each.component as keyof Platform["components"]] ?? <span className="quiet">{t.lacking}</span> }))} />
      <p className="form-note">{t.components_note}</p>
    </Section>
  );
}

function Figures() {
  const t = useText("platforms");
  const { locale } = useLocale();
  const { month } = useMonth();
  const { by_code } = useIndicators();
  const from = yearStart(month ?? "2000-01");
  const { data } = useQuery({ queryKey: ["figures", "platforms", month], queryFn: () => ledger.figures({ month: month ?? "", from }), enabled: month !== null });
  return (
    <Section title={t.figures} hint={month ? fill(t.figures_hint, { window: windowName(from, month, locale) }) : undefined}>
      {data && month ? <FigureGrid codes={SHOWN} figures={data.figures} names={by_code} month={month} from={from} /> : <Skeleton lines={2} />}
    </Section>
  );
}

function Closing({ platform, month, onClose }: { platform: Platform; month: string | null; onClose: () => void }) {
  const t = useText("platforms");
  const act = useAct(({ closed_on }: { closed_on: string }) => channels.close_platform(platform.id, closed_on));
  return <RecordDrawer title={`${t.close} · ${platform.name}`} verb={t.close_submit} act={act} month={month} danger done={fill(t.close_done, { month: month ?? "—" })} onClose={onClose}><DateField name="closed_on" label={t.closed_on} /></RecordDrawer>;
}

function Reversal({ platform, month, onClose }: { platform: Platform; month: string | null; onClose: () => void }) {
  const act = useAct((reason: string) => channels.reverse_platform(platform.id, platform.closed_on ? "closed" : "founded", reason));
  return <ReverseDialog name={platform.name} month={month} act={act} onClose={onClose} />;
}

/** The page of a platform. */
export function PlatformPage() {
  const { id = "" } = useParams();
  const t = useText("platforms");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const { month, barred, why } = useBooking("platforms.write");
  const [open, setOpen] = useState<"edit" | "close" | "reverse" | null>(null);
  const { data: platform, error, refetch } = useQuery({ queryKey: ["platform", id], queryFn: () => channels.platform(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!platform) return <div className="page"><Skeleton lines={10} /></div>;
  const gone = platform.recognitions.some((each) => each.step === "founded") && platform.recognitions.every((each) => each.step !== "founded" || each.reversed_by !== null) ? records.already_reversed : null;
  const closed = platform.closed_on !== null;
  return (
    <div className="page">
      <PageHead
        title={platform.name}
        actions={
          <>
            <Neighbours id={id} to={paths.platform} />
            <ReasonButton why={gone ?? barred} onClick={() => setOpen("edit")}>{common.edit}</ReasonButton>
            {!closed && <ReasonButton why={gone ?? why} onClick={() => setOpen("close")}>{t.close}</ReasonButton>}
            <ReasonButton danger why={gone ?? why} onClick={() => setOpen("reverse")}>{closed ? t.reverse_closed : t.reverse_founded}</ReasonButton>
          </>
        }
      >
        <span>{platform.code} · {unitName(platform.unit, locale)}</span>
        <Tag tone={closed || gone ? "plain" : "good"}>{gone ? records.reversed : closed ? t.state_closed : t.state_open}</Tag>
      </PageHead>
      <div className="columns">
        <div className="stack">
          <Brought platform={platform} month={month} why={gone ?? why} />
          <Figures />
        </div>
        <div className="stack">
          <Six platform={platform} />
          <Section title={t.history}><RecognitionLog recognitions={platform.recognitions} indicator="platforms" unit={platform.unit.code} /></Section>
        </div>
      </div>
      {open === "edit" && <PlatformDrawer platform={platform} month={month} onClose={() => setOpen(null)} />}
      {open === "close" && <Closing platform={platform} month={month} onClose={() => setOpen(null)} />}
      {open === "reverse" && <Reversal platform={platform} month={month} onClose={() => setOpen(null)} />}
    </div>
  );
}
