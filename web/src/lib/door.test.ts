import { describe, expect, it } from "vitest";
import { closeDoor, lastYearOf, levelUp, openDoor, openFact, readDoor, searchText, writeDoor } from "./door";

const city = { indicator: "funds_arrived", month: "2023-06", from: "2023-01", unit: null };

describe("the address of a door", () => {
  it("reads back what it wrote, for the city and for a unit", () => {
    expect(writeDoor(city)).toBe("funds_arrived:2023-06:2023-01:");
    expect(readDoor(writeDoor(city))).toEqual(city);
    const unit = { ...city, unit: "370303" };
    expect(readDoor(writeDoor(unit))).toEqual(unit);
  });
  it("refuses broken addresses instead of guessing", () => {
    for (const text of [null, "", "funds_arrived", "funds_arrived:2023-13:2023-01:", "a:2023-01:2023-06:", "a/b:2023-06:2023-01:", "a:2023-06:2023-01:1:2"]) {
      expect(readDoor(text)).toBeNull();
    }
  });
  it("has one of the same months last year", () => {
    expect(writeDoor(lastYearOf({ ...city, from: "2023-02", unit: "370303" }))).toBe("funds_arrived:2022-06:2022-02:370303");
  });
  it("opens over a page and keeps the page's filters", () => {
    const search = openDoor(new URLSearchParams("stage=started&fact=7"), city);
    expect(searchText(search)).toBe("?stage=started&door=funds_arrived:2023-06:2023-01:");
  });
  it("goes up one level at a time", () => {
    const deep = openFact(openDoor(new URLSearchParams("q=a"), city), 12);
    const list = levelUp(deep);
    expect(list.has("fact")).toBe(false);
    expect(readDoor(list.get("door"))).toEqual(city);
    expect(searchText(levelUp(list))).toBe("?q=a");
    expect(searchText(closeDoor(deep))).toBe("?q=a");
  });
});
