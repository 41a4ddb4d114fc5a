/** Which columns of a table are shown: the keys in the address (`columns=unit.stage`), or those shown by default. */

/** A column as far as choosing goes: one that is `fixed` is always shown, one that is `off` only when chosen. */
export interface Choosable { key: string; fixed?: boolean; off?: boolean }

const SIGN = ".";

/** The columns to show, in the table's own order. */
export function chosenColumns<C extends Choosable>(columns: readonly C[], text: string): C[] {
  const asked = new Set(text.split(SIGN).filter(Boolean));
  // An address that names no column of this table would leave nothing to see.
  if (!columns.some((column) => asked.has(column.key))) return columns.filter((column) => !column.off);
  return columns.filter((column) => column.fixed || asked.has(column.key));
}

/** The address's text for this choice; nothing where it is the default. */
export function writeColumns(columns: readonly Choosable[], keys: ReadonlySet<string>): string {
  const free = columns.filter((column) => !column.fixed);
  if (free.every((column) => keys.has(column.key) === !column.off)) return "";
  const chosen = free.filter((column) => keys.has(column.key)).map((column) => column.key);
  // None of the free ones: the fixed column itself says so.
  return (chosen.length > 0 ? chosen : columns.filter((column) => column.fixed).map((column) => column.key)).join(SIGN);
}
