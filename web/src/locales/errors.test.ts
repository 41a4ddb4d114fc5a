import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { errors as en } from "./en/errors";
import { faultText, problemText } from "./problem";
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
    expect(problemText("projects.plan_below_arrived", { arrived: "12345678.90" }, "zh")).toContain("1,234.56789 万元");
    expect(problemText("projects.plan_below_arrived", { arrived: "12345678.90" }, "en")).toContain("CNY 12,345,678.90");
    expect(problemText("projects.milestone_needed", { milestone: "signed" }, "zh")).toBe("要先认定签约。");
    expect(problemText("projects.step_missing", { missing: ["contract_number", "company_or_filing"] }, "zh")).toBe("还缺：合同编号、项目公司或立项备案代码");
  });
  it("say what is wrong with a template in whole sentences", () => {
    const faults = [
      { code: "documents.unknown_figure", detail: "line 3: no figure has the code fund_arrived", line: 3, nearest: "funds_arrived" },
      { code: "documents.bad_argument", detail: "line 4: month cannot be 2023-13", line: 4, nearest: null },
      { code: "documents.syntax", detail: "line 2: unexpected `}`, expected `,`", line: 2, nearest: null },
    ];
    expect(faults.map((fault) => faultText(fault, "zh"))).toEqual([
      "第 3 行，“fund_arrived”：没有这个指标代码。是不是“funds_arrived”？",
      "第 4 行，“month=2023-13”：取数的参数不对。",
      "第 2 行：模板语法有误。此处是 `}`，应为 `,`。",
    ]);
    expect(faultText(faults[0]!, "en")).toBe("Line 3, “fund_arrived”: There is no such indicator. Did you mean “funds_arrived”?");
    expect(problemText("bulletins.faulty_text", { faults }, "zh")).toContain("第 4 行");
    expect(problemText("bulletins.faulty_text", { faults }, "en")).not.toContain("documents.");
  });
  it("name an unknown code instead of hiding it", () => {
    expect(problemText("ledger.not_yet_known", {}, "en")).toContain("ledger.not_yet_known");
    expect(problemText(undefined, {}, "zh")).toContain("?");
  });
});
