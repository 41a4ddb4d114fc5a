/** The walls of the client, read from its files: who may import whom, how long a file is, who writes paths. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "..");

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

const files = walk(SRC).filter((path) => /\.tsx?$/.test(path) && !path.endsWith("schema.d.ts"));

/** "features/home" or "ui": the part of the client that a file belongs to. */
function home(path: string): string {
  const [layer = "", slice = ""] = relative(SRC, path).split("/");
  return layer === "features" ? `features/${slice}` : layer;
}

function imports(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, target = ""]) => {
    if (target.startsWith("@/")) return [home(join(SRC, target.slice(2)))];
    return target.startsWith(".") ? [home(resolve(dirname(path), target))] : [];
  });
}

function allowed(from: string, to: string): boolean {
  if (from === to || from === "main.tsx") return true;
  const layer = from.split("/")[0];
  const target = to.split("/")[0] ?? "";
  if (layer === "app") return true;
  if (layer === "features") return ["ui", "lib", "api", "locales"].includes(target);
  if (layer === "api" || layer === "ui") return ["lib", "locales"].includes(target);
  return ["lib", "locales"].includes(target);
}

describe("the walls", () => {
  it("hold: app → features → ui, lib, api; features apart; ui knows no API", () => {
    const broken = files.flatMap((path) => imports(path).filter((to) => !allowed(home(path), to)).map((to) => `${relative(SRC, path)} → ${to}`));
    expect(broken).toEqual([]);
    expect(allowed("features/home", "features/funds")).toBe(false);
    expect(allowed("ui", "api")).toBe(false);
  });
  it("keep files under 250 lines, or say why not", () => {
    const isLong = (text: string) => text.split("\n").length > 250 && !text.includes("// Long:");
    const long = files.filter((path) => isLong(readFileSync(path, "utf8"))).map((path) => relative(SRC, path));
    expect(long).toEqual([]);
  });
  it("open every file with a sentence about it", () => {
    const silent = files.filter((path) => !/\.test\.tsx?$/.test(path) && !/^\/(\*\*|\/)/.test(readFileSync(path, "utf8"))).map((path) => relative(SRC, path));
    expect(silent).toEqual([]);
  });
  it("write addresses in one place only", () => {
    const writers = files
      .filter((path) => !path.endsWith("lib/paths.ts") && !/\.test\.tsx?$/.test(path))
      .filter((path) => /(?:\bto=|navigate\()\s*[{(]?\s*["'`]\//.test(readFileSync(path, "utf8")))
      .map((path) => relative(SRC, path));
    expect(writers).toEqual([]);
  });
  it("call nothing outside the own server", () => {
    const callers = files.filter((path) => /https?:\/\/(?!www\.w3\.org)/.test(readFileSync(path, "utf8")) && !/\.test\.tsx?$/.test(path)).map((path) => relative(SRC, path));
    expect(callers).toEqual([]);
  });
});
