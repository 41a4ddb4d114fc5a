/** What an office keeps for its own desk: finding anything, saved views, forecasts, templates of its own. */
import type { Raw, Schema, Value, With } from "./contract";
import { client, set, take } from "./request";

/** What was found of one kind, best first. */
export type FoundKind = Schema["FoundKindOut"];
/** A record that was found. */
export type Found = FoundKind["items"][number];
/** A list as somebody saved it: its page and the query of its address. */
export type SavedView = Schema["ViewOut"];
/** A campaign as far as a bulletin may speak of it. */
export type CampaignChoice = Schema["CampaignItem"];
export type Forecast = With<Schema["ForecastOut"], { value: string | number }>;
export type BackTest = With<Schema["BackTestOut"], { value: string | number; actual: string | number }>;
/** The year's end as it looks from a month's end. */
export interface Forecasts { plan: Value; forecasts: Forecast[]; back_tests: BackTest[] }

const at = <P extends object>(path: P) => ({ params: { path } });

/** Records of every kind by name, pinyin, initials or code. */
export function findAnything(words: string, limit = 6): Promise<{ kinds: FoundKind[] }> {
  return take(client.GET("/api/v1/find", { params: { query: { words, limit } } }));
}

/** One's own saved views. */
export const views = {
  list: (page: string) => take(client.GET("/api/v1/views", { params: { query: { page } } })),
  save: (body: Raw["ViewIn"]) => take(client.POST("/api/v1/views", { body })),
  remove: (id: string) => take(client.DELETE("/api/v1/views/{id}", at({ id }))),
};

/** What the year's end will be; money in exact strings. */
export function forecastsOf(query: { indicator: string; month: string; unit?: string | null }): Promise<Forecasts> {
  return take(client.GET("/api/v1/forecasts", { params: { query: set(query) as { indicator: string; month: string } } })) as unknown as Promise<Forecasts>;
}

/** The office's own templates of bulletins. */
export const templates = {
  create: (body: Raw["TemplateIn"]) => take(client.POST("/api/v1/bulletin-templates", { body })),
  update: (id: string, body: Raw["TemplatePatch"]) => take(client.PATCH("/api/v1/bulletin-templates/{id}", { ...at({ id }), body })),
  remove: (id: string) => take(client.DELETE("/api/v1/bulletin-templates/{id}", at({ id }))),
};

/** The campaigns that a bulletin may speak of, the newest first. */
export function campaignChoices(): Promise<{ items: CampaignChoice[] }> {
  return take(client.GET("/api/v1/campaigns", { params: { query: { limit: 100 } } }));
}
