/** Recording an activity, or changing what no fact carries of one. */
import { CampaignChoice, DivisionsChoice, UnitsChoice } from "@/api/recordChoices";
import { outreach, type Activity, type ActivityIn, type ActivityPatch } from "@/api/records";
import { useAct } from "@/api/useAct";
import { fill, useText } from "@/locales";
import { DateField } from "@/ui/fields";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TermField, TextField } from "@/ui/wordFields";

interface Typed {
  code: string; name: string; kind: Activity["kind"]; begins_on: string; ends_on?: string; places: string[]; organisers: string[];
  leader: Activity["leader"]; convener?: string; campaign?: string; chain?: string;
}

const words = (text: string | undefined) => text?.trim() || null;

/** What the form sends for a new activity. */
export function activityIn(typed: Typed): ActivityIn {
  return { ...typed, code: typed.code.trim(), name: typed.name.trim(), ends_on: words(typed.ends_on), convener: words(typed.convener), campaign: words(typed.campaign), chain: words(typed.chain) };
}

/** What changes of a recorded one; an empty text takes a value away. */
export function activityPatch(typed: Typed): ActivityPatch {
  return { name: typed.name.trim(), ends_on: words(typed.ends_on), places: typed.places, convener: typed.convener?.trim() ?? "", campaign: typed.campaign ?? "", chain: typed.chain?.trim() ?? "" };
}

function typedOf(activity: Activity): Typed {
  return {
    code: activity.code, name: activity.name, kind: activity.kind, begins_on: activity.begins_on, ends_on: activity.ends_on ?? undefined,
    places: activity.places.map((each) => each.code), organisers: activity.organisers.map((each) => each.code), leader: activity.leader,
    convener: activity.convener ?? undefined, campaign: activity.campaign?.code, chain: activity.chain ?? undefined,
  };
}

/** The form beside the page. */
export function ActivityDrawer({ activity = null, month, onDone, onClose }: { activity?: Activity | null; month: string | null; onDone?: (id: string) => void; onClose: () => void }) {
  const t = useText("activities");
  const common = useText("common");
  const records = useText("records");
  const act = useAct((typed: Typed) => (activity ? outreach.update_activity(activity.id, activityPatch(typed)) : outreach.create_activity(activityIn(typed))));
  const fixed = activity !== null;
  return (
    <RecordDrawer
      title={fixed ? t.edit : t.new}
      verb={fixed ? common.save : t.submit}
      act={act}
      first={activity ? typedOf(activity) : {}}
      draft={fixed ? undefined : "activity.new"}
      month={fixed ? null : month}
      done={fixed ? common.saved : fill(records.recorded, { month: month ?? "—" })}
      onDone={(done) => onDone?.(done.id)}
      onClose={onClose}
    >
      {fixed && <p className="notice">{records.frozen}</p>}
      <TextField name="code" label={t.form_code} max={40} disabled={fixed} />
      <TextField name="name" label={t.form_name} />
      <TermField name="kind" label={t.kind} group="activity_kind" disabled={fixed} />
      <DateField name="begins_on" label={t.begins_on} disabled={fixed} />
      <DateField name="ends_on" label={t.ends_on} extra={t.ends_hint} optional />
      <Field name="places" label={t.places}><DivisionsChoice /></Field>
      <Field name="organisers" label={t.organisers} extra={t.organisers_hint}><UnitsChoice disabled={fixed} /></Field>
      <TermField name="leader" label={t.leader} group="leader" disabled={fixed} />
      <TextField name="convener" label={t.convener} extra={t.convener_hint} optional max={60} />
      <Field name="campaign" label={t.campaign} optional><CampaignChoice /></Field>
      <TextField name="chain" label={t.chain} optional max={60} />
    </RecordDrawer>
  );
}
