/** The names of units by their codes; without a code, or with the city's, the whole city. */
import { useCallback } from "react";
import { unitName, useLocale, useText } from "@/locales";
import { useSession, useUnits } from "./queries";

/** The name of a unit; its code while the units are not known yet. */
export function useUnitNames(): (code: string | null) => string {
  const { locale } = useLocale();
  const t = useText("door");
  const { data: session } = useSession();
  const { data: units } = useUnits();
  const city = session?.city?.code ?? null;
  return useCallback(
    (code) => (code === null || code === city ? t.city : unitName(units?.items.find((each) => each.code === code), locale) || code),
    [city, units, locale, t],
  );
}
