/** Sentences for the server's error codes. */
import { fill, messages, type Locale } from "./index";

/** The sentence for a code with its parameters; an unknown code is named, so that it can be reported. */
export function problemText(code: string | null | undefined, params: Record<string, unknown> | undefined, locale: Locale): string {
  const words: Record<string, string> = messages(locale).errors;
  const sentence = code ? words[code] : undefined;
  return sentence ? fill(sentence, params) : fill(words["client.unknown"] ?? "{code}", { code: code ?? "?" });
}
