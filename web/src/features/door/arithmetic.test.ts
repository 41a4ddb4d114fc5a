import { describe, expect, it } from "vitest";
import type { Fact } from "@/api/contract";
import { countedSteps } from "./arithmetic";

const unit = (code: string) => ({ code, name: code, name_en: code });
const fact = (amount: string, points: number | null, credits: Fact["credits"] = []): Pick<Fact, "amount" | "credits" | "payload"> => ({
  amount, credits, payload: points === null ? {} : { other_province_bp: points },
});

describe("what a fact counts", () => {
  it("is its amount times the share from other provinces", () => {
    expect(countedSteps(fact("1460000.00", 5_700), null)).toEqual([{ of: "other_province", from: "1460000.00", points: 5_700, to: "832200.00" }]);
  });
  it("is divided among units that share the credit, and the parts add up", () => {
    const credits: Fact["credits"] = [
      { unit: unit("a"), basis_points: 3_333, mode: "shared" },
      { unit: unit("b"), basis_points: 6_667, mode: "shared" },
    ];
    const of = (code: string | null) => countedSteps(fact("10.01", 10_000, credits), code);
    expect(of("a").at(-1)).toEqual({ of: "credit", from: "10.01", points: 3_333, to: "3.34" });
    expect(of("b").at(-1)?.to).toBe("6.67");
    expect(of(null)).toHaveLength(1);
  });
  it("is whole for both where it is credited twice", () => {
    expect(countedSteps(fact("10.00", 10_000, [{ unit: unit("a"), basis_points: 10_000, mode: "double" }]), "a")).toHaveLength(1);
  });
  it("needs no arithmetic where nothing is shared", () => {
    expect(countedSteps(fact("0.00", null), null)).toEqual([]);
  });
  it("of a reversal is negative, to the fen", () => {
    expect(countedSteps(fact("-0.01", 5_000), null)[0]?.to).toBe("-0.01");
  });
});
