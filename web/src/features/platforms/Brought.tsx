/** The projects that a platform brought in, and recording one more or taking one off. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useState } from "react";
import { Link } from "react-router";
import { files } from "@/api/calls";
import { ProjectChoice } from "@/api/choices";
import { useWhyNoExport } from "@/api/permits";
import { usePages } from "@/api/queries";
import { channels, type Platform, type PlatformProject } from "@/api/records";
import { useAct } from "@/api/useAct";
import { tableMoney } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { DataTable } from "@/ui/DataTable";
import { DateField } from "@/ui/fields";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { ReverseDialog } from "@/ui/ReverseDialog";
import { Section } from "@/ui/Section";
import { Field } from "@/ui/wordFields";

function Adding({ platform, month, onClose }: { platform: Platform; month: string | null; onClose: () => void }) {
  const t = useText("platforms");
  const records = useText("records");
  const act = useAct((typed: { project_id: string; brought_on: string }) => channels.add_platform_project({ ...typed, platform_id: platform.id }));
  return (
    <RecordDrawer title={`${t.project_add} · ${platform.name}`} verb={t.project_submit} act={act} month={month} done={fill(records.recorded, { month: month ?? "—" })} onClose={onClose}>
      <Field name="project_id" label={records.project}><ProjectChoice /></Field>
      <DateField name="brought_on" label={t.brought_on} />
    </RecordDrawer>
  );
}

function Reversal({ brought, month, onClose }: { brought: PlatformProject; month: string | null; onClose: () => void }) {
  const t = useText("platforms");
  const act = useAct((reason: string) => channels.reverse_platform_project(brought.id, reason));
  return <ReverseDialog name={fill(t.take_off, { name: brought.project.name })} month={month} act={act} onClose={onClose} />;
}

/** The card. */
export function Brought({ platform, month, why }: { platform: Platform; month: string | null; why: string | null }) {
  const t = useText("platforms");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const noExport = useWhyNoExport();
  const [open, setOpen] = useState<"add" | PlatformProject | null>(null);
  const list = usePages(["platform-projects", platform.id], (after) => channels.platform_projects({ platform: platform.id, after, limit: 50 }));
  return (
    <Section
      title={t.projects}
      flush
      actions={
        <>
          {(list.first?.total ?? 0) > 0 && <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("platform_projects", { platform: platform.id })}>{common.export}</ReasonButton>}
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why ?? (platform.closed_on ? t.state_closed : null)} onClick={() => setOpen("add")}>{t.project_add}</ReasonButton>
        </>
      }
    >
      <DataTable
        rows={list.items}
        rowKey={(row) => row.id}
        label={t.projects}
        empty={{ title: t.projects_none, hint: t.projects_none_hint }}
        total={list.first?.total}
        totalExact={list.first?.total_exact}
        hasNext={list.hasNext}
        onNext={list.next}
        fetching={list.isFetching}
        columns={[
          { key: "project", title: records.project, phone: "title", render: (row) => <><Link to={paths.project(row.project.id)}>{row.project.name}</Link><span className="cell-second">{row.project.code} · {unitName(row.unit, locale)}</span></> },
          { key: "on", title: t.brought_on, nowrap: true, render: (row) => row.brought_on },
          { key: "month", title: records.month, nowrap: true, phone: "none", render: (row) => row.month },
          { key: "earlier", title: t.earlier, unit: common.money_table, numeric: true, render: (row) => <span title={t.earlier_hint}>{row.earlier_funds.count > 0 ? tableMoney(row.earlier_funds.amount, locale) : "—"}</span> },
          { key: "act", title: "", phone: "plain", render: (row) => <ReasonButton size="small" why={why} aria-label={`${records.reverse} ${row.project.name}`} onClick={() => setOpen(row)}>{records.reverse}</ReasonButton> },
        ]}
      />
      {open === "add" && <Adding platform={platform} month={month} onClose={() => setOpen(null)} />}
      {open && open !== "add" && <Reversal brought={open} month={month} onClose={() => setOpen(null)} />}
    </Section>
  );
}
