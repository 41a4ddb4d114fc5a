/** Imports that the server is still reading or writing; it is asked, so that a reload knows of them too. */
import { useQuery } from "@tanstack/react-query";
import { intake } from "./calls";
import type { Batch } from "./contract";

/** Whether the server is at work on the batch. */
export function isWorking({ state }: Pick<Batch, "state">): boolean {
  return state === "reading" || state === "committing";
}

/** Whether it is at work on any of them. */
export function anyWorking(batches: readonly Pick<Batch, "state">[]): boolean {
  return batches.some(isWorking);
}

/** What became of the batches that were under way before: those of them that are no longer. */
export function ended(before: ReadonlySet<string>, batches: readonly Batch[]): Batch[] {
  return batches.filter((batch) => before.has(batch.id) && !isWorking(batch));
}

/** The newest imports, asked again while one of them is under way. */
export function useRecentImports() {
  return useQuery({
    queryKey: ["imports", "recent"],
    queryFn: async () => (await intake.list({ limit: 50 })).items,
    refetchInterval: ({ state }) => (anyWorking(state.data ?? []) ? 1500 : false),
    staleTime: 0,
  });
}
