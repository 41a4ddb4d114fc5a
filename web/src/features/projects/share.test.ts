import { describe, expect, it } from "vitest";
import { shareOf } from "./share";

describe("a share in percent", () => {
  it("rounds half up in integers", () => {
    expect(shareOf("243", "400")).toBe("60.8");
    expect(shareOf("35230000000.00", "65000000000.00")).toBe("54.2");
    expect(shareOf("0", "100.00")).toBe("0.0");
    expect(shareOf("1.00", "3.00")).toBe("33.3");
    expect(shareOf("-60.75", "100")).toBe("-60.8");
  });
  it("needs a whole", () => {
    expect(() => shareOf("1", "0.00")).toThrow(RangeError);
  });
});
