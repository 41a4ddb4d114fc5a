import { describe, expect, it } from "vitest";
import { readFilters, toQuery, writeFilters } from "./filters";

const KEYS = ["unit", "stage", "q"] as const;

describe("filters in the address", () => {
  it("read only the page's keys", () => {
    const search = new URLSearchParams("unit=370303&month=2023-06&q=%E7%94%B5");
    expect(readFilters(search, KEYS)).toEqual({ unit: "370303", stage: "", q: "电" });
  });
  it("leave out what is empty, keep foreign keys, forget the position", () => {
    const search = new URLSearchParams("unit=370303&month=2023-06&after=x");
    expect(writeFilters(search, { unit: "", stage: "started" }).toString()).toBe("month=2023-06&stage=started");
  });
  it("do not touch the search they were given", () => {
    const search = new URLSearchParams("q=a");
    writeFilters(search, { q: "b" });
    expect(search.get("q")).toBe("a");
  });
  it("become a query of what is set", () => {
    expect(toQuery({ unit: "", stage: "landed", q: "" })).toEqual({ stage: "landed" });
  });
});
