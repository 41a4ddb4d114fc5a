/** A page that is a list: its head with the count, its filters, its table or what stands in the table's place. */
import type { ReactNode } from "react";
import { fill, useText } from "@/locales";
import { DataTable, type Column } from "./DataTable";
import { Fault, type Told } from "./Fault";
import { FilterBar } from "./Filters";
import { PageHead } from "./PageHead";

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

/** The table of a list, or its fault. */
export function ListTable<T extends { id: string }>({ list, columns, label, empty, rowClass }: ListProps<T>) {
  if (list.error) return <Fault problem={list.error} onRetry={list.refetch} />;
  return (
    <section className="card card-flush" aria-label={label}>
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
    </section>
  );
}

/** The whole page. `instead` takes the table's place; `above` stands between head and filters. */
export function ListPage<T extends { id: string }>({ title, hint, actions, above, filters, active, onClear, instead, children, ...table }: ListProps<T> & {
  title: string;
  hint?: ReactNode;
  actions: ReactNode;
  above?: ReactNode;
  filters: ReactNode;
  active: number;
  onClear: () => void;
  instead?: ReactNode;
  children?: ReactNode;
}) {
  const common = useText("common");
  const { first } = table.list;
  return (
    <div className="page">
      <PageHead title={title} actions={actions}>
        {first && fill(first.total_exact ? common.total : common.total_at_least, { n: first.total })}
        {hint}
      </PageHead>
      {above}
      <FilterBar active={active} onClear={onClear}>{filters}</FilterBar>
      {instead ?? <ListTable {...table} />}
      {children}
    </div>
  );
}
