import { describe, expect, it } from "vitest";
import type { Company } from "@/api/contract";
import { companyPatch } from "./CompanyDrawer";

const company = { id: "cmp_1", name: "甲公司", uscc: null, aliases: ["甲"], division: { code: "320500", name: "苏州市" }, group: "甲集团" } as unknown as Company;
const typed = { name: "甲公司", division: "320500", aliases: ["甲"], group: "甲集团" };

describe("what is sent of a changed company", () => {
  it("is nothing where nothing was changed", () => {
    expect(companyPatch(company, { ...typed, name: " 甲公司 " })).toEqual({});
  });
  it("is the group that was typed, and an empty text where it was taken away", () => {
    expect(companyPatch(company, { ...typed, group: " 乙集团 " })).toEqual({ group: "乙集团" });
    expect(companyPatch(company, { ...typed, group: undefined })).toEqual({ group: "" });
  });
});
