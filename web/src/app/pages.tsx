/** The pages of the menu: their names, signs and places. */
import {
  BankOutlined, CalendarOutlined, FileTextOutlined, HomeOutlined, LineChartOutlined, PayCircleOutlined, ProjectOutlined,
  SettingOutlined, UploadOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import { paths } from "@/lib/paths";
import type { Messages } from "@/locales";

type Word = keyof Messages["shell"];

/** One entry of the menu. */
export interface MenuPage { word: Word; path: string; Sign: ComponentType; data: boolean }

/** The groups of the menu; `data` pages need more than an administrator's rights. */
export const MENU: { group: Word | null; pages: MenuPage[] }[] = [
  { group: null, pages: [{ word: "home", path: paths.home(), Sign: HomeOutlined, data: true }] },
  {
    group: "group_figures",
    pages: [
      { word: "figures", path: paths.figures(), Sign: LineChartOutlined, data: true },
      { word: "bulletins", path: paths.bulletins(), Sign: FileTextOutlined, data: true },
    ],
  },
  {
    group: "group_work",
    pages: [
      { word: "projects", path: paths.projects(), Sign: ProjectOutlined, data: true },
      { word: "funds", path: paths.funds(), Sign: PayCircleOutlined, data: true },
      { word: "companies", path: paths.companies(), Sign: BankOutlined, data: true },
    ],
  },
  {
    group: "group_system",
    pages: [
      { word: "imports", path: paths.imports(), Sign: UploadOutlined, data: true },
      { word: "months", path: paths.months(), Sign: CalendarOutlined, data: true },
      { word: "settings", path: paths.settings(), Sign: SettingOutlined, data: false },
    ],
  },
];

/** The entry that a path belongs to. */
export function pageAt(pathname: string): MenuPage | undefined {
  const all = MENU.flatMap((group) => group.pages);
  const head = (path: string) => path.split("/")[1] ?? "";
  return all.find((page) => head(page.path) === head(pathname));
}
