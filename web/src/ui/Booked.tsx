/** A record's place in the books: late, taken back, and its number, which opens the fact. */
import type { Door } from "@/lib/door";
import { yearStart } from "@/lib/month";
import { fill, useText } from "@/locales";
import { FactLink } from "./FactLink";
import { Tag } from "./Tag";

/** What of the books the marks need. */
export interface Booked { late?: boolean; reversed?: boolean; reversed_by?: number | null; reversal_reason?: string | null }

/** Marks for what was handed in late or taken back; nothing for what simply stands. */
export function BookedMarks({ late = false, reversed, reversed_by, reversal_reason }: Booked) {
  const t = useText("records");
  const off = reversed ?? (reversed_by !== null && reversed_by !== undefined);
  return (
    <>
      {off && <Tag tone="behind" hint={reversal_reason ?? undefined}>{t.reversed}</Tag>}
      {late && <Tag tone="slow" hint={t.late_hint}>{t.late}</Tag>}
    </>
  );
}

/** The number of a fact, as a link to it below the figure that it counts in. */
export function FactNumber({ seq, month, indicator, unit }: { seq: number; month: string; indicator: string; unit: string | null }) {
  const t = useText("records");
  const door: Door = { indicator, month, from: yearStart(month), unit };
  return <FactLink door={door} seq={seq}>{fill(t.fact, { seq })}</FactLink>;
}
