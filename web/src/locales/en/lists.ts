/** The tools of a list: columns, saved views, neighbours, print. */
import type { lists as zh } from "../zh/lists";
import type { Words } from "../shape";

export const lists: Words<typeof zh> = {
  columns: "Columns",
  columns_hint: "The choice stands in the address and is saved with a view.",
  columns_reset: "Back to the default",
  views: "Views",
  views_own: "My views",
  views_empty: "No view is saved yet. Set filters and columns, then save them under a name.",
  view_all: "Everything, unfiltered",
  view_name: "Name of the view",
  view_save: "Save",
  view_save_as: "Save these filters and columns as",
  view_replaces: "“{name}” exists; saving replaces it.",
  view_saved: "View “{name}” saved",
  view_removed: "View “{name}” deleted",
  view_undo: "Undo",
  view_remove: "Delete the view “{name}”",
  view_share: "To share a view, send its address",
  copy_address: "Copy the address",
  previous: "Previous (no. {n} of the result)",
  next: "Next (no. {n} of the result)",
  first: "This is the first of the result",
  last: "This is the last of the result as listed",
  place: "{n} / {total}",
  filtered: "Filters",
  unfiltered: "no filters",
  as_table: "Table",
  as_kanban: "Board",
  seen_as: "Shown as",
};
