import { describe, expect, it } from "vitest";
import { fundState, reductionOf } from "./reversal";

describe("a reduction", () => {
  it("takes off what does not remain, to the fen, from what is typed in 万元", () => {
    expect(reductionOf("10000000.00", "part", "600")).toEqual({ before: "10000000.00", after: "6000000.00", off: "4000000.00" });
    expect(reductionOf("10000.30", "part", "1.00001")).toEqual({ before: "10000.30", after: "10000.10", off: "0.20" });
  });
  it("of the whole leaves nothing, whatever was typed before", () => {
    expect(reductionOf("100.00", "whole", "7")).toEqual({ before: "100.00", after: "0.00", off: "100.00" });
  });
  it("is none while what is chosen and typed makes no sense", () => {
    expect(reductionOf("10000.00", undefined, "0.5")).toBeNull();
    expect(reductionOf("10000.00", "part", "")).toBeNull();
    expect(reductionOf("10000.00", "part", "0")).toBeNull();
    expect(reductionOf("10000.00", "part", "1")).toBeNull();
    expect(reductionOf("10000.00", "part", "1.5")).toBeNull();
    expect(reductionOf("10000.00", "part", "-1")).toBeNull();
  });
});

describe("the state of a fund", () => {
  const fund = (reversed: boolean, reversal_reason: string | null, replaces: string | null = null) => ({ reversed, reversal_reason, replaces });
  it("tells a reduction from an undone batch", () => {
    expect(fundState(fund(true, "多报"))).toBe("reduced");
    expect(fundState(fund(true, "undo"))).toBe("undone");
  });
  it("knows what remains after a reduction", () => {
    expect(fundState(fund(false, null, "fnd_1"))).toBe("remainder");
    expect(fundState(fund(true, "再减", "fnd_1"))).toBe("reduced");
    expect(fundState(fund(false, null))).toBe("standing");
  });
});
