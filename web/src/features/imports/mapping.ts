/** The mapping of a sheet's columns to fields, as a person changes it. */
import type { ImportKind, Sheet } from "@/api/contract";

/** The field of each column, by the column's index. */
export type Mapping = Record<string, string | null>;

/** The mapping that the server guessed. */
export function guessed(sheet: Pick<Sheet, "columns">): Mapping {
  return Object.fromEntries(sheet.columns.map((column) => [String(column.index), column.field]));
}

/** The mapping after a choice: a field has one column, so it leaves the column it had. */
export function choose(mapping: Mapping, index: number, field: string | null): Mapping {
  const freed = Object.fromEntries(Object.entries(mapping).map(([at, had]) => [at, field !== null && had === field ? null : had]));
  return { ...freed, [String(index)]: field };
}

/** The required fields that no column fills. */
export function missingFields(mapping: Mapping, kind: ImportKind | undefined): string[] {
  const filled = new Set(Object.values(mapping));
  return (kind?.fields ?? []).filter((field) => field.required && !filled.has(field.field)).map((field) => field.field);
}

/** True if a person changed anything. */
export function changed(mapping: Mapping, sheet: Pick<Sheet, "columns">): boolean {
  return sheet.columns.some((column) => (mapping[String(column.index)] ?? null) !== column.field);
}
