import { describe, expect, it } from "vitest";
import { windowOf } from "./window";

describe("the window of a campaign", () => {
  it("is its own months once they are over", () => {
    expect(windowOf({ from_month: "2023-03", until_month: "2023-05" }, "2023-07")).toEqual({ from: "2023-03", month: "2023-05", cut: false });
  });
  it("ends with the books while it runs", () => {
    expect(windowOf({ from_month: "2023-03", until_month: "2023-12" }, "2023-07")).toEqual({ from: "2023-03", month: "2023-07", cut: false });
  });
  it("keeps to its last year, and says so", () => {
    expect(windowOf({ from_month: "2022-10", until_month: "2023-02" }, "2023-07")).toEqual({ from: "2023-01", month: "2023-02", cut: true });
  });
  it("is none before it begins", () => {
    expect(windowOf({ from_month: "2023-08", until_month: "2023-12" }, "2023-07")).toBeNull();
    expect(windowOf({ from_month: "2023-08", until_month: "2023-12" }, null)).toBeNull();
  });
});
