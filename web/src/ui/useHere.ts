/** Whether a component is still on the page, for acts that end after one has left it. */
import { useCallback, useEffect, useRef } from "react";

/** Asks the moment it is called. */
export function useHere(): () => boolean {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return useCallback(() => here.current, []);
}
