import { describe, expect, it } from "vitest";
import type { ImportKind, SheetColumn } from "@/api/contract";
import { changed, choose, guessed, missingFields } from "./mapping";

const column = (index: number, field: string | null): SheetColumn => ({ index, letter: "ABC"[index] ?? "?", header: "", unit: null, field, samples: [] });
const sheet = { columns: [column(0, "voucher"), column(1, "amount"), column(2, null)] };
const field = (name: string, required: boolean) => ({ field: name, name: { zh: name, en: name }, required, type: "text", choices: null });
const kind: ImportKind = { kind: "funds", name: { zh: "资金", en: "Funds" }, key: ["voucher"], city_only: false, fields: [field("voucher", true), field("amount", true), field("payer", false)] };

describe("the mapping of columns", () => {
  it("starts as guessed", () => {
    expect(guessed(sheet)).toEqual({ 0: "voucher", 1: "amount", 2: null });
    expect(changed(guessed(sheet), sheet)).toBe(false);
  });
  it("gives a field to one column only", () => {
    const next = choose(guessed(sheet), 2, "amount");
    expect(next).toEqual({ 0: "voucher", 1: null, 2: "amount" });
    expect(changed(next, sheet)).toBe(true);
  });
  it("leaves several columns out without a quarrel", () => {
    expect(choose(guessed(sheet), 0, null)).toEqual({ 0: null, 1: "amount", 2: null });
  });
  it("names the required fields that nothing fills", () => {
    expect(missingFields(guessed(sheet), kind)).toEqual([]);
    expect(missingFields(choose(guessed(sheet), 1, null), kind)).toEqual(["amount"]);
  });
});
