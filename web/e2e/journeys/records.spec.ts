/** Records are entered, live their life and are taken back, on a real server. */
import { expect, test, type Page } from "@playwright/test";
import { choose, submit } from "../form";
import { signIn } from "../signIn";

/** A mark of this run of a test: a worker runs several, and a code is taken once. */
const mark = () => `${Date.now()}`.slice(-6) + String(Math.floor(Math.random() * 1000)).padStart(3, "0");

/** The first project or company of the city, by its name. */
async function first(page: Page, what: "companies" | "projects"): Promise<string> {
  const { items } = (await (await page.request.get(`/api/v1/${what}?limit=1`)).json()) as { items: { name: string }[] };
  return items[0]?.name ?? "";
}

/** A day of the open month. */
async function today(page: Page): Promise<string> {
  const { open_month } = (await (await page.request.get("/api/v1/session")).json()) as { open_month: string };
  return `${open_month}-02`;
}

test("an activity with a meeting is entered and taken back", async ({ page }) => {
  const stamp = mark();
  await signIn(page);
  const [company, day] = [await first(page, "companies"), await today(page)];
  const posted = await page.request.post("/api/v1/activities", { data: { code: `J-${stamp}`, name: `旅程活动 ${stamp}`, kind: "outbound", begins_on: day, leader: "department", organisers: ["370303"], places: ["320500"] } });
  expect(posted.status()).toBe(201);
  await page.goto(`/activities?q=${stamp}`);
  await page.locator("tbody a").first().click();
  await page.getByRole("button", { name: "登记对接" }).click();
  await choose(page, "company_id", company, company);
  await choose(page, "our_level", "一把手");
  await choose(page, "their_level", "高管");
  await submit(page);
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await page.getByRole("button", { name: "冲销", exact: true }).first().click();
  await page.locator(".ant-modal input[type=checkbox]").check();
  await page.locator(".ant-modal textarea").fill("旅程：登记有误");
  await page.locator(".ant-modal-footer .ant-btn-primary").click();
  await expect(page.locator("main .tag-behind")).toBeVisible();
});

test("a problem is entered and solved", async ({ page }) => {
  const stamp = mark();
  await signIn(page);
  const [company, day] = [await first(page, "companies"), await today(page)];
  await page.goto("/care/problems");
  await page.getByRole("button", { name: "登记问题" }).click();
  await page.locator(".ant-drawer #code").fill(`W-${stamp}`);
  await choose(page, "company_id", company, company);
  await choose(page, "category", "供电");
  await choose(page, "unit", "张店区");
  await page.locator(".ant-drawer #raised_on").fill(day);
  await page.locator(".ant-drawer #description").fill("旅程：缺少双回路供电");
  await submit(page);
  await page.getByRole("button", { name: "解决", exact: true }).click();
  await page.locator(".ant-drawer #solved_on").fill(day);
  await page.locator(".ant-drawer #solution").fill("旅程：新增出线一回");
  await submit(page);
  await expect(page.locator("main .tag-good")).toHaveText("已解决");
});

test("an opportunity is put in stock and published", async ({ page }) => {
  const stamp = mark();
  await signIn(page);
  const day = await today(page);
  await page.goto("/opportunities");
  await page.getByRole("button", { name: "储备入库" }).click();
  await page.locator(".ant-drawer #code").fill(`C-${stamp}`);
  await page.locator(".ant-drawer #name").fill(`旅程储备 ${stamp}`);
  await choose(page, "category", "新经济");
  await choose(page, "unit", "张店区");
  await page.locator(".ant-drawer #reserved_on").fill(day);
  await submit(page);
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.locator(".ant-drawer #channel").fill("公众号");
  await page.locator(".ant-drawer #published_on").fill(day);
  await submit(page);
  await expect(page.locator("main .tag-action")).toHaveText("已发布");
});

test("a company's group is set and taken away", async ({ page }) => {
  const stamp = mark();
  await signIn(page);
  const posted = await page.request.post("/api/v1/companies", { data: { name: `旅程企业 ${stamp} 有限公司`, division: "320500" } });
  expect(posted.status()).toBe(201);
  const { id } = (await posted.json()) as { id: string };
  await page.goto(`/companies/${id}`);
  await page.getByRole("button", { name: "修改", exact: true }).click();
  await page.locator(".ant-drawer #group").fill(`旅程集团 ${stamp}`);
  await submit(page);
  await expect(page.locator(".facts")).toContainText(`旅程集团 ${stamp}`);
  await page.getByRole("button", { name: "修改", exact: true }).click();
  await page.locator(".ant-drawer #group").fill("");
  await submit(page);
  await expect(page.locator(".facts")).not.toContainText("旅程集团");
});
