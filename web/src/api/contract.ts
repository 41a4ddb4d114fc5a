/** The types of the API, one word per concept, as in docs/api. Money is a decimal string in yuan. */
import type { Light } from "@/lib/light";

export interface UnitRef { code: string; name: string; name_en: string }
export interface Named { code: string; name: string }
export interface Bilingual { zh: string; en: string }
export interface List<T> { items: T[]; next: string | null; total: number; total_exact: boolean }

export type Role = "administrator" | "bureau" | "district" | "reader";
export interface Account { id: string; login: string; name: string; role: Role; unit: UnitRef | null; disabled?: boolean }
export interface Session {
  account: Account;
  permissions: string[];
  /** Null until the units have been entered. */
  city: UnitRef | null;
  demo: boolean;
  open_month: string | null;
  must_change_password: boolean;
  version: string;
}

export interface MonthRow {
  month: string;
  state: "open" | "closed";
  opened_at: string;
  closed_at: string | null;
  /** The first 12 digits of the journal's head at the close. */
  head: string | null;
  head_seq: number | null;
  reopened: number;
}

export interface Unit {
  code: string;
  name: string;
  name_en: string;
  kind: "city" | "direct" | "division" | "zone";
  parent_code: string | null;
  division_code: string | null;
  ranked: boolean;
  tile: Tile | null;
}
export interface Tile { row: number; column: number }

export type Measure = "CNY" | "count" | "percent" | "boolean";
export type Value = string | number | boolean | null;
export interface Indicator {
  code: string;
  name: Bilingual;
  definition: Bilingual;
  count_unit: Bilingual;
  unit: Measure;
  sort: "flow" | "state" | "ratio" | "double_half";
  stock: boolean;
  version: number;
  effective_month: string | null;
  source: Bilingual;
  planned: boolean;
  numerator: string | null;
  denominator: string | null;
}
export interface Figure {
  indicator: string;
  unit_code: string;
  value: Value;
  unit: Measure;
  display: string;
  last_year: Value;
  last_year_known_now: Value;
  yoy: string | null;
  plan: Value;
  completion: string | null;
  schedule: boolean | null;
  light: Light | null;
  rank: number | null;
  facts: number;
  subjects: number | null;
  definition_version: number;
}
export interface Figures { month: string; from: string; unit: string; figures: Figure[] }

export interface Measured { value: Value; yoy: string | null; completion: string | null; light: Light | null }
export interface BoardRow {
  unit: UnitRef;
  kind: string;
  rank: number | null;
  funds: Measured;
  projects: Measured;
  score: string | null;
  light: Light | null;
  tile: Tile | null;
}
export interface BoardCard {
  indicator: string;
  value: Value;
  unit: Measure;
  display: string;
  yoy: string | null;
  completion: string | null;
  plan: Value;
  light: Light | null;
  numerator: number | null;
  denominator: number | null;
  planned_investment: string | null;
  planned_investment_indicator: string | null;
}
export interface TrendPoint { month: string; value: string; schedule: string | null }
export interface Board {
  month: string;
  state: "open" | "closed" | null;
  data_at: string | null;
  schedule: string;
  headline: { on_schedule: boolean | null; double_half: boolean | null; attention: { unit: UnitRef; completion: string | null; light: Light | null }[] };
  cards: BoardCard[];
  city: BoardRow;
  rows: BoardRow[];
  weights: { funds: number; projects: number; cap: number };
  trend: { indicator: string; points: TrendPoint[] };
}
export interface SeriesPoint { month: string; value: string | number; cumulative: string | number }

export interface Subject { kind: string; id: string; name: string }
export interface LineageItem {
  seq: number;
  kind: string;
  subject: Subject;
  occurred_on: string;
  month: string;
  origin_month: string | null;
  late: boolean;
  opening: boolean;
  amount: string | null;
  count: number | null;
  reverses: number | null;
  reversed_by: number | null;
  reference: string | null;
  unit: UnitRef;
}
export interface Lineage extends List<LineageItem> {
  indicator: string;
  unit: string | null;
  month: string;
  from: string;
  value: Value;
  display: string;
  measure_unit: Measure;
  definition_version: number;
  month_state: "open" | "closed";
  sum: string | number | null;
  parts: { indicator: string; display: string }[];
}
export interface Credit { unit: UnitRef; basis_points: number; mode: string }
export interface Fact {
  seq: number;
  kind: string;
  subject: Subject;
  occurred_on: string;
  month: string;
  origin_month: string | null;
  opening: boolean;
  amount: string | null;
  credits: Credit[];
  payload: Record<string, unknown>;
  reverses: number | null;
  reversed_by: number | null;
  refs: { role: string; seq: number }[];
  source: { kind: string; id: string; label: string };
  recorded_by: string;
  recorded_at: string;
  hash: string;
  previous_hash: string;
}

export interface ProjectRow {
  id: string;
  code: string;
  name: string;
  unit: UnitRef;
  place: Named;
  stage: string;
  investor: string | null;
  other_province: boolean;
  contract_number: string | null;
  contract_amount: string | null;
  planned_investment: string | null;
  arrived: string | null;
  witnessed: boolean;
  pushed: boolean;
  introduced_month: string | null;
  started_on: string | null;
  updated_at: string;
}
export interface Milestone { id: string; kind: string; occurred_on: string; month: string; recorded_at: string; fact_seq: number; evidence: string | null; opening?: boolean }
export interface Project extends ProjectRow {
  investors: { company: { id: string; name: string }; division: Named; share_bp: number; other_province: boolean }[];
  credits: Credit[];
  chain: string | null;
  industry: string | null;
  milestones: Milestone[];
  amendments: { id: string; on: string; from: string; to: string; reason: string; fact_seq: number }[];
  lists: { list: "witnessed" | "pushed"; listed_on: string; unlisted_on: string | null; fact_seq: number }[];
  funds: { total: string; count: number };
  next_steps: { milestone: string; missing: string[] }[];
  contract: { number: string | null; kind: string | null; signed_on: string | null; amount: string | null } | null;
}
export interface Fund {
  id: string;
  voucher: string;
  project: { id: string; code: string; name: string };
  unit: UnitRef;
  arrived_on: string;
  month: string;
  origin_month: string | null;
  late: boolean;
  amount: string;
  kind: string;
  payer: string;
  other_province_bp: number;
  counted_amount: string;
  fact_seq: number;
  reversed: boolean;
}
export interface Company { id: string; name: string; aliases: string[]; uscc: string | null; division: Named | null; projects: number }
export interface Plan { unit: UnitRef; indicator: string; value: string | number | null; unit_of_value: Measure }

export type * from "./contract_documents";
