import { describe, expect, it } from "vitest";
import { add, compare, raise, readDecimal, shift, subtract, sum } from "./decimal";

describe("exact decimals", () => {
  it("adds what a float would get wrong", () => {
    expect(add("0.1", "0.2")).toBe("0.3");
    expect(add("90071992547409.93", "0.01")).toBe("90071992547409.94");
    expect(sum(["1.10", "-2.20", "0.05"])).toBe("-1.05");
    expect(sum([])).toBe("0");
  });
  it("subtracts across scales and keeps the sign before small parts", () => {
    expect(subtract("352.3", "325")).toBe("27.3");
    expect(subtract("0", "0.05")).toBe("-0.05");
  });
  it("rounds half up by magnitude, in integers", () => {
    expect(shift("60.75", 0, 1)).toBe("60.8");
    expect(shift("-60.75", 0, 1)).toBe("-60.8");
    expect(shift("35230000000.00", 8, 1)).toBe("352.3");
    expect(shift("35234999999.99", 8, 1)).toBe("352.3");
    expect(shift("35235000000.00", 8, 1)).toBe("352.4");
    expect(shift("4999.99", 4, 0)).toBe("0");
    expect(shift("5000.00", 4, 0)).toBe("1");
  });
  it("drops the sign of what rounds to nothing", () => {
    expect(shift("-0.04", 0, 1)).toBe("0.0");
  });
  it("compares by value, not by text", () => {
    expect(compare("10", "9.99")).toBe(1);
    expect(compare("1.50", "1.5")).toBe(0);
    expect(compare("-1", "0")).toBe(-1);
  });
  it("reads what people type and refuses what is no number", () => {
    expect(readDecimal(" 1,234.50 ")).toBe("1234.50");
    expect(readDecimal("１２３．５")).toBe("123.5");
    expect(readDecimal("−12")).toBe("-12");
    expect(readDecimal("12万")).toBeNull();
    expect(readDecimal("")).toBeNull();
  });
  it("turns 万元 into yuan exactly or not at all", () => {
    expect(raise("1234.567891", 4, 2)).toBe("12345678.91");
    expect(raise("1.0000001", 4, 2)).toBeNull();
  });
});
