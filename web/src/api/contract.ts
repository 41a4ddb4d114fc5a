/**
 * The server's types under the names that the client uses. They come from the generated `schema.d.ts`;
 * what the document can only call an object (a figure's value: decimal string, integer, truth) is said here.
 */
import type { components } from "./schema";

export type Raw = components["schemas"];

/** The server writes null where it has nothing; the document calls such fields absent. */
export type Full<T> = T extends readonly (infer U)[]
  ? Full<U>[]
  : T extends object
    ? { [K in keyof T]-?: Full<Exclude<T[K], undefined>> | (undefined extends T[K] ? null : never) }
    : T;
export type Schema = { [N in keyof Raw]: Full<Raw[N]> };

/** A figure's value: money as a decimal string in yuan, counts as integers, percentages as strings. */
export type Value = string | number | boolean | null;
/** The same type with some fields' types said more exactly. */
export type With<T, F> = Omit<T, keyof F> & F;

export type UnitRef = Schema["UnitRef"];
export type Text = Schema["Text"];
export type Measure = Schema["UnitOfValue"];
export type Role = Schema["Role"];
export type Account = Schema["AccountOut"];
export type Session = Schema["SessionOut"];
export type MonthRow = Schema["MonthOut"];
export type Unit = Schema["UnitOut"];
export type Division = Schema["DivisionOut"];
export type Indicator = Schema["IndicatorOut"];

/** A page of a list. */
export interface List<T> { items: T[]; next: string | null; total: number; total_exact: boolean }

export type Figure = With<Schema["FigureOut"], { value: Value; last_year: Value; last_year_known_now: Value; plan: Value }>;
export type Figures = With<Schema["FiguresOut"], { figures: Figure[] }>;
export type Measured = With<Schema["Cell"], { value: Value }>;
export type BoardRow = With<Schema["Row"], { funds: Measured; projects: Measured }>;
export type BoardCard = With<Schema["Card"], { value: Value; plan: Value }>;
export type TrendPoint = Schema["TrendPoint"];
export type Board = With<Schema["Board"], { cards: BoardCard[]; city: BoardRow; rows: BoardRow[] }>;
export type SeriesPoint = With<Schema["PointOut"], { value: string | number; cumulative: string | number }>;
export type Plan = { unit: UnitRef; indicator: string; value: string | number; unit_of_value: Measure };

export type LineageItem = Schema["Entry"];
export type LineageList = With<Schema["EntryList"], { value: Value }>;
export type OpeningTotal = With<Schema["OpeningTotalOut"], { value: string | number }>;
/** A page of the entries behind a figure, with the sums of the whole list. */
export type Lineage = With<
  Schema["EntriesOut"],
  { value: Value; lists: LineageList[]; opening_totals: OpeningTotal[]; last_year_opening_totals: OpeningTotal[] }
> & List<LineageItem>;
export type Fact = With<Schema["FactOut"], { payload: Record<string, unknown> }>;

export type ProjectRow = Schema["ProjectItem"];
export type Project = Schema["ProjectOut"];
export type Milestone = Schema["MilestoneOut"];
export type Fund = Schema["FundOut"];
export type Company = Schema["CompanyOut"];

export type Counts = Schema["ImportCounts"];
export type SheetColumn = Schema["ImportColumn"];
export type Sheet = Schema["ImportSheet"];
export type Batch = Schema["ImportOut"];
export type ImportRow = Schema["ImportRow"];
export type ImportKind = Schema["ImportKindOut"];
export type ImportProblem = Schema["ImportProblem"];
export type Undone = Schema["ImportUndoneOut"];

export type BulletinTemplate = Schema["TemplateOut"];
export type BulletinPreview = Schema["PreviewOut"];
export type BulletinFigure = Schema["PlacedFigureOut"];
export type BulletinRow = Schema["BulletinSummary"];
export type Bulletin = Schema["BulletinOut"];

/** A refusal as the server writes it. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status: number;
  code: string;
  params?: Record<string, unknown>;
  fields?: { field: string; code: string; params?: Record<string, unknown> }[];
  request_id?: string;
}

/** What the client sends. */
export type ProjectIn = Raw["ProjectIn"];
export type ProjectPatch = Raw["ProjectPatch"];
export type CompanyIn = Raw["CompanyIn"];
export type CompanyPatch = Raw["CompanyPatch"];
export type FundIn = Raw["FundIn"];
export type MilestoneIn = Raw["MilestoneIn"];
export type AmendmentIn = Raw["AmendmentIn"];
export type ListingIn = Raw["ListingIn"];
export type UnitIn = Raw["UnitIn"];
export type UnitPatch = Raw["UnitPatch"];
export type AccountIn = Raw["AccountIn"];
export type AccountPatch = Raw["AccountPatch"];
export type MappingIn = Raw["ImportMappingIn"];
