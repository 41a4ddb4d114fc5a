/** A table on a phone: one card per row, with its name, its number, and labelled lines under them. */
import type { Column } from "./DataTable";

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
                {figure.render(row, index)} {figure.unit && <small>{figure.unit}</small>}
              </span>
            )}
          </div>
          {plain.map((column) => <div key={column.key} className="phone-plain">{column.render(row, index)}</div>)}
          {lines.length > 0 && (
            <dl className="phone-lines">
              {lines.map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(row, index)} {column.numeric && column.unit && <small>{column.unit}</small>}</dd>
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
