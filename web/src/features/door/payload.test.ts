import { describe, expect, it } from "vitest";
import { shownField } from "./payload";

const words = { yes: "是", no: "否" };

describe("a field of a fact", () => {
  it("is money in yuan where its indicator is, else a number", () => {
    expect(shownField("value", 100_000_000_050, words, "CNY")).toBe("1,000,000,000.50");
    expect(shownField("value", 356, words, "count")).toBe("356");
  });
  it("names a month as one reads it", () => {
    expect(shownField("until", 202_303, words, "CNY")).toBe("2023-03");
    expect(shownField("year", 2023, words, "CNY")).toBe("2023");
  });
  it("shows shares, truths and nothing", () => {
    expect(shownField("other_province_bp", 6_000, words)).toBe("60%");
    expect(shownField("excluded", false, words)).toBe("否");
    expect(shownField("note", "", words)).toBe("—");
  });
});
