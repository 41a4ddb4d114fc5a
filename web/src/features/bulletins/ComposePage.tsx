/** Composing a bulletin: a template, its text, the live preview with clickable figures, the issue. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useDeferredValue, useRef, useState } from "react";
import { dispatch } from "@/api/calls";
import { toProblem } from "@/api/problem";
import { useSession } from "@/api/queries";
import { useMonth } from "@/api/useMonth";
import { dropDraft, keepDraft, readDraft } from "@/lib/draft";
import { useFilters } from "@/lib/filters";
import { fill, useText } from "@/locales";
import { Fault } from "@/ui/Fault";
import { PageHead } from "@/ui/PageHead";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { useSettled } from "@/ui/useSettled";
import { insertAt, speaksOfCampaign } from "./call";
import { Catalogue } from "./Catalogue";
import { Choices } from "./Choices";
import { Faults } from "./Faults";
import { IssueForm } from "./IssueForm";
import { Paper } from "./Paper";
import { TemplateActs } from "./TemplateActs";
import { typedNumbers } from "./typed";
import "./bulletins.css";

const KEYS = ["template", "campaign"] as const;

/** The page of a draft. */
export function ComposePage() {
  const t = useText("bulletins");
  const common = useText("common");
  const { filters, set } = useFilters(KEYS);
  const { month, row } = useMonth();
  const { data: session } = useSession();
  const area = useRef<TextAreaRef>(null);
  const [listing, setListing] = useState(false);
  const templates = useQuery({ queryKey: ["bulletin-templates"], queryFn: dispatch.templates, staleTime: 300_000 });
  const template = templates.data?.items.find((each) => each.code === filters.template) ?? templates.data?.items[0];
  const draft = `bulletin.${template?.code ?? ""}`;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const body = template ? (typed[template.code] ?? readDraft<string>(draft) ?? template.body) : "";
  const own = template !== undefined && body !== template.body;
  const settled = useSettled(useDeferredValue(body));
  const campaign = filters.campaign !== "" && speaksOfCampaign(settled) ? { campaign: filters.campaign } : {};
  const preview = useQuery({
    queryKey: ["bulletin-preview", template?.code, month, settled, campaign],
    queryFn: () => dispatch.preview({ ...(settled === template?.body ? { template: template.code } : { body: settled }), month: month ?? "", ...campaign }),
    enabled: template !== undefined && month !== null && settled !== "",
    placeholderData: (before) => before,
  });
  const write = (text: string) => {
    if (!template) return;
    setTyped((now) => ({ ...now, [template.code]: text }));
    if (text === template.body) dropDraft(draft);
    else keepDraft(draft, text);
  };
  // What was saved is the template now: the draft of the one that it came from is no longer needed.
  const forget = (code: string, next?: string) => {
    dropDraft(draft);
    setTyped((now) => Object.fromEntries(Object.entries(now).filter(([each]) => each !== code)));
    set({ template: next ?? "" });
  };
  const kept = (code: string) => forget(template?.code ?? "", code);
  const insert = (piece: string) => {
    const field = area.current?.resizableTextArea?.textArea;
    const placed = insertAt(body, piece, field?.selectionStart ?? body.length, field?.selectionEnd ?? body.length);
    write(placed.text);
    // The field takes its new text first; then the cursor goes behind what was written.
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(placed.cursor, placed.cursor);
    });
  };
  if (templates.error) return <div className="page"><Fault problem={toProblem(templates.error)} onRetry={() => void templates.refetch()} /></div>;
  if (!template || !month) return <div className="page"><Skeleton lines={12} /></div>;
  const numbers = typedNumbers(preview.data?.typed_numbers ?? []);
  return (
    <div className="page">
      <PageHead title={t.compose}>{month}</PageHead>
      <div className="compose">
        <div className="stack">
          <Section title={t.body} hint={t.body_hint} actions={<><Button type="link" size="small" onClick={() => setListing(true)}>{t.catalogue}</Button>{own && <Button size="small" onClick={() => write(template.body)}>{t.reset}</Button>}</>}>
            <Form layout="vertical">
              <Choices templates={templates.data?.items ?? []} template={template} body={body} campaign={filters.campaign} onTemplate={(code) => set({ template: code })} onCampaign={(code) => set({ campaign: code })} />
              <Input.TextArea ref={area} className="markdown" aria-label={t.body} value={body} spellCheck={false} autoSize={{ minRows: 14, maxRows: 26 }} onChange={(event) => write(event.target.value)} />
            </Form>
            {own && <p className="form-note">{common.draft_kept}</p>}
            <TemplateActs key={template.code} template={template} body={body} changed={own} faulty={preview.isError} onKept={kept} onRemoved={() => forget(template.code)} />
          </Section>
          {preview.data && <IssueForm key={preview.data.title} month={month} closed={row?.state === "closed"} preview={preview.data} text={{ ...(own ? { body } : { template: template.code }), ...campaign }} onIssued={() => dropDraft(draft)} />}
        </div>
        <Section title={t.preview} hint={t.preview_hint} className="compose-paper">
          {preview.error && <Faults problem={toProblem(preview.error)} />}
          {numbers.length > 0 && (
            <p className="notice notice-slow">{fill(t.typed_numbers, { places: numbers.map(({ text, lines }) => `${text}${common.open}${lines.map((line) => fill(t.line, { line })).join(common.list_comma)}${common.closed}`).join(common.list_comma) })}</p>
          )}
          {!preview.data && !preview.error && <Skeleton lines={12} />}
          {preview.data && <Paper html={preview.data.html} city={session?.city?.code ?? ""} />}
          {preview.data && <p className="form-note">{t.figures} {preview.data.figures.length}</p>}
        </Section>
      </div>
      {listing && <Catalogue onInsert={insert} onClose={() => setListing(false)} />}
    </div>
  );
}
