/** One walks through the menu by clicks, without reloading: every page opens, and back leads back. */
import { expect, test } from "@playwright/test";
import { serveFixtures } from "../fixtures/serve";
import { signIn } from "../signIn";

test("every page of the menu opens by a click, and so does a record", async ({ page }) => {
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(String(error)));
  if (process.env.BASE_URL) await signIn(page);
  else await serveFixtures(page);
  await page.goto("/");
  const links = page.locator(".side a");
  await expect(links.first()).toBeVisible();
  for (let at = 0; at < (await links.count()); at += 1) {
    await links.nth(at).click();
    await expect(links.nth(at)).toHaveAttribute("aria-current", "page");
    await expect(page.locator("main h1")).toBeVisible();
  }
  await page.locator(".side a[href^='/projects']").click();
  await page.locator("tbody a").first().click();
  await expect(page.locator(".timeline")).toBeVisible();
  await page.goBack();
  await expect(page.locator("tbody a").first()).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.locator("#finder-input")).toBeFocused();
  await page.keyboard.press("Enter");
  expect(broken).toEqual([]);
});
