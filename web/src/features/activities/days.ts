/** The calendar of a month: its weeks from Monday, and what happens on each of its days. */

const DAY = 86_400_000;

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function instantOf(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** The day so many days later (or earlier, if negative). */
export function shiftDay(day: string, by: number): string {
  return dayOf(instantOf(day) + by * DAY);
}

/** The last day of a month "YYYY-MM". */
export function lastDay(month: string): string {
  return dayOf(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));
}

/** The weeks that hold days of the month, Monday to Sunday, with the days of its neighbours at the ends. */
export function weeksOf(month: string): string[][] {
  const first = instantOf(`${month}-01`);
  const weekday = (new Date(first).getUTCDay() + 6) % 7;
  const weeks: string[][] = [];
  for (let monday = first - weekday * DAY; dayOf(monday) <= lastDay(month); monday += 7 * DAY) {
    weeks.push(Array.from({ length: 7 }, (_, at) => dayOf(monday + at * DAY)));
  }
  return weeks;
}

/** What takes place from a day to a day; without an end it takes one day. */
export interface Spanning { begins_on: string; ends_on?: string | null }

/** What happens on each day of the month, in the order given; a day without anything is not in the map. */
export function byDay<T extends Spanning>(events: readonly T[], month: string): Map<string, T[]> {
  const days = new Map<string, T[]>();
  const [from, until] = [`${month}-01`, lastDay(month)];
  for (const event of events) {
    const end = event.ends_on ?? event.begins_on;
    for (let day = event.begins_on < from ? from : event.begins_on; day <= end && day <= until; day = shiftDay(day, 1)) {
      const there = days.get(day);
      if (there) there.push(event);
      else days.set(day, [event]);
    }
  }
  return days;
}
