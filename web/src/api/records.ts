/**
 * Activities, campaigns, documents, platforms and opportunities: their types and operations. The document
 * names some words by their Rust names; the server takes and gives the words themselves, so they are texts here.
 */
import { at, by, type Loose } from "./ask";
import type { List, Raw, Schema, With } from "./contract";
import { client, take } from "./request";

/** What was answered, under the client's own name for it. */
export const as = <T>(answer: Promise<unknown>) => answer as Promise<T>;

export type Ref = Schema["UnitRef"];
export type Meeting = With<Schema["MeetingOut"], { our_level: string; their_level: string; outcome: string; activity: With<Schema["ActivityRef"], { kind: string }> }>;
export type ActivityRow = With<Schema["ActivityItem"], { kind: string; leader: string }>;
export type Activity = ActivityRow & { meetings: Meeting[] };
export type ActivityIn = With<Raw["ActivityIn"], { kind: string; leader: string }>;
export type ActivityPatch = Raw["ActivityPatch"];
export type MeetingIn = With<Raw["MeetingIn"], { our_level: string; their_level: string; outcome: string }>;
export type Goal = With<Schema["GoalOut"], { measure: string; unit: string }>;
export type GoalIn = With<Raw["GoalIn"], { measure: string }>;
export type CampaignRow = Schema["CampaignItem"];
export type Campaign = With<Schema["CampaignOut"], { goals: Goal[] }>;
export type CampaignIn = With<Raw["CampaignIn"], { goals: GoalIn[] }>;
export type CampaignPatch = With<Raw["CampaignPatch"], { goals?: GoalIn[] | null }>;
export type PolicyDocument = With<Schema["PolicyDocumentOut"], { nature: string; theme: string }>;
export type PolicyDocumentIn = With<Raw["PolicyDocumentIn"], { nature: string; theme: string }>;
export type PlatformRow = Schema["PlatformItem"];
export type Platform = Schema["PlatformOut"];
export type PlatformComponent = Schema["PlatformComponent"];
export type PlatformProject = Schema["PlatformProjectOut"];
export type Recognition = Schema["ChannelRecognition"];
export type OpportunityRow = Schema["OpportunityItem"];
export type Opportunity = Schema["OpportunityOut"];
/** What has been reached of a campaign's goals. */
export type CampaignProgress = With<Schema["CampaignProgressOut"], { goals: With<Schema["GoalProgressOut"], { measure: string }>[] }>;
/** What the server takes for a platform's six components: a text each. */
export type Components = { [K in keyof Schema["PlatformComponents"]]?: string };

/** Activities, meetings, campaigns, documents. */
export const outreach = {
  activities: (query: Loose<"list_activities">) => as<List<ActivityRow>>(take(client.GET("/api/v1/activities", by<"list_activities">(query)))),
  activity: (id: string) => as<Activity>(take(client.GET("/api/v1/activities/{id}", at({ id })))),
  create_activity: (body: ActivityIn) => as<Activity>(take(client.POST("/api/v1/activities", { body: body as Raw["ActivityIn"] }))),
  update_activity: (id: string, body: ActivityPatch) => as<Activity>(take(client.PATCH("/api/v1/activities/{id}", { ...at({ id }), body }))),
  reverse_activity: (id: string, reason: string, with_meetings: boolean) => take(client.POST("/api/v1/activities/{id}/reversal", { ...at({ id }), body: { reason, with_meetings } })),
  meetings: (query: Loose<"list_meetings">) => as<List<Meeting>>(take(client.GET("/api/v1/meetings", by<"list_meetings">(query)))),
  add_meeting: (id: string, body: MeetingIn) => as<unknown>(take(client.POST("/api/v1/activities/{id}/meetings", { ...at({ id }), body: body as Raw["MeetingIn"] }))),
  reverse_meeting: (id: string, reason: string) => take(client.POST("/api/v1/meetings/{id}/reversal", { ...at({ id }), body: { reason } })),
  campaigns: (query: Loose<"list_campaigns">) => as<List<CampaignRow>>(take(client.GET("/api/v1/campaigns", by<"list_campaigns">(query)))),
  campaign: (id: string) => as<Campaign>(take(client.GET("/api/v1/campaigns/{id}", at({ id })))),
  create_campaign: (body: CampaignIn) => as<Campaign>(take(client.POST("/api/v1/campaigns", { body: body as Raw["CampaignIn"] }))),
  update_campaign: (id: string, body: CampaignPatch) => as<Campaign>(take(client.PATCH("/api/v1/campaigns/{id}", { ...at({ id }), body: body as Raw["CampaignPatch"] }))),
  progress: (campaign: string) => as<CampaignProgress>(take(client.GET("/api/v1/campaign-progress", { params: { query: { campaign } } }))),
  delete_campaign: (id: string) => take(client.DELETE("/api/v1/campaigns/{id}", at({ id }))),
  documents: (query: Loose<"list_policy_documents">) => as<List<PolicyDocument>>(take(client.GET("/api/v1/policy-documents", by<"list_policy_documents">(query)))),
  create_document: (body: PolicyDocumentIn) => take(client.POST("/api/v1/policy-documents", { body: body as Raw["PolicyDocumentIn"] })),
  update_document: (id: string, body: Raw["PolicyDocumentPatch"]) => take(client.PATCH("/api/v1/policy-documents/{id}", { ...at({ id }), body })),
  reverse_document: (id: string, reason: string) => take(client.POST("/api/v1/policy-documents/{id}/reversal", { ...at({ id }), body: { reason } })),
};

/** Platforms and what they brought; opportunities and their publications. */
export const channels = {
  components: () => take(client.GET("/api/v1/platform-components")),
  platforms: (query: Loose<"list_platforms">) => take(client.GET("/api/v1/platforms", by<"list_platforms">(query))),
  platform: (id: string) => take(client.GET("/api/v1/platforms/{id}", at({ id }))),
  create_platform: (body: Raw["PlatformIn"]) => take(client.POST("/api/v1/platforms", { body })),
  update_platform: (id: string, body: Raw["PlatformPatch"]) => take(client.PATCH("/api/v1/platforms/{id}", { ...at({ id }), body })),
  close_platform: (id: string, closed_on: string) => take(client.POST("/api/v1/platforms/{id}/close", { ...at({ id }), body: { closed_on } })),
  reverse_platform: (id: string, step: Raw["PlatformReversalStep"], reason: string) => take(client.POST("/api/v1/platforms/{id}/reversal", { ...at({ id }), body: { step, reason } })),
  platform_projects: (query: Loose<"list_platform_projects">) => take(client.GET("/api/v1/platform-projects", by<"list_platform_projects">(query))),
  add_platform_project: (body: Raw["PlatformProjectIn"]) => take(client.POST("/api/v1/platform-projects", { body })),
  reverse_platform_project: (id: string, reason: string) => take(client.POST("/api/v1/platform-projects/{id}/reversal", { ...at({ id }), body: { reason } })),
  opportunities: (query: Loose<"list_opportunities">) => take(client.GET("/api/v1/opportunities", by<"list_opportunities">(query))),
  opportunity: (id: string) => take(client.GET("/api/v1/opportunities/{id}", at({ id }))),
  create_opportunity: (body: Raw["OpportunityIn"]) => take(client.POST("/api/v1/opportunities", { body })),
  update_opportunity: (id: string, body: Raw["OpportunityPatch"]) => take(client.PATCH("/api/v1/opportunities/{id}", { ...at({ id }), body })),
  close_opportunity: (id: string, body: Raw["OpportunityClosingIn"]) => take(client.POST("/api/v1/opportunities/{id}/close", { ...at({ id }), body })),
  reverse_opportunity: (id: string, step: Raw["OpportunityReversalStep"], reason: string) => take(client.POST("/api/v1/opportunities/{id}/reversal", { ...at({ id }), body: { step, reason } })),
  publish: (id: string, body: Raw["PublicationIn"]) => take(client.POST("/api/v1/opportunities/{id}/publications", { ...at({ id }), body })),
  reverse_publication: (id: string, publication_id: string, reason: string) =>
    take(client.POST("/api/v1/opportunities/{id}/publications/{publication_id}/reversal", { ...at({ id, publication_id }), body: { reason } })),
};
