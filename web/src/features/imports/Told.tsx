/** What the reader tells of a sheet, and the rows that it left out, each with its reason. */
import type { Sheet } from "@/api/contract";
import { count } from "@/lib/format";
import { fill, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Tag } from "@/ui/Tag";

/** Notes that change nothing of what was read; the others ask for a look. */
const QUIET = new Set(["empty", "not_cells"]);

/** The notes in words; nothing where there are none. */
export function Notes({ sheet }: { sheet: Pick<Sheet, "notes"> }) {
  const { locale } = useLocale();
  if (sheet.notes.length === 0) return null;
  return <ul className="sheet-notes">{sheet.notes.map((note) => <li key={note} className={`notice ${QUIET.has(note) ? "" : "notice-slow"}`}>{term("sheet_note", note, locale)}</li>)}</ul>;
}

/** How many rows were left out, and behind it the first of them. */
export function Dropped({ sheet }: { sheet: Pick<Sheet, "dropped" | "dropped_rows"> }) {
  const t = useText("imports");
  const common = useText("common");
  const { locale } = useLocale();
  if (sheet.dropped_rows === 0) return null;
  const more = sheet.dropped_rows > sheet.dropped.length;
  return (
    <details className="dropped">
      <summary>{fill(t.dropped, { n: count(sheet.dropped_rows) })}{more && `${common.list_comma}${fill(t.dropped_first, { n: count(sheet.dropped.length) })}`}</summary>
      <ul>{sheet.dropped.map((row) => <li key={row.row}><small>{fill(t.dropped_row, { row: row.row })}</small> <Tag>{term("drop_reason", row.reason, locale)}</Tag> {row.text}</li>)}</ul>
    </details>
  );
}
