/** The choice of a window: year to date, this month, three months, or since a month. */
import { Segmented, Select } from "antd";
import { monthsBetween, shiftMonth, yearStart } from "@/lib/month";
import { choiceOf, choiceStart, type WindowChoice } from "@/lib/window";
import { fill, useText } from "@/locales";

/** Sets the window's first month; the year to date is the default and leaves the address empty. */
export function WindowFilter({ from, month, onChange }: { from: string; month: string; onChange: (from: string) => void }) {
  const t = useText("figures");
  const choice = choiceOf(from, month);
  const pick = (next: WindowChoice) => {
    if (next !== "custom") onChange(next === "ytd" ? "" : choiceStart(next, month));
  };
  return (
    <span className="filter window-filter">
      <Segmented
        aria-label={t.window}
        value={choice === "custom" ? undefined : choice}
        onChange={pick}
        options={[{ value: "ytd", label: t.window_ytd }, { value: "month", label: t.window_month }, { value: "quarter", label: t.window_quarter }]}
      />
      <Select
        aria-label={t.window}
        value={from}
        popupMatchSelectWidth={false}
        onChange={(next: string) => onChange(next === yearStart(month) ? "" : next)}
        options={monthsBetween(shiftMonth(month, -17), month).reverse().map((each) => ({ value: each, label: fill(t.window_from, { month: each }) }))}
      />
    </span>
  );
}
