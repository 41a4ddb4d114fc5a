import { describe, expect, it } from "vitest";
import { typedYuan } from "./fields";

describe("an amount that a person typed", () => {
  it("becomes yuan to the fen in the field's unit", () => {
    expect(typedYuan("1,234.5", 0)).toBe("1234.50");
    expect(typedYuan("1,234.5", 4)).toBe("12345000.00");
    expect(typedYuan("650", 8)).toBe("65000000000.00");
  });
  it("is refused where it is finer than a fen or no number", () => {
    expect(typedYuan("0.001", 0)).toBeNull();
    expect(typedYuan("约 12", 4)).toBeNull();
    expect(typedYuan(undefined, 0)).toBeNull();
  });
});
