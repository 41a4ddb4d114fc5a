// Measures what a browser must fetch, gzip: for the entry (every page) and for the dashboard (entry and
// home page with all they import). Fails above the limits of the design.
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMITS = { entry: 240_000, dashboard: 500_000 };
const DASHBOARD = "src/features/home/HomePage.tsx";

if (!existsSync("dist/.vite/manifest.json")) {
  console.error("dist is missing: run `npm run build` first");
  process.exit(1);
}
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));

/** All files a manifest key needs before it runs: itself, its static imports, their styles. */
function files(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the manifest`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const css of chunk.css ?? []) found.add(css);
  for (const next of chunk.imports ?? []) files(next, found);
  return found;
}
const size = (names) => [...names].reduce((sum, name) => sum + gzipSync(readFileSync(`dist/${name}`), { level: 9 }).length, 0);

const entry = files("index.html");
const dashboard = new Set(entry);
files(DASHBOARD, dashboard);
// What the home page loads lazily (the chart) still belongs to the dashboard.
const lazy = (key, seen = new Set()) => {
  if (seen.has(key)) return;
  seen.add(key);
  for (const next of manifest[key].dynamicImports ?? []) {
    files(next, dashboard);
    lazy(next, seen);
  }
};
lazy(DASHBOARD);

const kilo = (bytes) => `${Math.ceil(bytes / 100) / 10} kB`;
let failed = false;
for (const [name, names] of [["entry", entry], ["dashboard", dashboard]]) {
  const bytes = size(names);
  const over = bytes > LIMITS[name];
  failed ||= over;
  console.log(`${name.padEnd(10)} ${kilo(bytes).padStart(9)} gzip of ${kilo(LIMITS[name])}, ${names.size} files${over ? "  TOO BIG" : ""}`);
}
process.exit(failed ? 1 : 0);
