import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tokens } from "./tokens";

/** WCAG relative luminance of "#RRGGBB". */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe("the tokens", () => {
  it("are the same in the style sheet", () => {
    const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
    const declared = Object.fromEntries([...css.matchAll(/--([a-z0-9-]+): (#[0-9A-F]{6});/g)].map(([, name, value]) => [name, value]));
    expect(declared).toEqual(tokens);
  });
  it("reach AA where text stands on them", () => {
    for (const text of ["text-1", "text-2", "text-3", "action", "good-text", "slow-text", "behind-text"] as const) {
      expect(contrast(tokens[text], tokens.surface), text).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tokens[text], tokens.canvas), text).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(tokens["slow-text"], tokens["slow-tint"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens["behind-text"], tokens["behind-tint"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens["good-text"], tokens["good-tint"])).toBeGreaterThanOrEqual(4.5);
  });
});
