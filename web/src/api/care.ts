/** The escort: its roster, visits and problems; industrial chains, their nodes, and target companies. */
import type { Raw, Schema } from "./contract";
import { at, by, type Loose } from "./ask";
import { client, take } from "./request";

/** A company or project that a record names. */
export type Party = Pick<Schema["VisitOut"], "company" | "project">;
export type Roster = Schema["RosterOut"];
export type Visit = Schema["VisitOut"];
export type Solution = Schema["SolutionOut"];
export type CareProblem = Schema["ProblemOut"];
export type RosterIn = Raw["RosterIn"];
export type VisitIn = Raw["VisitIn"];
export type VisitPatch = Raw["VisitPatch"];
export type ProblemIn = Raw["ProblemIn"];
export type NeedIn = Raw["NeedIn"];

/** Rosters, visits, problems. */
export const care = {
  rosters: (query: Loose<"list_rosters">) => take(client.GET("/api/v1/rosters", by<"list_rosters">(query))),
  roster: (id: string) => take(client.GET("/api/v1/rosters/{id}", at({ id }))),
  enrol: (body: RosterIn) => take(client.POST("/api/v1/rosters", { body })),
  update_roster: (id: string, body: Raw["RosterPatch"]) => take(client.PATCH("/api/v1/rosters/{id}", { ...at({ id }), body })),
  release: (id: string, released_on: string) => take(client.POST("/api/v1/rosters/{id}/release", { ...at({ id }), body: { released_on } })),
  reverse_roster: (id: string, reason: string) => take(client.POST("/api/v1/rosters/{id}/reversal", { ...at({ id }), body: { reason } })),
  visits: (query: Loose<"list_visits">) => take(client.GET("/api/v1/visits", by<"list_visits">(query))),
  visit: (id: string) => take(client.GET("/api/v1/visits/{id}", at({ id }))),
  create_visit: (body: VisitIn) => take(client.POST("/api/v1/visits", { body })),
  update_visit: (id: string, body: VisitPatch) => take(client.PATCH("/api/v1/visits/{id}", { ...at({ id }), body })),
  need_to_opportunity: (id: string, body: NeedIn) => take(client.POST("/api/v1/visits/{id}/opportunity", { ...at({ id }), body })),
  reverse_visit: (id: string, reason: string) => take(client.POST("/api/v1/visits/{id}/reversal", { ...at({ id }), body: { reason } })),
  problems: (query: Loose<"list_problems">) => take(client.GET("/api/v1/problems", by<"list_problems">(query))),
  problem: (id: string) => take(client.GET("/api/v1/problems/{id}", at({ id }))),
  create_problem: (body: ProblemIn) => take(client.POST("/api/v1/problems", { body })),
  update_problem: (id: string, body: Raw["ProblemPatch"]) => take(client.PATCH("/api/v1/problems/{id}", { ...at({ id }), body })),
  solve: (id: string, body: Raw["SolutionIn"]) => take(client.POST("/api/v1/problems/{id}/solution", { ...at({ id }), body })),
  reverse_solution: (id: string, reason: string) => take(client.POST("/api/v1/problems/{id}/reversal", { ...at({ id }), body: { reason } })),
};

export type ChainRow = Schema["ChainItem"];
export type ChainNode = Schema["ChainNodeOut"];
/** A chain with its nodes; what the list says of it stands beside them. */
export type Chain = Omit<ChainRow, "nodes"> & { counts: ChainRow["nodes"]; nodes: ChainNode[] };
export type NodeIn = Raw["ChainNodeIn"];
export type Target = Schema["TargetOut"];
export type TargetIn = Raw["TargetIn"];
export type Honour = Schema["HonourOut"];

const flat = async (answer: Promise<Schema["ChainOut"]>): Promise<Chain> => {
  const { chain, nodes } = await answer;
  return { ...chain, counts: chain.nodes, nodes };
};

/** Chains, nodes, targets, honours. */
export const chains = {
  list: () => take(client.GET("/api/v1/chains")),
  get: (id: string) => flat(take(client.GET("/api/v1/chains/{id}", at({ id })))),
  create: (body: Raw["ChainIn"]) => flat(take(client.POST("/api/v1/chains", { body }))),
  update: (id: string, body: Raw["ChainPatch"]) => flat(take(client.PATCH("/api/v1/chains/{id}", { ...at({ id }), body }))),
  create_node: (id: string, body: NodeIn) => take(client.POST("/api/v1/chains/{id}/nodes", { ...at({ id }), body })),
  // A note is taken away by an empty text; null leaves it as it is.
  update_node: (id: string, node_id: string, body: NodeIn) => take(client.PATCH("/api/v1/chains/{id}/nodes/{node_id}", { ...at({ id, node_id }), body: { ...body, note: body.note ?? "" } })),
  remove_node: (id: string, node_id: string) => take(client.DELETE("/api/v1/chains/{id}/nodes/{node_id}", at({ id, node_id }))),
  targets: (query: Loose<"list_targets">) => take(client.GET("/api/v1/targets", by<"list_targets">(query))),
  target: (id: string) => take(client.GET("/api/v1/targets/{id}", at({ id }))),
  create_target: (body: TargetIn) => take(client.POST("/api/v1/targets", { body })),
  update_target: (id: string, body: Raw["TargetPatch"]) => take(client.PATCH("/api/v1/targets/{id}", { ...at({ id }), body })),
  untarget: (id: string, untargeted_on: string) => take(client.POST("/api/v1/targets/{id}/untargeting", { ...at({ id }), body: { untargeted_on } })),
  reverse_target: (id: string, reason: string) => take(client.POST("/api/v1/targets/{id}/reversal", { ...at({ id }), body: { reason } })),
  add_honour: (id: string, body: Raw["HonourIn"]) => take(client.POST("/api/v1/companies/{id}/honours", { ...at({ id }), body })),
  remove_honour: (id: string, honour_id: string) => take(client.DELETE("/api/v1/companies/{id}/honours/{honour_id}", at({ id, honour_id }))),
};
