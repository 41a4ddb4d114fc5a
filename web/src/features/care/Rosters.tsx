/** The roster: which companies and projects are escorted, by whom, since when. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useState, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import { files } from "@/api/calls";
import { care, type Roster } from "@/api/care";
import { useWhyNoExport } from "@/api/permits";
import { usePages } from "@/api/queries";
import { useBooking } from "@/api/useBooking";
import { useUnitOptions } from "@/api/useUnitOptions";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
import { paths } from "@/lib/paths";
import { messages, unitName, useLocale, useText } from "@/locales";
import { BookedMarks } from "@/ui/Booked";
import type { Column } from "@/ui/DataTable";
import { ChoiceFilter, SearchFilter } from "@/ui/Filters";
import { ListPage } from "@/ui/ListPage";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecordLink } from "@/ui/RecordLink";
import { Tag } from "@/ui/Tag";
import { RosterDrawer } from "./RosterDrawer";
import { partyName } from "./Party";

const KEYS = ["q", "party", "unit", "released"] as const;

/** The list. */
export function Rosters({ tabs }: { tabs: ReactNode }) {
  const t = useText("care");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const units = useUnitOptions(true);
  const [adding, setAdding] = useState(false);
  const { month, why } = useBooking("rosters.write");
  const noExport = useWhyNoExport();
  const views = useViews("rosters");
  const query = toQuery(filters);
  const list = usePages(["rosters", query], (after) => care.rosters({ ...query, after, limit: 50 }));
  const columns: Column<Roster>[] = [
    { key: "party", title: records.party, phone: "title", render: (row) => <><RecordLink to={paths.care_record("rosters", row.id)}>{partyName(row)}</RecordLink> <BookedMarks {...row} /><span className="cell-second">{row.company ? t.party_company : t.party_project}</span></> },
    { key: "unit", title: records.unit, nowrap: true, render: (row) => unitName(row.unit, locale) },
    { key: "rule", title: t.rule, render: (row) => row.rule },
    { key: "officer", title: t.officer, nowrap: true, render: (row) => row.officer },
    { key: "on", title: t.enrolled_on, nowrap: true, render: (row) => row.enrolled_on },
    { key: "off", title: t.released_on, nowrap: true, phone: "none", render: (row) => row.released_on ?? "—" },
    { key: "state", title: common.state, nowrap: true, phone: "figure", render: (row) => (row.reversed ? "—" : <Tag tone={row.released_on ? "plain" : "good"}>{row.released_on ? t.off_roster : t.on_roster}</Tag>) },
  ];
  return (
    <ListPage
      title={t.title}
      above={tabs}
      actions={
        <>
          <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("rosters", query)}>{common.export}</ReasonButton>
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.enrol}</ReasonButton>
        </>
      }
      filters={
        <>
          <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.rosters_find} />
          <ChoiceFilter label={t.party_kind} value={filters.party} onChange={(party) => set({ party })} options={[{ value: "company", label: t.party_company }, { value: "project", label: t.party_project }]} width={120} />
          <ChoiceFilter label={records.unit} value={filters.unit} onChange={(unit) => set({ unit })} options={units} />
          <ChoiceFilter label={common.state} value={filters.released} onChange={(released) => set({ released })} options={[{ value: "false", label: t.on_roster }, { value: "true", label: t.off_roster }]} width={120} />
        </>
      }
      active={active}
      onClear={clear}
      views={views}
      list={list}
      columns={columns}
      rowClass={(row) => (row.reversed ? "row-off" : "")}
      label={t.rosters}
      empty={{ title: t.rosters_empty, hint: t.rosters_empty_hint, action: <Link to={paths.imports()}>{messages(locale).shell.imports}</Link> }}
    >
      {adding && <RosterDrawer month={month} onDone={(id) => void navigate(paths.care_record("rosters", id))} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
