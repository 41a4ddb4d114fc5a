/** The desk's tools against a real server: finding by initials, saved views, the board, the forecast, an own template. */
import { expect, test, type Page } from "@playwright/test";
import { signIn } from "../signIn";

test("a record is found by its initials and opened by Enter, and the words are remembered", async ({ page }) => {
  await signIn(page);
  await page.keyboard.press("Control+k");
  await page.locator("#finder-input").fill("zdcb");
  const hits = page.locator(".finder-hit");
  await expect(page.locator("[role=group] .finder-hit").filter({ hasText: "reserve_projects" }).first()).toBeVisible();
  expect(await hits.count()).toBeGreaterThan(0);
  await page.locator(".finder-hit").filter({ hasText: /^重点储备项目/ }).first().hover();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/figures\/reserve_projects/);
  await page.keyboard.press("Control+k");
  await page.locator("#finder-input").fill("");
  await expect(page.locator(".finder-hit").first()).toContainText("zdcb");
  await page.keyboard.press("Escape");
  await expect(page.locator("#finder-input")).not.toBeVisible();
});

test("a view keeps filters and columns, is opened again, and is deleted", async ({ page }) => {
  const name = `试视图 ${Date.now() % 100000}`;
  await signIn(page);
  await page.goto("/projects?stage=signed&columns=unit.place");
  await expect(page.locator("thead th")).toHaveCount(3);
  await openViews(page);
  await page.locator("#view-name").fill(name);
  await page.locator(".view-saving button[type=submit]").click();
  await expect(page.locator(".tool-views")).toContainText(name);
  await page.goto("/projects");
  await openViews(page);
  await page.locator(".view-panel li").getByText(name, { exact: true }).click();
  await expect(page).toHaveURL(/columns=unit\.place/);
  await expect(page).toHaveURL(/stage=signed/);
  await expect(page.locator(".view-panel")).toBeHidden();
  await openViews(page);
  await page.locator(".view-panel li").filter({ hasText: name }).locator("button").last().click();
  await expect(page.locator(".view-panel .notice")).toContainText(name);
  await expect(page.locator(".view-panel li").filter({ hasText: name })).toHaveCount(0);
});

test("from a result one goes to the next record and back", async ({ page }) => {
  await signIn(page);
  await page.goto("/projects?stage=signed");
  await page.locator("tbody a").first().click();
  await expect(page.locator(".neighbours")).toContainText("1 /");
  const before = page.url();
  await page.locator(".neighbours button").last().click();
  await expect(page.locator(".neighbours")).toContainText("2 /");
  expect(page.url()).not.toBe(before);
});

const LISTS = ["/activities", "/campaigns", "/platforms", "/opportunities", "/care/rosters", "/care/visits", "/care/problems", "/chains", "/targets"];

for (const list of LISTS) {
  test(`${list}: columns are chosen, a view is kept, and a record leads to the next one`, async ({ page }) => {
    const name = `试视图 ${Date.now() % 100000}`;
    await signIn(page);
    await page.goto(list);
    await page.locator("tbody tr").first().waitFor();
    const before = await page.locator("thead th").count();
    await page.locator(".tool-columns").click();
    const boxes = page.locator(".tool-panel .ant-checkbox-input");
    await expect(boxes.first()).toBeDisabled();
    await boxes.nth(1).click();
    await expect(boxes.nth(1)).not.toBeChecked();
    await expect(page.locator("thead th")).toHaveCount(before - 1);
    await openViews(page);
    await page.locator("#view-name").fill(name);
    await page.locator(".view-saving button[type=submit]").click();
    await expect(page.locator(".tool-views")).toContainText(name, { timeout: 15_000 });
    await page.goto(list);
    await openViews(page);
    await page.locator(".view-panel li").getByText(name, { exact: true }).click();
    await expect(page.locator("thead th")).toHaveCount(before - 1);
    await expect(page.locator(".view-panel")).toBeHidden();
    await openViews(page);
    await page.locator(".view-panel li").filter({ hasText: name }).locator("button").last().click();
    await expect(page.locator(".view-panel .notice")).toContainText(name);
    await page.goto(list);
    await page.locator("tbody tr").first().waitFor();
    const rows = await page.locator("tbody tr").count();
    await page.locator("tbody a").first().click();
    await expect(page.locator("h1")).toBeVisible();
    await expect(page).not.toHaveURL(new RegExp(`${list}$`));
    // A result of one record has no neighbours.
    if (rows === 1) return;
    await expect(page.locator(".neighbours")).toContainText("1 /");
    await page.locator(".neighbours button").last().click();
    await expect(page.locator(".neighbours")).toContainText("2 /");
  });
}

test("the list of documents has its columns and views, and prints what it is filtered by", async ({ page }) => {
  await signIn(page);
  await page.goto("/policy-documents?nature=mechanism&q=演示");
  await expect(page.locator(".tool-columns")).toBeVisible();
  await expect(page.locator(".tool-views")).toBeVisible();
  await expect(page.locator(".print-filters")).toContainText("性质 机制性");
});

test("the board shows a column a stage with its total, and a card opens its project", async ({ page }) => {
  await signIn(page);
  await page.goto("/projects?view=kanban");
  await expect(page.locator(".kanban-stage")).toHaveCount(13);
  const signed = page.locator(".kanban-stage[aria-label='签约']");
  await expect(signed.locator(".kanban-card")).toHaveCount(20);
  await signed.locator("> button").click();
  await expect(signed.locator(".kanban-card")).toHaveCount(40);
  await signed.locator(".kanban-card a").first().click();
  await expect(page.locator(".timeline")).toBeVisible();
});

test("the forecast on an indicator's page says its assumption and its error, and shows its tests", async ({ page }) => {
  await signIn(page);
  await page.goto("/figures/funds_arrived?month=2023-06");
  const card = page.locator(".forecast");
  await expect(card).toContainText("假定到 2023-12");
  await expect(card).toContainText(/±\d+\.\d%/);
  await card.locator("[aria-expanded]").click();
  await expect(card.locator("tbody tr").first()).toBeVisible();
  await page.goto("/?month=2023-06");
  await expect(page.locator(".home-forecast")).toContainText(/推算全年.*假定.*误差/);
});

test("a text becomes the office's own template, is chosen, changed and deleted", async ({ page }) => {
  const name = `试模板 ${Date.now() % 100000}`;
  await signIn(page);
  await page.goto("/bulletins/new?month=2023-06");
  const text = page.locator("textarea.markdown");
  await text.fill('# 试\n\n全市到位{{ fig("funds_arrived") }}亿元，新签约{{ fig("newly_signed_projects", "over") }}个。');
  await expect(page.locator(".paper [data-figure]")).toHaveCount(2);
  await page.getByRole("button", { name: "另存为本单位模板" }).click();
  await page.locator(".ant-modal input[type=text]").fill(name);
  await page.locator(".ant-modal-footer .ant-btn-primary").click();
  await expect(page).toHaveURL(/template=/);
  await expect(page.locator(".compose-choices")).toContainText(name);
  await text.fill('# 试改\n\n{{ fig("funds_arrived") }}亿元。');
  await expect(page.locator(".paper [data-figure]")).toHaveCount(1);
  await page.getByRole("button", { name: "保存模板" }).click();
  await page.reload();
  await expect(text).toHaveValue(/试改/);
  await page.locator(".template-acts .anticon-more").click();
  await page.getByRole("menuitem", { name: "删除模板" }).click();
  await page.locator(".ant-modal-footer .ant-btn-primary").click();
  await expect(page.locator(".compose-choices")).not.toContainText(name);
});

test("the catalogue writes what a text says of a campaign, and the paper shows it", async ({ page }) => {
  await signIn(page);
  const { items } = (await (await page.request.get("/api/v1/campaigns")).json()) as { items: { name: string; from_month: string }[] };
  // One that has begun: a text says nothing of what is still to come.
  const name = items.find((each) => each.from_month <= "2023-06")?.name ?? "";
  await page.goto("/bulletins/new?month=2023-06");
  const text = page.locator("textarea.markdown");
  await text.fill("# 试行动\n\n");
  await page.getByRole("button", { name: "可用的指标和字段" }).click();
  const drawer = page.locator(".catalogue");
  await drawer.getByRole("button", { name: "campaign.name" }).click();
  await drawer.getByRole("combobox", { name: "期间" }).click();
  await page.locator(".ant-select-item-option", { hasText: "专项行动期间" }).click();
  await drawer.locator("li", { hasText: "funds_arrived" }).first().getByRole("button").first().click();
  await expect(text).toHaveValue(/\{\{ campaign\.name \}\}\{\{ fig\("funds_arrived", from=campaign\.from, month=campaign\.month\) \}\}/);
  await drawer.getByRole("button", { name: "campaign.goals" }).click();
  await page.locator(".ant-drawer-close").click();
  await page.locator("#campaign").click();
  await page.locator(".ant-select-item-option", { hasText: name }).click();
  await expect(page.locator(".paper")).toContainText(name);
  await expect(page.locator(".paper [data-figure]")).toHaveCount(1);
});

/** Opens the menu of views once the list stands, and waits until it has come to rest: what is pressed in a menu that still moves is let go of beside it. */
async function openViews(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.locator(".tool-views").click();
  await expect(page.locator(".ant-popover:not([class*='ant-zoom'])").filter({ has: page.locator(".view-panel") })).toBeVisible();
}
