/** A part of a whole in percent, exactly, one decimal, half up. */
import { compare } from "@/lib/decimal";

/** `part ÷ whole` as "54.2"; the whole must be above nothing. */
export function shareOf(part: string, whole: string): string {
  if (compare(whole, "0") <= 0) throw new RangeError("a share needs a whole");
  // Both as fen: the API's money has two decimals at most.
  const fen = (yuan: string) => {
    const [full = "0", rest = ""] = yuan.split(".");
    return BigInt(full + rest.padEnd(2, "0").slice(0, 2));
  };
  const [above, below] = [fen(part), fen(whole)];
  const tenths = (above * 2000n + (above < 0n ? -below : below)) / (below * 2n);
  const text = (tenths < 0n ? -tenths : tenths).toString().padStart(2, "0");
  return `${tenths < 0n ? "-" : ""}${text.slice(0, -1)}.${text.slice(-1)}`;
}
