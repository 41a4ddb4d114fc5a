/** Pictures of every page in both languages and widths, to be looked at; and that nothing scrolls sideways. */
import { expect, test, type Page } from "@playwright/test";
import { serveFixtures } from "./fixtures/serve";
import { follow, PAGES, real } from "./pages";
import { signIn } from "./signIn";

const only = process.env.ONLY?.split(",");

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
