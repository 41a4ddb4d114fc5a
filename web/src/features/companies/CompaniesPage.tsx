/** The companies: a short list to look one up, and a form to register one. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useState } from "react";
import { Link } from "react-router";
import { files, work } from "@/api/calls";
import type { Company } from "@/api/contract";
import { useWhyNoExport, useWhyNot } from "@/api/permits";
import { usePages } from "@/api/queries";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
import { paths } from "@/lib/paths";
import { fill, useText } from "@/locales";
import { DataTable, type Column } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { FilterBar, SearchFilter } from "@/ui/Filters";
import { ListTools } from "@/ui/ListTools";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { useColumns } from "@/ui/useColumns";
import { CompanyDrawer } from "./CompanyDrawer";

const KEYS = ["q"] as const;

function useCompanyColumns(rows: Company[] | undefined): Column<Company>[] {
  const t = useText("companies");
  const chains = useText("chains");
  const result = rows?.map((row) => row.id);
  return [
    { key: "name", title: t.name, phone: "title", fixed: true, render: (row) => <Link to={paths.company(row.id)} state={{ result }}>{row.name}</Link> },
    { key: "aliases", title: t.aliases, phone: "none", render: (row) => row.aliases.join("、") || "—" },
    { key: "group", title: chains.group, off: true, phone: "none", render: (row) => row.group ?? "—" },
    { key: "division", title: t.division, render: (row) => row.division?.name ?? "—" },
    { key: "uscc", title: t.uscc, nowrap: true, render: (row) => <code>{row.uscc ?? "—"}</code> },
    { key: "projects", title: t.projects, numeric: true, phone: "figure", render: (row) => (row.projects > 0 ? <Link to={paths.projects({ q: row.name })}>{row.projects}</Link> : 0) },
  ];
}

/** The list of companies. */
export function CompaniesPage() {
  const t = useText("companies");
  const common = useText("common");
  const { filters, set, clear, active } = useFilters(KEYS);
  const [adding, setAdding] = useState(false);
  const why = useWhyNot("companies.write");
  const noExport = useWhyNoExport();
  const query = toQuery(filters);
  const list = usePages(["companies", query], (after) => work.companies({ ...query, after, limit: 50 }));
  const columns = useColumns(useCompanyColumns(list.items));
  const views = useViews("companies");
  return (
    <div className="page page-list">
      <PageHead
        title={t.title}
        actions={
          <>
            <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("companies", query)}>{common.export}</ReasonButton>
            <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.new}</ReasonButton>
          </>
        }
      >
        {list.first && fill(list.first.total_exact ? common.total : common.total_at_least, { n: list.first.total })}
      </PageHead>
      <FilterBar active={active} onClear={clear} said={[filters.q]} tools={<ListTools columns={columns} views={views} />}><SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.find} /></FilterBar>
      {list.error && <Fault problem={list.error} onRetry={list.refetch} />}
      {!list.error && (
        <section className="card card-flush" aria-label={t.title}>
          <DataTable
            columns={columns.shown}
            rows={list.items}
            rowKey={(row) => row.id}
            label={t.title}
            empty={{ title: t.empty, hint: t.empty_hint }}
            total={list.first?.total}
            totalExact={list.first?.total_exact}
            hasNext={list.hasNext}
            onNext={list.next}
            fetching={list.isFetching}
          />
        </section>
      )}
      {adding && <CompanyDrawer onClose={() => setAdding(false)} />}
    </div>
  );
}
