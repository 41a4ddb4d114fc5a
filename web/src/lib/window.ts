/** The window of a figure: from which month to the page's month. */
import { isMonth, shiftMonth, yearStart } from "./month";

/** The choices that need no calendar. */
export type WindowChoice = "ytd" | "month" | "quarter" | "custom";

/** The first month of a window as the address names it; January where it names none or a wrong one. */
export function windowStart(asked: string | null | undefined, month: string): string {
  return isMonth(asked) && asked <= month ? asked : yearStart(month);
}

/** The first month that a choice stands for. */
export function choiceStart(choice: Exclude<WindowChoice, "custom">, month: string): string {
  if (choice === "month") return month;
  return choice === "quarter" ? shiftMonth(month, -2) : yearStart(month);
}

/** The choice that a window is; January itself counts as the year to date. */
export function choiceOf(from: string, month: string): WindowChoice {
  if (from === yearStart(month)) return "ytd";
  if (from === month) return "month";
  return from === shiftMonth(month, -2) ? "quarter" : "custom";
}
