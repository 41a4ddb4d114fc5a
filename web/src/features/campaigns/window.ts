/** The months of a campaign that figures can be asked for: within one year, and not after the last closed one. */
import { yearOf, yearStart } from "@/lib/month";

/** A window, and whether the campaign's earlier years were left out of it. */
export interface CampaignWindow { from: string; month: string; cut: boolean }

/** The last part of the campaign up to `newest`, the last closed month; null where there is none. */
export function windowOf(campaign: { from_month: string; until_month: string }, newest: string | null): CampaignWindow | null {
  if (newest === null || newest < campaign.from_month) return null;
  const month = campaign.until_month < newest ? campaign.until_month : newest;
  const cut = yearOf(campaign.from_month) < yearOf(month);
  return { from: cut ? yearStart(month) : campaign.from_month, month, cut };
}
