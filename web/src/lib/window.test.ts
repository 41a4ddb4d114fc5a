import { describe, expect, it } from "vitest";
import { choiceOf, choiceStart, windowStart } from "./window";

describe("the window of a figure", () => {
  it("is the year to date unless the address says otherwise", () => {
    expect(windowStart(null, "2023-06")).toBe("2023-01");
    expect(windowStart("2023-02", "2023-06")).toBe("2023-02");
  });
  it("is never upside down", () => {
    expect(windowStart("2023-09", "2023-06")).toBe("2023-01");
    expect(windowStart("nonsense", "2023-06")).toBe("2023-01");
  });
  it("reads back the choice it was made by", () => {
    for (const choice of ["ytd", "month", "quarter"] as const) expect(choiceOf(choiceStart(choice, "2023-06"), "2023-06")).toBe(choice);
    expect(choiceOf("2023-02", "2023-06")).toBe("custom");
    expect(choiceOf(choiceStart("quarter", "2023-01"), "2023-01")).toBe("quarter");
  });
});
