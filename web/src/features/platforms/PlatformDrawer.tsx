/** Recording a platform, or changing its name and what it has of the six. */
import { useQuery } from "@tanstack/react-query";
import { UnitChoice } from "@/api/recordChoices";
import { channels, type Components, type Platform } from "@/api/records";
import type { Raw } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { fill, pick, useLocale, useText } from "@/locales";
import { DateField } from "@/ui/fields";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TextField } from "@/ui/wordFields";

const SIX = ["direction", "task_force", "fund", "park", "institute", "policies"] as const;
type Typed = { code: string; name: string; unit: string; founded_on: string } & { [K in (typeof SIX)[number]]?: string };

/** The six as typed; an empty text takes one away. */
export function componentsOf(typed: Partial<Typed>): Components {
  return Object.fromEntries(SIX.map((each) => [each, typed[each]?.trim() ?? ""]));
}

/** The form beside the page. */
export function PlatformDrawer({ platform = null, month, onDone, onClose }: { platform?: Platform | null; month: string | null; onDone?: (id: string) => void; onClose: () => void }) {
  const t = useText("platforms");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const fixed = platform !== null;
  const six = useQuery({ queryKey: ["platform-components"], queryFn: channels.components, staleTime: 300_000 });
  const act = useAct((typed: Typed) => {
    const components = componentsOf(typed) as Raw["PlatformComponents"];
    return platform ? channels.update_platform(platform.id, { name: typed.name.trim(), components }) : channels.create_platform({ code: typed.code.trim(), name: typed.name.trim(), unit: typed.unit, founded_on: typed.founded_on, components });
  });
  const first = platform ? { code: platform.code, name: platform.name, unit: platform.unit.code, founded_on: platform.founded_on, ...Object.fromEntries(SIX.map((each) => [each, platform.components[each] ?? undefined])) } : {};
  return (
    <RecordDrawer title={fixed ? t.edit : t.new} verb={fixed ? common.save : t.submit} act={act} first={first} draft={fixed ? undefined : "platform.new"} month={fixed ? null : month} done={fixed ? common.saved : fill(records.recorded, { month: month ?? "—" })} onDone={(done) => onDone?.(done.id)} onClose={onClose}>
      {fixed && <p className="notice">{records.frozen}</p>}
      <TextField name="code" label={t.code} max={40} disabled={fixed} />
      <TextField name="name" label={t.name} />
      <Field name="unit" label={records.unit}><UnitChoice disabled={fixed} /></Field>
      <DateField name="founded_on" label={t.founded_on} disabled={fixed} />
      <p className="form-note">{t.components_note}</p>
      {SIX.map((each) => <TextField key={each} name={each} label={pick(six.data?.items.find((one) => one.component === each)?.name, locale) || each} optional max={120} />)}
    </RecordDrawer>
  );
}
