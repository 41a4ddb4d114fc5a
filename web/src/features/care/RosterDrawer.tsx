/** Putting a company or project on the roster, or changing its rule and officer. */
import { care, type Roster } from "@/api/care";
import { UnitChoice } from "@/api/recordChoices";
import { useAct } from "@/api/useAct";
import { fill, useText } from "@/locales";
import { DateField } from "@/ui/fields";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TextField } from "@/ui/wordFields";
import { PartyFields } from "./Party";

interface Typed { company_id?: string; project_id?: string; unit: string; enrolled_on: string; rule: string; officer: string }

/** The form beside the page. */
export function RosterDrawer({ roster = null, month, onDone, onClose }: { roster?: Roster | null; month: string | null; onDone?: (id: string) => void; onClose: () => void }) {
  const t = useText("care");
  const common = useText("common");
  const records = useText("records");
  const fixed = roster !== null;
  const act = useAct((typed: Typed) => {
    const free = { rule: typed.rule.trim(), officer: typed.officer.trim() };
    return roster ? care.update_roster(roster.id, free) : care.enrol({ ...free, company_id: typed.company_id || null, project_id: typed.project_id || null, unit: typed.unit, enrolled_on: typed.enrolled_on });
  });
  const first = roster ? { company_id: roster.company?.id, project_id: roster.project?.id, unit: roster.unit.code, enrolled_on: roster.enrolled_on, rule: roster.rule, officer: roster.officer } : {};
  return (
    <RecordDrawer title={fixed ? t.roster_edit : t.enrol} verb={fixed ? common.save : t.enrol_submit} act={act} first={first} draft={fixed ? undefined : "roster.new"} month={fixed ? null : month} done={fixed ? common.saved : fill(records.recorded, { month: month ?? "—" })} onDone={(done) => onDone?.(done.id)} onClose={onClose}>
      {fixed && <p className="notice">{records.frozen}</p>}
      <PartyFields one disabled={fixed} />
      <Field name="unit" label={records.unit}><UnitChoice disabled={fixed} /></Field>
      <DateField name="enrolled_on" label={t.enrolled_on} disabled={fixed} />
      <TextField name="rule" label={t.rule} max={200} />
      <TextField name="officer" label={t.officer} extra={t.officer_hint} max={60} />
    </RecordDrawer>
  );
}
