/**
 * Cells copied in Excel or WPS, as the clipboard's plain text has them (tabs between cells, quotes around a
 * cell with a line break in it), and the CSV file that they become. The plain text is taken and not the HTML:
 * it has what the cells show and nothing of how they look.
 */

/** Why a paste is no table that could be handed in. */
export type PasteFault = "paste_empty" | "paste_one_cell" | "paste_one_row";

/** The end of a quoted cell that begins at `start`: the place behind its last quote; -1 where it is no such cell. */
function quotedEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || "\t\r\n".includes(text[at + 1] ?? "") ? at + 1 : -1;
  }
  return -1;
}

/** The cells; empty lines at the end are no rows. A quote inside a cell (3" 管) is a letter like others. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const end = text[at] === '"' ? quotedEnd(text, at) : -1;
    const plain = /[\t\r\n]|$/g;
    plain.lastIndex = at;
    const next = end === -1 ? (plain.exec(text)?.index ?? text.length) : end;
    rows.at(-1)?.push(end === -1 ? text.slice(at, next) : text.slice(at + 1, end - 1).replaceAll('""', '"'));
    if (next >= text.length) break;
    if (text[next] !== "\t") rows.push([]);
    at = next + (text.startsWith("\r\n", next) ? 2 : 1);
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === "")) rows.pop();
  return rows;
}

/** Cells as CSV (RFC 4180): every row as wide as the widest. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return rows.map((row) => `${Array.from({ length: width }, (_, at) => cell(row[at] ?? "")).join(",")}\r\n`).join("");
}

/** What a paste lacks to be a table: it needs a header and a row below it. */
export function pasteFault(rows: readonly (readonly string[])[]): PasteFault | null {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return "paste_empty";
  if (filled.flat().filter((cell) => cell.trim() !== "").length === 1) return "paste_one_cell";
  return filled.length === 1 ? "paste_one_row" : null;
}

const two = (value: number) => String(value).padStart(2, "0");

/** The file's name: the word and the minute of the paste (no colon, which Windows refuses in names). */
export function pasteName(word: string, at: Date): string {
  return `${word} ${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}${two(at.getMinutes())}.csv`;
}

/** Whether a batch's file was a paste, in either language. */
export function isPaste(file: string): boolean {
  return /^(粘贴|Pasted) \d{4}-\d\d-\d\d \d{4}\.csv$/.test(file);
}

/** The file that a paste becomes, or what it lacks. */
export function pasteFile(text: string, word: string, at: Date): File | PasteFault {
  const rows = cellsOf(text);
  return pasteFault(rows) ?? new File([csvOf(rows)], pasteName(word, at), { type: "text/csv" });
}
