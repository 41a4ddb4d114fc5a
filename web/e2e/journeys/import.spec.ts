/** A workbook is handed in, checked, committed and taken back. */
import { expect, test } from "@playwright/test";
import { signIn } from "../signIn";

test("a workbook goes from the drop to the preview, into the books and out again", async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page);
  await page.goto("/imports");
  await page.locator("input[type=file]").setInputFiles(process.env.WORKBOOK ?? "");
  await expect(page).toHaveURL(/\/imports\/[a-z]+_/);
  await expect(page.locator(".commit-bar")).toBeVisible({ timeout: 60_000 });
  await expect(page.locator(".table").last()).toBeVisible();
  // Leaving and coming back finds the batch as it was.
  const address = page.url();
  await page.goto("/imports");
  await page.goto(address);
  const commit = page.locator(".commit-acts button").first();
  await expect(commit).toBeVisible();
  if ((await commit.getAttribute("aria-disabled")) === "true") {
    console.log("nothing new in the workbook: the held button says why");
    return;
  }
  await commit.click();
  await page.locator(".ant-modal-footer .ant-btn-primary").click();
  await expect(page.locator(".notice-good")).toBeVisible({ timeout: 180_000 });
  await page.locator(".commit-acts .ant-btn-dangerous").click();
  await page.locator(".ant-modal-footer .ant-btn-primary").click();
  await expect(page.locator(".commit-bar .notice")).toBeVisible({ timeout: 180_000 });
});
