/** What a visit's need becomes: a lead (a registered project), or an opportunity in stock. */
import { care, type NeedIn, type Visit } from "@/api/care";
import { ProjectChoice } from "@/api/choices";
import { UnitChoice } from "@/api/recordChoices";
import { useAct } from "@/api/useAct";
import { typedYuan } from "@/lib/typed";
import { fill, useText } from "@/locales";
import { DateField, MoneyField } from "@/ui/fields";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TermField, TextField } from "@/ui/wordFields";

/** The project that the need led to. */
export function LeadDrawer({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const t = useText("care");
  const records = useText("records");
  const act = useAct(({ lead_project_id }: { lead_project_id: string }) => care.update_visit(visit.id, { lead_project_id }));
  return (
    <RecordDrawer title={`${t.to_lead} · ${visit.code}`} verb={t.to_lead_submit} act={act} first={{ lead_project_id: visit.lead_project?.id }} done={t.to_lead_done} onClose={onClose}>
      {visit.needs && <p className="notice record-text">{visit.needs}</p>}
      <Field name="lead_project_id" label={records.project} extra={t.to_lead_hint}><ProjectChoice /></Field>
    </RecordDrawer>
  );
}

interface Typed { code: string; name: string; category: NeedIn["category"]; unit: string; reserved_on: string; investment?: string; chain?: string; content?: string }

/** The opportunity that the need becomes; it is put in stock. */
export function NeedDrawer({ visit, month, onClose }: { visit: Visit; month: string | null; onClose: () => void }) {
  const t = useText("care");
  const words = useText("opportunities");
  const records = useText("records");
  const act = useAct((typed: Typed) =>
    care.need_to_opportunity(visit.id, {
      code: typed.code.trim(), name: typed.name.trim(), category: typed.category, unit: typed.unit, reserved_on: typed.reserved_on,
      investment: typed.investment ? typedYuan(typed.investment, 4) : null, chain: typed.chain?.trim() || null, content: typed.content?.trim() || null,
    }),
  );
  return (
    <RecordDrawer title={`${t.to_opportunity} · ${visit.code}`} verb={t.to_opportunity_submit} act={act} first={{ unit: visit.unit.code, content: visit.needs ?? undefined }} month={month} done={fill(t.to_opportunity_done, { month: month ?? "—" })} onClose={onClose}>
      <TextField name="code" label={words.code} max={40} />
      <TextField name="name" label={words.name} />
      <TermField name="category" label={words.category} group="opportunity_category" />
      <Field name="unit" label={records.unit}><UnitChoice /></Field>
      <DateField name="reserved_on" label={words.reserved_on} />
      <MoneyField name="investment" label={words.investment} optional min="0.01" />
      <TextField name="chain" label={words.chain} optional max={60} />
      <TextField name="content" label={words.content} optional rows={3} max={2000} />
    </RecordDrawer>
  );
}
