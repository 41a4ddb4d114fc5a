/** What a fact said when it was recognised: its fields in the field's words, unknown ones by their name. */
import { basisPoints, exactMoney } from "@/lib/format";
import { useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Facts } from "@/ui/Facts";

function shown(name: string, value: unknown, words: { yes: string; no: string }): string {
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number" && name.endsWith("_bp")) return `${basisPoints(value)}%`;
  if (typeof value === "number" && name.endsWith("_fen")) return String(value);
  if (typeof value === "string" && /^-?\d+\.\d{2}$/.test(value)) return exactMoney(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** All fields of a payload. */
export function Payload({ payload }: { payload: Record<string, unknown> }) {
  const { locale } = useLocale();
  const common = useText("common");
  const items = Object.entries(payload).map(([name, value]) => ({
    name: term("payload", name, locale),
    value: name === "fund_kind" || name === "kind" ? term("fund_kind", String(value), locale) : shown(name, value, common),
  }));
  return items.length > 0 ? <Facts wide items={items} /> : <p className="quiet">—</p>;
}
