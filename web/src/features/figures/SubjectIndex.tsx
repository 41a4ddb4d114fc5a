/** The index of subjects above the catalogue: one is chosen, or all. */
import { useText } from "@/locales";
import type { Subject } from "./subjects";

/** Each subject with how many indicators it has. */
export function SubjectIndex({ groups, total, chosen, onChoose }: { groups: { subject: Subject; indicators: unknown[] }[]; total: number; chosen: string; onChoose: (subject: string) => void }) {
  const t = useText("figures");
  const common = useText("common");
  const entry = (key: string, name: string, count: number) => (
    <button key={key} type="button" className="bare-button line-button subject" aria-pressed={chosen === key} onClick={() => onChoose(key)}>{name} <small>{count}</small></button>
  );
  return (
    <nav className="subjects" aria-label={t.subject}>
      {entry("", common.all, total)}
      {groups.map(({ subject, indicators }) => entry(subject, t[`subject_${subject}`], indicators.length))}
    </nav>
  );
}
