import { describe, expect, it } from "vitest";
import { findTrend } from "./finding";

const point = (month: string, value: string, schedule: string | null) => ({ month, value, schedule });

describe("the finding of the trend", () => {
  it("names the month in which the schedule was caught up and the lead now", () => {
    const found = findTrend([
      point("2023-03", "159.00", "162.50"),
      point("2023-04", "216.70", "216.67"),
      point("2023-05", "280.00", "270.83"),
      point("2023-06", "352.30", "325.00"),
    ]);
    expect(found).toEqual({ kind: "caught", caught: "2023-04", month: "2023-06", lead: "27.30" });
  });
  it("takes the last catching up, not the first", () => {
    const found = findTrend([point("2023-01", "60", "50"), point("2023-02", "90", "100"), point("2023-03", "151", "150")]);
    expect(found).toMatchObject({ kind: "caught", caught: "2023-03", lead: "1" });
  });
  it("says how far behind, to the fen", () => {
    expect(findTrend([point("2023-01", "0.10", "0.30")])).toEqual({ kind: "behind", month: "2023-01", lag: "0.20" });
  });
  it("says ahead all year, even, or only the value", () => {
    expect(findTrend([point("2023-01", "60", "50"), point("2023-02", "110", "100")])?.kind).toBe("ahead");
    expect(findTrend([point("2023-01", "50.00", "50")])?.kind).toBe("even");
    expect(findTrend([point("2023-01", "50.00", null)])).toEqual({ kind: "no_plan", month: "2023-01", value: "50.00" });
    expect(findTrend([])).toBeNull();
  });
});
