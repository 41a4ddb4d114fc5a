/** Where what was found is shown: its own page, or its list with its code as the filter. */
import { paths, withQuery } from "./paths";

type Way = (id: string, code: string) => string;

const WAYS: Record<string, Way> = {
  project: (id) => paths.project(id),
  company: (id) => paths.company(id),
  indicator: (_, code) => paths.indicator(code),
  bulletin: (id) => paths.bulletin(id),
  fund: (_, code) => paths.funds({ q: code }),
  activity: (id) => paths.activity(id),
  campaign: (id) => paths.campaign(id),
  platform: (id) => paths.platform(id),
  opportunity: (id) => paths.opportunity(id),
  policy_document: (_, code) => withQuery(paths.documents(), { q: code }),
  roster: (id) => paths.care_record("rosters", id),
  visit: (id) => paths.care_record("visits", id),
  problem: (id) => paths.care_record("problems", id),
  chain: (id) => paths.chain(id),
  target: (id) => paths.target(id),
  target_company: (id) => paths.target(id),
};

/** The kinds that have an address, in the order in which they are listed. */
export const FOUND_KINDS = Object.keys(WAYS);

/** The address of a record of a kind; null for a kind that this client does not know. */
export function foundPath(kind: string, id: string, code: string): string | null {
  return WAYS[kind]?.(id, code) ?? null;
}
