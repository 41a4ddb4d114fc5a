import { describe, expect, it } from "vitest";
import { goalsIn, goalText, goalUnit } from "./goals";

const unitOf = (code: string) => ({ funds_arrived: "CNY", outbound_activities: "count", start_rate: "percent" })[code];

describe("the goals of a campaign", () => {
  it("send money in yuan, and all else as typed", () => {
    const sent = goalsIn([
      { indicator: "funds_arrived", measure: "value", value: "350", until_month: "2023-06" },
      { indicator: "funds_arrived", measure: "yoy", value: "10%", until_month: "2023-06" },
      { indicator: "outbound_activities", measure: "value", value: "1,200", until_month: "2023-06" },
    ], unitOf);
    expect(sent.map((each) => each.value)).toEqual(["35000000000.00", "10", "1200"]);
  });
  it("measure growth in percent, whatever the indicator is counted in", () => {
    expect(goalUnit("CNY", "yoy")).toBe("percent");
    expect(goalUnit("percent", "value")).toBe("percent");
    expect(goalUnit("CNY", "value")).toBe("CNY");
    expect(goalUnit("count", "value")).toBe("count");
  });
  it("read as a headline does", () => {
    expect(goalText({ unit: "CNY", value: "35000000000.00" }, "zh")).toBe("350.0");
    expect(goalText({ unit: "count", value: "1200" }, "zh")).toBe("1,200");
  });
});
