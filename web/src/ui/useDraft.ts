/** The draft of a form: kept while one types, offered again, forgotten once it was sent. */
import { useState } from "react";
import { dropDraft, keepDraft, readDraft } from "@/lib/draft";

/** `kept` is what was found at the start; `touched` is true once something was typed now. */
export function useDraft<T extends object>(name: string) {
  const [kept, setKept] = useState(() => readDraft<Partial<T>>(name));
  const [touched, setTouched] = useState(false);
  return {
    kept,
    touched,
    keep: (all: Partial<T>) => {
      setTouched(true);
      keepDraft(name, all);
    },
    drop: () => {
      dropDraft(name);
      setKept(null);
      setTouched(false);
    },
  };
}
