/** Long work is seen from elsewhere. The answers are fixtures: on a quick machine no import is long enough to be watched. */
import { expect, test } from "@playwright/test";
import { session } from "../fixtures/city";
import { batches } from "../fixtures/documents";
import { serveFixtures } from "../fixtures/serve";

const [waiting] = batches;
const list = (batch: object) => ({ items: [batch], next: null, total: 1, total_exact: true });

test("an import under way is seen from other pages and after a reload, and says when it has ended", async ({ page }) => {
  const own = { ...waiting, id: "imp_9", file_name: "大表.xlsx", created_by: session.account.name };
  const over: Record<string, unknown> = { "/imports": list({ ...own, state: "reading", progress: { done: 370, total: 1000 } }) };
  await serveFixtures(page, { over });
  await page.goto("/projects");
  const sign = page.locator(".import-sign");
  await expect(sign).toContainText("正在读取 37%");
  await page.reload();
  await expect(sign).toContainText("37%");
  await sign.click();
  await expect(page).toHaveURL(/\/imports\/imp_9$/);
  await expect(sign).toHaveCount(0);
  await page.locator(".side a[href^='/imports']").click();
  await expect(page.locator("tbody tr", { hasText: "大表" }).locator("progress")).toHaveAttribute("value", "370");
  await page.locator(".side a[href^='/funds']").click();
  over["/imports"] = list({ ...own, state: "committing", progress: { done: 999, total: 1000 } });
  await expect(sign).toContainText("正在入库 99%");
  over["/imports"] = list({ ...own, state: "committed", month: "2023-07" });
  await expect(page.locator(".toast")).toContainText("“大表.xlsx”已入库");
  await expect(sign).toHaveCount(0);
});

test("the import of a colleague is no sign of one's own", async ({ page }) => {
  await serveFixtures(page, { over: { "/imports": list({ ...waiting, state: "reading", created_by: "填报岗 009" }) } });
  await page.goto("/projects");
  await page.locator("tbody tr").first().waitFor();
  await expect(page.locator(".import-sign")).toHaveCount(0);
});
