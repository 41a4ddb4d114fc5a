/** One act of a person: sent once at a time, its refusal kept to be shown, the cache forgotten when it worked. */
import { useCallback, useRef, useState } from "react";
import { toProblem, type Problem } from "./problem";
import { useForgetFigures } from "./queries";

/** Runs `act`; `run` returns null where it was refused, and `problem` then says why. */
export function useAct<A extends unknown[], R>(act: (...args: A) => Promise<R>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const forget = useForgetFigures();
  const running = useRef(false);
  const run = useCallback(
    async (...args: A): Promise<{ done: R } | null> => {
      // A second click while the first is on its way must not record twice.
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setProblem(null);
      try {
        const done = await act(...args);
        await forget();
        return { done };
      } catch (thrown) {
        setProblem(toProblem(thrown));
        return null;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [act, forget],
  );
  return { run, busy, problem, clear: () => setProblem(null) };
}
