/** Adding a unit or changing one. The code never changes: figures hang on it. */
import { Button, Form, Input, InputNumber, Select, Switch } from "antd";
import { orgs } from "@/api/calls";
import type { Unit, UnitIn } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { messages, useLocale, useText } from "@/locales";
import { FormDrawer } from "@/ui/FormDrawer";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";

interface Typed { code: string; name: string; name_en: string; kind: Unit["kind"]; parent_code: string | null; division_code?: string; ranked: boolean; row?: number | null; column?: number | null }

/** What the form sends; a tile needs both places. */
export function unitIn(typed: Typed): UnitIn {
  const { row, column, division_code, ...rest } = typed;
  return { ...rest, division_code: division_code?.trim() || null, tile: typeof row === "number" && typeof column === "number" ? { row, column } : null };
}

/** The form beside the table. */
export function UnitDrawer({ unit, units, onClose }: { unit: Unit | null; units: Unit[]; onClose: () => void }) {
  const t = useText("settings");
  const common = useText("common");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const { run, busy, problem } = useAct((typed: Typed) => {
    const { code, kind, ...rest } = unitIn(typed);
    // Code and kind are for good: figures hang on them.
    return unit ? orgs.update_unit(unit.code, rest) : orgs.create_unit({ code, kind, ...rest });
  });
  useFieldProblems(form, problem);
  const submit = async (typed: Typed) => {
    if (!(await run(typed))) return;
    say(common.saved);
    onClose();
  };
  const first: Partial<Typed> = unit
    ? { ...unit, division_code: unit.division_code ?? undefined, row: unit.tile?.row, column: unit.tile?.column }
    : { kind: "division", ranked: true, parent_code: units.find((each) => each.kind === "city")?.code };
  return (
    <FormDrawer title={unit ? t.unit_edit : t.unit_new} onClose={onClose}>
      <Form form={form} layout="vertical" className="form" initialValues={first} onFinish={(typed) => void submit(typed)}>
        <FormProblem problem={problem} />
        <Form.Item name="code" label={t.code} rules={[requiredRule(t.code, locale)]}><Input maxLength={12} disabled={unit !== null} style={{ maxWidth: 200 }} /></Form.Item>
        <Form.Item name="name" label={t.name} rules={[requiredRule(t.name, locale)]}><Input maxLength={40} /></Form.Item>
        <Form.Item name="name_en" label={t.name_en} rules={[requiredRule(t.name_en, locale)]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="kind" label={t.kind}><Select disabled={unit !== null} options={Object.entries(messages(locale).terms.unit_kind).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="parent_code" label={t.parent}><Select allowClear options={units.filter((each) => each.code !== unit?.code).map((each) => ({ value: each.code, label: each.name }))} /></Form.Item>
        <Form.Item name="division_code" label={t.division}><Input maxLength={6} style={{ maxWidth: 200 }} /></Form.Item>
        <Form.Item name="ranked" label={t.ranked} valuePropName="checked"><Switch /></Form.Item>
        <div className="tile-fields">
          <Form.Item name="row" label={`${t.tile} · ${t.tile_row}`}><InputNumber min={0} max={30} /></Form.Item>
          <Form.Item name="column" label={`${t.tile} · ${t.tile_column}`}><InputNumber min={0} max={30} /></Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={busy}>{common.save}</Button>
      </Form>
    </FormDrawer>
  );
}
