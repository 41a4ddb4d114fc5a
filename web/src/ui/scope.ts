/** Which numbers are doors for the person at the screen; the frame says it, every figure asks. */
import { createContext, useContext } from "react";

/** Whether what lies behind the numbers of a unit (null = the whole city) may be seen. */
export const ScopeContext = createContext<(unit: string | null) => boolean>(() => true);

/** The same, for a component. */
export function useCovers() {
  return useContext(ScopeContext);
}
