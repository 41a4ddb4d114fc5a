/** The rows of a sheet as they would be taken in; a refused row says why in the cell at fault. */
import { Segmented } from "antd";
import { files, intake } from "@/api/calls";
import type { Batch, ImportProblem, ImportRow, Sheet } from "@/api/contract";
import { usePages } from "@/api/queries";
import { count } from "@/lib/format";
import { fill, pick, useLocale, useText } from "@/locales";
import { problemText } from "@/locales/problem";
import { term } from "@/locales/term";
import { DataTable, type Column } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { Section } from "@/ui/Section";
import { Tag } from "@/ui/Tag";
import { STATUSES } from "./CountsLine";
import { useKinds } from "./kinds";
import { cellText, changeText, problemsAt } from "./cells";

const TONES = { new: "good", changed: "slow", same: "plain", refused: "behind" } as const;

function useRowColumns(sheet: Sheet): Column<ImportRow>[] {
  const t = useText("imports");
  const { locale } = useLocale();
  const kinds = useKinds();
  const fields = kinds.data?.items.find((kind) => kind.kind === sheet.kind)?.fields ?? [];
  const fieldName = (code: string) => pick(fields.find((field) => field.field === code)?.name, locale) || code;
  const isMoney = (code: string) => fields.find((field) => field.field === code)?.type === "money";
  const shown = (code: string, value: string | null) => (value === null ? t.blank : changeText(value, isMoney(code), locale));
  const colon = locale === "zh" ? "：" : ": ";
  const whose = (problem: ImportProblem) => {
    const column = mapped.find((each) => problemsAt({ problems: [problem] }, each).length > 0);
    return column ? column.header || fieldName(column.field ?? "") : problem.field ? fieldName(problem.field) : "";
  };
  const mapped = sheet.columns.filter((column) => column.field !== null);
  return [
    { key: "row", title: t.row, numeric: true, width: 52, phone: "title", render: (row) => row.row },
    { key: "status", title: t.state, nowrap: true, phone: "figure", render: (row) => <Tag tone={TONES[row.status]}>{term("import_status", row.status, locale)}</Tag> },
    ...mapped.map((column): Column<ImportRow> => ({
      key: String(column.index),
      title: column.header || fieldName(column.field ?? ""),
      unit: column.letter,
      render: (row) => {
        const problems = problemsAt(row, column);
        const text = cellText(row, column);
        if (problems.length === 0) return text;
        return (
          <span className="cell-wrong">
            <b>{text || t.blank}</b>
            {problems.map((problem) => <small key={problem.code}>{problemText(problem.code, problem.params, locale)}</small>)}
          </span>
        );
      },
    })),
    {
      key: "why", title: t.problem, phone: "plain", width: "24%",
      render: (row) => (
        <>
          {row.problems.map((problem) => (
            <span key={`${problem.cell}-${problem.field}-${problem.code}`} className="cell-wrong">
              <small>{[problem.cell, whose(problem)].filter(Boolean).join(" ")}{colon}{problemText(problem.code, problem.params, locale)}</small>
            </span>
          ))}
          {row.changes.map((change) => <small key={change.field} className="cell-change">{fill(t.changes, { field: fieldName(change.field), from: shown(change.field, change.from), to: shown(change.field, change.to) })}</small>)}
        </>
      ),
    },
  ];
}

/** The card of a sheet's rows. */
export function Preview({ batch, sheet, status, onStatus }: { batch: Batch; sheet: Sheet; status: string; onStatus: (status: string) => void }) {
  const t = useText("imports");
  const { locale } = useLocale();
  const columns = useRowColumns(sheet);
  const query = { sheet: sheet.sheet, status };
  const mapping = sheet.columns.map((column) => column.field ?? "").join();
  const list = usePages(["import-rows", batch.id, query, sheet.kind, mapping, batch.state], (after) => intake.rows(batch.id, { ...query, after, limit: 50 }));
  return (
    <Section
      title={t.preview}
      hint={batch.state === "preview" ? t.preview_hint : undefined}
      flush
      actions={
        <>
          <Segmented
            size="small"
            value={status}
            aria-label={t.state}
            onChange={(next) => onStatus(next)}
            options={[{ value: "", label: t.rows }, ...STATUSES.map((each) => ({ value: each, label: `${term("import_status", each, locale)} ${count(sheet.counts[each])}` }))]}
          />
          {batch.counts.refused > 0 && <a href={files.import_errors(batch.id)} download>{t.errors_file}</a>}
        </>
      }
    >
      {list.error && <Fault problem={list.error} onRetry={list.refetch} />}
      {!list.error && (
        <DataTable
          dense
          label={t.preview}
          columns={columns}
          rows={list.items}
          rowKey={(row) => `${row.sheet}-${row.row}`}
          empty={{ title: t.rows_empty }}
          total={list.first?.total}
          totalExact={list.first?.total_exact}
          hasNext={list.hasNext}
          onNext={list.next}
          fetching={list.isFetching}
        />
      )}
    </Section>
  );
}
