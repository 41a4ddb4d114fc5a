/** The visits: how, what for, to whom, and what was needed. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useState, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import { files } from "@/api/calls";
import { care, type Visit } from "@/api/care";
import { useWhyNoExport } from "@/api/permits";
import { usePages } from "@/api/queries";
import { useBooking } from "@/api/useBooking";
import { useMonth } from "@/api/useMonth";
import { useUnitOptions } from "@/api/useUnitOptions";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
import { paths } from "@/lib/paths";
import { messages, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { BookedMarks } from "@/ui/Booked";
import type { Column } from "@/ui/DataTable";
import { ChoiceFilter, SearchFilter } from "@/ui/Filters";
import { ListPage } from "@/ui/ListPage";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecordLink } from "@/ui/RecordLink";
import { termOptions } from "@/ui/wordFields";
import { PartyLinks } from "./Party";
import { VisitDrawer } from "./VisitDrawer";

const KEYS = ["q", "purpose", "mode", "unit", "during"] as const;

/** The list. */
export function Visits({ tabs }: { tabs: ReactNode }) {
  const t = useText("care");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const { rows } = useMonth();
  const units = useUnitOptions(true);
  const [adding, setAdding] = useState(false);
  const { month, why } = useBooking("visits.write");
  const noExport = useWhyNoExport();
  const views = useViews("visits");
  const { during, ...others } = filters;
  const query = toQuery({ ...others, month: during });
  const list = usePages(["visits", query], (after) => care.visits({ ...query, after, limit: 50 }));
  const columns: Column<Visit>[] = [
    { key: "code", title: t.visit_code, phone: "title", nowrap: true, render: (row) => <><RecordLink to={paths.care_record("visits", row.id)}>{row.code}</RecordLink> <BookedMarks {...row} /></> },
    { key: "party", title: records.party, phone: "plain", render: (row) => <PartyLinks party={row} /> },
    { key: "on", title: t.visited_on, nowrap: true, phone: "figure", render: (row) => row.visited_on },
    { key: "purpose", title: t.purpose, nowrap: true, render: (row) => <>{term("visit_purpose", row.purpose, locale)}<span className="cell-second">{term("visit_mode", row.mode, locale)}</span></> },
    { key: "unit", title: records.unit, nowrap: true, render: (row) => <>{unitName(row.unit, locale)}<span className="cell-second">{row.officer}</span></> },
    { key: "needs", title: t.needs, render: (row) => row.needs ?? "—" },
    { key: "became", title: t.became, phone: "none", render: (row) => (row.lead_project ? <Link to={paths.project(row.lead_project.id)}>{row.lead_project.name}</Link> : row.opportunity ? <Link to={paths.opportunities({ q: row.opportunity })}>{row.opportunity}</Link> : "—") },
  ];
  return (
    <ListPage
      title={t.title}
      above={tabs}
      actions={
        <>
          <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("visits", query)}>{common.export}</ReasonButton>
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.visit_new}</ReasonButton>
        </>
      }
      filters={
        <>
          <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.visits_find} />
          <ChoiceFilter label={t.purpose} value={filters.purpose} onChange={(purpose) => set({ purpose })} options={termOptions("visit_purpose", locale)} />
          <ChoiceFilter label={t.mode} value={filters.mode} onChange={(mode) => set({ mode })} options={termOptions("visit_mode", locale)} width={110} />
          <ChoiceFilter label={records.unit} value={filters.unit} onChange={(unit) => set({ unit })} options={units} />
          <ChoiceFilter label={t.during} value={during} onChange={(next) => set({ during: next })} options={rows.map((row) => ({ value: row.month, label: row.month }))} width={120} />
        </>
      }
      active={active}
      onClear={clear}
      views={views}
      list={list}
      columns={columns}
      rowClass={(row) => (row.reversed ? "row-off" : "")}
      label={t.visits}
      empty={{ title: t.visits_empty, hint: t.visits_empty_hint, action: <Link to={paths.imports()}>{messages(locale).shell.imports}</Link> }}
    >
      {adding && <VisitDrawer month={month} onDone={(id) => void navigate(paths.care_record("visits", id))} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
