/** What accounts may do, by the server's names; a button without its permission says so. */
import { usePermission } from "./queries";
import { useText } from "@/locales";

/** The permissions that the client asks about. */
export type Permit =
  | "accounts.write" | "units.write" | "months.write" | "projects.write" | "funds.write"
  | "activities.write" | "campaigns.write" | "policy_documents.write" | "platforms.write" | "opportunities.write"
  | "rosters.write" | "visits.write" | "problems.write" | "chains.write" | "targets.write"
  | "companies.write" | "imports.write" | "bulletins.write" | "plans.write";

/** The sentence that says why the account may not do this; null if it may. */
export function useWhyNot(permit: Permit): string | null {
  const t = useText("common");
  return usePermission(permit) ? null : t.no_permission;
}

/** Why the account may not export what a list shows; null if it may. The server asks for `imports.read`. */
export function useWhyNoExport(): string | null {
  const t = useText("entry");
  return usePermission("imports.read") ? null : t.export_held;
}
