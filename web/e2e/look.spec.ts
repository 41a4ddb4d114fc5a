/** Pictures of every page in both languages and widths, to be looked at; and that nothing scrolls sideways. */
import { expect, test, type Page } from "@playwright/test";
import { serveFixtures } from "./fixtures/serve";
import { signIn } from "./signIn";

const real = Boolean(process.env.BASE_URL);
const only = process.env.ONLY?.split(",");

/** name → address with fixtures; the real server's ids are found by following the first link. */
const PAGES: [string, string, ((page: Page) => Promise<void>)?][] = [
  ["home", "/"],
  ["home-door", "/?door=funds_arrived:2023-06:2023-01:"],
  ["home-door-ratio", "/?door=witnessed_start_rate:2023-06:2023-01:"],
  ["home-fact", "/?door=funds_arrived:2023-06:2023-01:", async (page) => { await page.locator(".door-item").first().click(); await page.locator(".door-fact").waitFor(); }],
  ["figures", "/figures"],
  ["figures-unit", "/figures?unit=370303"],
  ["indicator", "/figures/funds_arrived"],
  ["projects", "/projects"],
  ["projects-kanban", "/projects?view=kanban"],
  ["project", "/projects/prj_0"],
  ["project-new", "/projects/new"],
  ["funds", "/funds"],
  ["companies", "/companies"],
  ["company", "/companies/com_1"],
  ["activities", "/activities"],
  ["activities-calendar", "/activities?view=calendar&during=2023-07"],
  ["activity", "/activities/act_0"],
  ["campaigns", "/campaigns"],
  ["documents", "/policy-documents"],
  ["platforms", "/platforms"],
  ["opportunities", "/opportunities"],
  ["care-rosters", "/care/rosters"],
  ["care-visits", "/care/visits"],
  ["care-problems", "/care/problems"],
  ["chains", "/chains"],
  ["chain", "/chains/chn_1"],
  ["targets", "/targets"],
  ["imports", "/imports"],
  ["import-preview", "/imports/imp_1"],
  ["import-committed", "/imports/imp_2"],
  ["import-working", "/imports/imp_4"],
  ["months", "/months"],
  ["bulletins", "/bulletins"],
  ["bulletin-new", "/bulletins/new?month=2023-06"],
  ["bulletin", "/bulletins/bul_1"],
  ["settings-units", "/settings/units"],
  ["settings-indicators", "/settings/indicators"],
  ["settings-plans", "/settings/plans"],
];

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await expect(page.locator("h1").first()).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
  await page.screenshot({ path: `pictures/${name}.png`, fullPage: !name.includes("door") && !name.includes("fact"), animations: "disabled" });
}

/** Where in the page something is wider than the window. */
function overflow(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const locale of ["zh", "en"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${locale} ${width}`, () => {
      test.use({ viewport: { width, height: width === 390 ? 844 : 900 }, hasTouch: width === 390 });
      test.beforeEach(async ({ page }) => {
        await page.addInitScript((chosen) => localStorage.setItem("zhaoyin.locale", chosen), locale);
      });
      test("sign-in", async ({ page }) => {
        if (!real) await serveFixtures(page, { signedIn: false });
        await page.goto("/sign-in");
        await shoot(page, `sign-in-${locale}-${width}`);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      });
      for (const [name, path, act] of PAGES) {
        if (only && !only.includes(name)) continue;
        test(name, async ({ page }) => {
          if (real) await signIn(page);
          else await serveFixtures(page);
          const broken: string[] = [];
          page.on("pageerror", (error) => broken.push(String(error)));
          page.on("console", (line) => line.type() === "error" && !/40[134]|favicon/.test(line.text()) && broken.push(line.text()));
          await follow(page, path);
          await act?.(page);
          await shoot(page, `${name}-${locale}-${width}`);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
          expect(broken).toEqual([]);
        });
      }
    });
  }
}

/** Against a real server a record's page is reached by the first link of its list. */
async function follow(page: Page, path: string): Promise<void> {
  const record = /^\/(projects|companies|imports|bulletins|activities|chains)\/[a-z]{3}_\d+$/.exec(path);
  if (!real || !record) {
    await page.goto(path);
    return;
  }
  if (record[1] === "bulletins") await issueOne(page);
  await page.goto(`/${record[1] ?? ""}`);
  await page.locator(`main a[href*="/${record[1] ?? ""}/"]:not([href$="/new"])`).first().click();
}

/** A demo city has closed months and no bulletin yet: one is issued, once. */
async function issueOne(page: Page): Promise<void> {
  const bulletins = "/api/v1/bulletins";
  const { items } = (await (await page.request.get(bulletins)).json()) as { items: unknown[] };
  if (items.length > 0) return;
  const answer = await page.request.post(bulletins, { data: { template: "monthly", month: "2023-06", document_number: "演示通报〔2023〕6号" } });
  expect(answer.status()).toBe(201);
}
