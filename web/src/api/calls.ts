/** Every operation of the API that the client uses, typed by the server's own document. */
import type {
  AccountIn, AccountPatch, AmendmentIn, Board, CompanyIn, CompanyPatch, Fact, Figures, FundIn, Lineage, ListingIn, MappingIn, MilestoneIn, Plan, ProjectIn, ProjectPatch,
  SeriesPoint, UnitIn, UnitPatch,
} from "./contract";
import { apiUrl, client, set, take, type Query } from "./request";
import type { operations } from "./schema";

type QueryOf<O extends keyof operations> = NonNullable<operations[O]["parameters"]["query"]>;
/** A query as a page holds it: strings from the address, which the server checks. */
type Loose<O extends keyof operations> = { [K in keyof QueryOf<O>]?: QueryOf<O>[K] | string | null };

const at = <P extends object>(path: P) => ({ params: { path } });
const by = <O extends keyof operations>(query: Loose<O>) => ({ params: { query: set(query) as QueryOf<O> } });

/** Signing in and out. */
export const session = {
  get: () => take(client.GET("/api/v1/session")),
  create: (body: { login: string; password: string }) => take(client.POST("/api/v1/session", { body })),
  remove: () => take(client.DELETE("/api/v1/session")),
  change_password: (body: { old_password: string; new_password: string }) => take(client.POST("/api/v1/session/password", { body })),
};

/** Accounting months. */
export const months = {
  list: () => take(client.GET("/api/v1/months")),
  open: (month: string) => take(client.POST("/api/v1/months", { body: { month } })),
  close: (month: string) => take(client.POST("/api/v1/months/{month}/close", at({ month }))),
  reopen: (month: string, reason: string) => take(client.POST("/api/v1/months/{month}/reopen", { ...at({ month }), body: { reason } })),
};

/** Units, divisions, accounts. */
export const orgs = {
  units: () => take(client.GET("/api/v1/units")),
  create_unit: (body: UnitIn) => take(client.POST("/api/v1/units", { body })),
  update_unit: (code: string, body: UnitPatch) => take(client.PATCH("/api/v1/units/{code}", { ...at({ code }), body })),
  divisions: (q: string) => take(client.GET("/api/v1/divisions", { params: { query: { q } } })),
  accounts: () => take(client.GET("/api/v1/accounts", { params: { query: { limit: 200 } } })),
  create_account: (body: AccountIn) => take(client.POST("/api/v1/accounts", { body })),
  update_account: (id: string, body: AccountPatch) => take(client.PATCH("/api/v1/accounts/{id}", { ...at({ id }), body })),
  new_password: (id: string) => take(client.POST("/api/v1/accounts/{id}/one-time-password", at({ id }))),
};

/** A window of a figure, of a unit or the city. */
export interface Window { month: string; from?: string; unit?: string | null; indicator?: string }

/** Figures and where they come from. Their values are exact strings and integers, which the document calls objects. */
export const ledger = {
  indicators: () => take(client.GET("/api/v1/indicators")),
  figures: (window: Window) => take(client.GET("/api/v1/figures", by<"list_figures">({ ...window }))) as unknown as Promise<Figures>,
  board: (month: string) => take(client.GET("/api/v1/board", by<"get_board">({ month }))) as unknown as Promise<Board>,
  series: (query: { indicator: string; unit?: string | null; to: string; months?: number }) =>
    take(client.GET("/api/v1/series", by<"get_series">(query))) as unknown as Promise<{ points: SeriesPoint[] }>,
  lineage: async (query: Window & { after?: string | null; limit?: number }): Promise<Lineage> => {
    const page = (await take(client.GET("/api/v1/lineage", by<"list_entries">(query)))) as unknown as Lineage;
    const list = page.lists.find((each) => each.indicator === page.list) ?? page.lists[0];
    return { ...page, items: page.entries, total: list?.entries ?? page.entries.length, total_exact: true };
  },
  fact: (seq: number) => take(client.GET("/api/v1/facts/{seq}", at({ seq }))) as unknown as Promise<Fact>,
  plans: (year: number) => take(client.GET("/api/v1/plans", { params: { query: { year } } })) as unknown as Promise<{ year: number; items: Plan[] }>,
  put_plan: (body: { year: number; unit_code: string; indicator: string; value: string }) => take(client.PUT("/api/v1/plans", { body })),
};

/** Projects, their milestones and money; companies. */
export const work = {
  projects: (query: Loose<"list_projects">) => take(client.GET("/api/v1/projects", by<"list_projects">(query))),
  project: (id: string) => take(client.GET("/api/v1/projects/{id}", at({ id }))),
  create_project: (body: ProjectIn) => take(client.POST("/api/v1/projects", { body })),
  update_project: (id: string, body: ProjectPatch) => take(client.PATCH("/api/v1/projects/{id}", { ...at({ id }), body })),
  reverse_milestone: (id: string, milestone_id: string, reason: string) => take(client.POST("/api/v1/projects/{id}/milestones/{milestone_id}/reversal", { ...at({ id, milestone_id }), body: { reason } })),
  add_milestone: (id: string, body: MilestoneIn) => take(client.POST("/api/v1/projects/{id}/milestones", { ...at({ id }), body })),
  amend: (id: string, body: AmendmentIn) => take(client.POST("/api/v1/projects/{id}/amendments", { ...at({ id }), body })),
  change_list: (id: string, body: ListingIn) => take(client.POST("/api/v1/projects/{id}/listings", { ...at({ id }), body })),
  funds: (query: Loose<"list_funds">) => take(client.GET("/api/v1/funds", by<"list_funds">(query))),
  create_fund: (body: FundIn) => take(client.POST("/api/v1/funds", { body })),
  reverse_fund: (id: string, body: { reason: string; amount?: string }) => take(client.POST("/api/v1/funds/{id}/reversal", { ...at({ id }), body })),
  companies: (query: Loose<"list_companies">) => take(client.GET("/api/v1/companies", by<"list_companies">(query))),
  company: (id: string) => take(client.GET("/api/v1/companies/{id}", at({ id }))),
  update_company: (id: string, body: CompanyPatch) => take(client.PATCH("/api/v1/companies/{id}", { ...at({ id }), body })),
  create_company: (body: CompanyIn) => take(client.POST("/api/v1/companies", { body })),
};

/** Import batches. */
export const intake = {
  kinds: () => take(client.GET("/api/v1/import-kinds")),
  list: (query: Loose<"list_imports"> = {}) => take(client.GET("/api/v1/imports", by<"list_imports">(query))),
  get: (id: string) => take(client.GET("/api/v1/imports/{id}", at({ id }))),
  create: (file: File) =>
    take(
      client.POST("/api/v1/imports", {
        params: { query: { file_name: file.name } },
        headers: { "content-type": "application/octet-stream" },
        // The document calls the bytes an array of numbers; the file itself is sent.
        body: [],
        bodySerializer: () => file,
      }),
    ),
  rows: (id: string, query: Loose<"list_import_rows">) =>
    take(client.GET("/api/v1/imports/{id}/rows", { params: { path: { id }, query: set(query) as QueryOf<"list_import_rows"> } })),
  map: (id: string, body: MappingIn) => take(client.PUT("/api/v1/imports/{id}/mapping", { ...at({ id }), body })),
  commit: (id: string) => take(client.POST("/api/v1/imports/{id}/commit", at({ id }))),
  undo: (id: string) => take(client.POST("/api/v1/imports/{id}/undo", at({ id }))),
  discard: (id: string) => take(client.DELETE("/api/v1/imports/{id}", at({ id }))),
};

/** Bulletins. */
export const dispatch = {
  templates: () => take(client.GET("/api/v1/bulletin-templates")),
  preview: (body: { template?: string; body?: string; month: string; campaign?: string }) => take(client.POST("/api/v1/bulletins/preview", { body })),
  list: (query: Loose<"list_bulletins"> = {}) => take(client.GET("/api/v1/bulletins", by<"list_bulletins">(query))),
  get: (id: string) => take(client.GET("/api/v1/bulletins/{id}", at({ id }))),
  issue: (body: { template?: string; body?: string; campaign?: string; month: string; title: string; document_number: string; typed_numbers: string[] }) => take(client.POST("/api/v1/bulletins", { body })),
};

const name = encodeURIComponent;

/** Addresses of files to download or print. */
export const files = {
  export: (kind: string, query: Query) => apiUrl(`/exports/${name(kind)}.xlsx`, query),
  template: (kind: string) => apiUrl(`/import-kinds/${name(kind)}/template.xlsx`),
  import_errors: (batch: string) => apiUrl(`/imports/${name(batch)}/errors.xlsx`),
  bulletin_word: (bulletin: string) => apiUrl(`/bulletins/${name(bulletin)}/document.docx`),
  bulletin_print: (bulletin: string) => apiUrl(`/bulletins/${name(bulletin)}/print.html`),
};
