/** A bulletin on its paper. Its HTML comes from the server, which made it from escaped Markdown. */
import type { MouseEvent } from "react";
import { useLocation, useNavigate } from "react-router";
import type { BulletinFigure } from "@/api/contract";
import { doorPath } from "@/lib/paths";

/** The door of a figure in the text; null where the call is none that has a list (a name, a date). */
export function doorOf(figure: BulletinFigure | undefined, city: string) {
  if (!figure?.indicator) return null;
  return { indicator: figure.indicator, month: figure.month, from: figure.from, unit: figure.unit && figure.unit !== city ? figure.unit : null };
}

/** The text with its figures as doors. */
export function Paper({ html, figures, city, marked }: { html: string; figures: BulletinFigure[]; city: string; marked?: Set<number> }) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const open = (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>("[data-figure]");
    if (!link) return;
    event.preventDefault();
    const door = doorOf(figures.find((figure) => figure.index === Number(link.dataset.figure)), city);
    if (door) void navigate(doorPath(pathname, search, door), { preventScrollReset: true });
  };
  // Figures that have changed since issue are marked by rules written for exactly them.
  const marks = [...(marked ?? [])].map((index) => `.paper [data-figure="${index}"]{background:var(--slow-tint);border-bottom:2px solid var(--slow)}`).join("");
  return (
    <>
      {marks && <style>{marks}</style>}
      <article className="paper" onClick={open} dangerouslySetInnerHTML={{ __html: html }} />
    </>
  );
}
