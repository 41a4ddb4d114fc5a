import { describe, expect, it } from "vitest";
import { lightLook, tileStep } from "./light";

describe("lights", () => {
  it("differ in shape, not only in tone", () => {
    const looks = ["normal", "slow", "behind", null].map((light) => lightLook(light));
    expect(new Set(looks.map((look) => look.shape)).size).toBe(4);
    expect(looks.map((look) => look.shape)).toEqual(["●", "▲", "■", "○"]);
  });
  it("show an unknown word as no target, never as good", () => {
    expect(lightLook("splendid").tone).toBe("none");
    expect(lightLook(undefined).tone).toBe("none");
  });
  it("take the tile's step from the completion", () => {
    expect(["18.6", "30.0", "48.3", "54.9", "62.4", null].map((value) => tileStep(value))).toEqual([0, 1, 2, 3, 4, 0]);
  });
});
