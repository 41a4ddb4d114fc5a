/** Every operation of the API that the client uses, by the server's operation names. */
import type {
  Account, Batch, Board, Bulletin, BulletinPreview, BulletinRow, BulletinTemplate, Company, Fact, Figures, Fund, ImportKind,
  ImportRow, Indicator, Lineage, List, MonthRow, Named, Plan, Project, ProjectRow, Role, SeriesPoint, Session, Undone, Unit,
} from "./contract";
import { apiUrl, request, type Query } from "./request";

const id = encodeURIComponent;
const get = <T>(path: string, query?: Query) => request<T>("GET", path, { query });
const post = <T>(path: string, body?: unknown, query?: Query) => request<T>("POST", path, { body, query });

/** Signing in and out. */
export const session = {
  get: () => get<Session>("/session"),
  create: (body: { login: string; password: string }) => post<Session>("/session", body),
  remove: () => request<null>("DELETE", "/session"),
  change_password: (body: { old_password: string; new_password: string }) => post<null>("/session/password", body),
};

/** Accounting months. */
export const months = {
  list: () => get<{ items: MonthRow[] }>("/months"),
  open: (month: string) => post<null>("/months", { month }),
  close: (month: string) => post<unknown>(`/months/${id(month)}/close`),
  reopen: (month: string, reason: string) => post<unknown>(`/months/${id(month)}/reopen`, { reason }),
};

/** Units, divisions, accounts. */
export const orgs = {
  units: () => get<{ items: Unit[] }>("/units"),
  create_unit: (body: Partial<Unit>) => post<Unit>("/units", body),
  update_unit: (code: string, body: Partial<Unit>) => request<Unit>("PATCH", `/units/${id(code)}`, { body }),
  divisions: (q: string) => get<{ items: (Named & { full_name?: string })[] }>("/divisions", { q }),
  accounts: () => get<List<Account>>("/accounts", { limit: 200 }),
  create_account: (body: { login: string; name: string; role: Role; unit_code: string | null }) =>
    post<{ account: Account; one_time_password: string }>("/accounts", body),
  update_account: (account: string, body: { disabled?: boolean; role?: Role }) =>
    request<Account>("PATCH", `/accounts/${id(account)}`, { body }),
};

/** A window of a figure, of a unit or the city. */
export interface Window { month: string; from?: string; unit?: string | null; indicator?: string }

/** Figures and where they come from. */
export const ledger = {
  indicators: () => get<{ items: Indicator[] }>("/indicators"),
  figures: (window: Window) => get<Figures>("/figures", { ...window }),
  board: (month: string) => get<Board>("/board", { month }),
  series: (query: { indicator: string; unit?: string | null; to: string; months?: number }) =>
    get<{ points: SeriesPoint[] }>("/series", { ...query }),
  lineage: (query: Window & { after?: string | null; limit?: number }) => get<Lineage>("/lineage", { ...query }),
  fact: (seq: number) => get<Fact>(`/facts/${seq}`),
  plans: (year: number) => get<{ year: number; items: Plan[] }>("/plans", { year }),
  put_plan: (body: { year: number; unit_code: string; indicator: string; value: string | number | null }) =>
    request<unknown>("PUT", "/plans", { body }),
};

/** Projects, their milestones and money; companies. */
export const work = {
  projects: (query: Query) => get<List<ProjectRow>>("/projects", query),
  project: (project: string) => get<Project>(`/projects/${id(project)}`),
  create_project: (body: Record<string, unknown>) => post<Project>("/projects", body),
  add_milestone: (project: string, body: { kind: string; occurred_on: string; evidence: string }) =>
    post<unknown>(`/projects/${id(project)}/milestones`, body),
  amend: (project: string, body: { planned_investment: string; on: string; reason: string }) =>
    post<unknown>(`/projects/${id(project)}/amendments`, body),
  change_list: (project: string, body: { list: string; on: string; action: string }) =>
    post<unknown>(`/projects/${id(project)}/listings`, body),
  funds: (query: Query) => get<List<Fund>>("/funds", query),
  create_fund: (body: { project_id: string; voucher: string; arrived_on: string; amount: string; kind: string; payer: string }) =>
    post<Fund>("/funds", body),
  reverse_fund: (fund: string, body: { reason: string; amount?: string }) => post<unknown>(`/funds/${id(fund)}/reversal`, body),
  companies: (query: Query) => get<List<Company>>("/companies", query),
  company: (company: string) => get<Company>(`/companies/${id(company)}`),
  create_company: (body: { name: string; uscc: string | null; division: string; aliases: string[] }) =>
    post<Company>("/companies", body),
};

/** Import batches. */
export const intake = {
  kinds: () => get<{ items: ImportKind[] }>("/import-kinds"),
  list: (query: Query = {}) => get<List<Batch>>("/imports", query),
  get: (batch: string) => get<Batch>(`/imports/${id(batch)}`),
  create: (file: File) => post<Batch>("/imports", file, { file_name: file.name }),
  rows: (batch: string, query: Query) => get<List<ImportRow>>(`/imports/${id(batch)}/rows`, query),
  map: (batch: string, body: { sheet: string; kind: string | null; columns: Record<string, string | null> }) =>
    request<Batch>("PUT", `/imports/${id(batch)}/mapping`, { body }),
  commit: (batch: string) => post<Batch>(`/imports/${id(batch)}/commit`),
  undo: (batch: string) => post<Undone>(`/imports/${id(batch)}/undo`),
};

/** Bulletins. */
export const dispatch = {
  templates: () => get<{ items: BulletinTemplate[] }>("/bulletin-templates"),
  preview: (body: { template?: string; body?: string; month: string }) => post<BulletinPreview>("/bulletins/preview", body),
  list: (query: Query = {}) => get<List<BulletinRow>>("/bulletins", query),
  get: (bulletin: string) => get<Bulletin>(`/bulletins/${id(bulletin)}`),
  issue: (body: { template?: string; body?: string; month: string; title: string; document_number: string }) =>
    post<BulletinRow>("/bulletins", body),
};

/** Addresses of files to download or print. */
export const files = {
  export: (kind: string, query: Query) => apiUrl(`/exports/${id(kind)}.xlsx`, query),
  template: (kind: string) => apiUrl(`/import-kinds/${id(kind)}/template.xlsx`),
  import_errors: (batch: string) => apiUrl(`/imports/${id(batch)}/errors.xlsx`),
  bulletin_word: (bulletin: string) => apiUrl(`/bulletins/${id(bulletin)}/document.docx`),
  bulletin_print: (bulletin: string) => apiUrl(`/bulletins/${id(bulletin)}/print.html`),
};
