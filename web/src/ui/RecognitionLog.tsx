/** What was recognised of a record, in the order of the journal; what was taken back is struck through. */
import { useLocale } from "@/locales";
import { term } from "@/locales/term";
import { BookedMarks, FactNumber } from "./Booked";

/** A recognised step, as the server gives it. */
export interface Recognised { fact_seq: number; step: string; occurred_on: string; month: string; late: boolean; reversed_by: number | null; reversal_reason: string | null }

/** The log; `indicator` is the figure below which a fact opens. */
export function RecognitionLog({ recognitions, indicator, unit }: { recognitions: readonly Recognised[]; indicator: string; unit: string }) {
  const { locale } = useLocale();
  return (
    <ol className="record-log">
      {recognitions.map((each) => (
        <li key={each.fact_seq}>
          <time dateTime={each.occurred_on}>{each.occurred_on}</time>
          <div><span className={each.reversed_by !== null ? "cell-struck" : undefined}>{term("channel_step", each.step, locale)}</span> <BookedMarks {...each} /><small>{each.month}{each.reversal_reason ? ` · ${each.reversal_reason}` : ""}</small></div>
          <FactNumber seq={each.fact_seq} month={each.month} indicator={indicator} unit={unit} />
        </li>
      ))}
    </ol>
  );
}
