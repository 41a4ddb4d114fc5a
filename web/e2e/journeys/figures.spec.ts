/** Every figure on the dashboard and in a bulletin opens, and the list behind it adds up to what is printed. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { addUp, parts, ratio, ratioParts, type Address } from "../api";
import { signIn } from "../signIn";

/** The list behind a door adds up to the figure; a ratio has two lists. Each door is asked once. */
async function proves(page: Page, address: Address, known: Map<string, string>): Promise<string> {
  const key = Object.values(address).join(":");
  const before = known.get(key);
  if (before) return before;
  const two = await ratioParts(page, address.indicator);
  let shown: string;
  if (two) {
    const [above, below] = await Promise.all(two.map((indicator) => addUp(page, { ...address, indicator })));
    expect(above?.sum).toBe(above?.value);
    expect(below?.sum).toBe(below?.value);
    shown = below && below.sum > 0n ? ratio(above?.sum ?? 0n, below.sum) : "—";
  } else {
    const { sum, value, money } = await addUp(page, address);
    expect(sum, `${key}: list and figure`).toBe(value);
    shown = money ? yi(sum) : String(sum);
  }
  known.set(key, shown);
  return shown;
}

/** Fen as 亿元 with one decimal, half up. */
function yi(fen: bigint): string {
  const unit = 1_000_000_000n;
  const size = fen < 0n ? -fen : fen;
  const tenths = (size * 2n + unit) / (unit * 2n);
  return `${fen < 0n ? "−" : ""}${tenths / 10n}.${tenths % 10n}`;
}

/** Thousands separators in the whole part. */
function grouped(text: string): string {
  const [whole = "", part] = text.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part === undefined ? "" : `.${part}`);
}

/** Fen as 万元 with separators, half up. */
function wan(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? "−" : ""}${((size * 2n + 1_000_000n) / 2_000_000n).toString().replace(/\B(?=(\d{3})+$)/g, ",")}`;
}

/** A truth has no sum: its door shows the two indicators it is made of, each a door of its own. */
async function truth(page: Page, link: Locator): Promise<void> {
  await link.click();
  await expect(page.locator(".door-part")).toHaveCount(2);
  await expect(page.locator(".door-part a.figure").first()).toBeVisible();
  await expect(page.locator(".door-drawer [role=alert]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.locator(".door-value")).toHaveCount(0);
}

test("every figure on the dashboard leads to a list that adds up to it", async ({ page }) => {
  test.setTimeout(600_000);
  await signIn(page);
  await page.goto("/?month=2023-06");
  await page.locator(".league tbody tr").first().waitFor();
  const links = page.locator("main a.figure");
  const count = await links.count();
  expect(count).toBeGreaterThan(60);
  const known = new Map<string, string>();
  for (let at = 0; at < count; at += 1) {
    const link = links.nth(at);
    const address = parts((await link.getAttribute("data-door")) ?? "");
    const printed = (await link.innerText()).trim();
    if (address.indicator === "double_half") {
      await truth(page, link);
      continue;
    }
    const proved = await proves(page, address, known);
    await link.click();
    await expect(page.locator(".door-value b").first()).toBeVisible();
    await expect(page.locator(".door-list").first()).toBeVisible();
    // What the drawer prints large is what the list adds up to.
    await expect(page.locator(".door-value b").first()).toHaveText(grouped(proved));
    await expect(page.locator(".door-drawer [role=alert]")).toHaveCount(0);
    // A value cell (not a rate of change or of completion) prints the same number itself.
    if (/^[\d,]{4,}$/.test(printed) && address.indicator === "funds_arrived") {
      const { sum } = await addUp(page, address);
      expect(printed).toBe(wan(sum));
    }
    await page.keyboard.press("Escape");
    await expect(page.locator(".door-value")).toHaveCount(0);
  }
  console.log(`dashboard: ${count} figures clicked, ${known.size} different doors, all add up`);
});

test("every figure in a bulletin leads to a list that adds up to it", async ({ page }) => {
  test.setTimeout(600_000);
  await signIn(page);
  await page.goto("/bulletins/new?month=2023-06");
  await page.locator(".paper [data-figure]").first().waitFor();
  const links = page.locator(".paper [data-figure]");
  const count = await links.count();
  expect(count).toBeGreaterThan(5);
  const known = new Map<string, string>();
  for (let at = 0; at < count; at += 1) {
    const link = links.nth(at);
    const address = parts((await link.getAttribute("data-figure")) ?? "");
    if (address.indicator === "double_half") {
      await truth(page, link);
      continue;
    }
    const proved = await proves(page, address, known);
    await link.click();
    await expect(page.locator(".door-value b").first()).toHaveText(grouped(proved));
    const measure = ((await link.getAttribute("data-figure")) ?? "").split(":")[4];
    if (measure === "value" && proved.includes(".")) expect((await link.innerText()).replace(/[^\d.−]/g, "")).toBe(proved);
    await page.keyboard.press("Escape");
    await expect(page.locator(".door-value")).toHaveCount(0);
  }
  console.log(`bulletin: ${count} figures clicked, ${known.size} different doors, all add up`);
});

test("the door goes down to the fact and up again by Esc, one level at a time", async ({ page }) => {
  await signIn(page);
  await page.goto("/?month=2023-06&door=funds_arrived:2023-06:2023-01:");
  await page.locator(".door-item").first().click();
  await expect(page).toHaveURL(/fact=\d+/);
  await expect(page.locator(".door-fact")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/fact=/);
  await expect(page.locator(".door-value").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/door=/);
});

test("a fund's fact names its voucher and leads to the fund, and the voucher leads back to the fact", async ({ page }) => {
  await signIn(page);
  await page.goto("/?month=2023-06&door=funds_arrived:2023-06:2023-01:");
  await page.locator(".door-item").first().click();
  await expect(page.locator(".door-counted b")).toContainText("=");
  await page.locator(".door-fact a[href^='/funds?q=']").click();
  await expect(page.locator("tr.row-picked")).toHaveCount(1);
  await page.locator("tr.row-picked a[href*='fact=']").click();
  await expect(page.locator(".door-fact")).toBeVisible();
});
