import { describe, expect, it } from "vitest";
import { doorOfAddress } from "./Paper";

describe("a figure in a bulletin", () => {
  it("opens the door of its address, whatever its measure", () => {
    const door = { indicator: "funds_arrived", month: "2023-06", from: "2023-01", unit: null };
    expect(doorOfAddress("funds_arrived:2023-06:2023-01:370300:yoy", "370300")).toEqual(door);
    expect(doorOfAddress("funds_arrived:2023-06:2023-01::value", "370300")).toEqual(door);
    expect(doorOfAddress("funds_arrived:2023-06:2023-01:370303:value", "370300")).toEqual({ ...door, unit: "370303" });
  });
  it("has no door where the address is none", () => {
    expect(doorOfAddress(undefined, "370300")).toBeNull();
    expect(doorOfAddress("figure-3", "370300")).toBeNull();
  });
});
