import { describe, expect, it } from "vitest";
import type { LineageList, OpeningTotal } from "@/api/contract";
import { differs, isTakenOff, sumOf, totalsOf } from "./totals";

const list: LineageList = { indicator: "funds_arrived", value: "705.00", display: "0.0", entries: 1, amount: "5.00", count: 1 };
const unit = { code: "370303", name: "张店区", name_en: "Zhangdian" };
const total = (until: string, value: string | number, indicator = "funds_arrived"): OpeningTotal => ({ indicator, unit, until, value, document: "甲1号", seq: 1 });
const march = total("2023-03", "1000.00");
const january = total("2023-01", "-300.00");

describe("opening totals behind a figure", () => {
  it("make the printed value together with the entries", () => {
    const sum = sumOf(list, [march, january], true);
    expect(sum).toBe("705.00");
    expect(differs(list, sum)).toBe(false);
    expect(differs(list, sumOf(list, [march], true))).toBe(true);
    expect(differs(list, sumOf(list, [], true))).toBe(true);
  });
  it("are counts where the list counts", () => {
    const counted: LineageList = { ...list, value: 361, amount: "0.00", count: 5 };
    expect(differs(counted, sumOf(counted, [total("2022-06", 356)], false))).toBe(false);
  });
  it("of one list are not those of the other", () => {
    const both = [total("2022-06", 20, "witnessed_started"), total("2022-06", 50, "witnessed_projects")];
    expect(totalsOf(both, "witnessed_projects").map((each) => each.value)).toEqual([50]);
  });
  it("are taken off where they are negative", () => {
    expect([march, january, total("2022-06", 0)].map(isTakenOff)).toEqual([false, true, false]);
  });
  it("contradict no figure that has no value", () => {
    expect(differs({ ...list, value: null }, "5.00")).toBe(false);
    expect(differs(undefined, "5.00")).toBe(false);
  });
});
