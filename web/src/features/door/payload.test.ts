import { describe, expect, it } from "vitest";
import { shownField, wordOf } from "./payload";

const words = { yes: "是", no: "否" };

describe("a field of a fact", () => {
  it("is money in yuan where its indicator is, else a number", () => {
    expect(shownField("value", 100_000_000_050, words, "CNY")).toBe("1,000,000,000.50");
    expect(shownField("value", 356, words, "count")).toBe("356");
  });
  it("is money where it is called fen", () => {
    expect(shownField("planned_fen", 10_990_000_050, words)).toBe("109,900,000.50");
  });
  it("has its code's word, an opportunity's or a problem's", () => {
    expect(wordOf("category", "four_strong", "zh")).toBe("四强产业");
    expect(wordOf("category", "power_supply", "en")).toBe("Power supply");
    expect(wordOf("leader", "city_first", "zh")).toBe("市党政主要领导");
    expect(wordOf("batch", "city_first", "zh")).toBeUndefined();
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
