/** The units as choices of a filter or a field; the city itself where it may be chosen. */
import { useMemo } from "react";
import { unitName, useLocale } from "@/locales";
import { useUnits } from "./queries";

/** Value and name of each unit, in the order of the city. */
export function useUnitOptions(withCity = false): { value: string; label: string }[] {
  const { locale } = useLocale();
  const { data } = useUnits();
  return useMemo(
    () => (data?.items ?? []).filter((unit) => withCity || unit.kind !== "city").map((unit) => ({ value: unit.code, label: unitName(unit, locale) })),
    [data, locale, withCity],
  );
}
