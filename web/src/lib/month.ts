/** Accounting months "YYYY-MM", windows of them, and instants as the city's clock shows them. */
import type { Locale } from "@/locales";

const SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** True for a real month such as "2023-06". */
export function isMonth(text: string | null | undefined): text is string {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? "");
}

/** The year of a month. */
export function yearOf(month: string): number {
  return Number(month.slice(0, 4));
}

/** The number of a month in its year, 1 to 12. */
export function numberOf(month: string): number {
  return Number(month.slice(5, 7));
}

/** January of the month's year: the start of the year-to-date window. */
export function yearStart(month: string): string {
  return `${month.slice(0, 4)}-01`;
}

/** The month so many months later (or earlier, if negative). */
export function shiftMonth(month: string, by: number): string {
  const index = yearOf(month) * 12 + numberOf(month) - 1 + by;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** All months from a to b, both included; none if b is before a. */
export function monthsBetween(from: string, to: string): string[] {
  const found: string[] = [];
  for (let month = from; month <= to; month = shiftMonth(month, 1)) found.push(month);
  return found;
}

/** The month's name alone: "6 月", "Jun". */
export function monthName(month: string, locale: Locale): string {
  const number = numberOf(month);
  return locale === "zh" ? `${number}月` : (SHORT[number - 1] ?? "");
}

/** A window as one reads it: "2023 年 1—6 月", "Jan–Jun 2023". */
export function windowName(from: string, to: string, locale: Locale): string {
  const [a, b] = [numberOf(from), numberOf(to)];
  if (yearOf(from) !== yearOf(to)) return locale === "zh" ? `${from} 至 ${to}` : `${from} to ${to}`;
  if (locale === "zh") return from === to ? `${yearOf(to)} 年 ${b} 月` : `${yearOf(to)} 年 ${a}—${b} 月`;
  return from === to ? `${SHORT[b - 1]} ${yearOf(to)}` : `${SHORT[a - 1]}–${SHORT[b - 1]} ${yearOf(to)}`;
}

const CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** An instant as the city's clock shows it: "2023-07-03 18:00". */
export function clockTime(instant: string | null | undefined): string {
  if (!instant) return "—";
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? "—" : CLOCK.format(date);
}
