/** A link to a record out of a list: it hands the list's records over, so that the page can go to the next one. */
import { createContext, useContext, type ReactNode } from "react";
import { Link } from "react-router";

/** The ids of the list around; none outside of one. */
const ResultContext = createContext<readonly string[] | null>(null);

/** A list: the links to records inside know its records in their order. */
export function Result({ ids, children }: { ids: readonly string[] | undefined; children: ReactNode }) {
  return <ResultContext value={ids ?? null}>{children}</ResultContext>;
}

/** The link; outside of a list it is a plain one. */
export function RecordLink({ to, children }: { to: string; children: ReactNode }) {
  const result = useContext(ResultContext);
  return <Link to={to} state={result ? { result } : undefined}>{children}</Link>;
}
