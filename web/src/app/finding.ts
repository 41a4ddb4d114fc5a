/** What the finder lists: pages by their names in both languages, then what the server found, by kind. */
import type { Found, FoundKind } from "@/api/desk";
import { foundPath } from "@/lib/found";
import { messages, type Locale } from "@/locales";
import { term } from "@/locales/term";
import type { MenuPage } from "./pages";

/** One line of the finder; with `words` it is a search to be made again. */
export interface Hit { key: string; name: string; second: string; path: string; words?: string }
/** Lines of one kind under their heading. */
export interface HitGroup { key: string; name: string; hits: Hit[] }

/** Whether a page's name holds the words: anywhere in Chinese, at a word's beginning in English. */
export function namesPage(word: MenuPage["word"], q: string): boolean {
  const wanted = q.toLowerCase();
  const english = messages("en").shell[word].toLowerCase();
  return messages("zh").shell[word].includes(wanted) || english.startsWith(wanted) || english.includes(` ${wanted}`);
}

function second(kind: string, found: Found, locale: Locale): string {
  // A project's note is its stage, an indicator's its English name; the others' notes are words.
  const note = kind === "project" ? (found.note ? term("stage", found.note, locale) : "") : kind === "indicator" ? "" : found.note;
  return [found.code, note ?? ""].filter((each, index, all) => each && each !== found.name && all.indexOf(each) === index).join(" · ");
}

/** The groups that the server found; kinds without an address are left out. */
export function foundGroups(kinds: readonly FoundKind[], locale: Locale): HitGroup[] {
  const words: Record<string, string> = messages(locale).finder.kinds;
  return kinds.flatMap(({ kind, items }) => {
    const hits = items.flatMap((found): Hit[] => {
      const path = foundPath(kind, found.id, found.code ?? "");
      const name = kind === "indicator" && locale === "en" && found.note ? found.note : found.name;
      return path === null ? [] : [{ key: `${kind}-${found.id}`, name, second: second(kind, found, locale), path }];
    });
    return hits.length > 0 ? [{ key: kind, name: words[kind] ?? kind, hits }] : [];
  });
}

/** The pages whose names hold the words; all of them while nothing is typed. */
export function pageGroup(pages: readonly MenuPage[], q: string, locale: Locale): HitGroup[] {
  const { shell, finder } = messages(locale);
  const hits = pages.filter((page) => q === "" || namesPage(page.word, q)).map((page): Hit => ({ key: `page-${page.word}`, name: shell[page.word], second: "", path: page.path }));
  return hits.length > 0 ? [{ key: "pages", name: finder.pages, hits }] : [];
}

/** The words of the last times, offered while nothing is typed. */
export function recentGroup(recent: readonly string[], locale: Locale): HitGroup[] {
  const hits = recent.map((words): Hit => ({ key: `recent-${words}`, name: words, second: "", path: "", words }));
  return hits.length > 0 ? [{ key: "recent", name: messages(locale).finder.recent, hits }] : [];
}
