import { describe, expect, it } from "vitest";
import { chosenColumns, writeColumns } from "./columns";

const columns = [{ key: "name", fixed: true }, { key: "unit" }, { key: "stage" }, { key: "place", off: true }];
const keys = (text: string) => chosenColumns(columns, text).map((column) => column.key).join();

describe("chosen columns", () => {
  it("are the default where the address names none, or none of this table", () => {
    expect(keys("")).toBe("name,unit,stage");
    expect(keys("nonsense")).toBe("name,unit,stage");
  });
  it("stand in the table's order, the fixed one always among them", () => {
    expect(keys("place.unit")).toBe("name,unit,place");
  });
  it("go to the address and back, and the default goes as nothing", () => {
    expect(writeColumns(columns, new Set(["unit", "stage"]))).toBe("");
    expect(writeColumns(columns, new Set(["unit", "place"]))).toBe("unit.place");
    expect(keys(writeColumns(columns, new Set()))).toBe("name");
  });
});
