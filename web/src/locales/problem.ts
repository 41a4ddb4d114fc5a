/** Sentences for the server's error codes. */
import { exactMoney, group } from "@/lib/format";
import { clockTime } from "@/lib/month";
import { asTyped } from "@/lib/typed";
import { fill, messages, type Locale } from "./index";
import { term } from "./term";

/** A mistake in a bulletin's text as the server names it; `detail` is technical English. */
export interface TemplateFault { code: string; line: number | null; nearest: string | null; detail: string }

/** True for a mistake of a template among a refusal's parameters. */
export function isTemplateFault(value: unknown): value is TemplateFault {
  return typeof value === "object" && value !== null && "code" in value && "detail" in value;
}

/** What was written, out of the engine's own words: its detail names it at the end or before "cannot be". */
function givenIn(detail: string): string | null {
  const named = /has the (?:code|measure) (.+)$/.exec(detail) ?? /line \d+: (.+) is not known$/.exec(detail);
  const argument = /line \d+: (.+) cannot be (.*)$/.exec(detail);
  return named?.[1] ?? (argument ? `${argument[1]}=${argument[2]}` : null);
}

/** A mistake as a sentence: where, what was written, what is wrong with it, and what was probably meant. */
export function faultText({ code, line, nearest, detail }: TemplateFault, locale: Locale): string {
  const { bulletins, common, errors } = messages(locale);
  const sentence = (errors as Record<string, string>)[code] ?? code;
  const given = givenIn(detail);
  const place = [line === null ? "" : fill(bulletins.fault_line, { line }), given === null ? "" : fill(bulletins.fault_given, { given })].filter(Boolean);
  // The engine says in English what stopped it; the signs that it met and expected need no language.
  const met = /unexpected (.+?), expected (.+)$/.exec(detail);
  const hint = nearest ? fill(bulletins.fault_nearest, { nearest }) : met ? fill(bulletins.fault_met, { met: met[1], expected: met[2] }) : "";
  return (place.length > 0 ? place.join(common.comma) + common.colon : "") + sentence + hint;
}

/** The parameters that are amounts of funds and projects. */
const MONEY = new Set(["amount", "arrived", "planned"]);

/** A parameter as a person reads it: codes in the field's words, money and instants in their form. */
function readable(name: string, value: unknown, locale: Locale): unknown {
  if (isTemplateFault(value)) return faultText(value, locale);
  if (Array.isArray(value)) return value.map((each) => readable(name, each, locale)).join(locale === "zh" ? "、" : ", ");
  if (typeof value === "object" && value !== null) return Object.values(value).join(" ");
  if (typeof value !== "string") return value;
  if (name === "milestone") return term("milestone", value, locale);
  if (name === "missing") return term("evidence", value, locale);
  if (name === "state") return term("import_state", value, locale);
  // Forms, lists and workbooks say 万元, so the Chinese sentences do as well; exactly, not rounded.
  // What was recognised may be anything: money among it brings its unit.
  if (name === "recognised" && /^-?\d+\.\d{2}$/.test(value)) return locale === "zh" ? `${group(asTyped(value, 4))} 万元` : `CNY ${exactMoney(value)}`;
  if (/^-?\d+\.\d{2}$/.test(value)) return locale === "zh" && MONEY.has(name) ? group(asTyped(value, 4)) : exactMoney(value);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? clockTime(value) : value;
}

/** The sentence for a code with its parameters; an unknown code is named, so that it can be reported. */
export function problemText(code: string | null | undefined, params: Record<string, unknown> | undefined, locale: Locale): string {
  const words: Record<string, string> = messages(locale).errors;
  const sentence = code ? words[code] : undefined;
  const shown = Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, readable(name, value, locale)]));
  return sentence ? fill(sentence, shown) : fill(words["client.unknown"] ?? "{code}", { code: code ?? "?" });
}
