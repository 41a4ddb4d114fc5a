/** Filling in the forms beside a page as a person does: one looks whether a choice was taken before going on. */
import { expect, type Locator, type Page } from "@playwright/test";

/** The list that belongs to a field: another field's list may still be closing. */
async function listOf(page: Page, input: Locator): Promise<Locator> {
  const id = (await input.getAttribute("aria-controls")) ?? "";
  return page.locator(".ant-select-dropdown").filter({ has: page.locator(`[id="${id}"]`) });
}

/**
 * Chooses one of the field's words, or what the server finds for what is typed. The answer to the typing may
 * change the list under the pointer, so the choice is made again until the field shows it. No Escape: a list
 * closes by itself, and the key would reach the drawer.
 */
export async function choose(page: Page, field: string, words: string, typed = ""): Promise<void> {
  const input = page.locator(`.ant-drawer #${field}`);
  const select = page.locator(".ant-drawer .ant-select").filter({ has: page.locator(`#${field}`) });
  await expect(async () => {
    if ((await input.getAttribute("aria-expanded")) !== "true") await input.click({ timeout: 3_000 });
    if (typed && (await input.inputValue()) !== typed) await input.fill(typed);
    await expect(select.locator(".ant-select-arrow-loading, .anticon-loading")).toHaveCount(0);
    const list = await listOf(page, input);
    await list.locator(".ant-select-item-option", { hasText: words }).first().click({ timeout: 3_000 });
    await expect(select).toContainText(words, { timeout: 2_000 });
    await expect(input).toHaveAttribute("aria-expanded", "false", { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

/** Sends the form of the drawer, and says what it complains of if it stays. */
export async function submit(page: Page): Promise<void> {
  const drawer = page.locator(".ant-drawer-open");
  await drawer.locator("button[type=submit]").click();
  const gone = async () => {
    const wrong = await drawer.locator(".ant-form-item-explain-error, [role=alert]").allInnerTexts();
    expect(wrong, "what the form complains of").toEqual([]);
    await expect(drawer).toHaveCount(0, { timeout: 500 });
  };
  await expect(gone).toPass({ timeout: 20_000 });
}
