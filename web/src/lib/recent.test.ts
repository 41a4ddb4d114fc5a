import { describe, expect, it } from "vitest";
import { addRecent, keepRecent, readRecent } from "./recent";

describe("recent words", () => {
  it("stand newest first, once each, six at most", () => {
    const six = ["a1", "b", "c", "d", "e", "f", "g"].reduce<string[]>(addRecent, []);
    expect(six).toEqual(["g", "f", "e", "d", "c", "b"]);
    expect(addRecent(six, "c")).toEqual(["c", "g", "f", "e", "d", "b"]);
  });
  it("take the place of what was typed on the way to them", () => {
    expect(addRecent(["zd", "x"], "ZD2022")).toEqual(["ZD2022", "x"]);
    expect(addRecent(["x"], "  ")).toEqual(["x"]);
  });
  it("are kept in the browser, and what is broken counts as none", () => {
    keepRecent(" 石墨 ");
    expect(readRecent()).toEqual(["石墨"]);
    localStorage.setItem("zhaoyin.found", "{");
    expect(readRecent()).toEqual([]);
  });
});
