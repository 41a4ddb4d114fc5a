import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { errors as en } from "./en/errors";
import { problemText } from "./problem";
import { errors as zh } from "./zh/errors";

const CODES = join(import.meta.dirname, "../../../docs/api/error-codes.json");
const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("error sentences", () => {
  it("exist in both languages for every code of the server", () => {
    const codes: string[] = existsSync(CODES) ? JSON.parse(readFileSync(CODES, "utf8")) : [];
    expect(codes.filter((code) => !(code in zh))).toEqual([]);
    expect(codes.filter((code) => !(code in en))).toEqual([]);
  });
  it("name the same places in both languages", () => {
    for (const code of Object.keys(zh) as (keyof typeof zh)[]) expect(places(en[code]), code).toEqual(places(zh[code]));
  });
  it("are filled with the server's parameters", () => {
    expect(problemText("client.unknown_indicator", { code: "x1" }, "zh")).toBe("没有代码为 x1 的指标。");
  });
  it("put parameters into words: money grouped, codes in the field's terms, lists joined", () => {
    expect(problemText("projects.plan_below_arrived", { arrived: "12345678.90" }, "zh")).toContain("12,345,678.90");
    expect(problemText("projects.milestone_needed", { milestone: "signed" }, "zh")).toBe("要先认定签约。");
    expect(problemText("projects.step_missing", { missing: ["contract_number", "company_or_filing"] }, "zh")).toBe("还缺：合同编号、项目公司或立项备案代码");
  });
  it("name an unknown code instead of hiding it", () => {
    expect(problemText("ledger.not_yet_known", {}, "en")).toContain("ledger.not_yet_known");
    expect(problemText(undefined, {}, "zh")).toContain("?");
  });
});
