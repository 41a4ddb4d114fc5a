import { describe, expect, it } from "vitest";
import { foundGroups, namesPage, pageGroup, recentGroup } from "./finding";
import { MENU } from "./pages";

const pages = MENU.flatMap((group) => group.pages);
const found = (kind: string, note: string, code = "C-1") => ({ kind, items: [{ id: "x_1", name: "石墨制品", code, note }] });

describe("the finder", () => {
  it("knows pages by both names, whichever language is on", () => {
    expect(namesPage("funds", "资")).toBe(true);
    expect(namesPage("funds", "Fun")).toBe(true);
    expect(namesPage("funds", "und")).toBe(false);
    expect(pageGroup(pages, "fund", "zh")[0]?.hits.map((hit) => hit.name)).toEqual(["资金"]);
    expect(pageGroup(pages, "没有这样的页", "zh")).toEqual([]);
  });
  it("says a project's stage in words, and leaves out kinds that lead nowhere", () => {
    const groups = foundGroups([found("project", "intention"), found("starship", "")], "zh");
    expect(groups.map((group) => group.name)).toEqual(["项目"]);
    expect(groups[0]?.hits[0]).toMatchObject({ second: "C-1 · 意向", path: "/projects/x_1" });
  });
  it("names an indicator in the reader's language", () => {
    expect(foundGroups([found("indicator", "Graphite", "g")], "en")[0]?.hits[0]).toMatchObject({ name: "Graphite", second: "g", path: "/figures/g" });
    expect(foundGroups([found("indicator", "Graphite", "g")], "zh")[0]?.hits[0]?.name).toBe("石墨制品");
  });
  it("offers recent words as searches", () => {
    expect(recentGroup(["zd"], "zh")[0]?.hits[0]?.words).toBe("zd");
    expect(recentGroup([], "zh")).toEqual([]);
  });
});
