/** A table on a phone: one card per row, with its name, its number, and labelled lines under them. */
import type { ReactNode } from "react";
import type { Column } from "./DataTable";

/** The value with its unit; a dash has none. */
function Measured({ value, unit }: { value: ReactNode; unit: ReactNode }) {
  return <>{value} {unit && value !== "—" && <small>{unit}</small>}</>;
}

/** The rows as a list; the sum line comes last, as in the table. */
export function PhoneList<T>({ columns, rows, rowKey, label }: { columns: Column<T>[]; rows: T[]; rowKey: (row: T) => string | number; label: string }) {
  const title = columns.find((column) => column.phone === "title") ?? columns[0];
  const figure = columns.find((column) => column.phone === "figure");
  const plain = columns.filter((column) => column.phone === "plain");
  const lines = columns.filter((column) => column !== title && column !== figure && (column.phone ?? "line") === "line");
  const sums = columns.filter((column) => column.sum !== undefined && column.sum !== "" && column !== title);
  return (
    <ul className="phone-list" aria-label={label}>
      {rows.map((row, index) => (
        <li key={rowKey(row)}>
          <div className="phone-row">
            <span className="phone-title">{title?.render(row, index)}</span>
            {figure && (
              <span className="phone-figure">
                <Measured value={figure.render(row, index)} unit={figure.unit} />
              </span>
            )}
          </div>
          {plain.map((column) => <div key={column.key} className="phone-plain">{column.render(row, index)}</div>)}
          {lines.length > 0 && (
            <dl className="phone-lines">
              {lines.map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd><Measured value={column.render(row, index)} unit={column.numeric ? column.unit : null} /></dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
      {sums.length > 0 && (
        <li className="phone-sum">
          <span>{title?.sum}</span>
          {sums.map((column) => <span key={column.key}>{column.title} <b>{column.sum}</b> {column.unit && <small>{column.unit}</small>}</span>)}
        </li>
      )}
    </ul>
  );
}
