import { describe, expect, it } from "vitest";
import type { SheetColumn } from "@/api/contract";
import { cellText, changeText, problemsAt } from "./cells";

const column = (index: number, letter: string, field: string | null): SheetColumn => ({ index, letter, header: `列${letter}`, unit: null, field, samples: [] });
const [voucher, amount] = [column(0, "A", "voucher"), column(2, "C", "amount")];
const problem = (at: object) => ({ column: null, cell: null, field: null, code: "x", params: {}, ...at });

describe("the cells of a previewed row", () => {
  it("find their text by letter, index or header", () => {
    expect(cellText({ cells: [{ column: "C", text: "12" }] }, amount)).toBe("12");
    expect(cellText({ cells: [{ column: "2", text: "13" }] }, amount)).toBe("13");
    expect(cellText({ cells: [{ column: "列C", text: "14" }] }, amount)).toBe("14");
    expect(cellText({ cells: [] }, amount)).toBe("");
  });
  it("carry the problem of their own cell, not of another", () => {
    const row = { problems: [problem({ cell: "C7", field: "amount" })] };
    expect(problemsAt(row, amount)).toHaveLength(1);
    expect(problemsAt(row, voucher)).toHaveLength(0);
  });
  it("take C and AC apart", () => {
    expect(problemsAt({ problems: [problem({ cell: "AC7" })] }, amount)).toHaveLength(0);
  });
});

describe("a changed value", () => {
  it("is money in 万元, exactly, or the text as it is", () => {
    expect(changeText("12345678.90", true, "zh")).toBe("1,234.56789 万元");
    expect(changeText("5000000.00", true, "en")).toBe("500 CNY 10k");
    expect(changeText("ZB-1", true, "zh")).toBe("ZB-1");
    expect(changeText("2023", false, "zh")).toBe("2023");
  });
});
