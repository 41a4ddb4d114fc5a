/** Every page there is, for the pictures and for what is asked of each page. */
import { expect, type Page } from "@playwright/test";

export const real = Boolean(process.env.BASE_URL);

/** name → address with fixtures; the real server's ids are found by following the first link. */
const EVERYWHERE: [string, string, ((page: Page) => Promise<void>)?][] = [
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
  ["activities-calendar", "/activities?view=calendar&during=2023-06"],
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
  ["import-committed", "/imports/imp_2"],
  ["months", "/months"],
  ["bulletins", "/bulletins"],
  ["bulletin-new", "/bulletins/new?month=2023-06"],
  ["bulletin", "/bulletins/bul_1"],
  ["settings-units", "/settings/units"],
  ["settings-indicators", "/settings/indicators"],
  ["settings-plans", "/settings/plans"],
];

/** Imports on their way, which a city has only while somebody hands one in. */
const UNDER_WAY: typeof EVERYWHERE = [
  ["import-preview", "/imports/imp_1"],
  ["import-working", "/imports/imp_4"],
];

/** Records that only a real city has. */
const OF_A_CITY: typeof EVERYWHERE = [
  ["campaign", "/campaigns/cam_1"],
  ["platform", "/platforms/plf_1"],
  ["opportunity", "/opportunities/opp_1"],
  ["care-roster", "/care/rosters/ros_1"],
  ["care-visit", "/care/visits/vis_1"],
  ["care-problem", "/care/problems/prb_1"],
  ["target", "/targets/tgt_1"],
];

export const PAGES = real ? [...EVERYWHERE, ...OF_A_CITY] : [...EVERYWHERE, ...UNDER_WAY];

/** Against a real server a record's page is reached by the first link of its list. */
export async function follow(page: Page, path: string): Promise<void> {
  const record = /^\/((?:care\/)?[a-z]+)\/[a-z]{3}_\d+$/.exec(path);
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
