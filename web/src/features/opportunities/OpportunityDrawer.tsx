/** Putting an opportunity in stock, or changing what no fact carries of one. */
import { UnitChoice } from "@/api/recordChoices";
import { channels, type Opportunity } from "@/api/records";
import type { Raw } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { asTyped, typedYuan } from "@/lib/typed";
import { fill, useText } from "@/locales";
import { DateField, MoneyField } from "@/ui/fields";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TermField, TextField } from "@/ui/wordFields";

interface Typed { code: string; name: string; category: Raw["OpportunityCategory"]; unit: string; chain?: string; investment?: string; reserved_on: string; content?: string }

const words = (text: string | undefined) => text?.trim() || null;

/** The form beside the page. */
export function OpportunityDrawer({ opportunity = null, month, onDone, onClose }: { opportunity?: Opportunity | null; month: string | null; onDone?: (id: string) => void; onClose: () => void }) {
  const t = useText("opportunities");
  const common = useText("common");
  const records = useText("records");
  const fixed = opportunity !== null;
  const act = useAct((typed: Typed) =>
    opportunity
      ? channels.update_opportunity(opportunity.id, { name: typed.name.trim(), chain: typed.chain?.trim() ?? "", content: typed.content?.trim() ?? "" })
      : channels.create_opportunity({ ...typed, code: typed.code.trim(), name: typed.name.trim(), chain: words(typed.chain), content: words(typed.content), investment: typed.investment ? typedYuan(typed.investment, 4) : null }),
  );
  const first = opportunity
    ? { code: opportunity.code, name: opportunity.name, category: opportunity.category, unit: opportunity.unit.code, chain: opportunity.chain ?? undefined, investment: asTyped(opportunity.investment, 4) || undefined, reserved_on: opportunity.reserved_on, content: opportunity.content ?? undefined }
    : {};
  return (
    <RecordDrawer title={fixed ? t.edit : t.new} verb={fixed ? common.save : t.submit} act={act} first={first} draft={fixed ? undefined : "opportunity.new"} month={fixed ? null : month} done={fixed ? common.saved : fill(records.recorded, { month: month ?? "—" })} onDone={(done) => onDone?.(done.id)} onClose={onClose}>
      {fixed && <p className="notice">{records.frozen}</p>}
      <TextField name="code" label={t.code} max={40} disabled={fixed} />
      <TextField name="name" label={t.name} />
      <TermField name="category" label={t.category} group="opportunity_category" disabled={fixed} />
      <Field name="unit" label={records.unit}><UnitChoice disabled={fixed} /></Field>
      <DateField name="reserved_on" label={t.reserved_on} disabled={fixed} />
      <MoneyField name="investment" label={t.investment} optional disabled={fixed} min="0.01" />
      <TextField name="chain" label={t.chain} optional max={60} />
      <TextField name="content" label={t.content} optional rows={3} max={2000} />
    </RecordDrawer>
  );
}
