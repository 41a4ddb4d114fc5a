import { describe, expect, it } from "vitest";
import { clockTime, isMonth, monthsBetween, shiftMonth, windowName, yearStart } from "./month";

describe("months", () => {
  it("are real months only", () => {
    expect(["2023-06", "2023-13", "2023-6", "", null].map((text) => isMonth(text))).toEqual([true, false, false, false, false]);
  });
  it("step over the year's end", () => {
    expect(shiftMonth("2022-12", 1)).toBe("2023-01");
    expect(shiftMonth("2023-01", -13)).toBe("2021-12");
    expect(monthsBetween("2022-11", "2023-02")).toEqual(["2022-11", "2022-12", "2023-01", "2023-02"]);
    expect(yearStart("2023-06")).toBe("2023-01");
  });
  it("name a window in both languages", () => {
    expect(windowName("2023-01", "2023-06", "zh")).toBe("2023 年 1—6 月");
    expect(windowName("2023-02", "2023-04", "en")).toBe("Feb–Apr 2023");
    expect(windowName("2023-06", "2023-06", "zh")).toBe("2023 年 6 月");
    expect(windowName("2022-07", "2023-06", "en")).toBe("2022-07 to 2023-06");
  });
});

describe("instants", () => {
  it("are shown by the city's clock, wherever the reader sits", () => {
    expect(clockTime("2023-07-03T10:00:00Z")).toBe("2023-07-03 18:00");
    expect(clockTime(null)).toBe("—");
  });
});
