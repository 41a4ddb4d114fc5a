/** What marks a project: money from another province, and the lists it stands on. */
import type { ProjectRow } from "@/api/contract";
import { useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Tag } from "@/ui/Tag";

/** The marks as tags; nothing where there are none. */
export function Marks({ row }: { row: Pick<ProjectRow, "other_province" | "witnessed" | "pushed"> }) {
  const t = useText("projects");
  const { locale } = useLocale();
  if (!row.other_province && !row.witnessed && !row.pushed) return null;
  return (
    <span className="tags">
      {row.other_province && <Tag>{t.other_province}</Tag>}
      {row.witnessed && <Tag tone="action">{term("list", "witnessed", locale)}</Tag>}
      {row.pushed && <Tag tone="action">{term("list", "pushed", locale)}</Tag>}
    </span>
  );
}
