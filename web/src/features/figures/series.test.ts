import { describe, expect, it } from "vitest";
import { drawn, pairYears } from "./series";

const points = ["2021-12", "2022-01", "2022-12", "2023-01", "2023-02"].map((month, at) => ({ month, value: at, cumulative: at * 10 }));

describe("a series", () => {
  it("stands beside the same month of last year, where that is known", () => {
    expect(pairYears(points, 3).map((point) => [point.month, point.last_year])).toEqual([["2022-12", 0], ["2023-01", 10], ["2023-02", null]]);
  });
  it("is drawn from January, but a stock over all its months", () => {
    const paired = pairYears(points, 3);
    expect(drawn(paired, false).map((point) => point.month)).toEqual(["2023-01", "2023-02"]);
    expect(drawn(paired, true)).toHaveLength(3);
    expect(drawn([], false)).toEqual([]);
  });
});
