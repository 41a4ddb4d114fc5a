/** The arrived funds: one voucher a line, the way to record one and to reverse one. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { files, work } from "@/api/calls";
import type { Fund } from "@/api/contract";
import { useWhyNoExport, useWhyNot } from "@/api/permits";
import { usePages, useUnits } from "@/api/queries";
import { useMonth } from "@/api/useMonth";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
import { paths } from "@/lib/paths";
import { fill, messages, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { ChoiceFilter, FilterBar, SearchFilter } from "@/ui/Filters";
import { ListTools } from "@/ui/ListTools";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { useColumns } from "@/ui/useColumns";
import { NewFundDrawer } from "./NewFundDrawer";
import { ReversalDrawer } from "./ReversalDrawer";
import { useFundColumns } from "./useFundColumns";
import "./funds.css";

const KEYS = ["unit", "booked", "kind", "project", "q"] as const;

/** The list of funds. Its month filter is `booked`: `month` is the page's month and stays as it is. */
export function FundsPage() {
  const t = useText("funds");
  const common = useText("common");
  const entry = useText("entry");
  const projects = useText("projects");
  const { locale } = useLocale();
  const { filters, set, clear, active } = useFilters(KEYS);
  const { rows, open_month } = useMonth();
  const { data: units } = useUnits();
  const [adding, setAdding] = useState(false);
  const [reversing, setReversing] = useState<Fund | null>(null);
  const barred = useWhyNot("funds.write");
  const noExport = useWhyNoExport();
  const why = barred ?? (open_month ? null : projects.no_open_month);
  const { booked, ...rest } = toQuery(filters);
  const query = { ...rest, month: booked };
  const list = usePages(["funds", query], (after) => work.funds({ ...query, after, limit: 50 }));
  const columns = useColumns(useFundColumns(why, setReversing));
  const views = useViews("funds");
  const project = useQuery({ queryKey: ["project", filters.project], queryFn: () => work.project(filters.project), enabled: filters.project !== "" });
  const named = (units?.items ?? []).find((unit) => unit.code === filters.unit);
  const said = [
    filters.unit !== "" && `${t.unit} ${unitName(named, locale) || filters.unit}`,
    booked !== undefined && `${t.month} ${booked}`,
    filters.kind !== "" && `${t.kind} ${term("fund_kind", filters.kind, locale)}`,
    project.data !== undefined && `${t.project} ${project.data.name}`,
    filters.q,
  ];
  return (
    <div className="page page-list">
      <PageHead
        title={t.title}
        actions={
          <>
            <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("funds", query)}>{common.export}</ReasonButton>
            <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.new}</ReasonButton>
          </>
        }
      >
        {list.first && <span>{fill(list.first.total_exact ? common.total : common.total_at_least, { n: list.first.total })}</span>}
        {!barred && open_month && <span>{fill(entry.booking_month, { month: open_month })}</span>}
      </PageHead>
      <FilterBar active={active} onClear={clear} said={said} tools={<ListTools columns={columns} views={views} />}>
        <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.find} />
        <ChoiceFilter label={t.unit} value={filters.unit} onChange={(unit) => set({ unit })} options={(units?.items ?? []).filter((unit) => unit.kind !== "city").map((unit) => ({ value: unit.code, label: unitName(unit, locale) }))} />
        <ChoiceFilter label={t.month} value={filters.booked} onChange={(month) => set({ booked: month })} options={rows.map((row) => ({ value: row.month, label: row.month }))} width={120} />
        <ChoiceFilter label={t.kind} value={filters.kind} onChange={(kind) => set({ kind })} options={Object.entries(messages(locale).terms.fund_kind).map(([value, label]) => ({ value, label }))} width={140} />
      </FilterBar>
      {project.data && (
        <p className="notice">
          {t.of_project} <Link to={paths.project(filters.project)}>{project.data.name}</Link>
          {active === 1 && list.first && <> · {fill(t.standing_of, { n: project.data.funds.count, total: list.first.total })}</>}
        </p>
      )}
      {list.error && <Fault problem={list.error} onRetry={list.refetch} />}
      {!list.error && (
        <section className="card card-flush" aria-label={t.title}>
          <DataTable
            columns={columns.shown}
            rows={list.items}
            rowKey={(row) => row.id}
            rowClass={(row) => `${row.reversed ? "row-off" : ""} ${row.voucher === filters.q ? "row-picked" : ""}`}
            label={t.title}
            empty={{ title: t.empty, hint: t.empty_hint, action: <Link to={paths.imports()}>{messages(locale).shell.imports}</Link> }}
            total={list.first?.total}
            totalExact={list.first?.total_exact}
            hasNext={list.hasNext}
            onNext={list.next}
            fetching={list.isFetching}
          />
        </section>
      )}
      {adding && <NewFundDrawer month={open_month} project={filters.project || undefined} onClose={() => setAdding(false)} />}
      {reversing && <ReversalDrawer fund={reversing} month={open_month} onClose={() => setReversing(null)} />}
    </div>
  );
}
