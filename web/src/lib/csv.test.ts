import { describe, expect, it } from "vitest";
import { csvText } from "./csv";

describe("a screen as CSV", () => {
  it("says first what it is about, and keeps separators inside a cell", () => {
    expect(csvText(["演示数据", "2023-06"], [["单位", "数"], ["张店区", "535,257"], ['说"好"', "1"]])).toBe(
      '\uFEFF演示数据 · 2023-06\r\n单位,数\r\n张店区,"535,257"\r\n"说""好""",1\r\n',
    );
  });
  it("never becomes a formula", () => {
    expect(csvText([], [["=1+1", "+3.0", "-5.0", "@a"]])).toContain("'=1+1,'+3.0,-5.0,'@a");
  });
});
