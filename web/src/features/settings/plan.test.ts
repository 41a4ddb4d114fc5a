import { describe, expect, it } from "vitest";
import { unitOfRole } from "./AccountDrawer";
import { planValue } from "./PlanDialog";
import { sectionsOf } from "./SettingsPage";
import { unitIn } from "./UnitDrawer";

describe("an annual target as typed", () => {
  it("is 亿元 for money and a whole number for counts", () => {
    expect(planValue("650", "CNY")).toBe("65000000000.00");
    expect(planValue("103.62", "CNY")).toBe("10362000000.00");
    expect(planValue("400", "count")).toBe("400");
  });
  it("is refused when it is no target", () => {
    expect(planValue(" ", "CNY")).toBeNull();
    expect(planValue("12.5", "count")).toBeNull();
    expect(planValue("很多", "CNY")).toBeNull();
  });
});

describe("settings by role", () => {
  it("show accounts to the administrator and business settings to the others", () => {
    expect(sectionsOf("administrator")).toEqual(["accounts", "units"]);
    expect(sectionsOf("bureau")).not.toContain("accounts");
  });
  it("ask a district account for its unit", () => {
    expect([unitOfRole("district"), unitOfRole("reader"), unitOfRole("bureau"), unitOfRole(undefined)]).toEqual(["must", "may", "none", "none"]);
  });
  it("send a tile only with both of its places", () => {
    const base = { code: "1", name: "a", name_en: "a", kind: "zone" as const, parent_code: null, ranked: true };
    expect(unitIn({ ...base, row: 0, column: 2 }).tile).toEqual({ row: 0, column: 2 });
    expect(unitIn({ ...base, row: 1 }).tile).toBeNull();
  });
});
