/** Asking the real server beside the browser, with the browser's own session. */
import { expect, type Page } from "@playwright/test";

/** One item of a lineage list, as far as adding up needs it. */
interface Entry { amount: string; count: number }
interface Lineage { entries: Entry[]; next: string | null; list: string; lists: { indicator: string; entries: number }[]; value: unknown; measure_unit: string }

/** Yuan as fen, exactly. */
export function fen(yuan: string): bigint {
  const negative = yuan.startsWith("-");
  const [whole = "0", part = ""] = yuan.replace("-", "").split(".");
  const value = BigInt(whole + part.padEnd(2, "0").slice(0, 2));
  return negative ? -value : value;
}

async function get<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1${path}`);
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as T;
}

/** A figure's door: its address parts. */
export interface Address { indicator: string; month: string; from: string; unit: string }

/** The parts of a printed door address. */
export function parts(address: string): Address {
  const [indicator = "", month = "", from = "", unit = ""] = address.split(":");
  return { indicator, month, from, unit };
}

/** Adds up all pages of the list behind a figure; money in fen, counts as they are. */
export async function addUp(page: Page, { indicator, month, from, unit }: Address): Promise<{ sum: bigint; value: bigint; rows: number; money: boolean }> {
  let after: string | null = null;
  let sum = 0n;
  let rows = 0;
  for (;;) {
    const query = new URLSearchParams({ indicator, month, from, limit: "200", ...(unit ? { unit } : {}), ...(after ? { after } : {}) });
    const list: Lineage = await get<Lineage>(page, `/lineage?${query}`);
    const money = list.measure_unit === "CNY";
    for (const entry of list.entries) sum += money ? fen(entry.amount) : BigInt(entry.count);
    rows += list.entries.length;
    after = list.next;
    if (after === null) {
      expect(rows, `${indicator}: rows and total`).toBe(list.lists.find((each) => each.indicator === list.list)?.entries);
      return { sum, value: money ? fen(String(list.value ?? "0")) : BigInt(Number(list.value ?? 0)), rows, money };
    }
  }
}

/** The two parts of a ratio, or null for any other indicator. */
export async function ratioParts(page: Page, code: string): Promise<[string, string] | null> {
  const { items } = await get<{ items: { code: string; numerator: string | null; denominator: string | null }[] }>(page, "/indicators");
  const found = items.find((each) => each.code === code);
  return found?.numerator && found.denominator ? [found.numerator, found.denominator] : null;
}

/** `part ÷ whole` in percent with one decimal, half up, exactly. */
export function ratio(part: bigint, whole: bigint): string {
  const tenths = (part * 2000n + whole) / (whole * 2n);
  return `${tenths / 10n}.${tenths % 10n}`;
}
