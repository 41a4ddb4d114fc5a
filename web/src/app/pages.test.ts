import { describe, expect, it } from "vitest";
import { firstPage, permissionFor } from "./pages";

describe("the pages", () => {
  it("need the permission of their own address, not of their menu's", () => {
    expect(permissionFor("/bulletins")).toBe("bulletins.read");
    expect(permissionFor("/bulletins/new")).toBe("bulletins.write");
    expect(permissionFor("/bulletins/bul_1")).toBe("bulletins.read");
    expect(permissionFor("/projects/prj_1")).toBe("projects.read");
    expect(permissionFor("/projects/prj_1/edit")).toBe("projects.write");
    expect(permissionFor("/imports/imp_1")).toBe("imports.read");
    expect(permissionFor("/settings/accounts")).toBe("accounts.read");
    expect(permissionFor("/nowhere")).toBeNull();
  });
  it("begin for each role with one that it may open", () => {
    expect(firstPage(["accounts.read", "units.read"])?.word).toBe("settings");
    expect(firstPage(["units.read", "figures.read"])?.word).toBe("home");
    expect(firstPage([])).toBeUndefined();
  });
});
