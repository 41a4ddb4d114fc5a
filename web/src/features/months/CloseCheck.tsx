/** What one looks at before closing a month: units that handed in nothing, batches that wait for a person. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { intake, work } from "@/api/calls";
import { useUnits } from "@/api/queries";
import { count } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";

/** How many imports are looked through for waiting ones. */
const NEWEST = 200;

/** Two lines, each with the way to what it names. It bars nothing: closing over both is allowed. */
export function CloseCheck({ month }: { month: string }) {
  const t = useText("months");
  const { locale } = useLocale();
  const { data: units } = useUnits();
  const reporting = (units?.items ?? []).filter((unit) => unit.kind !== "city" && unit.ranked);
  const answers = useQueries({
    queries: reporting.map((unit) => ({ queryKey: ["funds", "any", month, unit.code], queryFn: () => work.funds({ month, unit: unit.code, limit: 1 }) })),
  });
  const batches = useQuery({ queryKey: ["imports", "waiting"], queryFn: () => intake.list({ limit: NEWEST }) });
  const silent = reporting.filter((_, at) => answers[at]?.data?.total === 0);
  const waiting = batches.data?.items.filter((batch) => batch.state === "preview");
  const asked = units !== undefined && answers.every((each) => each.data !== undefined);
  const comma = locale === "zh" ? "、" : ", ";
  return (
    <ul className="close-check" aria-label={t.check} aria-busy={!asked || !waiting}>
      <li>
        <b>{t.check_funds}</b>{" "}
        {!asked ? "…" : silent.length === 0 ? t.check_funds_all : (
          <>{fill(t.check_funds_none, { n: count(silent.length) })} {silent.map((unit, at) => <span key={unit.code}>{at > 0 && comma}<Link to={paths.funds({ unit: unit.code, booked: month })}>{unitName(unit, locale)}</Link></span>)}</>
        )}
      </li>
      <li>
        <b>{t.check_imports}</b>{" "}
        {!waiting ? "…" : waiting.length === 0 ? t.check_imports_none : (
          <>{fill(t.check_imports_some, { n: count(waiting.length) })} {waiting.map((batch, at) => <span key={batch.id}>{at > 0 && comma}<Link to={paths.import_batch(batch.id)}>{batch.file_name}</Link></span>)}</>
        )}
      </li>
    </ul>
  );
}
