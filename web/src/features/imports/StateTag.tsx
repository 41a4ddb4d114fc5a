/** How it stands with a batch: a word, and while it is being read or written how far that has come. */
import type { Batch } from "@/api/contract";
import { useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Tag } from "@/ui/Tag";

/** A batch's state in a word; what waits for a person stands out. */
export function StateTag({ state }: { state: Batch["state"] }) {
  const { locale } = useLocale();
  const tone = state === "committed" ? "good" : state === "failed" ? "behind" : state === "preview" ? "slow" : state === "undone" ? "plain" : "action";
  return <Tag tone={tone}>{term("import_state", state, locale)}</Tag>;
}

/** The bar of a batch under way; it moves to and fro while the number of rows is not known yet. */
export function BatchProgress({ batch }: { batch: Pick<Batch, "state" | "progress"> }) {
  const t = useText("imports");
  const { done, total } = batch.progress;
  const known = total > 0;
  return <progress value={known ? done : undefined} max={known ? total : undefined} aria-label={batch.state === "reading" ? t.reading : t.committing} />;
}
