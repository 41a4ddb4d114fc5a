/** A record's number that opens the drawer at its fact, below the figure that it counts in. */
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import type { Door } from "@/lib/door";
import { factPath } from "@/lib/paths";

/** The link to the fact `seq`. */
export function FactLink({ door, seq, children, className }: { door: Door; seq: number; children: ReactNode; className?: string }) {
  const { pathname, search } = useLocation();
  return <Link className={className} to={factPath(pathname, search, door, seq)} preventScrollReset>{children}</Link>;
}
