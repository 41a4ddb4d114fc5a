/** The words that somebody last found something with, kept in this browser, the newest first. */

const KEY = "zhaoyin.found";
const MOST = 6;

/** The list with `words` at its head; what begins the newer words was typed on the way to them and goes. */
export function addRecent(list: readonly string[], words: string): string[] {
  const kept = words.trim();
  if (kept === "") return [...list];
  return [kept, ...list.filter((each) => !kept.toLowerCase().startsWith(each.toLowerCase()))].slice(0, MOST);
}

/** The kept words; none where they cannot be read. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps the words for the next time. */
export function keepRecent(words: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(addRecent(readRecent(), words)));
  } catch {
    // Without a store nothing is remembered, and nothing else is lost.
  }
}
