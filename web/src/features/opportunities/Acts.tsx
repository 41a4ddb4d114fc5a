/** Publishing an opportunity, and taking it out of stock. */
import { Form } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { work } from "@/api/calls";
import { ProjectChoice } from "@/api/choices";
import type { Raw } from "@/api/contract";
import { channels, type Opportunity } from "@/api/records";
import { useAct } from "@/api/useAct";
import { fill, useText } from "@/locales";
import { DateField } from "@/ui/fields";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TermField, TextField } from "@/ui/wordFields";

/** Where and when it was published. */
export function PublishDrawer({ opportunity, month, onClose }: { opportunity: Opportunity; month: string | null; onClose: () => void }) {
  const t = useText("opportunities");
  const act = useAct((typed: { channel: string; published_on: string }) => channels.publish(opportunity.id, { channel: typed.channel.trim(), published_on: typed.published_on }));
  return (
    <RecordDrawer title={`${t.publish_title} · ${opportunity.name}`} verb={t.publish} act={act} month={month} done={fill(t.publish_done, { month: month ?? "—" })} onClose={onClose}>
      <TextField name="channel" label={t.channel} extra={t.channel_hint} max={80} />
      <DateField name="published_on" label={t.publish_on} />
    </RecordDrawer>
  );
}

interface Closing { closed_on: string; outcome: Raw["OpportunityOutcome"]; project_id?: string }

/** When and why it leaves the stock; where it was matched, the project that it became. */
export function ClosingDrawer({ opportunity, month, onClose }: { opportunity: Opportunity; month: string | null; onClose: () => void }) {
  const t = useText("opportunities");
  const client = useQueryClient();
  const act = useAct(async ({ closed_on, outcome, project_id }: Closing) => {
    // The field knows the project by its id, the server takes its code.
    const project = outcome === "matched" && project_id ? await client.fetchQuery({ queryKey: ["project", project_id], queryFn: () => work.project(project_id) }) : null;
    return channels.close_opportunity(opportunity.id, { closed_on, outcome, project: project?.code ?? null });
  });
  return (
    <RecordDrawer title={`${t.close} · ${opportunity.name}`} verb={t.close_submit} act={act} month={month} done={fill(t.close_done, { month: month ?? "—" })} onClose={onClose}>
      <DateField name="closed_on" label={t.closed_on} />
      <TermField name="outcome" label={t.outcome} group="opportunity_outcome" />
      <Form.Item noStyle dependencies={["outcome"]}>
        {({ getFieldValue }) => getFieldValue("outcome") === "matched" && <Field name="project_id" label={t.project} extra={t.project_hint}><ProjectChoice /></Field>}
      </Form.Item>
    </RecordDrawer>
  );
}
