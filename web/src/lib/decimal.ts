/**
 * Exact arithmetic on decimal strings ("35230000000.00"), by BigInt. Money and figures never become a
 * float on their way to the screen; only the geometry of a bar or a chart may.
 */

/** A decimal as an integer of `10^-scale`. */
interface Exact {
  digits: bigint;
  scale: number;
}

const SHAPE = /^([+-]?)(\d+)(?:\.(\d+))?$/;

function parse(text: string): Exact {
  const match = SHAPE.exec(text.trim());
  if (!match) throw new RangeError(`not a decimal: ${text}`);
  const [, sign, whole = "0", part = ""] = match;
  const digits = BigInt(whole + part);
  return { digits: sign === "-" ? -digits : digits, scale: part.length };
}

function print({ digits, scale }: Exact): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, "0");
  const body = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
  return negative ? `-${body}` : body;
}

function align(left: Exact, right: Exact): [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale);
  const lift = (value: Exact) => value.digits * 10n ** BigInt(scale - value.scale);
  return [lift(left), lift(right), scale];
}

/** True if the text is a plain decimal number. */
export function isDecimal(text: string): boolean {
  return SHAPE.test(text.trim());
}

/** The sum of two decimals, with the finer scale of both. */
export function add(left: string, right: string): string {
  const [a, b, scale] = align(parse(left), parse(right));
  return print({ digits: a + b, scale });
}

/** `left − right`, with the finer scale of both. */
export function subtract(left: string, right: string): string {
  const [a, b, scale] = align(parse(left), parse(right));
  return print({ digits: a - b, scale });
}

/** The sum of all; "0" of none. */
export function sum(values: readonly string[]): string {
  return values.reduce(add, "0");
}

/** −1, 0 or 1 as `left` is below, equal to or above `right`. */
export function compare(left: string, right: string): -1 | 0 | 1 {
  const [a, b] = align(parse(left), parse(right));
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * `text ÷ 10^power`, rounded half up *by magnitude* (domain rule 6: −60.75 → −60.8) to so many decimals.
 * A value that rounds to nothing loses its sign.
 */
export function shift(text: string, power: number, decimals: number): string {
  const { digits, scale } = parse(text);
  const drop = scale + power - decimals;
  if (drop <= 0) return print({ digits: digits * 10n ** BigInt(-drop), scale: decimals });
  const unit = 10n ** BigInt(drop);
  const negative = digits < 0n;
  const rounded = ((negative ? -digits : digits) * 2n + unit) / (unit * 2n);
  return print({ digits: negative ? -rounded : rounded, scale: decimals });
}

/** `text ÷ 10^power` without rounding: as many decimals as it takes, and at least so many. */
export function exactShift(text: string, power: number, least: number): string {
  const { digits, scale } = parse(text);
  let decimals = Math.max(scale + power, least);
  const exact = shift(text, power, decimals);
  if (digits === 0n) return shift(text, power, least);
  let cut = exact;
  while (decimals > least && cut.endsWith("0")) {
    cut = cut.slice(0, -1);
    decimals -= 1;
  }
  return cut.replace(/\.$/, "");
}

/** So many basis points of a decimal, rounded half up by magnitude: the share of an amount, to the fen. */
export function basisPointsOf(text: string, points: number, decimals = 2): string {
  const { digits, scale } = parse(text);
  return shift(print({ digits: digits * BigInt(points), scale }), 4, decimals);
}

/** A decimal typed by a person ("1,234.5", full-width digits) as a plain one, or null if it is none. */
export function readDecimal(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .replace(/[,\s]/g, "")
    .replace(/^−/, "-");
  return SHAPE.test(plain) ? print(parse(plain)) : null;
}

/** `text × 10^power`, exactly: what a person typed in 万元 as yuan. Null if it is finer than `decimals`. */
export function raise(text: string, power: number, decimals: number): string | null {
  const { digits, scale } = parse(text);
  const exact = { digits: digits * 10n ** BigInt(power), scale };
  const rounded = shift(print(exact), 0, decimals);
  return compare(rounded, print(exact)) === 0 ? rounded : null;
}
