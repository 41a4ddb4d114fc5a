import { describe, expect, it } from "vitest";
import { covers } from "./scope";

const units = [
  { code: "370300", parent_code: null },
  { code: "370303", parent_code: "370300" },
  { code: "370303-A", parent_code: "370303" },
  { code: "370323", parent_code: "370300" },
];
const of = (own: string | null, unit: string | null) => covers(own, units, unit, "370300");

describe("the scope of a person", () => {
  it("is everything for the city's people", () => {
    expect(of(null, "370323")).toBe(true);
    expect(of(null, null)).toBe(true);
    expect(of("370300", null)).toBe(true);
  });
  it("is the own unit and what lies beneath it, not the others and not the city", () => {
    expect(of("370303", "370303")).toBe(true);
    expect(of("370303", "370303-A")).toBe(true);
    expect(of("370303", "370323")).toBe(false);
    expect(of("370303", "370300")).toBe(false);
    expect(of("370303", null)).toBe(false);
    expect(of("370303-A", "370303")).toBe(false);
  });
  it("does not run in circles over units that name each other", () => {
    expect(covers("x", [{ code: "a", parent_code: "b" }, { code: "b", parent_code: "a" }], "a", "c")).toBe(false);
  });
});
