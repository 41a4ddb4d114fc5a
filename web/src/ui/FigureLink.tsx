/** A number is a door: every printed figure opens the drawer with the records behind it. */
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { doorPath } from "@/lib/paths";
import type { Door } from "@/lib/door";
import { useCovers } from "./scope";

/** The figure as a link to its door; without data, or where the door is closed to the person, only what is printed. */
export function FigureLink({ door, children, className = "", label }: { door: Door | null; children: ReactNode; className?: string; label?: string }) {
  const { pathname, search } = useLocation();
  const covers = useCovers();
  if (!door || children === "—" || !covers(door.unit)) return <span className={className}>{children}</span>;
  return (
    <Link className={`figure ${className}`} to={doorPath(pathname, search, door)} aria-label={label} data-door={`${door.indicator}:${door.month}:${door.from}:${door.unit ?? ""}`} preventScrollReset>
      {children}
    </Link>
  );
}
