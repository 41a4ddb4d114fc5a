/** A card with a heading; cards never nest. */
import { useId, type ReactNode } from "react";

/** A titled part of a page. `flush` lets a table reach the card's edges. */
export function Section({ title, hint, actions, children, flush = false, className = "" }: {
  title?: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  className?: string;
}) {
  const id = useId();
  return (
    <section className={`card ${flush ? "card-flush" : ""} ${className}`} aria-labelledby={title ? id : undefined}>
      {(title || actions) && (
        <div className="card-head">
          <div className="card-head-words">
            <h2 id={id}>{title}</h2>
            {hint && <span className="card-hint">{hint}</span>}
          </div>
          {actions && <div className="card-actions">{actions}</div>}
        </div>
      )}
      <div className="card-body">{children}</div>
    </section>
  );
}
