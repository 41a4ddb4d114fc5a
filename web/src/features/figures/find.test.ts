import { describe, expect, it } from "vitest";
import type { Figure } from "@/api/contract";
import { figureOf, indexFigures } from "./find";

const figure = (indicator: string, unit_code: string, value: number) => ({ indicator, unit_code, value }) as Figure;

describe("finding a figure", () => {
  it("takes the city's under its code", () => {
    expect(figureOf(indexFigures([figure("a", "370300", 3), figure("a", "370303", 2)], "370300"), null, "a")?.value).toBe(3);
  });
  it("does not mix units up", () => {
    const index = indexFigures([figure("a", "370303", 2), figure("b", "370304", 5)], "370300");
    expect(figureOf(index, "370303", "a")?.value).toBe(2);
    expect(figureOf(index, "370304", "a")).toBeUndefined();
  });
});
