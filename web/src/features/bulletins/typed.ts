/** Numbers that a person typed into a bulletin's text instead of calling a figure. */
import type { BulletinPreview } from "@/api/contract";

/** A number and the lines that it stands in. */
export interface TypedNumber { text: string; lines: number[] }

/** Each number once, in reading order, with all its lines. */
export function typedNumbers(found: BulletinPreview["typed_numbers"]): TypedNumber[] {
  const byText = new Map<string, number[]>();
  for (const { text, line } of found) {
    const lines = byText.get(text) ?? [];
    if (!lines.includes(line)) lines.push(line);
    byText.set(text, lines);
  }
  return [...byText].map(([text, lines]) => ({ text, lines }));
}
