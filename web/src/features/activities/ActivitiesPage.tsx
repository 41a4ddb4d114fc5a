/** The activities, as a list or as the calendar of a month; filters and view live in the address. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { Segmented } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { files } from "@/api/calls";
import { useWhyNoExport } from "@/api/permits";
import { usePages } from "@/api/queries";
import { outreach, type ActivityRow } from "@/api/records";
import { useBooking } from "@/api/useBooking";
import { useMonth } from "@/api/useMonth";
import { useUnitOptions } from "@/api/useUnitOptions";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
import { isMonth } from "@/lib/month";
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
import { ActivityDrawer } from "./ActivityDrawer";
import { Calendar } from "./Calendar";
import "./activities.css";

const KEYS = ["q", "kind", "unit", "leader", "campaign", "during"] as const;

/** The days of an activity, as one reads them. */
export function daysOf({ begins_on, ends_on }: { begins_on: string; ends_on: string | null }): string {
  if (!ends_on || ends_on === begins_on) return begins_on;
  return `${begins_on} — ${ends_on.startsWith(begins_on.slice(0, 7)) ? ends_on.slice(8) : ends_on.slice(5)}`;
}

function useColumns(): Column<ActivityRow>[] {
  const t = useText("activities");
  const { locale } = useLocale();
  const comma = locale === "zh" ? "、" : ", ";
  return [
    {
      key: "name", title: t.name, phone: "title",
      render: (row) => <><RecordLink to={paths.activity(row.id)}>{row.name}</RecordLink> <BookedMarks {...row} /><span className="cell-second">{[row.code, row.chain].filter(Boolean).join(" · ")}</span></>,
    },
    { key: "kind", title: t.kind, nowrap: true, render: (row) => term("activity_kind", row.kind, locale) },
    { key: "dates", title: t.dates, nowrap: true, render: daysOf },
    { key: "places", title: t.places, render: (row) => row.places.map((each) => each.name).join(comma) || "—" },
    { key: "organisers", title: t.organisers, render: (row) => row.organisers.map((each) => unitName(each, locale)).join(comma) },
    { key: "leader", title: t.leader, nowrap: true, phone: "none", render: (row) => term("leader", row.leader, locale) },
    { key: "campaign", title: t.campaign, phone: "none", render: (row) => (row.campaign ? <Link to={paths.campaign(row.campaign.id)}>{row.campaign.name}</Link> : "—") },
    { key: "meetings", title: t.meetings_count, numeric: true, phone: "figure", unit: undefined, render: (row) => row.meeting_count },
  ];
}

/** The page. */
export function ActivitiesPage() {
  const t = useText("activities");
  const common = useText("common");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const { filters: look, set: setLook } = useFilters(["view"] as const);
  const { rows, open_month, month } = useMonth();
  const [adding, setAdding] = useState(false);
  const { month: booking, why } = useBooking("activities.write");
  const noExport = useWhyNoExport();
  const views = useViews("activities");
  const units = useUnitOptions(true);
  const { during, ...others } = filters;
  const query = toQuery({ ...others, month: during });
  const calendar = look.view === "calendar";
  const list = usePages(["activities", query], (after) => outreach.activities({ ...query, after, limit: 50 }), { enabled: !calendar });
  const shownMonth = isMonth(during) ? during : (open_month ?? month);
  const columns = useColumns();
  return (
    <ListPage
      title={t.title}
      actions={
        <>
          <Segmented value={calendar ? "calendar" : "list"} onChange={(view) => setLook({ view: view === "calendar" ? "calendar" : "" })} options={[{ value: "list", label: t.list }, { value: "calendar", label: t.calendar }]} aria-label={t.view} />
          <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("activities", query)}>{common.export}</ReasonButton>
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.new}</ReasonButton>
        </>
      }
      filters={
        <>
          <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.find} />
          <ChoiceFilter label={t.kind} value={filters.kind} onChange={(kind) => set({ kind })} options={termOptions("activity_kind", locale)} />
          <ChoiceFilter label={t.organisers} value={filters.unit} onChange={(unit) => set({ unit })} options={units} />
          <ChoiceFilter label={t.leader} value={filters.leader} onChange={(leader) => set({ leader })} options={termOptions("leader", locale)} />
          {!calendar && <ChoiceFilter label={t.during} value={during} onChange={(next) => set({ during: next })} options={rows.map((row) => ({ value: row.month, label: row.month }))} width={120} />}
        </>
      }
      active={calendar ? active - (during ? 1 : 0) : active}
      onClear={clear}
      views={views}
      instead={calendar && shownMonth ? <Calendar month={shownMonth} query={toQuery({ q: filters.q, kind: filters.kind, unit: filters.unit, leader: filters.leader, campaign: filters.campaign })} onMonth={(next) => set({ during: next })} /> : undefined}
      list={list}
      columns={columns}
      label={t.title}
      empty={{ title: t.empty, hint: t.empty_hint, action: <Link to={paths.imports()}>{messages(locale).shell.imports}</Link> }}
    >
      {adding && <ActivityDrawer month={booking} onDone={(id) => void navigate(paths.activity(id))} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
