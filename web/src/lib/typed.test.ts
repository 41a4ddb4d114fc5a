import { describe, expect, it } from "vitest";
import { asTyped, isLarge, typedBasisPoints, typedFault, typedYuan } from "./typed";

describe("an amount that a person typed", () => {
  it("becomes yuan to the fen in the field's unit", () => {
    expect(typedYuan("1,234.5", 0)).toBe("1234.50");
    expect(typedYuan("500", 4)).toBe("5000000.00");
    expect(typedYuan("0.01", 4)).toBe("100.00");
    expect(typedYuan("0.000001", 4)).toBe("0.01");
    expect(typedYuan("650", 8)).toBe("65000000000.00");
  });
  it("may be written with full-width digits and separators", () => {
    expect(typedYuan("１，２３４．５６", 4)).toBe("12345600.00");
  });
  it("is exact where a float would not be", () => {
    expect(typedYuan("9007199254740.993001", 4)).toBe("90071992547409930.01");
  });
  it("is refused where it is finer than a fen or no number, and says which", () => {
    expect(typedYuan("0.0000001", 4)).toBeNull();
    expect(typedFault("0.0000001", 4)).toBe("too_fine");
    expect(typedYuan("0.001", 0)).toBeNull();
    expect(typedYuan("约 12", 4)).toBeNull();
    expect(typedFault("500万", 4)).toBe("not_a_number");
    expect(typedYuan(undefined, 4)).toBeNull();
    expect(typedFault("12", 4)).toBeNull();
  });
});

describe("yuan put into a field", () => {
  it("come back exactly as they were", () => {
    for (const yuan of ["5000000.00", "0.01", "12345678.91", "100.00", "90071992547409930.01"]) {
      expect(typedYuan(asTyped(yuan, 4), 4)).toBe(yuan);
    }
    expect(asTyped("5000000.00", 4)).toBe("500");
    expect(asTyped("12345678.90", 4)).toBe("1234.56789");
    expect(asTyped("10000000000.00", 4)).toBe("1000000");
    expect(asTyped(null, 4)).toBe("");
  });
  it("are large from a 亿元 on", () => {
    expect([isLarge("99999999.99"), isLarge("100000000.00")]).toEqual([false, true]);
  });
});

describe("a percentage that a person typed", () => {
  it("becomes basis points or nothing", () => {
    expect(typedBasisPoints("70")).toBe(7000);
    expect(typedBasisPoints("33.33％")).toBe(3333);
    expect(typedBasisPoints("33.333")).toBeNull();
    expect(typedBasisPoints("-1")).toBeNull();
    expect(typedBasisPoints("")).toBeNull();
  });
});
