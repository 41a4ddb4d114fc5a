/** The table of pages; each is loaded when it is first visited. */
import type { ComponentType } from "react";
import { createBrowserRouter } from "react-router";
import { routes } from "@/lib/paths";
import { Skeleton } from "@/ui/Skeleton";
import { Crash } from "./Crash";
import { NotFound } from "./NotFound";
import { Shell } from "./Shell";

/** Shown while the first page is on its way. */
function Waiting() {
  return <main className="page"><Skeleton lines={10} /></main>;
}

const page = (load: () => Promise<ComponentType>) => async () => ({ Component: await load() });

/** The router of the client. */
export function createRouter() {
  return createBrowserRouter([
    { path: routes.sign_in, hydrateFallbackElement: <Waiting />, lazy: page(() => import("@/features/session/SignInPage").then((m) => m.SignInPage)), errorElement: <Crash /> },
    {
      element: <Shell />,
      hydrateFallbackElement: <Waiting />,
      errorElement: <Crash />,
      children: [
        {
          errorElement: <Crash />,
          children: [
            { path: routes.home, lazy: page(() => import("@/features/home/HomePage").then((m) => m.HomePage)) },
            { path: routes.figures, lazy: page(() => import("@/features/figures/FiguresPage").then((m) => m.FiguresPage)) },
            { path: routes.indicator, lazy: page(() => import("@/features/figures/IndicatorPage").then((m) => m.IndicatorPage)) },
            { path: routes.bulletins, lazy: page(() => import("@/features/bulletins/BulletinsPage").then((m) => m.BulletinsPage)) },
            { path: routes.bulletin_new, lazy: page(() => import("@/features/bulletins/ComposePage").then((m) => m.ComposePage)) },
            { path: routes.bulletin, lazy: page(() => import("@/features/bulletins/BulletinPage").then((m) => m.BulletinPage)) },
            { path: routes.projects, lazy: page(() => import("@/features/projects/ProjectsPage").then((m) => m.ProjectsPage)) },
            { path: routes.project_new, lazy: page(() => import("@/features/projects/NewProjectPage").then((m) => m.NewProjectPage)) },
            { path: routes.project_edit, lazy: page(() => import("@/features/projects/EditProjectPage").then((m) => m.EditProjectPage)) },
            { path: routes.project, lazy: page(() => import("@/features/projects/ProjectPage").then((m) => m.ProjectPage)) },
            { path: routes.funds, lazy: page(() => import("@/features/funds/FundsPage").then((m) => m.FundsPage)) },
            { path: routes.companies, lazy: page(() => import("@/features/companies/CompaniesPage").then((m) => m.CompaniesPage)) },
            { path: routes.company, lazy: page(() => import("@/features/companies/CompanyPage").then((m) => m.CompanyPage)) },
            { path: routes.imports, lazy: page(() => import("@/features/imports/ImportsPage").then((m) => m.ImportsPage)) },
            { path: routes.import_batch, lazy: page(() => import("@/features/imports/BatchPage").then((m) => m.BatchPage)) },
            { path: routes.months, lazy: page(() => import("@/features/months/MonthsPage").then((m) => m.MonthsPage)) },
            { path: routes.settings, lazy: page(() => import("@/features/settings/SettingsPage").then((m) => m.SettingsPage)) },
            { path: routes.settings_section, lazy: page(() => import("@/features/settings/SettingsPage").then((m) => m.SettingsPage)) },
            { path: "*", element: <NotFound /> },
          ],
        },
      ],
    },
  ]);
}
