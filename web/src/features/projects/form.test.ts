import { describe, expect, it } from "vitest";
import type { Project } from "@/api/contract";
import { fieldFor, frozenFields, inForm, projectIn, projectPatch, typedOf, type TypedProject } from "./form";
import { sharesTotal } from "./InvestorFields";

const typed: TypedProject = {
  code: " X-1 ", name: "新材料", unit: "370303", place: "370303", credit_mode: "shared", joint_unit: "370305", credit_share: "70",
  investors: [{ company_id: "cmp_1", share: "60" }, { unlisted: true, name: " 苏州某公司 ", division: "320500", uscc: "", share: "40", look_through: "310000" }],
  planned_investment: "１２，０００", contract_kind: "formal", contract_number: "HT-1", signed_on: "2023-07-01", contract_amount: "8000.5", filing_code: " 2307-1 ", exclusion: undefined,
};

const unit = (code: string) => ({ code, name: code, name_en: code });
const division = (code: string) => ({ code, name: code });
const project = {
  id: "prj_1", code: "X-1", name: "新材料", unit: unit("370303"), place: division("370303"), stage: "talks",
  investors: [{ company: { id: "cmp_1", name: "a" }, division: division("320500"), look_through: null, share_bp: 10_000, other_province: true }],
  credits: [{ unit: unit("370303"), basis_points: 7000, mode: "shared" }, { unit: unit("370305"), basis_points: 3000, mode: "shared" }],
  planned_investment: "120000000.00", contract: { number: null, kind: "formal", signed_on: "2023-07-01", amount: "80005000.00" },
  chain: null, industry: "C2651", exclusion: "phase_two", project_company: null, filing_code: "2307-1",
  milestones: [], amendments: [], lists: [], funds: { total: "0.00", count: 0 }, next_steps: [],
} as unknown as Project;

describe("a project as typed", () => {
  it("is sent in yuan and basis points", () => {
    expect(projectIn(typed)).toMatchObject({
      code: "X-1", planned_investment: "120000000.00", contract_amount: "80005000.00", credit_mode: "shared", joint_unit: "370305", credit_share: 7000, filing_code: "2307-1", exclusion: null,
      investors: [{ company_id: "cmp_1", share_bp: 6000, look_through: null }, { name: "苏州某公司", division: "320500", uscc: null, share_bp: 4000, look_through: "310000" }],
    });
  });
  it("has no joint unit where the credit is exclusive", () => {
    expect(projectIn({ ...typed, credit_mode: "exclusive" })).toMatchObject({ joint_unit: null, credit_share: null });
  });
  it("shows what its investors' shares add up to", () => {
    expect(sharesTotal([{ share: "33.33" }, { share: "66.67" }])).toBe("100");
    expect(sharesTotal([{ share: "33.33" }, {}])).toBe("33.33");
    expect(sharesTotal([{}])).toBeNull();
  });
});

describe("a change of a project", () => {
  it("sends nothing where nothing was changed", () => {
    expect(projectPatch(project, typedOf(project))).toEqual({});
  });
  it("sends what was changed, an empty text for what is taken away, null for the exclusion", () => {
    const after = { ...typedOf(project), name: "新名", filing_code: "", exclusion: undefined, signed_on: "", credit_mode: "exclusive" };
    expect(projectPatch(project, after)).toEqual({ name: "新名", filing_code: "", exclusion: null, credit_mode: "exclusive", joint_unit: "" });
  });
});

describe("what facts have frozen", () => {
  const having = (over: object) => frozenFields({ ...project, ...over } as Project);
  it("is nothing but the code before anything is recognised", () => {
    expect([...frozenFields(project)]).toEqual(["code"]);
  });
  it("follows the milestones and the funds", () => {
    const signed = having({ milestones: [{ kind: "signed" }] });
    expect(["planned_investment", "unit", "investors", "signed_on", "contract_number"].every((field) => signed.has(field))).toBe(true);
    expect(["name", "filing_code", "exclusion", "place"].some((field) => signed.has(field))).toBe(false);
    const landed = having({ milestones: [{ kind: "landed" }] });
    expect([landed.has("filing_code"), landed.has("project_company"), landed.has("investors")]).toEqual([true, false, false]);
    const funded = having({ funds: { total: "1.00", count: 1 } });
    expect([funded.has("investors"), funded.has("signed_on"), funded.has("contract_amount")]).toEqual([true, true, false]);
  });
});

describe("what a milestone misses", () => {
  it("leads to the field that mends it", () => {
    expect(fieldFor(["company_or_filing"])).toBe("project_company");
    expect(fieldFor(["signed", "contract_number"])).toBe("contract_number");
    expect(fieldFor(["signed"])).toBeNull();
    expect(fieldFor(undefined)).toBeNull();
  });
  it("puts the server's lists under the one list of the form", () => {
    expect(inForm({ code: "x", fields: [{ field: "shares" }, { field: "name" }] })).toEqual({ code: "x", fields: [{ field: "investors" }, { field: "name" }] });
    expect(inForm(null)).toBeNull();
  });
});
