import { describe, expect, it } from "vitest";
import { closeDoors, doorOfAddress, measureOfAddress } from "./address";

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
  it("names what is printed", () => {
    expect(measureOfAddress("funds_arrived:2023-06:2023-01:370300:yoy")).toBe("yoy");
    expect(measureOfAddress("funds_arrived:2023-06:2023-01:370300")).toBe("value");
  });
  it("is a plain number where its door is closed to the reader", () => {
    const link = (unit: string) => `<a class="figure" data-figure="funds_arrived:2023-06:2023-01:${unit}:value" href="#x">1.2</a>`;
    const plain = (unit: string) => `<span data-printed="funds_arrived:2023-06:2023-01:${unit}:value">1.2</span>`;
    const html = closeDoors(`<p>${link("370303")} ${link("370323")} ${link("370300")}</p>`, "370300", (unit) => unit === "370303");
    expect(html).toBe(`<p>${link("370303")} ${plain("370323")} ${plain("370300")}</p>`);
  });
});
