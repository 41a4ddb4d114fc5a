import { describe, expect, it } from "vitest";
import { byDay, lastDay, shiftDay, weeksOf } from "./days";

describe("the calendar", () => {
  it("has weeks from Monday that hold every day of the month once", () => {
    const weeks = weeksOf("2023-06");
    expect(weeks[0]).toEqual(["2023-05-29", "2023-05-30", "2023-05-31", "2023-06-01", "2023-06-02", "2023-06-03", "2023-06-04"]);
    expect(weeks.flat().filter((day) => day.startsWith("2023-06"))).toHaveLength(30);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });
  it("needs four weeks for a February that begins on a Monday, six for a long month that begins on a Sunday", () => {
    expect(weeksOf("2021-02")).toHaveLength(4);
    expect(weeksOf("2023-10")).toHaveLength(6);
  });
  it("knows the last day of a leap February and of December", () => {
    expect(lastDay("2024-02")).toBe("2024-02-29");
    expect(lastDay("2023-12")).toBe("2023-12-31");
    expect(shiftDay("2023-03-01", -1)).toBe("2023-02-28");
  });
  it("shows what takes several days on each of them, but only in its month", () => {
    const trip = { begins_on: "2023-06-29", ends_on: "2023-07-02" };
    expect([...byDay([trip], "2023-06").keys()]).toEqual(["2023-06-29", "2023-06-30"]);
    expect([...byDay([trip], "2023-07").keys()]).toEqual(["2023-07-01", "2023-07-02"]);
    expect(byDay([trip], "2023-08").size).toBe(0);
  });
  it("keeps the order of what happens on one day", () => {
    const days = byDay([{ begins_on: "2023-06-05", name: "a" }, { begins_on: "2023-06-05", ends_on: null, name: "b" }], "2023-06");
    expect(days.get("2023-06-05")?.map((each) => each.name)).toEqual(["a", "b"]);
  });
});
