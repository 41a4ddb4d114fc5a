/** A workbook is handed in, checked, committed and taken back; cells are pasted. */
import { expect, test, type Page } from "@playwright/test";
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

/** Puts a text on the clipboard, as a copy in Excel does, and presses Ctrl-V. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+v");
}

test("cells copied in Excel are pasted on the page and become a batch, and again another", async ({ page }) => {
  const mark = String(Date.now()).slice(-6);
  const table = (n: number) => `企业名称\t曾用名\t注册地区划代码\r\n演示粘贴 ${mark}-${n} 有限公司\t"甲\n乙""丙"""\t320500\r\n`;
  await signIn(page);
  await page.goto("/imports");
  await page.locator(".templates li").first().waitFor();
  await paste(page, "演示");
  await expect(page.locator(".paste-line [role=alert]")).toContainText("只粘贴了一个单元格");
  await paste(page, `演示粘贴 ${mark} 有限公司\t320500\r\n`);
  await expect(page.locator(".paste-line [role=alert]")).toContainText("缺表头");
  await paste(page, table(1));
  await expect(page).toHaveURL(/\/imports\/[a-z]+_/);
  await expect(page.locator("h1")).toHaveText(/^粘贴 \d{4}-\d\d-\d\d \d{4}\.csv$/);
  await expect(page.locator(".count-new b").first()).toHaveText("1");
  await expect(page.locator(".table").last()).toContainText(`演示粘贴 ${mark}-1 有限公司`);
  // On a batch's page a paste is another batch, and says so.
  const first = page.url();
  await paste(page, table(2));
  await expect(page.locator(".toast")).toContainText("新的一批");
  await expect(page).not.toHaveURL(first);
  await expect(page.locator(".table").last()).toContainText(`演示粘贴 ${mark}-2 有限公司`);
  // Where Ctrl-V is not at hand there is a text to paste into; there it stays a paste into the text.
  await page.getByRole("button", { name: "粘贴表格" }).click();
  const text = page.locator(".ant-modal textarea");
  await text.focus();
  await paste(page, table(3));
  await expect(text).toHaveValue(/-3 有限公司/);
  const second = page.url();
  await page.locator(".ant-modal-footer .ant-btn-primary").click();
  await expect(page).not.toHaveURL(second);
  await expect(page.locator(".table").last()).toContainText(`演示粘贴 ${mark}-3 有限公司`);
});
