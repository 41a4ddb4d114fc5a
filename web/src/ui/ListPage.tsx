/** A page that is a list: its head with the count, its filters and tools, its table or what stands in the table's place. */
import type { ReactNode } from "react";
import { fill, useText } from "@/locales";
import { DataTable, type Column } from "./DataTable";
import { Fault, type Told } from "./Fault";
import { FilterBar } from "./Filters";
import { ListTools } from "./ListTools";
import { PageHead } from "./PageHead";
import { Result } from "./RecordLink";
import { saidOf } from "./said";
import { useColumns } from "./useColumns";
import type { Views } from "./ViewMenu";

/** A list read page by page, as `usePages` gives it. */
export interface Pages<T> {
  items: T[] | undefined;
  first: { total: number; total_exact: boolean } | undefined;
  error: Told | null;
  isFetching: boolean;
  hasNext: boolean;
  next: () => void;
  refetch: () => void;
}

interface ListProps<T> { list: Pages<T>; columns: Column<T>[]; label: string; empty: { title: string; hint?: string; action?: ReactNode }; rowClass?: (row: T) => string }

/** The table of a list, or its fault; links to its records hand the result over. */
function ListTable<T extends { id: string }>({ list, columns, label, empty, rowClass }: ListProps<T>) {
  if (list.error) return <Fault problem={list.error} onRetry={list.refetch} />;
  return (
    <section className="card card-flush" aria-label={label}>
      <Result ids={list.items?.map((row) => row.id)}>
        <DataTable
          columns={columns}
          rows={list.items}
          rowKey={(row) => row.id}
          label={label}
          empty={empty}
          total={list.first?.total}
          totalExact={list.first?.total_exact}
          hasNext={list.hasNext}
          onNext={list.next}
          fetching={list.isFetching}
          rowClass={rowClass}
        />
      </Result>
    </section>
  );
}

/** What names a row, and what acts on it, is always shown. */
function keep<T>(column: Column<T>): Column<T> {
  return { ...column, fixed: column.fixed ?? (column.phone === "title" || column.title === "") };
}

/** The whole page. `views` are the person's own of this list; `instead` takes the table's place; `above` stands between head and filters. */
export function ListPage<T extends { id: string }>({ title, hint, actions, above, filters, active, onClear, views, instead, children, ...table }: ListProps<T> & {
  title: string;
  hint?: ReactNode;
  actions: ReactNode;
  above?: ReactNode;
  filters: ReactNode;
  active: number;
  onClear: () => void;
  views: Views | null;
  instead?: ReactNode;
  children?: ReactNode;
}) {
  const common = useText("common");
  const { first } = table.list;
  const columns = useColumns(table.columns.map(keep));
  return (
    <div className="page page-list">
      <PageHead title={title} actions={actions}>
        {first && fill(first.total_exact ? common.total : common.total_at_least, { n: first.total })}
        {hint}
      </PageHead>
      {above}
      <FilterBar active={active} onClear={onClear} said={saidOf(filters)} tools={<ListTools columns={instead ? null : columns} views={views} />}>{filters}</FilterBar>
      {instead ?? <ListTable {...table} columns={columns.shown} />}
      {children}
    </div>
  );
}
