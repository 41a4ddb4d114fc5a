import { describe, expect, it } from "vitest";
import { FOUND_KINDS, foundPath } from "./found";

describe("what was found", () => {
  it("leads to its own page, or to its list with its code as the filter", () => {
    expect(foundPath("project", "prj_1", "ZD-1")).toBe("/projects/prj_1");
    expect(foundPath("indicator", "x", "funds_arrived")).toBe("/figures/funds_arrived");
    expect(foundPath("policy_document", "pol_1", "淄政发 1")).toBe("/policy-documents?q=%E6%B7%84%E6%94%BF%E5%8F%91+1");
  });
  it("of an unknown kind leads nowhere", () => {
    expect(foundPath("starship", "x", "y")).toBeNull();
  });
  it("has an address within the site for every kind", () => {
    for (const kind of FOUND_KINDS) expect(foundPath(kind, "a/b", "c"), kind).toMatch(/^\/[a-z]/);
  });
});
