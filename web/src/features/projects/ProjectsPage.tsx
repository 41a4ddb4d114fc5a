/** The projects: one line each, filters in the address. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { Link, useNavigate } from "react-router";
import { files, work } from "@/api/calls";
import type { ProjectRow } from "@/api/contract";
import { useWhyNoExport, useWhyNot } from "@/api/permits";
import { usePages, useUnits } from "@/api/queries";
import { toQuery, useFilters } from "@/lib/filters";
import { tableMoney } from "@/lib/format";
import { paths } from "@/lib/paths";
import { STAGES } from "./stages";
import { fill, messages, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DataTable, type Column } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { ChoiceFilter, FilterBar, SearchFilter } from "@/ui/Filters";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { Tag } from "@/ui/Tag";
import "./projects.css";

const KEYS = ["unit", "stage", "q", "sort"] as const;
const SORTS = ["updated", "planned", "arrived", "code"] as const;

function useColumns(rows: ProjectRow[] | undefined): Column<ProjectRow>[] {
  const t = useText("projects");
  const common = useText("common");
  const { locale } = useLocale();
  const result = rows?.map((row) => row.id);
  return [
    {
      key: "name", title: t.name, phone: "title",
      render: (row) => (
        <>
          <Link to={paths.project(row.id)} state={{ result }}>{row.name}</Link>
          <span className="cell-second">{[row.code, row.investor].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    { key: "unit", title: t.unit, nowrap: true, render: (row) => unitName(row.unit, locale) },
    { key: "stage", title: t.stage, nowrap: true, render: (row) => <StageTag stage={row.stage} /> },
    { key: "investment", title: t.planned_investment, unit: common.money_table, numeric: true, phone: "figure", render: (row) => tableMoney(row.planned_investment, locale) },
    { key: "arrived", title: t.arrived, unit: common.money_table, numeric: true, render: (row) => tableMoney(row.arrived, locale) },
    { key: "introduced", title: t.introduced_month, nowrap: true, phone: "none", render: (row) => row.introduced_month ?? "—" },
    { key: "started", title: t.started_on, nowrap: true, phone: "none", render: (row) => row.started_on ?? "—" },
    {
      key: "lists", title: t.lists, phone: "plain",
      render: (row) => (
        <span className="tags">
          {row.other_province && <Tag>{t.other_province}</Tag>}
          {row.witnessed && <Tag tone="action">{term("list", "witnessed", locale)}</Tag>}
          {row.pushed && <Tag tone="action">{term("list", "pushed", locale)}</Tag>}
        </span>
      ),
    },
  ];
}

/** A stage in words; what has ended is grey. */
export function StageTag({ stage }: { stage: string }) {
  const { locale } = useLocale();
  const ended = ["suspended", "terminated", "withdrawn"].includes(stage);
  const standing = ["started", "completed", "in_production", "at_capacity"].includes(stage);
  return <Tag tone={ended ? "behind" : standing ? "good" : "plain"}>{term("stage", stage, locale)}</Tag>;
}

/** The list of projects. */
export function ProjectsPage() {
  const t = useText("projects");
  const common = useText("common");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const { data: units } = useUnits();
  const why = useWhyNot("projects.write");
  const noExport = useWhyNoExport();
  const query = toQuery(filters);
  const list = usePages(["projects", query], (after) => work.projects({ ...query, after, limit: 50 }));
  const columns = useColumns(list.items);
  return (
    <div className="page">
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
      <FilterBar active={active} onClear={clear}>
        <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.find} />
        <ChoiceFilter label={t.unit} value={filters.unit} onChange={(unit) => set({ unit })} options={(units?.items ?? []).filter((unit) => unit.kind !== "city").map((unit) => ({ value: unit.code, label: unitName(unit, locale) }))} />
        <ChoiceFilter label={t.stage} value={filters.stage} onChange={(stage) => set({ stage })} options={STAGES.map((stage) => ({ value: stage, label: term("stage", stage, locale) }))} width={130} />
        <ChoiceFilter label={t.sort} value={filters.sort} all={t.sort_updated} onChange={(sort) => set({ sort })} options={SORTS.slice(1).map((sort) => ({ value: sort, label: t[`sort_${sort}`] }))} width={130} />
      </FilterBar>
      {list.error && <Fault problem={list.error} onRetry={list.refetch} />}
      {!list.error && (
        <section className="card card-flush" aria-label={t.title}>
          <DataTable
            columns={columns}
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
