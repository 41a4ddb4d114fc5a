/**
 * The address of a number's door: `door=indicator:month:from:unit` (unit empty = the whole city), and one
 * level deeper `fact=<seq>`. It lives in the search part, so that it opens over any page and can be sent.
 */
import { isMonth, shiftMonth } from "./month";

/** What a door shows: one figure of one window, of one unit or the city. */
export interface Door {
  indicator: string;
  month: string;
  from: string;
  unit: string | null;
}

/** The search parameters the door owns. */
export const DOOR_KEYS = ["door", "fact"] as const;

/** The same months of last year. */
export function lastYearOf(door: Door): Door {
  return { ...door, month: shiftMonth(door.month, -12), from: shiftMonth(door.from, -12) };
}

const NAME = /^[a-z0-9_]+$/i;

/** The door as one search parameter. */
export function writeDoor({ indicator, month, from, unit }: Door): string {
  return [indicator, month, from, unit ?? ""].join(":");
}

/** The door of a search parameter, or null where it is none or broken. */
export function readDoor(text: string | null | undefined): Door | null {
  const [indicator = "", month = "", from = "", unit = "", rest] = (text ?? "").split(":");
  if (rest !== undefined || !NAME.test(indicator) || !isMonth(month) || !isMonth(from) || from > month) return null;
  return { indicator, month, from, unit: unit === "" ? null : unit };
}

/** The present search with this door open in it. */
export function openDoor(search: URLSearchParams, door: Door): URLSearchParams {
  const next = new URLSearchParams(search);
  next.set("door", writeDoor(door));
  next.delete("fact");
  return next;
}

/** The present search one level deeper, at a fact. */
export function openFact(search: URLSearchParams, seq: number): URLSearchParams {
  const next = new URLSearchParams(search);
  next.set("fact", String(seq));
  return next;
}

/** One level up: from the fact to the list, from the list to the page. */
export function levelUp(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete(next.has("fact") ? "fact" : "door");
  return next;
}

/** The page without any door. */
export function closeDoor(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const key of DOOR_KEYS) next.delete(key);
  return next;
}

/** A search as text, with the door's colons kept readable. */
export function searchText(search: URLSearchParams): string {
  const text = search.toString().replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}
