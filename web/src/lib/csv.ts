/** A screen's table as a CSV file that office programs open as it is: with a mark of UTF-8, exact values. */

/** One cell; a text that a program could take for a formula is kept a text. */
function cell(value: string): string {
  const safe = /^[=+@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The lines of a file: first what it is about, then the table. */
export function csvText(about: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[[about.join(" · ")], ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Hands the file to the browser. */
export function saveCsv(name: string, about: readonly string[], rows: readonly (readonly string[])[]): void {
  const url = URL.createObjectURL(new Blob([csvText(about, rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to save; the address is no longer needed.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
