import { describe, expect, it } from "vitest";
import { cellsOf, csvOf, isPaste, pasteFault, pasteFile, pasteName } from "./pasted";

describe("cells from the clipboard", () => {
  it("are parted by tabs and line ends, whichever system wrote them", () => {
    expect(cellsOf("企业\t金额\r\n甲\t1,200\r\n")).toEqual([["企业", "金额"], ["甲", "1,200"]]);
    expect(cellsOf("a\tb\nc\td")).toEqual([["a", "b"], ["c", "d"]]);
    expect(cellsOf("a\tb\rc\td")).toEqual([["a", "b"], ["c", "d"]]);
  });
  it("keep their line breaks, tabs and quotes where Excel quoted them", () => {
    expect(cellsOf('地址\t备注\r\n"张店区\n柳泉路"\t"他说""好"""\r\n')).toEqual([["地址", "备注"], ["张店区\n柳泉路", '他说"好"']]);
    expect(cellsOf('"a\tb"\tc')).toEqual([["a\tb", "c"]]);
    expect(cellsOf('""\tx')).toEqual([["", "x"]]);
  });
  it("keep a quote that quotes nothing", () => {
    expect(cellsOf('3" 管\t"5\tx')).toEqual([['3" 管', '"5', "x"]]);
    expect(cellsOf('"甲"公司\tx')).toEqual([['"甲"公司', "x"]]);
  });
  it("keep empty cells inside and empty rows between, and drop empty rows at the end", () => {
    expect(cellsOf("a\t\tc\n\nd\t\t\n\t\t\n\n")).toEqual([["a", "", "c"], [""], ["d", "", ""]]);
    expect(cellsOf("")).toEqual([]);
  });
});

describe("the CSV file", () => {
  it("quotes commas, quotes and line breaks, and pads short rows", () => {
    expect(csvOf([["a", "b", "c"], ['1,200', 'x "y"'], ["张店区\n柳泉路"]])).toBe('a,b,c\r\n"1,200","x ""y""",\r\n"张店区\n柳泉路",,\r\n');
  });
  it("is named after the minute of the paste and known by its name", () => {
    const name = pasteName("粘贴", new Date(2026, 10, 23, 5, 7));
    expect(name).toBe("粘贴 2026-11-23 0507.csv");
    expect([name, pasteName("Pasted", new Date()), "6月资金.csv"].map(isPaste)).toEqual([true, true, false]);
  });
  it("holds what was copied, in UTF-8", async () => {
    const file = pasteFile("企业名称\t注册地\r\n甲公司\t苏州\r\n", "粘贴", new Date(2026, 10, 23, 15, 30));
    expect(file).toBeInstanceOf(File);
    expect((file as File).name).toBe("粘贴 2026-11-23 1530.csv");
    expect(await (file as File).text()).toBe("企业名称,注册地\r\n甲公司,苏州\r\n");
  });
});

describe("a paste that is no table", () => {
  it("is empty, one cell, or a row without its header", () => {
    const faults = ["", " \t\r\n", "甲公司", "\r\n甲公司\t\r\n", "甲公司\t苏州\t100"].map((text) => pasteFault(cellsOf(text)));
    expect(faults).toEqual(["paste_empty", "paste_empty", "paste_one_cell", "paste_one_cell", "paste_one_row"]);
  });
  it("is not a column of two cells", () => {
    expect(pasteFault(cellsOf("企业名称\n甲公司"))).toBeNull();
  });
});
