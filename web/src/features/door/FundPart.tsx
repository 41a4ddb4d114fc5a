/** The fund behind a fact: which voucher, of which kind, paid by whom, and what of it counts. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { work } from "@/api/calls";
import type { Fact, Fund } from "@/api/contract";
import { basisPoints, yuanText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Facts } from "@/ui/Facts";
import { countedSteps } from "./arithmetic";

/** The fund among those that a search found: the fact's own, or the one that the fact takes back. */
export function fundOf(found: readonly Fund[], fact: Pick<Fact, "seq" | "corrects" | "reference">): Fund | null {
  const named = found.filter((each) => each.voucher === fact.reference);
  return named.find((each) => each.fact_seq === fact.seq) ?? named.find((each) => each.reversed_by === fact.seq || each.fact_seq === fact.corrects) ?? named[0] ?? null;
}

/** The arithmetic from the voucher's amount to what the list counts. */
export function Counted({ fact, unit }: { fact: Fact; unit: string | null }) {
  const t = useText("door");
  const { locale } = useLocale();
  const steps = countedSteps(fact, unit);
  if (steps.length === 0) return null;
  return (
    <div className="door-counted">
      {steps.map((step) => (
        <p key={step.of}>
          <span>{step.of === "credit" ? t.counted_credit : t.counted_other_province} {basisPoints(step.points)}%</span>
          <b>{yuanText(step.from, locale)} × {basisPoints(step.points)}% = {yuanText(step.to, locale)}</b>
        </p>
      ))}
    </div>
  );
}

/** The fund's own fields, and the way to it. */
export function FundPart({ fact }: { fact: Fact }) {
  const t = useText("funds");
  const door = useText("door");
  const { locale } = useLocale();
  const { data } = useQuery({ queryKey: ["funds", "voucher", fact.reference], queryFn: () => work.funds({ q: fact.reference, limit: 20 }) });
  const fund = data ? fundOf(data.items, fact) : null;
  return (
    <>
      <Facts items={[
        { name: t.voucher, value: <b>{fact.reference}</b> },
        { name: t.kind, value: term("fund_kind", fund?.kind ?? String(fact.payload.fund_kind ?? ""), locale) },
        { name: door.evidence_kind, value: term("fund_evidence", fund?.evidence_kind, locale) },
        { name: t.payer, value: fund?.payer || "—" },
      ]} />
      <p className="door-record"><Link to={paths.funds({ q: fact.reference })}>{door.to_fund} →</Link></p>
    </>
  );
}
