/** Making a company a target, or changing the chain and node it is wanted for. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { chains, type Target } from "@/api/care";
import { CompanyChoice } from "@/api/choices";
import { UnitChoice } from "@/api/recordChoices";
import { useAct } from "@/api/useAct";
import { fill, useLocale, useText } from "@/locales";
import { DateField } from "@/ui/fields";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TermField, TextField } from "@/ui/wordFields";

interface Typed { company_id: string; batch: string; chain_id: string; node_id?: string; unit: string; recommended_by: Target["recommended_by"]; targeted_on: string }

function ChainFields() {
  const t = useText("chains");
  const { locale } = useLocale();
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<string | undefined>("chain_id", form);
  const list = useQuery({ queryKey: ["chains"], queryFn: chains.list });
  const chain = useQuery({ queryKey: ["chain", chosen], queryFn: () => chains.get(chosen ?? ""), enabled: Boolean(chosen) });
  return (
    <>
      <Field name="chain_id" label={t.chain}>
        <Select showSearch={{ optionFilterProp: "label" }} onChange={() => form.setFieldValue("node_id", undefined)} options={(list.data?.items ?? []).map((each) => ({ value: each.id, label: locale === "en" && each.name_en ? each.name_en : each.name }))} />
      </Field>
      <Field name="node_id" label={t.node} optional><Select allowClear showSearch={{ optionFilterProp: "label" }} options={(chain.data?.nodes ?? []).map((each) => ({ value: each.id, label: each.name }))} /></Field>
    </>
  );
}

/** The form beside the page. */
export function TargetDrawer({ target = null, month, onDone, onClose }: { target?: Target | null; month: string | null; onDone?: (id: string) => void; onClose: () => void }) {
  const t = useText("chains");
  const common = useText("common");
  const records = useText("records");
  const fixed = target !== null;
  const act = useAct((typed: Typed) => {
    const place = { chain_id: typed.chain_id, node_id: typed.node_id ?? null };
    return target ? chains.update_target(target.id, place) : chains.create_target({ ...typed, ...place, batch: typed.batch.trim() });
  });
  const first = target ? { company_id: target.company.id, batch: target.batch, chain_id: target.chain.id, node_id: target.node?.id, unit: target.unit.code, recommended_by: target.recommended_by, targeted_on: target.targeted_on } : {};
  return (
    <RecordDrawer title={fixed ? t.target_edit : t.target_new} verb={fixed ? common.save : t.target_submit} act={act} first={first} draft={fixed ? undefined : "target.new"} month={fixed ? null : month} done={fixed ? common.saved : fill(records.recorded, { month: month ?? "—" })} onDone={(done) => onDone?.(done.id)} onClose={onClose}>
      {fixed && <p className="notice">{records.frozen}</p>}
      <Field name="company_id" label={records.company}><CompanyChoice disabled={fixed} /></Field>
      <TextField name="batch" label={t.batch} max={40} disabled={fixed} />
      <ChainFields />
      <Field name="unit" label={records.unit}><UnitChoice disabled={fixed} /></Field>
      <TermField name="recommended_by" label={t.recommended_by} group="recommender" disabled={fixed} />
      <DateField name="targeted_on" label={t.targeted_on} disabled={fixed} />
    </RecordDrawer>
  );
}
