import { describe, expect, it } from "vitest";
import { accountPatch, unitOfRole } from "./AccountDrawer";
import { planGaps, planValue } from "./plan";
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

describe("the units' targets", () => {
  const plan = (code: string, value: string | number, indicator = "funds_arrived") => ({ unit: { code, name: code, name_en: code }, indicator, value });
  const units = [{ code: "c", parent_code: null }, { code: "a", parent_code: "c" }, { code: "b", parent_code: "c" }, { code: "a1", parent_code: "a" }];
  it("that add up to the city's are no gap; what lies deeper counts once", () => {
    expect(planGaps([plan("c", "100.00"), plan("a", "60.00"), plan("b", "40.00"), plan("a1", "10.00")], units, "c")).toEqual([]);
  });
  it("that do not are named with both sums and the difference", () => {
    expect(planGaps([plan("c", 400, "n"), plan("a", 300, "n"), plan("b", 50, "n")], units, "c")).toEqual([{ indicator: "n", units: "350", city: "400", off: "50" }]);
  });
  it("are none where the city or the units have no target", () => {
    expect(planGaps([plan("c", "1.00"), plan("a", 3, "n")], units, "c")).toEqual([]);
  });
});

describe("a change of an account", () => {
  const account = { name: "岗 1", role: "district" as const, unit: { code: "370303", name: "张店区", name_en: "Zhangdian" } };
  it("sends what was changed and nothing else", () => {
    expect(accountPatch(account, { name: "岗 1 ", role: "district", unit_code: "370303" })).toEqual({});
    expect(accountPatch(account, { name: "岗 2", role: "district", unit_code: "370305" })).toEqual({ name: "岗 2", unit_code: "370305" });
  });
  it("leaves the unit out for a role that has none", () => {
    expect(accountPatch(account, { name: "岗 1", role: "bureau", unit_code: "370303" })).toEqual({ role: "bureau" });
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
