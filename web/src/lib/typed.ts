/**
 * Amounts between what a person types and what the API keeps. Money is typed in 万元 (亿元 for annual
 * targets), as lists, templates and workbooks print it; the API keeps yuan. All of it is string arithmetic.
 */
import { compare, raise, readDecimal, shift } from "./decimal";

/** The power of ten of a typed unit: 元, 万元, 亿元. */
export type Power = 0 | 4 | 8;

/** What is wrong with a typed amount: it is no number, or finer than a fen. */
export type TypedFault = "not_a_number" | "too_fine";

/** What a person typed, in yuan to the fen; null if it is no amount or finer than a fen. */
export function typedYuan(typed: string | null | undefined, power: Power): string | null {
  const plain = readDecimal(typed ?? "");
  return plain === null ? null : raise(plain, power, 2);
}

/** Why `typedYuan` answers null; null where it does not. */
export function typedFault(typed: string | null | undefined, power: Power): TypedFault | null {
  const plain = readDecimal(typed ?? "");
  if (plain === null) return "not_a_number";
  return raise(plain, power, 2) === null ? "too_fine" : null;
}

/** Yuan as one would type it, exactly and without needless zeros: "5000000.00" in 万元 is "500". */
export function asTyped(yuan: string | null | undefined, power: Power): string {
  if (!yuan) return "";
  const text = shift(yuan, power, power + 2);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** True if an amount in yuan is 亿元 or more, where the digits alone are hard to read. */
export function isLarge(yuan: string): boolean {
  return compare(yuan, "100000000") >= 0;
}

/** A percentage that a person typed, as basis points; null if it is none or finer than a basis point. */
export function typedBasisPoints(typed: string | null | undefined): number | null {
  const plain = readDecimal((typed ?? "").replace(/[%％]\s*$/, ""));
  const points = plain === null ? null : raise(plain, 2, 0);
  return points === null || points.startsWith("-") ? null : Number(points);
}
