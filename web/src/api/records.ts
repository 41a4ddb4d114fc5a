/** Activities, campaigns, documents, platforms and opportunities: their types and operations. */
import { at, by, type Loose } from "./ask";
import type { Raw, Schema } from "./contract";
import { client, take } from "./request";

export type Ref = Schema["UnitRef"];
export type Meeting = Schema["MeetingOut"];
export type ActivityRow = Schema["ActivityItem"];
export type Activity = Schema["ActivityOut"];
export type ActivityIn = Raw["ActivityIn"];
export type ActivityPatch = Raw["ActivityPatch"];
export type MeetingIn = Raw["MeetingIn"];
export type Goal = Schema["GoalOut"];
export type GoalIn = Raw["GoalIn"];
export type CampaignRow = Schema["CampaignItem"];
export type Campaign = Schema["CampaignOut"];
export type CampaignIn = Raw["CampaignIn"];
export type CampaignPatch = Raw["CampaignPatch"];
export type PolicyDocument = Schema["PolicyDocumentOut"];
export type PolicyDocumentIn = Raw["PolicyDocumentIn"];
export type PlatformRow = Schema["PlatformItem"];
export type Platform = Schema["PlatformOut"];
export type PlatformComponent = Schema["PlatformComponent"];
export type PlatformProject = Schema["PlatformProjectOut"];
export type Recognition = Schema["ChannelRecognition"];
export type OpportunityRow = Schema["OpportunityItem"];
export type Opportunity = Schema["OpportunityOut"];
/** What has been reached of a campaign's goals. */
export type CampaignProgress = Schema["CampaignProgressOut"];
/** What the server takes for a platform's six components: a text each. */
export type Components = { [K in keyof Schema["PlatformComponents"]]?: string };

/** Activities, meetings, campaigns, documents. */
export const outreach = {
  activities: (query: Loose<"list_activities">) => take(client.GET("/api/v1/activities", by<"list_activities">(query))),
  activity: (id: string) => take(client.GET("/api/v1/activities/{id}", at({ id }))),
  create_activity: (body: ActivityIn) => take(client.POST("/api/v1/activities", { body })),
  update_activity: (id: string, body: ActivityPatch) => take(client.PATCH("/api/v1/activities/{id}", { ...at({ id }), body })),
  reverse_activity: (id: string, reason: string, with_meetings: boolean) => take(client.POST("/api/v1/activities/{id}/reversal", { ...at({ id }), body: { reason, with_meetings } })),
  meetings: (query: Loose<"list_meetings">) => take(client.GET("/api/v1/meetings", by<"list_meetings">(query))),
  add_meeting: (id: string, body: MeetingIn) => take(client.POST("/api/v1/activities/{id}/meetings", { ...at({ id }), body })),
  reverse_meeting: (id: string, reason: string) => take(client.POST("/api/v1/meetings/{id}/reversal", { ...at({ id }), body: { reason } })),
  campaigns: (query: Loose<"list_campaigns">) => take(client.GET("/api/v1/campaigns", by<"list_campaigns">(query))),
  campaign: (id: string) => take(client.GET("/api/v1/campaigns/{id}", at({ id }))),
  create_campaign: (body: CampaignIn) => take(client.POST("/api/v1/campaigns", { body })),
  update_campaign: (id: string, body: CampaignPatch) => take(client.PATCH("/api/v1/campaigns/{id}", { ...at({ id }), body })),
  progress: (campaign: string) => take(client.GET("/api/v1/campaign-progress", { params: { query: { campaign } } })),
  delete_campaign: (id: string) => take(client.DELETE("/api/v1/campaigns/{id}", at({ id }))),
  documents: (query: Loose<"list_policy_documents">) => take(client.GET("/api/v1/policy-documents", by<"list_policy_documents">(query))),
  create_document: (body: PolicyDocumentIn) => take(client.POST("/api/v1/policy-documents", { body })),
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
