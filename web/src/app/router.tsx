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
            { path: routes.activities, lazy: page(() => import("@/features/activities/ActivitiesPage").then((m) => m.ActivitiesPage)) },
            { path: routes.activity, lazy: page(() => import("@/features/activities/ActivityPage").then((m) => m.ActivityPage)) },
            { path: routes.campaigns, lazy: page(() => import("@/features/campaigns/CampaignsPage").then((m) => m.CampaignsPage)) },
            { path: routes.campaign, lazy: page(() => import("@/features/campaigns/CampaignPage").then((m) => m.CampaignPage)) },
            { path: routes.documents, lazy: page(() => import("@/features/documents/DocumentsPage").then((m) => m.DocumentsPage)) },
            { path: routes.platforms, lazy: page(() => import("@/features/platforms/PlatformsPage").then((m) => m.PlatformsPage)) },
            { path: routes.platform, lazy: page(() => import("@/features/platforms/PlatformPage").then((m) => m.PlatformPage)) },
            { path: routes.opportunities, lazy: page(() => import("@/features/opportunities/OpportunitiesPage").then((m) => m.OpportunitiesPage)) },
            { path: routes.opportunity, lazy: page(() => import("@/features/opportunities/OpportunityPage").then((m) => m.OpportunityPage)) },
            { path: routes.care, lazy: page(() => import("@/features/care/CarePage").then((m) => m.CarePage)) },
            { path: routes.care_section, lazy: page(() => import("@/features/care/CarePage").then((m) => m.CarePage)) },
            { path: routes.roster, lazy: page(() => import("@/features/care/RosterPage").then((m) => m.RosterPage)) },
            { path: routes.visit, lazy: page(() => import("@/features/care/VisitPage").then((m) => m.VisitPage)) },
            { path: routes.problem, lazy: page(() => import("@/features/care/ProblemPage").then((m) => m.ProblemPage)) },
            { path: routes.chains, lazy: page(() => import("@/features/chains/ChainsPage").then((m) => m.ChainsPage)) },
            { path: routes.chain, lazy: page(() => import("@/features/chains/ChainPage").then((m) => m.ChainPage)) },
            { path: routes.targets, lazy: page(() => import("@/features/targets/TargetsPage").then((m) => m.TargetsPage)) },
            { path: routes.target, lazy: page(() => import("@/features/targets/TargetPage").then((m) => m.TargetPage)) },
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
