/** The month of the page with its state, and the way to another month. A native list: small, and good on phones. */
import { LockOutlined, UnlockOutlined } from "@ant-design/icons";
import { usePermission } from "@/api/queries";
import { useMonth } from "@/api/useMonth";
import { fill, useText } from "@/locales";

/** A choice of the months there are; the state stands beside each. */
export function MonthPicker() {
  const t = useText("shell");
  const entry = useText("entry");
  const { month, rows, row, open_month, setMonth } = useMonth();
  const records = usePermission("funds.write");
  if (!month) return null;
  return (
    <>
      {records && open_month && open_month !== month && <span className="booking-month" title={fill(entry.booking_hint, { looked: month, month: open_month })}>{fill(entry.booking_month, { month: open_month })}</span>}
      <span className="month-picker">
        {row?.state === "open" ? <UnlockOutlined aria-hidden /> : <LockOutlined aria-hidden />}
        <select value={month} aria-label={t.month_label} onChange={(event) => setMonth(event.target.value)}>
          {!row && <option value={month}>{month}</option>}
          {rows.map((each) => <option key={each.month} value={each.month}>{`${each.month} ${t[each.state]}`}</option>)}
        </select>
      </span>
    </>
  );
}
