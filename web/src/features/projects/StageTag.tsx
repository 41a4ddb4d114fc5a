/** A stage in words. */
import { useLocale } from "@/locales";
import { term } from "@/locales/term";
import { Tag } from "@/ui/Tag";

/** What stands on the ground is green, what has ended is red. */
export function StageTag({ stage }: { stage: string }) {
  const { locale } = useLocale();
  const ended = ["suspended", "terminated", "withdrawn"].includes(stage);
  const standing = ["started", "completed", "in_production", "at_capacity"].includes(stage);
  return <Tag tone={ended ? "behind" : standing ? "good" : "plain"}>{term("stage", stage, locale)}</Tag>;
}
