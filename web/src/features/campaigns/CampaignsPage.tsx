/** The campaigns: what they are called, when they run, what they rest on. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useNavigate } from "react-router";
import { files } from "@/api/calls";
import { useWhyNoExport, useWhyNot } from "@/api/permits";
import { usePages } from "@/api/queries";
import { outreach, type CampaignRow } from "@/api/records";
import { useMonth } from "@/api/useMonth";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
import { paths } from "@/lib/paths";
import { useText } from "@/locales";
import type { Column } from "@/ui/DataTable";
import { ChoiceFilter, SearchFilter } from "@/ui/Filters";
import { ListPage } from "@/ui/ListPage";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecordLink } from "@/ui/RecordLink";
import { CampaignDrawer } from "./CampaignDrawer";

const KEYS = ["q", "during"] as const;

/** The list of campaigns. */
export function CampaignsPage() {
  const t = useText("campaigns");
  const common = useText("common");
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const { rows } = useMonth();
  const [adding, setAdding] = useState(false);
  const why = useWhyNot("campaigns.write");
  const noExport = useWhyNoExport();
  const views = useViews("campaigns");
  const query = toQuery({ q: filters.q, month: filters.during });
  const list = usePages(["campaigns", query], (after) => outreach.campaigns({ ...query, after, limit: 50 }));
  const columns: Column<CampaignRow>[] = [
    { key: "name", title: t.name, phone: "title", render: (row) => <><RecordLink to={paths.campaign(row.id)}>{row.name}</RecordLink><span className="cell-second">{row.code}</span></> },
    { key: "window", title: t.window, nowrap: true, render: (row) => `${row.from_month} — ${row.until_month}` },
    { key: "basis", title: t.basis, render: (row) => row.basis ?? "—" },
    { key: "goals", title: t.goals_count, numeric: true, phone: "figure", render: (row) => row.goal_count },
  ];
  return (
    <ListPage
      title={t.title}
      actions={
        <>
          <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("campaigns", query)}>{common.export}</ReasonButton>
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.new}</ReasonButton>
        </>
      }
      filters={
        <>
          <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.find} />
          <ChoiceFilter label={t.running} value={filters.during} onChange={(during) => set({ during })} options={rows.map((row) => ({ value: row.month, label: row.month }))} width={120} />
        </>
      }
      active={active}
      onClear={clear}
      views={views}
      list={list}
      columns={columns}
      label={t.title}
      empty={{ title: t.empty, hint: t.empty_hint }}
    >
      {adding && <CampaignDrawer onDone={(id) => void navigate(paths.campaign(id))} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
