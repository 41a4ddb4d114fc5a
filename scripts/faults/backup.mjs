// Backups taken while an import is being written: each, restored elsewhere, verifies clean
// and has the figures of before the import, since the import had not ended.

import { spawn } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client, run, serve, stop, succeed } from "./server.mjs";

const ROWS = 20_000;

/** The figures of a month, as the command line prints them. */
function figures(binary, data, month) {
  return succeed(binary, data, "figures", "--month", month, "--unit", "all", "--json");
}

/** Takes a backup beside the running server. */
function backUp(binary, data, file) {
  return new Promise((done, failed) => {
    const command = spawn(binary, ["--data", data, "backup", file], { stdio: ["ignore", "ignore", "inherit"] });
    command.on("exit", (code) => (code === 0 ? done() : failed(new Error(`backup ended with ${code}`))));
  });
}

function restoreAndCheck(binary, folder, file, month, wanted) {
  const elsewhere = join(folder, "restored");
  succeed(binary, elsewhere, "restore", file);
  const verified = run(binary, elsewhere, "verify");
  if (verified.status !== 0) throw new Error(`verify of a restored backup: ${verified.stdout}`);
  if (figures(binary, elsewhere, month) !== wanted) throw new Error(`the figures of ${file} are not those of its moment`);
  rmSync(elsewhere, { recursive: true });
}

export async function backUpDuringAnImport(binary, folder, city) {
  const data = join(folder, "backed-up");
  cpSync(city, data, { recursive: true });
  const { server, address } = await serve(binary, data);
  const client = new Client(address);
  await client.signIn(data);
  const month = await client.openMonth();
  const before = figures(binary, data, month);
  const projects = (await client.call("GET", "/projects?stage=started&limit=50")).items;
  const vouchers = Array.from({ length: ROWS }, (_, row) => [`BACKUP-${row}`, projects[row % projects.length].code]);
  const batch = await client.handInFunds("backup.csv", month, vouchers);
  const answered = client.call("POST", `/imports/${batch.id}/commit`);
  const stateNow = async () => (await client.call("GET", `/imports/${batch.id}`)).state;
  while ((await stateNow()) === "preview") await new Promise((done) => setTimeout(done, 5));
  const taken = [];
  for (let number = 0; ; number += 1) {
    const file = join(folder, `backup-${number}.db`);
    await backUp(binary, data, file);
    // Only what was begun and ended while the import was under way.
    if ((await stateNow()) !== "committing") break;
    taken.push(file);
  }
  const committed = await client.settled(await answered, ["committed", "preview", "failed"]);
  if (committed.state !== "committed") throw new Error(`the import ended as ${committed.state}`);
  if (taken.length === 0) throw new Error("no backup was taken during the import: nothing was tested");
  const after = figures(binary, data, month);
  if (after === before) throw new Error("the import changed no figure");
  const last = join(folder, "backup-after.db");
  await backUp(binary, data, last);
  await stop(server);
  for (const file of [taken[0], taken.at(-1)]) restoreAndCheck(binary, folder, file, month, before);
  restoreAndCheck(binary, folder, last, month, after);
  rmSync(data, { recursive: true });
  console.log(`${taken.length} backups during an import of ${committed.counts.new} rows and one after it: restored elsewhere, verify clean, figures equal`);
}
