/**
 * The table of every page. Header in two lines (name, unit), sticky; numbers right-aligned; an optional
 * sum line; a list of cards on phones. No zebra, a hover tint.
 */
import { Button } from "antd";
import type { ReactNode } from "react";
import { fill, useText } from "@/locales";
import { Empty } from "./Empty";
import { PhoneList } from "./PhoneList";
import { ScrollTable } from "./ScrollTable";
import { Skeleton } from "./Skeleton";
import { usePhone } from "./usePhone";

/** One column: how its head reads and how a row fills it. */
export interface Column<T> {
  key: string;
  title: ReactNode;
  /** The unit of every value in the column, printed under the name. */
  unit?: ReactNode;
  numeric?: boolean;
  width?: number | string;
  render: (row: T, index: number) => ReactNode;
  /** The sum line's cell. */
  sum?: ReactNode;
  /** On phones: the card's title, its number at the right, a labelled line, or left out. */
  phone?: "title" | "figure" | "line" | "plain" | "none";
  /** Keep the cell on one line. */
  nowrap?: boolean;
  /** Always shown, whatever columns are chosen. */
  fixed?: boolean;
  /** Shown only when chosen. */
  off?: boolean;
}

interface Props<T> {
  columns: Column<T>[];
  rows: T[] | undefined;
  rowKey: (row: T) => string | number;
  label: string;
  /** Working tables have rows of 32 px, reading tables of 40. */
  dense?: boolean;
  empty?: { title: string; hint?: string; action?: ReactNode };
  total?: number;
  totalExact?: boolean;
  hasNext?: boolean;
  onNext?: () => void;
  fetching?: boolean;
  rowClass?: (row: T) => string;
  /** Leaves the count of rows below out, where the table is not a list. */
  uncounted?: boolean;
}

function Foot({ shown, total, exact, hasNext, onNext, fetching }: { shown: number; total: number; exact: boolean; hasNext?: boolean; onNext?: () => void; fetching?: boolean }) {
  const t = useText("common");
  return (
    <div className="table-foot">
      <span>
        {fill(exact ? t.total : t.total_at_least, { n: total })}
        {shown < total && ` · ${fill(t.shown, { n: shown })}`}
      </span>
      {hasNext && <Button size="small" loading={fetching} onClick={onNext}>{t.more}</Button>}
    </div>
  );
}

/** Rows in columns; below them how many there are and the way to the rest. */
export function DataTable<T>(props: Props<T>) {
  const { columns, rows, rowKey, label, dense = false, empty, hasNext, rowClass } = props;
  const t = useText("common");
  const phone = usePhone();
  if (!rows) return <div className="table-wait"><Skeleton lines={8} height={dense ? 16 : 20} /></div>;
  if (rows.length === 0) return <Empty {...(empty ?? { title: t.empty })} />;
  const foot = !props.uncounted && (
    <Foot shown={rows.length} total={props.total ?? rows.length} exact={props.totalExact ?? true} hasNext={hasNext} onNext={props.onNext} fetching={props.fetching} />
  );
  if (phone) return <><PhoneList columns={columns} rows={rows} rowKey={rowKey} label={label} />{foot}</>;
  const summed = columns.some((column) => column.sum !== undefined);
  return (
    <>
      <ScrollTable label={label}>
        <table className={`table ${dense ? "table-dense" : ""}`} aria-busy={props.fetching}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={column.numeric ? "cell-number" : undefined} style={{ width: column.width }}>
                  {column.title}
                  {column.unit && <span className="table-unit">{column.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={rowKey(row)} className={rowClass?.(row)}>
                {columns.map((column) => (
                  <td key={column.key} className={`${column.numeric ? "cell-number" : ""} ${column.nowrap ? "cell-nowrap" : ""}`}>
                    {column.render(row, index)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {summed && (
            <tfoot>
              <tr>
                {columns.map((column) => (
                  <td key={column.key} className={column.numeric ? "cell-number" : undefined}>{column.sum}</td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollTable>
      {foot}
    </>
  );
}
