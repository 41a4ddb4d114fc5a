/** What a fact said when it was recognised: its fields in the field's words, unknown ones by their name. */
import { useIndicators } from "@/api/queries";
import { pick, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Facts } from "@/ui/Facts";
import { shownField, wordOf } from "./payload";

/** All fields of a payload. */
export function Payload({ payload }: { payload: Record<string, unknown> }) {
  const { locale } = useLocale();
  const common = useText("common");
  const { by_code } = useIndicators();
  const indicator = by_code.get(String(payload.indicator));
  const shown = (name: string, value: unknown) =>
    name === "indicator" && indicator ? pick(indicator.name, locale) : (wordOf(name, value, locale) ?? shownField(name, value, common, indicator?.unit));
  const items = Object.entries(payload).map(([name, value]) => ({ name: term("payload", name, locale), value: shown(name, value) }));
  return items.length > 0 ? <Facts wide items={items} /> : <p className="quiet">—</p>;
}
