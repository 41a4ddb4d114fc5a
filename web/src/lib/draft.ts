/** Drafts of long forms, kept in the browser until they are sent: leaving the page loses nothing. */

const PREFIX = "zhaoyin.draft.";

/** The kept draft, or null; a draft that cannot be read counts as none. */
export function readDraft<T>(name: string): T | null {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Keeps a draft. A full or forbidden store is no reason to stop the person from typing. */
export function keepDraft(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Nothing to do: the form itself still holds what was typed.
  }
}

/** Forgets a draft once it was sent or thrown away. */
export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // As above.
  }
}
