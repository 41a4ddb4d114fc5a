/** The scope of who is signed in: a district sees behind its own numbers, the city's people behind all. */
import { useCallback } from "react";
import { covers } from "@/lib/scope";
import { useSession, useUnits } from "./queries";

/** Whether what lies behind the numbers of a unit (null = the whole city) may be seen. */
export function useScope(): (unit: string | null) => boolean {
  const { data: session } = useSession();
  const own = session?.account.unit?.code ?? null;
  const city = session?.city?.code ?? "";
  const { data: units } = useUnits(own !== null);
  return useCallback((unit) => covers(own, units?.items ?? [], unit, city), [own, units, city]);
}
