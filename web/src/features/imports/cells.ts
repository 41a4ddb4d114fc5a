/** Which problem belongs into which cell of a previewed row. */
import type { ImportProblem, ImportRow, SheetColumn } from "@/api/contract";
import { isDecimal } from "@/lib/decimal";
import { group } from "@/lib/format";
import { asTyped } from "@/lib/typed";
import { messages, type Locale } from "@/locales";

type RowProblem = ImportProblem;

/** True if a name of a column (letter, index or header) is this column. */
function names(column: SheetColumn, name: string | null): boolean {
  return name !== null && (name === column.letter || name === String(column.index) || name === column.header);
}

/** The text of a row in a column. */
export function cellText(row: Pick<ImportRow, "cells">, column: SheetColumn): string {
  return row.cells.find((cell) => names(column, cell.column))?.text ?? "";
}

/** The problems of a row in a column: by its cell ("C7"), its column, or its field. */
export function problemsAt(row: Pick<ImportRow, "problems">, column: SheetColumn): RowProblem[] {
  return row.problems.filter((problem) => {
    const letters = problem.cell?.replace(/\d+$/, "");
    if (letters) return letters === column.letter;
    return names(column, problem.column) || (column.field !== null && problem.field === column.field);
  });
}

/** A changed value as a person reads it: money comes in yuan and is shown in 万元, exactly. */
export function changeText(value: string, money: boolean, locale: Locale): string {
  return money && isDecimal(value) ? `${group(asTyped(value, 4))} ${messages(locale).entry.wan}` : value;
}
