/** The types of imports and bulletins; see contract.ts. */
import type { Bilingual } from "./contract";

export interface Counts { new: number; changed: number; same: number; refused: number }
export interface SheetColumn { index: number; letter: string; header: string; unit: string | null; field: string | null; samples: string[] }
export interface Sheet {
  sheet: string;
  hidden: boolean;
  kind: string | null;
  title: string | null;
  money_unit: string | null;
  rows: number;
  counts: Counts;
  dropped: { row: number; reason: string; text: string }[];
  columns: SheetColumn[];
  missing: string[];
}
export interface ProblemBody {
  type?: string;
  title?: string;
  status: number;
  code: string;
  params?: Record<string, unknown>;
  fields?: { field: string; code: string; params?: Record<string, unknown> }[];
  request_id?: string;
}
export interface Batch {
  id: string;
  file_name: string;
  state: "reading" | "preview" | "committing" | "committed" | "undone" | "failed";
  progress: { done: number; total: number };
  created_at: string;
  created_by: string;
  committed_at: string | null;
  month: string | null;
  counts: Counts;
  failure: ProblemBody | null;
  undo: { possible: boolean; code: string | null; params?: Record<string, unknown> };
  sheets: Sheet[];
}
export interface ImportRow {
  sheet: string;
  row: number;
  status: keyof Counts;
  key: string | null;
  cells: { column: string; text: string }[];
  problems: { column: string | null; cell: string | null; field: string | null; code: string; params?: Record<string, unknown> }[];
  changes: { field: string; from: string | null; to: string | null }[];
}
export interface ImportKind {
  kind: string;
  name: Bilingual;
  key: string[];
  fields: { field: string; name: Bilingual; required: boolean; type: string; choices: string[] | null }[];
}
export interface Undone { batch: Batch; kept: { kind: string; key: string; code: string; params?: Record<string, unknown> }[] }

/** A figure in a text; `address` is indicator:month:from:unit:measure. */
export interface BulletinFigure { number: number; call: string; display: string; address: string; heading: string | null }
export interface BulletinPreview { html: string; title: string; figures: BulletinFigure[]; typed_numbers: { line: number; text: string }[] }
export interface BulletinTemplate { code: string; name: Bilingual; body: string }
export interface BulletinRow {
  id: string;
  month: string;
  title: string;
  document_number: string;
  template: string;
  issued_at: string;
  issued_by: string;
  hash: string;
  ledger_head: string;
  ledger_head_seq: number;
}
export interface Bulletin extends BulletinRow {
  html: string;
  figures: BulletinFigure[];
  body: string;
  errata: { call: string; printed: string; now: string; address: string }[];
}
