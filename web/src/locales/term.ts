/** A code in the field's words; a code that has none yet is shown as it is rather than hidden. */
import { messages, type Locale, type Messages } from "./index";

/** The groups of codes. */
export type TermGroup = keyof Messages["terms"];

/** The word for a code of a group. */
export function term(group: TermGroup, code: string | null | undefined, locale: Locale): string {
  if (!code) return "—";
  const words: Record<string, string> = messages(locale).terms[group];
  return words[code] ?? code;
}
