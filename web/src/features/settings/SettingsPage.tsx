/** The settings: units, accounts, definitions, annual targets. */
import { Link, useParams } from "react-router";
import { useSession } from "@/api/queries";
import { paths, SETTINGS, type SettingsSection } from "@/lib/paths";
import { useText } from "@/locales";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { Accounts } from "./Accounts";
import { Definitions } from "./Definitions";
import { Plans } from "./Plans";
import { Units } from "./Units";
import "./settings.css";

const BODIES: Record<SettingsSection, () => React.ReactNode> = { units: Units, accounts: Accounts, indicators: Definitions, plans: Plans };

/** The sections that an account sees: only an administrator has accounts, and has no business data. */
export function sectionsOf(role: string): SettingsSection[] {
  return role === "administrator" ? ["accounts", "units"] : SETTINGS.filter((section) => section !== "accounts");
}

/** One section at a time, each with an address. */
export function SettingsPage() {
  const t = useText("settings");
  const { section } = useParams();
  const { data: session } = useSession();
  if (!session) return <div className="page"><Skeleton lines={8} /></div>;
  const sections = sectionsOf(session.account.role);
  const chosen = sections.find((each) => each === section) ?? sections[0] ?? "units";
  const Body = BODIES[chosen];
  return (
    <div className="page">
      <PageHead title={t.title} />
      <nav className="settings-tabs" aria-label={t.title}>
        {sections.map((each) => <Link key={each} to={paths.settings(each)} aria-current={each === chosen ? "page" : undefined}>{t[each]}</Link>)}
      </nav>
      <Body />
    </div>
  );
}
