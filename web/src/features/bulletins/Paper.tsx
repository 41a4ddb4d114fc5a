/** A bulletin on its paper. Its HTML comes from the server, which made it from escaped Markdown. */
import type { MouseEvent } from "react";
import { useLocation, useNavigate } from "react-router";
import { readDoor, type Door } from "@/lib/door";
import { doorPath } from "@/lib/paths";

/** The door of a figure's address `indicator:month:from:unit:measure`; the city's code stands for the city. */
export function doorOfAddress(address: string | undefined, city: string): Door | null {
  const parts = (address ?? "").split(":");
  const door = readDoor(parts.slice(0, 4).join(":"));
  return door && { ...door, unit: door.unit === city ? null : door.unit };
}

/** The text with its figures as doors; the `marked` addresses have changed since issue. */
export function Paper({ html, city, marked = [] }: { html: string; city: string; marked?: string[] }) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const open = (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>("[data-figure]");
    if (!link) return;
    event.preventDefault();
    const door = doorOfAddress(link.dataset.figure, city);
    if (door) void navigate(doorPath(pathname, search, door), { preventScrollReset: true });
  };
  const marks = marked.map((address) => `.paper [data-figure="${CSS.escape(address)}"]{background:var(--slow-tint);border-bottom:2px solid var(--slow)}`).join("");
  return (
    <>
      {marks && <style>{marks}</style>}
      <article className="paper" onClick={open} dangerouslySetInnerHTML={{ __html: html }} />
    </>
  );
}
