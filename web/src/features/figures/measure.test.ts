import { describe, expect, it } from "vitest";
import { messages } from "@/locales";
import { changeMeasure, figureText } from "./measure";

const zh = messages("zh").figures;
const en = messages("en").figures;

describe("a figure in a table", () => {
  it("says a truth in words and nothing as a dash", () => {
    expect(figureText(true, { unit: "boolean" }, zh, "zh")).toBe("是");
    expect(figureText(false, { unit: "boolean" }, en, "en")).toBe("No");
    expect(figureText(null, { unit: "boolean" }, zh, "zh")).toBe("—");
    expect(figureText("74.1", { unit: "percent" }, zh, "zh")).toBe("74.1");
  });
  it("changes in percentage points where it is a rate", () => {
    expect([changeMeasure({ unit: "percent" }, zh), changeMeasure({ unit: "percent" }, en)]).toEqual(["百分点", "pp"]);
    expect(changeMeasure({ unit: "CNY" }, zh)).toBe("%");
  });
});
