/** A short confirmation at the foot of the window, read aloud, gone after four seconds. */
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from "react";

const ToastContext = createContext<(words: string) => void>(() => undefined);

/** Says something short that needs no answer; refusals stay on the page instead. */
export function useToast() {
  return useContext(ToastContext);
}

/** The place where confirmations appear. */
export function ToastPlace({ children }: { children: ReactNode }) {
  const [words, setWords] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useCallback((next: string) => {
    clearTimeout(timer.current);
    setWords(next);
    timer.current = setTimeout(() => setWords(null), 4000);
  }, []);
  return (
    <ToastContext value={say}>
      {children}
      <div className="toast-place" role="status" aria-live="polite">{words && <span className="toast">{words}</span>}</div>
    </ToastContext>
  );
}
