/** The address that a printed figure carries: `indicator:month:from:unit:measure`. */
import { readDoor, type Door } from "@/lib/door";

/** The door of a figure's address; the city's code stands for the city. */
export function doorOfAddress(address: string | undefined, city: string): Door | null {
  const parts = (address ?? "").split(":");
  const door = readDoor(parts.slice(0, 4).join(":"));
  return door && { ...door, unit: door.unit === city ? null : door.unit };
}

/** What of the figure is printed: `value`, `yoy`, `completion` … */
export function measureOfAddress(address: string): string {
  return address.split(":")[4] || "value";
}

/** The text without the links of figures whose doors are closed to the reader: they stay numbers. */
export function closeDoors(html: string, city: string, covers: (unit: string | null) => boolean): string {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  for (const link of holder.content.querySelectorAll<HTMLElement>("[data-figure]")) {
    const door = doorOfAddress(link.dataset.figure, city);
    if (door && covers(door.unit)) continue;
    const plain = document.createElement("span");
    plain.dataset.printed = link.dataset.figure;
    plain.append(...link.childNodes);
    link.replaceWith(plain);
  }
  return holder.innerHTML;
}
