/** Named values of a record, in two columns. */
import type { ReactNode } from "react";

/** Name and value pairs; what has no value prints a dash. */
export function Facts({ items, wide = false }: { items: { name: ReactNode; value: ReactNode }[]; wide?: boolean }) {
  return (
    <dl className={`facts ${wide ? "facts-wide" : ""}`}>
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.name}</dt>
          <dd>{item.value ?? "—"}</dd>
        </div>
      ))}
    </dl>
  );
}
