/** Recording a policy document, or changing what no fact carries of one. */
import { CampaignChoice } from "@/api/recordChoices";
import { outreach, type PolicyDocument } from "@/api/records";
import { useAct } from "@/api/useAct";
import { fill, useText } from "@/locales";
import { DateField } from "@/ui/fields";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TermField, TextField } from "@/ui/wordFields";

interface Typed { number: string; name: string; nature: PolicyDocument["nature"]; theme: PolicyDocument["theme"]; issuer: string; issued_on: string; campaign?: string }

/** The form beside the page. */
export function DocumentDrawer({ document = null, month, onClose }: { document?: PolicyDocument | null; month: string | null; onClose: () => void }) {
  const t = useText("documents");
  const common = useText("common");
  const records = useText("records");
  const act = useAct((typed: Typed): Promise<unknown> =>
    document
      ? outreach.update_document(document.id, { name: typed.name.trim(), campaign: typed.campaign ?? "" })
      : outreach.create_document({ ...typed, number: typed.number.trim(), name: typed.name.trim(), issuer: typed.issuer.trim(), campaign: typed.campaign || null }),
  );
  const fixed = document !== null;
  const first = document ? { number: document.number, name: document.name, nature: document.nature, theme: document.theme, issuer: document.issuer, issued_on: document.issued_on, campaign: document.campaign?.code } : {};
  return (
    <RecordDrawer title={fixed ? t.edit : t.new} verb={fixed ? common.save : t.submit} act={act} first={first} draft={fixed ? undefined : "document.new"} month={fixed ? null : month} done={fixed ? common.saved : fill(records.recorded, { month: month ?? "—" })} onClose={onClose}>
      {fixed && <p className="notice">{records.frozen}</p>}
      <TextField name="number" label={t.number} max={60} disabled={fixed} />
      <TextField name="name" label={t.name} max={200} />
      <TermField name="nature" label={t.nature} group="document_nature" disabled={fixed} />
      <TermField name="theme" label={t.theme} group="document_theme" disabled={fixed} />
      <TextField name="issuer" label={t.issuer} extra={t.issuer_hint} max={80} disabled={fixed} />
      <DateField name="issued_on" label={t.issued_on} disabled={fixed} />
      <Field name="campaign" label={t.campaign} optional><CampaignChoice /></Field>
    </RecordDrawer>
  );
}
