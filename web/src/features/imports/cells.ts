/** Which problem belongs into which cell of a previewed row. */
import type { ImportProblem, ImportRow, SheetColumn } from "@/api/contract";

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

/** The problems that no shown column carries: they are about the row. */
export function problemsOfRow(row: Pick<ImportRow, "problems">, columns: readonly SheetColumn[]): RowProblem[] {
  const placed = new Set(columns.flatMap((column) => problemsAt(row, column)));
  return row.problems.filter((problem) => !placed.has(problem));
}
