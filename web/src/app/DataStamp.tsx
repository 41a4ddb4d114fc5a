/** Demo mark, month with state and time of the data, for phones (under the bar) and for print (at the head). */
import { useLocation } from "react-router";
import type { Session } from "@/api/contract";
import { useBoard, useMonth } from "@/api/useMonth";
import { clockTime } from "@/lib/month";
import { fill, unitName, useLocale, useText } from "@/locales";
import { pageAt } from "./pages";

/** One line that says what the page is about and how fresh it is. */
export function DataStamp({ session }: { session: Session }) {
  const t = useText("shell");
  const { locale } = useLocale();
  const { pathname } = useLocation();
  const entry = useText("entry");
  const { month, row, open_month } = useMonth();
  const board = useBoard(session.permissions.includes("figures.read") ? month : null);
  const page = pageAt(pathname);
  const stamp = [
    session.demo ? t.demo : null,
    month && row ? `${month} ${t[row.state]}` : null,
    board.data?.data_at ? `${t.data_at} ${clockTime(board.data.data_at)}` : null,
  ].filter(Boolean);
  // Only those who record something need to know where it goes.
  const booking = open_month && open_month !== month && session.permissions.includes("funds.write") ? fill(entry.booking_month, { month: open_month }) : null;
  return (
    <>
      <p className="print-head">{[unitName(session.city, locale), page && t[page.word], ...stamp].filter(Boolean).join(" · ")}</p>
      {stamp.length > 0 && <p className="phone-stamp">{[...stamp, booking].filter(Boolean).join(" · ")}</p>}
    </>
  );
}
