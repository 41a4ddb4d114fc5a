/** Sentences for the server's error codes. */
import { exactMoney } from "@/lib/format";
import { clockTime } from "@/lib/month";
import { fill, messages, type Locale } from "./index";
import { term } from "./term";

/** A parameter as a person reads it: codes in the field's words, money and instants in their form. */
function readable(name: string, value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((each) => readable(name, each, locale)).join(locale === "zh" ? "、" : ", ");
  if (typeof value === "object" && value !== null) return Object.values(value).join(" ");
  if (typeof value !== "string") return value;
  if (name === "milestone") return term("milestone", value, locale);
  if (name === "missing") return term("evidence", value, locale);
  if (name === "state") return term("import_state", value, locale);
  if (/^-?\d+\.\d{2}$/.test(value)) return exactMoney(value);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? clockTime(value) : value;
}

/** The sentence for a code with its parameters; an unknown code is named, so that it can be reported. */
export function problemText(code: string | null | undefined, params: Record<string, unknown> | undefined, locale: Locale): string {
  const words: Record<string, string> = messages(locale).errors;
  const sentence = code ? words[code] : undefined;
  const shown = Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, readable(name, value, locale)]));
  return sentence ? fill(sentence, shown) : fill(words["client.unknown"] ?? "{code}", { code: code ?? "?" });
}
