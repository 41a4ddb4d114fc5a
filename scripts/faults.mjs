// What must hold when things go wrong: backups during an import, kills at random moments.
//
//   node scripts/faults.mjs BINARY KILLS [SEED]
//
// Exit code 0: every backup was sound; everything acknowledged was there after each kill,
// and `verify` found nothing, every time.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { backUpDuringAnImport } from "./faults/backup.mjs";
import { killAndLookAgain } from "./faults/kill.mjs";
import { succeed } from "./faults/server.mjs";

const [binary, kills, seed] = [resolve(process.argv[2]), Number(process.argv[3] ?? 3), Number(process.argv[4] ?? Date.now())];
const folder = mkdtempSync(join(tmpdir(), "zhaoyin-faults-"));
let state = seed >>> 0;

/** A number from 0 to below `limit`; the seed is printed, so that a run can be had again. */
function draw(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

try {
  console.log(`seed ${seed}`);
  const city = join(folder, "city");
  succeed(binary, city, "demo", "--seed", "5");
  await backUpDuringAnImport(binary, folder, city);
  await killAndLookAgain(binary, folder, city, kills, draw);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}
