import { describe, expect, it } from "vitest";
import { doorPath, factPath, paths, recordPath, safeBack } from "./paths";

describe("addresses", () => {
  it("leave out what is not set", () => {
    expect(paths.projects({ unit: "370303", stage: "", q: undefined })).toBe("/projects?unit=370303");
    expect(paths.home()).toBe("/");
  });
  it("open a door over the present page", () => {
    const door = { indicator: "funds_arrived", month: "2023-06", from: "2023-01", unit: "370305" };
    expect(doorPath("/projects", "?q=a", door)).toBe("/projects?q=a&door=funds_arrived:2023-06:2023-01:370305");
  });
  it("open a fact below the door of its figure", () => {
    const door = { indicator: "funds_arrived", month: "2023-06", from: "2023-01", unit: "370305" };
    expect(factPath("/funds", "?q=YS-1", door, 8917)).toBe("/funds?q=YS-1&door=funds_arrived:2023-06:2023-01:370305&fact=8917");
    expect(paths.funds({ q: "YS-1" })).toBe("/funds?q=YS-1");
  });
  it("lead from a fact to its record where there is one", () => {
    expect(recordPath("project", "prj_1")).toBe("/projects/prj_1");
    expect(recordPath("document", "x")).toBeNull();
  });
  it("never lead off the site after signing in", () => {
    expect(safeBack("//evil.example")).toBe("/");
    expect(safeBack("/\\evil.example")).toBe("/");
    expect(safeBack("https://evil.example")).toBe("/");
    expect(safeBack("/funds?unit=1")).toBe("/funds?unit=1");
  });
});
