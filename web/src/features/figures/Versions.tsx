/** The versions of an indicator's definition, with the months from which they count. */
import type { Indicator } from "@/api/contract";
import { fill, pick, useLocale, useText } from "@/locales";
import { Tag } from "@/ui/Tag";

/** The newest first; `now` is the version that the shown figure used. */
export function Versions({ all, now }: { all: readonly Indicator[]; now: number }) {
  const t = useText("figures");
  const { locale } = useLocale();
  return (
    <ul className="versions">
      {[...all].reverse().map((each) => (
        <li key={each.version}>
          {fill(t.version, { n: each.version })} · {each.effective_month ? fill(t.effective, { month: each.effective_month }) : t.versions_always} {each.version === now && <Tag>{t.version_now}</Tag>}
          {all.length > 1 && each.version !== now && <small>{pick(each.definition, locale)}</small>}
        </li>
      ))}
    </ul>
  );
}
