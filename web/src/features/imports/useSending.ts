/** Handing files in: one after another, for the server reads one workbook while the next one waits here. */
import { useRef, useState } from "react";
import { intake } from "@/api/calls";
import type { Batch } from "@/api/contract";
import { toProblem, type Problem } from "@/api/problem";
import { useForgetFigures } from "@/api/queries";
import { useHere } from "@/ui/useHere";

/** What became of one of several files. */
export interface Sent { name: string; batch: Batch | null; problem: Problem | null }

/** `onOne` is told of the batch of a file that went up alone, unless the page has been left meanwhile. */
export function useSending(onOne: (batch: Batch) => void) {
  const [sent, setSent] = useState<Sent[]>([]);
  const [at, setAt] = useState<{ done: number; of: number } | null>(null);
  const running = useRef(false);
  const here = useHere();
  const forget = useForgetFigures();
  const send = async (files: readonly File[]) => {
    if (running.current || files.length === 0) return;
    running.current = true;
    setSent([]);
    for (const [index, file] of files.entries()) {
      setAt({ done: index, of: files.length });
      const found: Sent = await intake.create(file).then(
        (batch) => ({ name: file.name, batch, problem: null }),
        (thrown: unknown) => ({ name: file.name, batch: null, problem: toProblem(thrown) }),
      );
      setSent((known) => [...known, found]);
      if (files.length === 1 && found.batch && here()) onOne(found.batch);
    }
    running.current = false;
    setAt(null);
    await forget();
  };
  return { sent, at, send };
}
