/** The pages of the menu: their names, signs and places. */
import {
  AimOutlined, ApartmentOutlined, BankOutlined, BulbOutlined, CalendarOutlined, ClusterOutlined, CustomerServiceOutlined, FileDoneOutlined,
  FileTextOutlined, FlagOutlined, HomeOutlined, LineChartOutlined, PayCircleOutlined, ProjectOutlined, SettingOutlined, TeamOutlined, UploadOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import { matchPath } from "react-router";
import { paths, routes } from "@/lib/paths";
import type { Messages } from "@/locales";

type Word = keyof Messages["shell"];

/** One entry of the menu. */
export interface MenuPage { word: Word; path: string; Sign: ComponentType; permission: string }

/** The groups of the menu; a page is shown to those who may read what is on it. */
export const MENU: { group: Word | null; pages: MenuPage[] }[] = [
  { group: null, pages: [{ word: "home", path: paths.home(), Sign: HomeOutlined, permission: "figures.read" }] },
  {
    group: "group_work",
    pages: [
      { word: "projects", path: paths.projects(), Sign: ProjectOutlined, permission: "projects.read" },
      { word: "funds", path: paths.funds(), Sign: PayCircleOutlined, permission: "funds.read" },
      { word: "companies", path: paths.companies(), Sign: BankOutlined, permission: "companies.read" },
    ],
  },
  {
    group: "group_attract",
    pages: [
      { word: "activities", path: paths.activities(), Sign: TeamOutlined, permission: "activities.read" },
      { word: "campaigns", path: paths.campaigns(), Sign: FlagOutlined, permission: "campaigns.read" },
      { word: "documents", path: paths.documents(), Sign: FileDoneOutlined, permission: "policy_documents.read" },
      { word: "platforms", path: paths.platforms(), Sign: ClusterOutlined, permission: "platforms.read" },
      { word: "opportunities", path: paths.opportunities(), Sign: BulbOutlined, permission: "opportunities.read" },
      { word: "chains", path: paths.chains(), Sign: ApartmentOutlined, permission: "chains.read" },
      { word: "targets", path: paths.targets(), Sign: AimOutlined, permission: "targets.read" },
    ],
  },
  {
    group: "group_service",
    pages: [{ word: "care", path: routes.care, Sign: CustomerServiceOutlined, permission: "rosters.read" }],
  },
  {
    group: "group_figures",
    pages: [
      { word: "figures", path: paths.figures(), Sign: LineChartOutlined, permission: "figures.read" },
      { word: "bulletins", path: paths.bulletins(), Sign: FileTextOutlined, permission: "bulletins.read" },
    ],
  },
  {
    group: "group_system",
    pages: [
      { word: "imports", path: paths.imports(), Sign: UploadOutlined, permission: "imports.read" },
      { word: "months", path: paths.months(), Sign: CalendarOutlined, permission: "figures.read" },
      { word: "settings", path: routes.settings, Sign: SettingOutlined, permission: "units.read" },
    ],
  },
];

/** The entry that a path belongs to. */
export function pageAt(pathname: string): MenuPage | undefined {
  const all = MENU.flatMap((group) => group.pages);
  const head = (path: string) => path.split("/")[1] ?? "";
  return all.find((page) => head(page.path) === head(pathname));
}

/** Addresses below a menu's page that need more than the page itself does. */
const NARROWER: [string, string][] = [
  [routes.bulletin_new, "bulletins.write"],
  [routes.project_new, "projects.write"],
  [routes.project_edit, "projects.write"],
  [paths.care("visits"), "visits.read"],
  [paths.care("problems"), "problems.read"],
  [paths.settings("accounts"), "accounts.read"],
  [paths.settings("plans"), "figures.read"],
  [paths.settings("indicators"), "figures.read"],
];

/** The permission that an address needs; null for one that needs none, or leads nowhere. */
export function permissionFor(pathname: string): string | null {
  const narrower = NARROWER.find(([pattern]) => matchPath(pattern, pathname));
  return narrower?.[1] ?? pageAt(pathname)?.permission ?? null;
}

/** The first page of the menu that somebody with these permissions may open. */
export function firstPage(permissions: readonly string[]): MenuPage | undefined {
  return MENU.flatMap((group) => group.pages).find((each) => permissions.includes(each.permission));
}
