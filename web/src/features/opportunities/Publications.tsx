/** Where and when an opportunity was published. */
import { useState } from "react";
import { channels, type Opportunity } from "@/api/records";
import { useAct } from "@/api/useAct";
import { fill, useText } from "@/locales";
import { Empty } from "@/ui/Empty";
import { ReasonButton } from "@/ui/ReasonButton";
import { ReverseDialog } from "@/ui/ReverseDialog";
import { Section } from "@/ui/Section";

type Publication = Opportunity["publications"][number];

function Reversal({ opportunity, publication, month, onClose }: { opportunity: Opportunity; publication: Publication; month: string | null; onClose: () => void }) {
  const t = useText("opportunities");
  const act = useAct((reason: string) => channels.reverse_publication(opportunity.id, publication.id, reason));
  return <ReverseDialog name={fill(t.publication, { channel: publication.channel, date: publication.published_on })} month={month} act={act} onClose={onClose} />;
}

/** The publication log. */
export function Publications({ opportunity, month, why }: { opportunity: Opportunity; month: string | null; why: string | null }) {
  const t = useText("opportunities");
  const records = useText("records");
  const [reversing, setReversing] = useState<Publication | null>(null);
  return (
    <Section title={t.publications}>
      {opportunity.publications.length === 0 && <Empty title={t.publications_none} hint={t.publications_none_hint} />}
      <ol className="record-log">
        {opportunity.publications.map((each) => (
          <li key={each.id}>
            <time dateTime={each.published_on}>{each.published_on}</time>
            <span>{each.channel}</span>
            <ReasonButton size="small" type="link" why={why} aria-label={`${records.reverse} ${each.channel}`} onClick={() => setReversing(each)}>{records.reverse}</ReasonButton>
          </li>
        ))}
      </ol>
      {reversing && <Reversal opportunity={opportunity} publication={reversing} month={month} onClose={() => setReversing(null)} />}
    </Section>
  );
}
