/** The table of pages; each is loaded when it is first visited. */
import type { ComponentType } from "react";
import { createBrowserRouter } from "react-router";
import { routes } from "@/lib/paths";
import { Crash } from "./Crash";
import { NotFound } from "./NotFound";
import { Shell } from "./Shell";

const page = (load: () => Promise<ComponentType>) => async () => ({ Component: await load() });

/** The router of the client. */
export function createRouter() {
  return createBrowserRouter([
    { path: routes.sign_in, lazy: page(() => import("@/features/session/SignInPage").then((m) => m.SignInPage)), errorElement: <Crash /> },
    {
      element: <Shell />,
      errorElement: <Crash />,
      children: [
        {
          errorElement: <Crash />,
          children: [
            { path: routes.home, lazy: page(() => import("@/features/home/HomePage").then((m) => m.HomePage)) },
            { path: "*", element: <NotFound /> },
          ],
        },
      ],
    },
  ]);
}
