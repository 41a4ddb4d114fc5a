/** 核减: what remains of a fund and what is taken off, exactly; and what became of a reversed one. */
import type { Fund } from "@/api/contract";
import { compare, subtract } from "@/lib/decimal";
import { typedYuan } from "@/lib/typed";

/** Wholly, or down to an amount. */
export type Extent = "whole" | "part";

/** A fund's amount before and after a reversal, and the difference, all in yuan. */
export interface Reduction { before: string; after: string; off: string }

/** The reduction as chosen and typed (万元); null while it makes no sense, or would leave all as it is. */
export function reductionOf(before: string, extent: Extent | undefined, typed: string | undefined): Reduction | null {
  if (extent === "whole") return { before, after: "0.00", off: before };
  const after = typedYuan(typed, 4);
  if (extent !== "part" || after === null || compare(after, "0") <= 0 || compare(after, before) >= 0) return null;
  return { before, after, off: subtract(before, after) };
}

/** What stands of a fund: it itself, what remains after a reduction, or nothing more. */
export type FundState = "standing" | "remainder" | "reduced" | "undone";

/** The word that an undo of an import batch leaves as the reason. */
const UNDO = "undo";

/** The state of a row of the list. */
export function fundState(fund: Pick<Fund, "reversed" | "reversal_reason" | "replaces">): FundState {
  if (fund.reversed) return fund.reversal_reason === UNDO ? "undone" : "reduced";
  return fund.replaces ? "remainder" : "standing";
}
