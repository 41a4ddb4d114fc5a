import { describe, expect, it } from "vitest";
import { neighboursOf } from "./neighbours";

describe("neighbours in a result", () => {
  it("stand before and after, and end at its ends", () => {
    expect(neighboursOf(["a", "b", "c"], "b")).toEqual({ previous: "a", next: "c", place: 2, total: 3 });
    expect(neighboursOf(["a", "b"], "a")).toMatchObject({ previous: null, next: "b" });
    expect(neighboursOf(["a", "b"], "b")).toMatchObject({ previous: "a", next: null });
  });
  it("are none outside a result, or in one of a single record", () => {
    expect(neighboursOf(undefined, "a")).toBeNull();
    expect(neighboursOf(["a"], "a")).toBeNull();
    expect(neighboursOf(["a", "b"], "z")).toBeNull();
  });
});
