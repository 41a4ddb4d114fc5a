// Kills a server at random moments while a client imports, closes months and issues
// bulletins; then starts it again and asks for every write that was acknowledged.

import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client, run, serve, stop } from "./server.mjs";

/** Writes until the connection breaks; notes what was acknowledged. */
async function work(client, round, log) {
  const projects = (await client.call("GET", "/projects?stage=started&limit=50")).items;
  for (let turn = 0; ; turn += 1) {
    const open = await client.openMonth();
    const vouchers = projects.slice(0, 40).map((project, place) => [`KILL-${round}-${turn}-${place}`, project.code]);
    let batch = await client.handInFunds(`kill-${turn}.csv`, open, vouchers);
    const taken = batch.counts.new;
    batch = await client.call("POST", `/imports/${batch.id}/commit`);
    batch = await client.settled(batch, ["committed", "preview", "failed"]);
    if (batch.state === "committed") log.push({ what: "import", id: batch.id, taken, sample: vouchers[0][0] });
    await client.call("POST", `/months/${open}/close`);
    log.push({ what: "close", month: open });
    const issued = await client.call("POST", "/bulletins", { template: "monthly", month: open, document_number: `演示通报〔${round}〕${turn}号` });
    log.push({ what: "issue", id: issued.id, hash: issued.hash });
  }
}

/** Whether everything acknowledged is there. */
async function find(client, log) {
  for (const entry of log) {
    if (entry.what === "import") {
      const batch = await client.call("GET", `/imports/${entry.id}`);
      if (batch.state !== "committed" || batch.counts.new !== entry.taken) throw new Error(`lost import ${JSON.stringify(entry)}: ${batch.state}`);
      const funds = await client.call("GET", `/funds?q=${entry.sample}`);
      if (funds.items.length !== 1) throw new Error(`lost the funds of ${JSON.stringify(entry)}`);
    } else if (entry.what === "close") {
      const month = (await client.call("GET", "/months")).items.find((one) => one.month === entry.month);
      if (month?.state !== "closed") throw new Error(`lost close ${JSON.stringify(entry)}`);
    } else {
      const bulletin = await client.call("GET", `/bulletins/${entry.id}`);
      if (bulletin.hash !== entry.hash) throw new Error(`lost bulletin ${JSON.stringify(entry)}`);
    }
  }
}

async function round(binary, folder, city, number, delay) {
  const data = join(folder, `round-${number}`);
  cpSync(city, data, { recursive: true });
  const { server, address } = await serve(binary, data);
  const log = [];
  const client = new Client(address);
  await client.signIn(data);
  const killed = new Promise((done) => {
    setTimeout(() => {
      server.on("exit", done);
      server.kill("SIGKILL");
    }, delay);
  });
  const ended = work(client, number, log).catch((error) => {
    // A broken connection is the kill; a refusal or a wrong answer is a failure.
    if (error.refused || !/fetch failed|terminated|ECONN|socket|other side/i.test(`${error.message} ${error.cause}`)) throw error;
  });
  await Promise.all([killed, ended]);
  const again = await serve(binary, data);
  const seeker = new Client(again.address);
  await seeker.signIn(data);
  await find(seeker, log);
  await stop(again.server);
  const verified = run(binary, data, "verify");
  if (verified.status !== 0) throw new Error(`verify: ${verified.stdout}`);
  console.log(`round ${number}: killed after ${delay} ms, ${log.length} acknowledged writes found, verify clean`);
  rmSync(data, { recursive: true });
  return log.length;
}

/** `draw(limit)` gives a number from 0 to below `limit`. */
export async function killAndLookAgain(binary, folder, city, rounds, draw) {
  let acknowledged = 0;
  for (let number = 1; number <= rounds; number += 1) acknowledged += await round(binary, folder, city, number, 50 + draw(2500));
  if (acknowledged === 0) throw new Error("no write was acknowledged in any round: nothing was tested");
  console.log(`${rounds} kills, ${acknowledged} acknowledged writes, none lost`);
}
