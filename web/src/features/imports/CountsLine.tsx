/** New, changed, same, refused: what a batch does, in one line. */
import type { Counts } from "@/api/contract";
import { count } from "@/lib/format";
import { useLocale } from "@/locales";
import { term } from "@/locales/term";

/** The four outcomes in their order. */
export const STATUSES = ["new", "changed", "same", "refused"] as const;

/** Only outcomes that occur, but always the new ones. */
export function CountsLine({ counts }: { counts: Counts }) {
  const { locale } = useLocale();
  return (
    <span className="counts-line">
      {STATUSES.filter((status) => status === "new" || counts[status] > 0).map((status) => (
        <span key={status} className={`count-${status}`}>{term("import_status", status, locale)} <b>{count(counts[status])}</b></span>
      ))}
    </span>
  );
}
