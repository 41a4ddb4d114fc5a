import { describe, expect, it } from "vitest";
import type { BackTest } from "@/api/desk";
import { foldTests } from "./tests";

const test = (method: BackTest["method"], month: string, until: string): BackTest => ({ method, month, until, value: "1", actual: "1", error: "0.0" });

describe("back tests", () => {
  it("are those of one method, the newest first", () => {
    const all = [test("even_pace", "2022-01", "2022-12"), test("last_year", "2023-01", "2023-06"), test("even_pace", "2023-01", "2023-06"), test("even_pace", "2023-02", "2023-06")];
    expect(foldTests(all, "even_pace").map((each) => each.month)).toEqual(["2023-02", "2023-01", "2022-01"]);
    expect(foldTests(all, "last_year")).toHaveLength(1);
  });
});
