/** The platforms: what they have of the six, and how many projects they brought. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { files } from "@/api/calls";
import { useWhyNoExport } from "@/api/permits";
import { usePages } from "@/api/queries";
import { channels, type PlatformRow } from "@/api/records";
import { useBooking } from "@/api/useBooking";
import { useUnitOptions } from "@/api/useUnitOptions";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
import { paths } from "@/lib/paths";
import { fill, messages, unitName, useLocale, useText } from "@/locales";
import type { Column } from "@/ui/DataTable";
import { ChoiceFilter, SearchFilter } from "@/ui/Filters";
import { ListPage } from "@/ui/ListPage";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecordLink } from "@/ui/RecordLink";
import { Tag } from "@/ui/Tag";
import { PlatformDrawer } from "./PlatformDrawer";

const KEYS = ["q", "unit", "closed"] as const;

/** The list. */
export function PlatformsPage() {
  const t = useText("platforms");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const units = useUnitOptions(true);
  const [adding, setAdding] = useState(false);
  const { month, why } = useBooking("platforms.write");
  const noExport = useWhyNoExport();
  const views = useViews("platforms");
  const query = toQuery(filters);
  const list = usePages(["platforms", query], (after) => channels.platforms({ ...query, after, limit: 50 }));
  const columns: Column<PlatformRow>[] = [
    { key: "name", title: t.name, phone: "title", render: (row) => <><RecordLink to={paths.platform(row.id)}>{row.name}</RecordLink><span className="cell-second">{row.code}</span></> },
    { key: "unit", title: records.unit, nowrap: true, render: (row) => unitName(row.unit, locale) },
    { key: "founded", title: t.founded_on, nowrap: true, render: (row) => row.founded_on },
    { key: "state", title: t.closed, nowrap: true, render: (row) => <Tag tone={row.closed_on ? "plain" : "good"}>{row.closed_on ? t.state_closed : t.state_open}</Tag> },
    { key: "components", title: <>{t.components_count}（{common.assumed}）</>, nowrap: true, render: (row) => fill(t.has, { n: row.component_count }) },
    { key: "projects", title: t.projects, numeric: true, phone: "figure", render: (row) => row.projects },
  ];
  return (
    <ListPage
      title={t.title}
      actions={
        <>
          <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("platforms", query)}>{common.export}</ReasonButton>
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.new}</ReasonButton>
        </>
      }
      filters={
        <>
          <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.find} />
          <ChoiceFilter label={records.unit} value={filters.unit} onChange={(unit) => set({ unit })} options={units} />
          <ChoiceFilter label={t.closed} value={filters.closed} onChange={(closed) => set({ closed })} options={[{ value: "false", label: t.state_open }, { value: "true", label: t.state_closed }]} width={120} />
        </>
      }
      active={active}
      onClear={clear}
      views={views}
      list={list}
      columns={columns}
      label={t.title}
      empty={{ title: t.empty, hint: t.empty_hint, action: <Link to={paths.imports()}>{messages(locale).shell.imports}</Link> }}
    >
      {adding && <PlatformDrawer month={month} onDone={(id) => void navigate(paths.platform(id))} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
