/** Recording that a company or a project was met at an activity. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { CompanyChoice, DivisionChoice, ProjectChoice } from "@/api/choices";
import { outreach, type Activity, type MeetingIn } from "@/api/records";
import { useAct } from "@/api/useAct";
import { fill, useLocale, useText } from "@/locales";
import { requiredRule } from "@/ui/FormProblem";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TermField, TextField } from "@/ui/wordFields";

interface Typed { company_id?: string; unlisted?: boolean; company_name?: string; division?: string; uscc?: string; project_id?: string; our_level: MeetingIn["our_level"]; their_level: MeetingIn["their_level"]; outcome: MeetingIn["outcome"] }

/** What the form sends; a company that is not registered is named. */
export function meetingIn(typed: Typed): MeetingIn {
  const named = typed.unlisted ? { name: typed.company_name?.trim() ?? "", division: typed.division ?? "", uscc: typed.uscc?.trim().toUpperCase() || null } : null;
  return {
    company: named ?? (typed.company_id ? { id: typed.company_id } : null),
    project_id: typed.project_id || null,
    our_level: typed.our_level,
    their_level: typed.their_level,
    outcome: typed.outcome,
  };
}

/** The form beside the activity. */
export function MeetingDrawer({ activity, month, onClose }: { activity: Activity; month: string | null; onClose: () => void }) {
  const t = useText("activities");
  const records = useText("records");
  const companies = useText("companies");
  const { locale } = useLocale();
  const [unlisted, setUnlisted] = useState(false);
  const act = useAct((typed: Typed) => outreach.add_meeting(activity.id, meetingIn({ ...typed, unlisted })));
  return (
    <RecordDrawer title={`${t.meeting_add} · ${activity.name}`} verb={t.meeting_submit} act={act} first={{ outcome: "none" }} month={month} done={fill(records.recorded, { month: month ?? "—" })} onClose={onClose}>
      {unlisted ? (
        <>
          <TextField name="company_name" label={t.met_company} />
          <Field name="division" label={companies.division}><DivisionChoice /></Field>
          <Form.Item name="uscc" label={companies.uscc} rules={[{ pattern: /^\s*[0-9A-Za-z]{18}\s*$/, message: companies.uscc_invalid }]}><Input maxLength={20} autoComplete="off" /></Form.Item>
        </>
      ) : (
        <Form.Item
          name="company_id"
          label={t.met_company}
          dependencies={["project_id"]}
          rules={[({ getFieldValue }) => ({ validator: (_, value: string | undefined) => (value || getFieldValue("project_id") ? Promise.resolve() : Promise.reject(new Error(t.party_needed))) })]}
        >
          <CompanyChoice allowClear />
        </Form.Item>
      )}
      <Button type="link" size="small" className="party-turn" onClick={() => setUnlisted(!unlisted)}>{unlisted ? t.listed : t.unlisted}</Button>
      <Form.Item noStyle dependencies={["outcome"]}>
        {({ getFieldValue }) => (
          <Form.Item name="project_id" label={t.met_project} rules={getFieldValue("outcome") === "signed" ? [requiredRule(t.met_project, locale)] : []}><ProjectChoice allowClear /></Form.Item>
        )}
      </Form.Item>
      <TermField name="our_level" label={t.our_level} group="our_level" />
      <TermField name="their_level" label={t.their_level} group="their_level" />
      <TermField name="outcome" label={t.outcome} group="meeting_outcome" extra={t.outcome_hint} />
    </RecordDrawer>
  );
}
