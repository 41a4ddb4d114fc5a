/** The second level of the door: one fact as it was recognised, with credit, evidence and hash. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { ledger } from "@/api/calls";
import type { Fact } from "@/api/contract";
import { toProblem } from "@/api/problem";
import { basisPoints, yuanText } from "@/lib/format";
import { clockTime } from "@/lib/month";
import { recordPath } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Hash } from "@/ui/Copy";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { Counted, FundPart } from "./FundPart";
import { Payload } from "./Payload";

function References({ fact, onFact }: { fact: Fact; onFact: (seq: number) => void }) {
  const t = useText("door");
  const common = useText("common");
  const { locale } = useLocale();
  const recorded = fill(t.recorded, { who: fact.recorded_by, when: clockTime(fact.recorded_at) });
  const links = [
    ...(fact.corrects === null ? [] : [{ role: fact.is_reversal ? t.reverses : t.replaces, seq: fact.corrects }]),
    ...(fact.reversed_by === null ? [] : [{ role: t.reversed_by, seq: fact.reversed_by }]),
    ...fact.refs,
  ];
  return (
    <ul className="door-refs">
      {fact.reference && <li>{t.reference}{common.colon}<b>{fact.reference}</b></li>}
      <li>{t.came_from}{common.colon}{[term("source_kind", fact.source_kind, locale), fact.reference].filter(Boolean).join(" ")}{common.comma}{recorded}</li>
      {links.map((link) => (
        <li key={`${link.role}-${link.seq}`}>
          {link.role} <Button type="link" size="small" onClick={() => onFact(link.seq)}>{fill(t.fact, { seq: link.seq })}</Button>
        </li>
      ))}
    </ul>
  );
}

/** A fact by its number in the journal; `unit` is the one whose figure it was opened from. */
export function FactLevel({ seq, unit, onFact }: { seq: number; unit: string | null; onFact: (seq: number) => void }) {
  const t = useText("door");
  const funds = useText("funds");
  const { locale } = useLocale();
  const { data: fact, error, refetch } = useQuery({ queryKey: ["fact", seq], queryFn: () => ledger.fact(seq) });
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  if (!fact) return <Skeleton lines={10} />;
  const record = fact.subject.id === null ? null : recordPath(fact.subject.kind, fact.subject.id);
  const isFund = fact.source_kind === "fund" && fact.reference !== "";
  const late = fact.origin_month !== null && fact.origin_month !== fact.month;
  return (
    <article className="door-fact">
      <p className="secondary">{fill(t.fact, { seq: fact.seq })} · {term("fact_kind", fact.kind, locale)}</p>
      <h2 className="door-name">{fact.subject.name}</h2>
      {/^-?[0.]+$/.test(fact.amount) ? null : <p className="door-value"><b>{yuanText(fact.amount, locale)}</b></p>}
      <Counted fact={fact} unit={unit} />
      {(fact.opening || late || fact.reversed_by !== null) && <p className="tags">
        {fact.opening && <Tag>{t.opening}</Tag>}
        {late && <Tag tone="slow">{t.late}</Tag>}
        {fact.reversed_by !== null && <Tag tone="behind">{t.reversed}</Tag>}
      </p>}
      <Facts items={[
        { name: isFund ? funds.arrived_on : t.occurred, value: fact.occurred_on },
        { name: t.booked, value: late ? fill(t.late_hint, { month: fact.origin_month, booked: fact.month }) : fact.month },
      ]} />
      {isFund && <FundPart fact={fact} />}
      {record && <p className="door-record"><Link to={record}>{fact.subject.kind === "project" ? t.to_project : t.to_record} →</Link></p>}
      <h3>{t.credits}</h3>
      <ul className="door-credits">
        {fact.credits.map((credit) => (
          <li key={credit.unit?.code ?? "gone"}><span>{unitName(credit.unit, locale) || "—"}</span><span>{term("credit_mode", credit.mode, locale)}</span><b>{basisPoints(credit.basis_points)}%</b></li>
        ))}
      </ul>
      <h3>{t.payload}</h3>
      <Payload payload={fact.payload} />
      <h3>{t.evidence}</h3>
      <References fact={fact} onFact={onFact} />
      <h3>{t.hashes}</h3>
      <Facts wide items={[
        { name: t.hash, value: <Hash value={fact.hash} digits={20} /> },
        { name: t.previous_hash, value: <Hash value={fact.previous_hash} digits={20} /> },
      ]} />
    </article>
  );
}
