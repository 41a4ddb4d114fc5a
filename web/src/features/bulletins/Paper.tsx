/** A bulletin on its paper. Its HTML comes from the server, which made it from escaped Markdown. */
import { useMemo, type MouseEvent } from "react";
import { useLocation, useNavigate } from "react-router";
import { doorPath } from "@/lib/paths";
import { useCovers } from "@/ui/scope";
import { closeDoors, doorOfAddress } from "./address";

/** The text with its figures as doors; the `marked` addresses have changed since issue. */
export function Paper({ html, city, marked = [] }: { html: string; city: string; marked?: string[] }) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const covers = useCovers();
  const shown = useMemo(() => closeDoors(html, city, covers), [html, city, covers]);
  const open = (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>("[data-figure]");
    if (!link) return;
    event.preventDefault();
    const door = doorOfAddress(link.dataset.figure, city);
    if (door) void navigate(doorPath(pathname, search, door), { preventScrollReset: true });
  };
  const marks = marked.map((address) => `.paper :is([data-figure="${CSS.escape(address)}"],[data-printed="${CSS.escape(address)}"]){background:var(--slow-tint);border-bottom:2px solid var(--slow)}`).join("");
  return (
    <>
      {marks && <style>{marks}</style>}
      <div className="paper" onClick={open} dangerouslySetInnerHTML={{ __html: shown }} />
    </>
  );
}
