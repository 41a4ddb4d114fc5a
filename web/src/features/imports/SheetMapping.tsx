/** What a sheet holds and which column is which field: guessed, shown with samples, correctable. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { intake } from "@/api/calls";
import type { Batch, Sheet } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { count } from "@/lib/format";
import { fill, pick, useLocale, useText } from "@/locales";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { Section } from "@/ui/Section";
import { changed, choose, guessed, missingFields } from "./mapping";
import { useKinds } from "./kinds";
import { Dropped, Notes } from "./Told";

/** The card of a sheet's mapping. */
export function SheetMapping({ batch, sheet }: { batch: Batch; sheet: Sheet }) {
  const t = useText("imports");
  const { locale } = useLocale();
  const client = useQueryClient();
  const kinds = useKinds();
  const [mapping, setMapping] = useState(() => guessed(sheet));
  const [chosen, setChosen] = useState(sheet.kind);
  const kind = kinds.data?.items.find((each) => each.kind === chosen);
  const { run, busy, problem } = useAct(() => intake.map(batch.id, { sheet: sheet.sheet, kind: chosen, columns: mapping }));
  const apply = async () => {
    const answer = await run();
    if (answer) client.setQueryData(["import", batch.id], answer.done);
  };
  const fieldName = (code: string) => pick(kind?.fields.find((field) => field.field === code)?.name, locale) || code;
  const missing = chosen === null ? [] : missingFields(mapping, kind);
  const dirty = chosen !== sheet.kind || changed(mapping, sheet);
  const about = [sheet.title && fill(t.sheet_title, { title: sheet.title }), fill(t.sheet_rows, { n: count(sheet.rows) }), sheet.money_unit && fill(t.money_unit, { unit: sheet.money_unit })].filter(Boolean).join(" · ");
  return (
    <Section
      title={t.mapping}
      hint={about}
      flush
      actions={
        <label className="filter">
          {t.sheet_kind}
          <Select
            size="small"
            style={{ width: 150 }}
            value={chosen ?? ""}
            aria-label={t.sheet_kind}
            onChange={(next: string) => setChosen(next === "" ? null : next)}
            options={[{ value: "", label: t.sheet_ignored }, ...(kinds.data?.items ?? []).map((each) => ({ value: each.kind, label: pick(each.name, locale) || each.kind }))]}
          />
        </label>
      }
    >
      {problem && <Fault problem={problem} />}
      <Notes sheet={sheet} />
      {chosen !== null && (
        <DataTable
          dense
          uncounted
          label={t.mapping}
          rows={sheet.columns}
          rowKey={(column) => column.index}
          columns={[
            { key: "letter", title: t.column, width: 48, phone: "none", render: (column) => <code>{column.letter}</code> },
            { key: "header", title: t.header, phone: "title", render: (column) => <>{column.header || t.blank} {column.unit && <small>{column.unit}</small>}</> },
            {
              key: "field", title: t.field, width: 220, phone: "plain",
              render: (column) => (
                <Select
                  size="small"
                  className="mapping-field"
                  aria-label={`${column.letter} ${column.header}`}
                  value={mapping[String(column.index)] ?? ""}
                  popupMatchSelectWidth={false}
                  onChange={(field: string) => setMapping((now) => choose(now, column.index, field === "" ? null : field))}
                  options={[{ value: "", label: t.field_ignored }, ...(kind?.fields ?? []).map((field) => ({ value: field.field, label: `${pick(field.name, locale)}${field.required ? " *" : ""}` }))]}
                />
              ),
            },
            { key: "samples", title: t.samples, phone: "plain", render: (column) => <span className="samples">{column.samples.slice(0, 3).join(" · ")}</span> },
          ]}
        />
      )}
      <div className="mapping-foot">
        <Dropped sheet={sheet} />
        {missing.length > 0 && <span className="behind-words">{fill(t.missing, { fields: missing.map(fieldName).join("、") })}</span>}
        {dirty ? <Button type="primary" size="small" loading={busy} onClick={() => void apply()}>{t.apply_mapping}</Button> : <span className="form-note">{t.mapping_hint}</span>}
      </div>
    </Section>
  );
}
