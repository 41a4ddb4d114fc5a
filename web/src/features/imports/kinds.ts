/** The kinds of rows: the server names them and their columns. */
import { useQuery } from "@tanstack/react-query";
import { intake } from "@/api/calls";
import { pick, useLocale } from "@/locales";

/** All kinds. */
export const useKinds = () => useQuery({ queryKey: ["import-kinds"], queryFn: intake.kinds, staleTime: 300_000 });

/** The name of a kind; its code until the names are there. */
export function useKindName(): (kind: string) => string {
  const { locale } = useLocale();
  const kinds = useKinds();
  return (kind) => pick(kinds.data?.items.find((each) => each.kind === kind)?.name, locale) || kind;
}
