/** A new campaign, or changing one: its window, what it rests on, its goals. */
import { Button, Form, Input, Select } from "antd";
import { useIndicators } from "@/api/queries";
import { outreach, type Campaign } from "@/api/records";
import { useAct } from "@/api/useAct";
import { fill, pick, useLocale, useText } from "@/locales";
import { MonthField } from "@/ui/fields";
import { requiredRule } from "@/ui/FormProblem";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { termOptions, TextField } from "@/ui/wordFields";
import { goalsIn, goalUnit, typedGoals, type TypedGoal } from "./goals";

interface Typed { code: string; name: string; from_month: string; until_month: string; basis?: string; goals?: TypedGoal[] }

function Goal({ at, onRemove }: { at: number; onRemove: () => void }) {
  const t = useText("campaigns");
  const common = useText("common");
  const { locale } = useLocale();
  const { items, by_code } = useIndicators();
  const form = Form.useFormInstance();
  const code = Form.useWatch<string | undefined>(["goals", at, "indicator"], form);
  const measure = Form.useWatch<string | undefined>(["goals", at, "measure"], form);
  const indicator = by_code.get(code ?? "");
  const unit = goalUnit(indicator?.unit, measure);
  const suffix = unit === "CNY" ? t.goal_yi : unit === "percent" ? t.goal_percent : pick(indicator?.count_unit, locale);
  return (
    <fieldset className="goal">
      <legend>{fill(t.goal_nth, { n: at + 1 })} <Button type="link" size="small" onClick={onRemove}>{common.remove}</Button></legend>
      <Form.Item name={[at, "indicator"]} label={t.goal_indicator} rules={[requiredRule(t.goal_indicator, locale)]}>
        <Select showSearch={{ optionFilterProp: "label" }} options={(items ?? []).filter((each) => each.unit !== "boolean").map((each) => ({ value: each.code, label: pick(each.name, locale) }))} />
      </Form.Item>
      <Form.Item name={[at, "measure"]} label={t.goal_measure} rules={[requiredRule(t.goal_measure, locale)]}><Select options={termOptions("goal_measure", locale)} /></Form.Item>
      <Form.Item name={[at, "value"]} label={t.goal_value} rules={[requiredRule(t.goal_value, locale)]}><Input inputMode="decimal" suffix={suffix || undefined} autoComplete="off" /></Form.Item>
      <Form.Item name={[at, "until_month"]} label={t.goal_until} rules={[requiredRule(t.goal_until, locale), { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, message: "YYYY-MM" }]}><Input placeholder="2023-06" maxLength={7} /></Form.Item>
    </fieldset>
  );
}

/** The form beside the page. */
export function CampaignDrawer({ campaign = null, onDone, onClose }: { campaign?: Campaign | null; onDone?: (id: string) => void; onClose: () => void }) {
  const t = useText("campaigns");
  const common = useText("common");
  const { by_code } = useIndicators();
  const act = useAct((typed: Typed) => {
    const body = { name: typed.name.trim(), from_month: typed.from_month, until_month: typed.until_month, basis: typed.basis?.trim() ?? "", goals: goalsIn(typed.goals, (code) => by_code.get(code)?.unit) };
    return campaign ? outreach.update_campaign(campaign.id, body) : outreach.create_campaign({ ...body, basis: body.basis || null, code: typed.code.trim() });
  });
  const first = campaign ? { code: campaign.code, name: campaign.name, from_month: campaign.from_month, until_month: campaign.until_month, basis: campaign.basis ?? undefined, goals: typedGoals(campaign) } : { goals: [] };
  return (
    <RecordDrawer title={campaign ? t.edit : t.new} verb={campaign ? common.save : t.submit} act={act} first={first} draft={campaign ? undefined : "campaign.new"} done={campaign ? common.saved : t.created} onDone={(done) => onDone?.(done.id)} onClose={onClose}>
      <TextField name="code" label={t.code} max={40} disabled={campaign !== null} />
      <TextField name="name" label={t.name} />
      <MonthField name="from_month" label={t.from_month} />
      <MonthField name="until_month" label={t.until_month} />
      <TextField name="basis" label={t.basis} optional />
      <Form.List name="goals">
        {(fields, { add, remove }) => (
          <div className="goals">
            {fields.map((field) => <Goal key={field.key} at={field.name} onRemove={() => remove(field.name)} />)}
            <p><Button size="small" onClick={() => add({ measure: "value" })}>{t.goal_add}</Button></p>
          </div>
        )}
      </Form.List>
    </RecordDrawer>
  );
}
