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
  it("name an unknown code instead of hiding it", () => {
    expect(problemText("ledger.not_yet_known", {}, "en")).toContain("ledger.not_yet_known");
    expect(problemText(undefined, {}, "zh")).toContain("?");
  });
});
