/** How the amount of a fact becomes what it counts: the share from other provinces, then a unit's part of it. */
import type { Fact } from "@/api/contract";
import { basisPointsOf, subtract } from "@/lib/decimal";

/** One multiplication: `from` × `points` = `to`, in yuan to the fen. */
export interface Step { of: "other_province" | "credit"; from: string; points: number; to: string }

/** The steps from the fact's amount to what counts for `unit` (null = the city); none where it is the amount itself. */
export function countedSteps(fact: Pick<Fact, "amount" | "credits" | "payload">, unit: string | null): Step[] {
  const points = fact.payload.other_province_bp;
  const steps: Step[] = [];
  if (typeof points === "number") steps.push({ of: "other_province", from: fact.amount, points, to: basisPointsOf(fact.amount, points) });
  const whole = steps.at(-1)?.to ?? fact.amount;
  // Shares are rounded cumulatively, as the ledger does it, so that they add up to the whole.
  let before = 0;
  for (const credit of fact.credits) {
    if (credit.mode !== "shared") continue;
    const upto = before + credit.basis_points;
    if (unit !== null && credit.unit?.code === unit) {
      steps.push({ of: "credit", from: whole, points: credit.basis_points, to: subtract(basisPointsOf(whole, upto), basisPointsOf(whole, before)) });
    }
    before = upto;
  }
  return steps;
}
