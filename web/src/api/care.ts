/** The escort: its roster, visits and problems; industrial chains, their nodes, and target companies. */
import type { Company, List, UnitRef } from "./contract";
import { open } from "./open";
import type { Query } from "./request";

/** A company or project that a record names. */
export interface Party { company: { id: string; name: string } | null; project: { id: string; code: string; name: string } | null }
interface Booked { month: string; origin_month: string | null; late: boolean; fact_seq: number; reversed: boolean; reversed_by: number | null; reversal_reason: string | null; recorded_at: string; updated_at: string }

export interface Roster extends Party, Booked { id: string; unit: UnitRef; enrolled_on: string; rule: string; officer: string; released_on: string | null; release_fact_seq: number | null }
export interface Visit extends Party, Booked {
  id: string; code: string; mode: string; purpose: string; visited_on: string; unit: UnitRef; officer: string;
  progress: string | null; needs: string | null; lead_project: { id: string; code: string; name: string } | null; opportunity: string | null;
}
export interface Solution { solved_on: string; solution: string; month: string; origin_month: string | null; late: boolean; fact_seq: number; recorded_at: string }
export interface CareProblem extends Party {
  id: string; code: string; category: string; unit: UnitRef; raised_on: string; description: string; visit: { id: string; code: string } | null;
  solution: Solution | null; recorded_at: string; updated_at: string;
}
export interface RosterIn { company_id: string | null; project_id: string | null; unit: string; enrolled_on: string; rule: string; officer: string }
export interface VisitIn { code: string; mode: string; purpose: string; visited_on: string; unit: string; officer: string; company_id: string | null; project_id: string | null; progress: string | null; needs: string | null }
export interface VisitPatch { officer?: string; company_id?: string | null; project_id?: string | null; progress?: string; needs?: string; lead_project_id?: string | null }
export interface ProblemIn { code: string; category: string; unit: string; company_id: string | null; project_id: string | null; raised_on: string; description: string; visit_id: string | null }
export interface NeedIn { code: string; name: string; category: string; unit: string; reserved_on: string; chain: string | null; investment: string | null; content: string | null }

const id_ = encodeURIComponent;

/** Rosters, visits, problems. */
export const care = {
  rosters: (query: Query) => open.get<List<Roster>>("/rosters", query),
  roster: (id: string) => open.get<Roster>(`/rosters/${id_(id)}`),
  enrol: (body: RosterIn) => open.post<Roster>("/rosters", body),
  update_roster: (id: string, body: { rule?: string; officer?: string }) => open.patch<Roster>(`/rosters/${id_(id)}`, body),
  release: (id: string, released_on: string) => open.post<Roster>(`/rosters/${id_(id)}/release`, { released_on }),
  reverse_roster: (id: string, reason: string) => open.post(`/rosters/${id_(id)}/reversal`, { reason }),
  visits: (query: Query) => open.get<List<Visit>>("/visits", query),
  visit: (id: string) => open.get<Visit>(`/visits/${id_(id)}`),
  create_visit: (body: VisitIn) => open.post<Visit>("/visits", body),
  update_visit: (id: string, body: VisitPatch) => open.patch<Visit>(`/visits/${id_(id)}`, body),
  need_to_opportunity: (id: string, body: NeedIn) => open.post<Visit>(`/visits/${id_(id)}/opportunity`, body),
  reverse_visit: (id: string, reason: string) => open.post(`/visits/${id_(id)}/reversal`, { reason }),
  problems: (query: Query) => open.get<List<CareProblem>>("/problems", query),
  problem: (id: string) => open.get<CareProblem>(`/problems/${id_(id)}`),
  create_problem: (body: ProblemIn) => open.post<CareProblem>("/problems", body),
  update_problem: (id: string, body: Partial<Omit<ProblemIn, "code">> & { solution?: string }) => open.patch<CareProblem>(`/problems/${id_(id)}`, body),
  solve: (id: string, body: { solved_on: string; solution: string }) => open.post<CareProblem>(`/problems/${id_(id)}/solution`, body),
  reverse_solution: (id: string, reason: string) => open.post(`/problems/${id_(id)}/reversal`, { reason }),
};

export interface ChainRow { id: string; code: string; name: string; name_en: string; kind: string; assumed: boolean; nodes: { strong: number; weak: number; missing: number; unrated: number }; targets: number; updated_at: string }
export interface ChainNode { id: string; name: string; parent_id: string | null; downstream: string[]; strength: string | null; note: string | null; targets: number }
export type Chain = Omit<ChainRow, "nodes"> & { counts: ChainRow["nodes"]; nodes: ChainNode[] };
export interface NodeIn { name: string; parent_id: string | null; downstream: string[]; strength: string | null; note: string | null }
export interface Target {
  id: string; company: { id: string; name: string; uscc?: string | null; division?: { code: string; name: string } | null }; batch: string; chain: { id: string; code: string; name: string; name_en: string };
  node: { id: string; name: string } | null; unit: UnitRef; recommended_by: string; targeted_on: string; untargeted_on: string | null; month: string; fact_seq: number; updated_at: string;
}
export interface TargetIn { company_id: string; batch: string; chain_id: string; node_id: string | null; unit: string; recommended_by: string; targeted_on: string }
export interface Honour { id: string; honour: string; year: number; source: string }
/** A company with what the register knows of it beside its name. */
export type KnownCompany = Company & { group?: string | null; honours?: Honour[]; targets?: Target[] };

/** A chain as the server gives it: what the list says of it stands beside its nodes. */
interface ChainAnswer { chain: ChainRow; nodes: ChainNode[] }
const flat = async (answer: Promise<ChainAnswer>): Promise<Chain> => {
  const { chain, nodes } = await answer;
  return { ...chain, counts: chain.nodes, nodes };
};

/** Chains, nodes, targets, honours. */
export const chains = {
  list: () => open.get<{ items: ChainRow[] }>("/chains"),
  get: (id: string) => flat(open.get<ChainAnswer>(`/chains/${id_(id)}`)),
  create: (body: { code: string; name: string; name_en: string; kind: string }) => flat(open.post<ChainAnswer>("/chains", body)),
  update: (id: string, body: { name?: string; name_en?: string; kind?: string }) => flat(open.patch<ChainAnswer>(`/chains/${id_(id)}`, body)),
  create_node: (id: string, body: NodeIn) => open.post(`/chains/${id_(id)}/nodes`, body),
  update_node: (id: string, node: string, body: NodeIn) => open.patch(`/chains/${id_(id)}/nodes/${id_(node)}`, { ...body, note: body.note ?? "" }),
  remove_node: (id: string, node: string) => open.remove(`/chains/${id_(id)}/nodes/${id_(node)}`),
  targets: (query: Query) => open.get<List<Target>>("/targets", query),
  target: (id: string) => open.get<Target>(`/targets/${id_(id)}`),
  create_target: (body: TargetIn) => open.post<Target>("/targets", body),
  update_target: (id: string, body: { chain_id?: string; node_id?: string | null }) => open.patch<Target>(`/targets/${id_(id)}`, body),
  untarget: (id: string, untargeted_on: string) => open.post<Target>(`/targets/${id_(id)}/untargeting`, { untargeted_on }),
  reverse_target: (id: string, reason: string) => open.post(`/targets/${id_(id)}/reversal`, { reason }),
  add_honour: (company: string, body: { honour: string; year: number; source: string }) => open.post(`/companies/${id_(company)}/honours`, body),
  remove_honour: (company: string, honour: string) => open.remove(`/companies/${id_(company)}/honours/${id_(honour)}`),
};
