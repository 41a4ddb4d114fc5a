import { describe, expect, it } from "vitest";
import { openView, viewQuery } from "./views";

describe("a view", () => {
  it("is the address's query without what belongs to the moment", () => {
    expect(viewQuery(new URLSearchParams("unit=370303&month=2023-06&q=a&door=x:2023-06:2023-01:&columns=unit.stage"))).toBe("columns=unit.stage&q=a&unit=370303");
  });
  it("is the same text whatever the order in the address", () => {
    expect(viewQuery(new URLSearchParams("b=2&a=1"))).toBe(viewQuery(new URLSearchParams("a=1&b=2&c=")));
  });
  it("opens in the month that is looked at, and drops the filters before it", () => {
    expect(openView(new URLSearchParams("month=2023-05&stage=signed"), "unit=370303&month=2021-01").toString()).toBe("unit=370303&month=2023-05");
  });
});
