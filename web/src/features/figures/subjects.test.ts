import { describe, expect, it } from "vitest";
import { bySubject, subjectOf } from "./subjects";

describe("subjects", () => {
  it("are found by the beginning of a code", () => {
    expect(["funds_arrived", "county_trip_start_rate", "firsts_contact_rate", "platform_funds_arrived", "published_reserve_projects", "care_events"].map(subjectOf)).toEqual(["money", "trips", "targets", "platforms", "platforms", "care"]);
  });
  it("keep what they do not know instead of hiding it", () => {
    expect(subjectOf("something_new")).toBe("other");
  });
  it("stand in their order, without empty ones, and lose no indicator", () => {
    const groups = bySubject([{ code: "care_events" }, { code: "something_new" }, { code: "funds_arrived" }]);
    expect(groups.map((group) => group.subject)).toEqual(["money", "care", "other"]);
    expect(groups.flatMap((group) => group.indicators)).toHaveLength(3);
  });
});
