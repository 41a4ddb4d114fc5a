/** One's own saved views of a page, and how to keep and remove one. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toProblem, type Problem } from "./problem";
import { usePermission } from "./queries";
import { views } from "./desk";

/** The views of `page` ("projects"); null for who may not keep any. A refusal stays in `problem`. */
export function useViews(page: string) {
  const client = useQueryClient();
  const may = usePermission("views.write");
  const key = ["views", page];
  const { data, error } = useQuery({ queryKey: key, queryFn: () => views.list(page), enabled: may, staleTime: 60_000 });
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async (doing: Promise<unknown>): Promise<boolean> => {
    setProblem(null);
    try {
      await doing;
      await client.invalidateQueries({ queryKey: key });
      return true;
    } catch (thrown) {
      setProblem(toProblem(thrown));
      return false;
    }
  };
  if (!may) return null;
  return {
    items: data?.items ?? [],
    problem: problem ?? (error ? toProblem(error) : null),
    save: (name: string, query: string) => act(views.save({ page, name, query })),
    remove: (id: string) => act(views.remove(id)),
  };
}
