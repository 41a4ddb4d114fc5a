/** The frame of every page: side menu, top bar, the page, and the door that opens over it. */
import { lazy, Suspense, useEffect, useState } from "react";
import { Navigate, Outlet, useLocation, useSearchParams } from "react-router";
import { toProblem } from "@/api/problem";
import { useSession } from "@/api/queries";
import { useScope } from "@/api/useScope";
import { paths } from "@/lib/paths";
import { useText } from "@/locales";
import { Fault } from "@/ui/Fault";
import { ScopeContext } from "@/ui/scope";
import { Skeleton } from "@/ui/Skeleton";
import { usePhone } from "@/ui/usePhone";
import { DataStamp } from "./DataStamp";
import { Forbidden } from "./Forbidden";
import { MenuDialog } from "./MenuDialog";
import { firstPage, permissionFor } from "./pages";
import { SideMenu } from "./SideMenu";
import { TopBar } from "./TopBar";

const DoorDrawer = lazy(() => import("@/features/door/DoorDrawer").then((m) => ({ default: m.DoorDrawer })));
const ImportSign = lazy(() => import("./ImportSign").then((m) => ({ default: m.ImportSign })));
const Finder = lazy(() => import("./Finder").then((m) => ({ default: m.Finder })));

/** Opens the finder on Ctrl-K (or ⌘K), wherever the focus is. */
function useFinderKey(open: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        open();
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [open]);
}

/** The frame, for those who are signed in with a password of their own. */
export function Shell() {
  const { data: session, error, refetch } = useSession();
  const location = useLocation();
  const [search] = useSearchParams();
  const [menu, setMenu] = useState(false);
  const [finding, setFinding] = useState(false);
  const [everFound, setEverFound] = useState(false);
  const phone = usePhone();
  const scope = useScope();
  const t = useText("shell");
  const openFinder = () => {
    // It looks for projects and companies, which an administrator does not see.
    if (!session?.permissions.includes("projects.read")) return;
    setEverFound(true);
    setFinding(true);
  };
  useFinderKey(openFinder);
  useEffect(() => {
    // Newer browsers answer scrollTo with a promise, which an effect must not return as its clean-up.
    void window.scrollTo(0, 0);
  }, [location.pathname]);

  const here = location.pathname + location.search;
  if (error) {
    const problem = toProblem(error);
    if (problem.status === 401) return <Navigate to={paths.sign_in(here)} replace />;
    return <main className="page"><Fault problem={problem} onRetry={() => void refetch()} /></main>;
  }
  if (!session) return <main className="page"><Skeleton lines={10} /></main>;
  if (session.must_change_password) return <Navigate to={paths.sign_in(here)} replace />;

  const needed = permissionFor(location.pathname);
  const forbidden = needed !== null && !session.permissions.includes(needed);
  const first = firstPage(session.permissions);
  // An administrator has no business data: the first page that may be read takes the place of the home page.
  if (forbidden && location.pathname === paths.home() && first) return <Navigate to={first.path} replace />;

  return (
    <ScopeContext value={scope}>
      <div className="shell">
        <a className="skip" href="#main">{t.skip}</a>
        {phone ? (
          menu && <MenuDialog onClose={() => setMenu(false)}><SideMenu session={session} /></MenuDialog>
        ) : (
          <SideMenu session={session} />
        )}
        <div className="shell-body">
          <TopBar session={session} onMenu={() => setMenu(true)} onFind={openFinder} sign={session.permissions.includes("imports.write") && <Suspense><ImportSign session={session} /></Suspense>} />
          <main id="main" tabIndex={-1}>
            <DataStamp session={session} />
            <Suspense fallback={<div className="page"><Skeleton lines={10} /></div>}>
              {forbidden ? <Forbidden session={session} pathname={location.pathname} /> : <Outlet />}
            </Suspense>
          </main>
        </div>
        <Suspense>
          {search.has("door") && <DoorDrawer />}
          {everFound && <Finder open={finding} onClose={() => setFinding(false)} />}
        </Suspense>
      </div>
    </ScopeContext>
  );
}
