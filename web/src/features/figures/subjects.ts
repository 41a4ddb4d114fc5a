/** The subjects by which the catalogue is read: a small table from an indicator's code, since forty-seven in a row are not. */
import type { Indicator } from "@/api/contract";

/** The subjects in their order; `other` holds what the table does not know yet. */
export const SUBJECTS = ["money", "trips", "targets", "platforms", "care", "other"] as const;
/** One subject. */
export type Subject = (typeof SUBJECTS)[number];

/** The first pattern that a code begins with decides. */
const BEGINNINGS: [RegExp, Subject][] = [
  [/^(city_leader|county_leader|county_trip|trip_|joint_|promotion_|inbound_|outbound_|matched_|invited_|campaign_)/, "trips"],
  [/^(target_|firsts_)/, "targets"],
  [/^(platform|reserve_|published_reserve)/, "platforms"],
  [/^care_/, "care"],
  [/^(funds_|new_projects|double_half|newly_|new_signed|witnessed_|pushed_|landed_)/, "money"],
];

/** The subject of a code. */
export function subjectOf(code: string): Subject {
  return BEGINNINGS.find(([beginning]) => beginning.test(code))?.[1] ?? "other";
}

/** The indicators by subject, in the subjects' order; empty ones are left out. */
export function bySubject<I extends Pick<Indicator, "code">>(indicators: readonly I[]): { subject: Subject; indicators: I[] }[] {
  return SUBJECTS.map((subject) => ({ subject, indicators: indicators.filter((each) => subjectOf(each.code) === subject) })).filter((group) => group.indicators.length > 0);
}
