/** A thin bar of completion with the schedule as a black tick. */
import { barWidth } from "@/lib/format";

/** `value` and `tick` are percentages as printed; the bar ends at 100. */
export function Bar({ value, tick, label }: { value: string | null; tick?: string | null; label: string }) {
  return (
    <span className="bar" role="img" aria-label={label}>
      <span className="bar-fill" style={{ width: `${barWidth(value)}%` }} />
      {tick && <span className="bar-tick" style={{ left: `${barWidth(tick)}%` }} />}
    </span>
  );
}
