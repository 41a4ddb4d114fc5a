/** WCAG 2.1 A and AA on every page, in both languages, on a desk and on a phone. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { serveFixtures } from "../fixtures/serve";
import { follow, PAGES, real } from "../pages";
import { signIn } from "../signIn";

for (const [locale, width] of [["zh", 1440], ["en", 390]] as const) {
  test.describe(`${locale} ${width}`, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(async ({ page }) => page.addInitScript((chosen) => localStorage.setItem("zhaoyin.locale", chosen), locale));
    for (const [name, path, act] of PAGES) {
      test(name, async ({ page }) => {
        if (real) await signIn(page);
        else await serveFixtures(page);
        await follow(page, path);
        await act?.(page);
        await page.waitForLoadState("networkidle");
        await expect(page.locator("h1").first()).toBeVisible();
        await expect(page.locator(".skeleton")).toHaveCount(0);
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
        expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary?.split("\n")[1] ?? ""}`).slice(0, 4).join(" | ")}`)).toEqual([]);
      });
    }
  });
}
