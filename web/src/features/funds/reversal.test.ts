import { describe, expect, it } from "vitest";
import { reducedBy } from "./ReversalDrawer";

describe("a reversal", () => {
  it("takes off what does not remain, to the fen", () => {
    expect(reducedBy("1000000.00", "600,000")).toBe("400000.00");
    expect(reducedBy("0.30", "0.10")).toBe("0.20");
    expect(reducedBy("1000000.00", "0")).toBe("1000000.00");
  });
  it("knows no amount while what is typed makes no sense", () => {
    expect(reducedBy("100.00", "100.01")).toBeNull();
    expect(reducedBy("100.00", "-1")).toBeNull();
    expect(reducedBy("100.00", "")).toBeNull();
  });
});
