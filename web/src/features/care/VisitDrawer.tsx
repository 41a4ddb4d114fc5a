/** Recording a visit, or changing what no fact carries of one. */
import { care, type Visit } from "@/api/care";
import { UnitChoice } from "@/api/recordChoices";
import { useAct } from "@/api/useAct";
import { fill, useText } from "@/locales";
import { DateField } from "@/ui/fields";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TermField, TextField } from "@/ui/wordFields";
import { PartyFields } from "./Party";

interface Typed { code: string; mode: Visit["mode"]; purpose: Visit["purpose"]; visited_on: string; unit: string; officer: string; company_id?: string; project_id?: string; progress?: string; needs?: string }

/** The form beside the page. */
export function VisitDrawer({ visit = null, month, onDone, onClose }: { visit?: Visit | null; month: string | null; onDone?: (id: string) => void; onClose: () => void }) {
  const t = useText("care");
  const common = useText("common");
  const records = useText("records");
  const fixed = visit !== null;
  const act = useAct((typed: Typed) => {
    const party = { company_id: typed.company_id || null, project_id: typed.project_id || null };
    const [progress, needs] = [typed.progress?.trim() ?? "", typed.needs?.trim() ?? ""];
    return visit
      ? care.update_visit(visit.id, { ...party, officer: typed.officer.trim(), progress, needs })
      : care.create_visit({ ...party, code: typed.code.trim(), mode: typed.mode, purpose: typed.purpose, visited_on: typed.visited_on, unit: typed.unit, officer: typed.officer.trim(), progress: progress || null, needs: needs || null });
  });
  const first = visit
    ? { code: visit.code, mode: visit.mode, purpose: visit.purpose, visited_on: visit.visited_on, unit: visit.unit.code, officer: visit.officer, company_id: visit.company?.id, project_id: visit.project?.id, progress: visit.progress ?? undefined, needs: visit.needs ?? undefined }
    : {};
  return (
    <RecordDrawer title={fixed ? t.visit_edit : t.visit_new} verb={fixed ? common.save : t.visit_submit} act={act} first={first} draft={fixed ? undefined : "visit.new"} month={fixed ? null : month} done={fixed ? common.saved : fill(records.recorded, { month: month ?? "—" })} onDone={(done) => onDone?.(done.id)} onClose={onClose}>
      {fixed && <p className="notice">{records.frozen}</p>}
      <TextField name="code" label={t.visit_code} max={40} disabled={fixed} />
      <PartyFields />
      <TermField name="mode" label={t.mode} group="visit_mode" disabled={fixed} />
      <TermField name="purpose" label={t.purpose} group="visit_purpose" disabled={fixed} />
      <DateField name="visited_on" label={t.visited_on} disabled={fixed} />
      <Field name="unit" label={records.unit}><UnitChoice disabled={fixed} /></Field>
      <TextField name="officer" label={t.officer} extra={t.officer_hint} max={60} />
      <TextField name="progress" label={t.progress} optional rows={2} max={1000} />
      <TextField name="needs" label={t.needs} optional rows={2} max={1000} />
    </RecordDrawer>
  );
}
