/** The columns that a list shows, kept in the address. */
import { chosenColumns } from "@/lib/columns";
import { useFilters } from "@/lib/filters";
import type { Column } from "./DataTable";

const KEYS = ["columns"] as const;

/** `shown` are for the table; `choice` and `choose` are for the chooser. */
export function useColumns<T>(columns: Column<T>[]) {
  const { filters, set } = useFilters(KEYS);
  const shown = chosenColumns(columns, filters.columns);
  return { columns, shown, choose: (text: string) => set({ columns: text }) };
}
