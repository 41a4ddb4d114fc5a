/** Every address of the client. Nothing else writes a path; a page is renamed here or nowhere. */
import { openDoor, openFact, searchText, type Door } from "./door";

/** The patterns the router knows. */
export const routes = {
  sign_in: "/sign-in",
  home: "/",
  figures: "/figures",
  indicator: "/figures/:code",
  bulletins: "/bulletins",
  bulletin_new: "/bulletins/new",
  bulletin: "/bulletins/:id",
  projects: "/projects",
  project_new: "/projects/new",
  project: "/projects/:id",
  project_edit: "/projects/:id/edit",
  funds: "/funds",
  companies: "/companies",
  company: "/companies/:id",
  activities: "/activities",
  activity: "/activities/:id",
  campaigns: "/campaigns",
  campaign: "/campaigns/:id",
  documents: "/policy-documents",
  platforms: "/platforms",
  platform: "/platforms/:id",
  opportunities: "/opportunities",
  opportunity: "/opportunities/:id",
  care: "/care",
  care_section: "/care/:section",
  roster: "/care/rosters/:id",
  visit: "/care/visits/:id",
  problem: "/care/problems/:id",
  chains: "/chains",
  chain: "/chains/:id",
  targets: "/targets",
  target: "/targets/:id",
  imports: "/imports",
  import_batch: "/imports/:id",
  months: "/months",
  settings: "/settings",
  settings_section: "/settings/:section",
} as const;

/** The sections of the settings. */
export const SETTINGS = ["units", "accounts", "indicators", "plans"] as const;
/** One section of the settings. */
export type SettingsSection = (typeof SETTINGS)[number];

/** The parts of the escort. */
export const CARE = ["rosters", "visits", "problems"] as const;
/** One part of the escort. */
export type CareSection = (typeof CARE)[number];

type Query = Record<string, string | number | boolean | null | undefined>;

/** The path with what is set of the query behind it. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") search.set(key, String(value));
  }
  return path + searchText(search);
}

const part = encodeURIComponent;

/** The addresses of pages. */
export const paths = {
  sign_in: (back?: string) => withQuery(routes.sign_in, { back }),
  home: (query?: { month?: string }) => withQuery(routes.home, query),
  figures: (query?: { month?: string; from?: string; unit?: string }) => withQuery(routes.figures, query),
  indicator: (code: string, query?: { month?: string; from?: string }) => withQuery(`/figures/${part(code)}`, query),
  bulletins: () => routes.bulletins,
  bulletin_new: (query?: { month?: string; template?: string }) => withQuery(routes.bulletin_new, query),
  bulletin: (id: string) => `/bulletins/${part(id)}`,
  projects: (query?: { unit?: string; stage?: string; q?: string }) => withQuery(routes.projects, query),
  project_new: () => routes.project_new,
  project: (id: string) => `/projects/${part(id)}`,
  project_edit: (id: string, field?: string) => withQuery(`/projects/${part(id)}/edit`, { field }),
  funds: (query?: { project?: string; unit?: string; month?: string; booked?: string; q?: string }) => withQuery(routes.funds, query),
  companies: (query?: { q?: string }) => withQuery(routes.companies, query),
  company: (id: string) => `/companies/${part(id)}`,
  activities: (query?: { view?: string; campaign?: string; unit?: string; month?: string }) => withQuery(routes.activities, query),
  activity: (id: string) => `/activities/${part(id)}`,
  campaigns: () => routes.campaigns,
  campaign: (id: string) => `/campaigns/${part(id)}`,
  documents: (query?: { campaign?: string }) => withQuery(routes.documents, query),
  platforms: () => routes.platforms,
  platform: (id: string) => `/platforms/${part(id)}`,
  opportunities: (query?: { q?: string; new?: string; visit?: string }) => withQuery(routes.opportunities, query),
  opportunity: (id: string) => `/opportunities/${part(id)}`,
  care: (section: CareSection = "rosters", query?: Query) => withQuery(`/care/${section}`, query),
  care_record: (section: CareSection, id: string) => `/care/${section}/${part(id)}`,
  chains: () => routes.chains,
  chain: (id: string) => `/chains/${part(id)}`,
  targets: (query?: { chain?: string; node?: string; q?: string }) => withQuery(routes.targets, query),
  target: (id: string) => `/targets/${part(id)}`,
  imports: () => routes.imports,
  import_batch: (id: string, query?: { sheet?: string; status?: string }) => withQuery(`/imports/${part(id)}`, query),
  months: () => routes.months,
  settings: (section: SettingsSection = "units") => `/settings/${section}`,
};

/** The present page with a door open over it. */
export function doorPath(pathname: string, search: string, door: Door): string {
  return pathname + searchText(openDoor(new URLSearchParams(search), door));
}

/** The present page with a fact open over it, one level below the door of the figure that it counts in. */
export function factPath(pathname: string, search: string, door: Door, seq: number): string {
  return pathname + searchText(openFact(openDoor(new URLSearchParams(search), door), seq));
}

/** Where the record behind a fact's subject or source is shown; null if it has no page of its own. */
export function recordPath(kind: string, id: string): string | null {
  if (kind === "project") return paths.project(id);
  if (kind === "company") return paths.company(id);
  if (kind === "activity") return paths.activity(id);
  if (kind === "platform") return paths.platform(id);
  if (kind === "opportunity") return paths.opportunity(id);
  if (kind === "visit") return paths.care_record("visits", id);
  if (kind === "problem") return paths.care_record("problems", id);
  if (kind === "import" || kind === "batch") return paths.import_batch(id);
  return null;
}

/** A way back given in an address is taken only if it stays on this site. */
export function safeBack(back: string | null): string {
  return back && /^\/(?![/\\])/.test(back) ? back : routes.home;
}
