/** The two languages and how a component gets its words. Chinese first, English complete. */
import { createContext, useContext } from "react";
import * as en from "./en";
import * as zh from "./zh";
import type { Words } from "./shape";

export { fill } from "./shape";

/** The languages of the client. */
export type Locale = "zh" | "en";
/** All words of a language, by area. */
export type Messages = Words<typeof zh>;

const ALL: Record<Locale, Messages> = { zh, en };
const KEY = "zhaoyin.locale";

/** The chosen language; Chinese where nothing was chosen. */
export function storedLocale(): Locale {
  try {
    return localStorage.getItem(KEY) === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
}

/** Remembers the language in this browser. */
export function storeLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** The words of a language outside a component. */
export function messages(locale: Locale): Messages {
  return ALL[locale];
}

/** The language now and how to change it. */
export const LocaleContext = createContext<{ locale: Locale; setLocale: (locale: Locale) => void }>({
  locale: "zh",
  setLocale: () => undefined,
});

/** The language now and how to change it. */
export function useLocale() {
  return useContext(LocaleContext);
}

/** The words of one area in the language now. */
export function useText<A extends keyof Messages>(area: A): Messages[A] {
  return ALL[useContext(LocaleContext).locale][area];
}

/** A name given in both languages, or a unit with `name` and `name_en`; falls back to Chinese. */
export function pick(name: { zh: string; en: string } | null | undefined, locale: Locale): string {
  if (!name) return "";
  return locale === "en" && name.en ? name.en : name.zh;
}

/** The name of a unit, division or city in the language now. */
export function unitName(unit: { name: string; name_en?: string | null } | null | undefined, locale: Locale): string {
  if (!unit) return "";
  return locale === "en" && unit.name_en ? unit.name_en : unit.name;
}
