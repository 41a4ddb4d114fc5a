/**
 * A list's view is the query of its address: filters, order, columns. What belongs to the moment (the page's
 * month, an open door, a place inside the result) is no part of it.
 */
import { searchText } from "./door";

const PASSING = ["month", "door", "fact", "after"] as const;

/** The view that an address shows, in one spelling, so that equal views are equal texts. */
export function viewQuery(search: URLSearchParams): string {
  const kept = new URLSearchParams([...search].filter(([key, value]) => value !== "" && !(PASSING as readonly string[]).includes(key)));
  kept.sort();
  return searchText(kept).replace(/^\?/, "");
}

/** The address's query with this view in it; the month stays as it is. */
export function openView(search: URLSearchParams, query: string): URLSearchParams {
  const next = new URLSearchParams(viewQuery(new URLSearchParams(query)));
  const month = search.get("month");
  if (month) next.set("month", month);
  return next;
}
