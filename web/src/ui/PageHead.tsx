/** The page's one headline, what it says beside it, and its actions at the right. */
import type { ReactNode } from "react";

/** A page has one of these, at its top. */
export function PageHead({ title, children, actions }: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="page-head">
      <div className="page-head-words">
        <h1>{title}</h1>
        {children && <div className="page-head-line">{children}</div>}
      </div>
      {actions && <div className="page-head-actions">{actions}</div>}
    </header>
  );
}
