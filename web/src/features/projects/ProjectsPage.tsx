/** The projects: one line each, filters in the address. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { Segmented } from "antd";
import { lazy, Suspense } from "react";
import { Link, useNavigate } from "react-router";
import { files, work } from "@/api/calls";
import { useWhyNoExport, useWhyNot } from "@/api/permits";
import { usePages, useUnits } from "@/api/queries";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
import { paths } from "@/lib/paths";
import { STAGES } from "./stages";
import { fill, messages, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { ChoiceFilter, FilterBar, SearchFilter } from "@/ui/Filters";
import { ListTools } from "@/ui/ListTools";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { useColumns } from "@/ui/useColumns";
import { useProjectColumns } from "./useProjectColumns";
import "./projects.css";

const Kanban = lazy(() => import("./Kanban").then((m) => ({ default: m.Kanban })));

const KEYS = ["unit", "stage", "q", "sort"] as const;
/** How the projects are seen; the table is the way where the address names none. */
const SEEN = ["view"] as const;
const SORTS = ["updated", "planned", "arrived", "code"] as const;

/** The list of projects. */
export function ProjectsPage() {
  const t = useText("projects");
  const lists = useText("lists");
  const common = useText("common");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const { data: units } = useUnits();
  const why = useWhyNot("projects.write");
  const noExport = useWhyNoExport();
  const query = toQuery(filters);
  const seen = useFilters(SEEN);
  const kanban = seen.filters.view === "kanban";
  const list = usePages(["projects", query], (after) => work.projects({ ...query, after, limit: 50 }));
  const columns = useColumns(useProjectColumns(list.items));
  const views = useViews("projects");
  const named = (units?.items ?? []).find((unit) => unit.code === filters.unit);
  const said = [
    filters.unit !== "" && `${t.unit} ${unitName(named, locale) || filters.unit}`,
    filters.stage !== "" && `${t.stage} ${term("stage", filters.stage, locale)}`,
    filters.q,
    filters.sort !== "" && `${t.sort} ${t[`sort_${filters.sort as (typeof SORTS)[number]}`] ?? filters.sort}`,
  ];
  return (
    <div className="page page-list">
      <PageHead
        title={t.title}
        actions={
          <>
            <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("projects", query)}>{common.export}</ReasonButton>
            <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => void navigate(paths.project_new())}>{t.new}</ReasonButton>
          </>
        }
      >
        {list.first && fill(list.first.total_exact ? common.total : common.total_at_least, { n: list.first.total })}
      </PageHead>
      <FilterBar
        active={active}
        onClear={clear}
        said={said}
        tools={
          <>
            <Segmented className="tool-seen" value={kanban ? "kanban" : "table"} aria-label={lists.seen_as} onChange={(view) => seen.set({ view: view === "kanban" ? "kanban" : "" })} options={[{ value: "table", label: lists.as_table }, { value: "kanban", label: lists.as_kanban }]} />
            <ListTools columns={kanban ? null : columns} views={views} />
          </>
        }
      >
        <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.find} />
        <ChoiceFilter label={t.unit} value={filters.unit} onChange={(unit) => set({ unit })} options={(units?.items ?? []).filter((unit) => unit.kind !== "city").map((unit) => ({ value: unit.code, label: unitName(unit, locale) }))} />
        <ChoiceFilter label={t.stage} value={filters.stage} onChange={(stage) => set({ stage })} options={STAGES.map((stage) => ({ value: stage, label: term("stage", stage, locale) }))} width={130} />
        <ChoiceFilter label={t.sort} value={filters.sort} all={t.sort_updated} onChange={(sort) => set({ sort })} options={SORTS.slice(1).map((sort) => ({ value: sort, label: t[`sort_${sort}`] }))} width={130} />
      </FilterBar>
      {list.error && <Fault problem={list.error} onRetry={list.refetch} />}
      {kanban && <Suspense><Kanban query={query} /></Suspense>}
      {!list.error && !kanban && (
        <section className="card card-flush" aria-label={t.title}>
          <DataTable
            columns={columns.shown}
            rows={list.items}
            rowKey={(row) => row.id}
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
    </div>
  );
}
