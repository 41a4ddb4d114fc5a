/** Recording a problem, or changing one; what its solution has booked is held. */
import { care, type CareProblem, type Visit } from "@/api/care";
import { UnitChoice } from "@/api/recordChoices";
import { useAct } from "@/api/useAct";
import { useText } from "@/locales";
import { DateField } from "@/ui/fields";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TermField, TextField } from "@/ui/wordFields";
import { PartyFields } from "./Party";

interface Typed { code: string; category: CareProblem["category"]; unit: string; company_id?: string; project_id?: string; raised_on: string; description: string }

/** The form beside the page; from a visit it begins with whom the visit was to. */
export function ProblemDrawer({ problem = null, visit = null, onDone, onClose }: { problem?: CareProblem | null; visit?: Visit | null; onDone?: (id: string) => void; onClose: () => void }) {
  const t = useText("care");
  const common = useText("common");
  const records = useText("records");
  const solved = Boolean(problem?.solution);
  const act = useAct((typed: Typed) => {
    const body = { company_id: typed.company_id || null, project_id: typed.project_id || null, raised_on: typed.raised_on, description: typed.description.trim() };
    const counted = solved ? {} : { category: typed.category, unit: typed.unit };
    return problem ? care.update_problem(problem.id, { ...body, ...counted }) : care.create_problem({ ...body, code: typed.code.trim(), category: typed.category, unit: typed.unit, visit_id: visit?.id ?? null });
  });
  const first = problem
    ? { code: problem.code, category: problem.category, unit: problem.unit.code, company_id: problem.company?.id, project_id: problem.project?.id, raised_on: problem.raised_on, description: problem.description }
    : visit ? { company_id: visit.company?.id, project_id: visit.project?.id, unit: visit.unit.code, raised_on: visit.visited_on, description: visit.needs ?? undefined } : {};
  return (
    <RecordDrawer title={problem ? t.problem_edit : t.problem_new} verb={problem ? common.save : t.problem_submit} act={act} first={first} draft={problem || visit ? undefined : "problem.new"} done={common.saved} onDone={(done) => onDone?.(done.id)} onClose={onClose}>
      {solved && <p className="notice">{records.frozen}</p>}
      <TextField name="code" label={t.problem_code} max={40} disabled={problem !== null} />
      <PartyFields />
      <TermField name="category" label={t.category} group="problem_category" disabled={solved} />
      <Field name="unit" label={records.unit}><UnitChoice disabled={solved} /></Field>
      <DateField name="raised_on" label={t.raised_on} />
      <TextField name="description" label={t.description} rows={3} max={1000} />
    </RecordDrawer>
  );
}
