// Kills a server at random moments while a client imports, closes months and issues
// bulletins; then starts it again and asks for every write that was acknowledged.
//
//   node scripts/kill-test.mjs BINARY ROUNDS [SEED]
//
// Exit code 0: everything acknowledged was there, and `verify` found nothing, every time.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [binary, rounds, seed] = [resolve(process.argv[2]), Number(process.argv[3] ?? 3), Number(process.argv[4] ?? Date.now())];
const folder = mkdtempSync(join(tmpdir(), "zhaoyin-kill-"));
let state = seed >>> 0;

/** A number from 0 to below `limit`; the seed is printed, so that a round can be had again. */
function draw(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

function run(data, ...words) {
  const done = spawnSync(binary, ["--data", data, ...words], { encoding: "utf8" });
  if (done.error) throw done.error;
  return done;
}

/** Starts a server and waits for its address. */
async function serve(data) {
  const server = spawn(binary, ["--data", data, "serve", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((found, failed) => {
    let said = "";
    server.stdout.on("data", (piece) => {
      said += piece;
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (match) found(match[0]);
    });
    server.on("exit", (code) => failed(new Error(`the server ended with ${code} before it was ready`)));
  });
  return { server, address };
}

class Client {
  constructor(address) {
    this.address = address;
  }

  async call(method, path, body, type = "application/json") {
    const headers = { ...(this.cookie ? { cookie: this.cookie } : {}), ...(body === undefined ? {} : { "content-type": type }) };
    const payload = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(`${this.address}/api/v1${path}`, { method, headers, body: payload });
    const cookie = response.headers.get("set-cookie");
    if (cookie) this.cookie = cookie.split(";")[0];
    const text = await response.text();
    const answer = text ? JSON.parse(text) : null;
    if (!response.ok) throw Object.assign(new Error(`${method} ${path}: ${response.status} ${answer?.code}`), { refused: true });
    return answer;
  }

  async signIn() {
    const accounts = readFileSync(join(folder, "city", "demo-accounts.txt"), "utf8").split("\n");
    const [login, password] = accounts.find((line) => line.startsWith("bureau")).split(/\s+/);
    await this.call("POST", "/session", { login, password });
  }
}

/** Writes until the connection breaks; notes what was acknowledged. */
async function work(client, round, log) {
  const projects = (await client.call("GET", "/projects?stage=started&limit=50")).items;
  for (let turn = 0; ; turn += 1) {
    const months = (await client.call("GET", "/months")).items;
    const open = months.find((entry) => entry.state === "open").month;
    const vouchers = projects.slice(0, 40).map((project, place) => [`KILL-${round}-${turn}-${place}`, project.code]);
    const rows = vouchers.map(([voucher, code]) => `${voucher},${code},${open}-02,0.01,设备,演示付款方,银行回单`);
    const csv = ["凭证号,项目编号,到账日期,到账金额（万元）,资金类别,付款方,凭证类型", ...rows].join("\n");
    let batch = await client.call("POST", `/imports?file_name=kill-${turn}.csv&kind=funds`, csv, "application/octet-stream");
    const settled = async (wanted) => {
      while (!wanted.includes(batch.state)) batch = await client.call("GET", `/imports/${batch.id}`);
    };
    await settled(["preview", "failed"]);
    if (batch.counts.new === 0) throw new Error(`no row was taken: ${JSON.stringify(batch.counts)} ${JSON.stringify(batch.failure)}`);
    const taken = batch.counts.new;
    batch = await client.call("POST", `/imports/${batch.id}/commit`);
    await settled(["committed", "preview", "failed"]);
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

async function round(number) {
  const data = join(folder, `round-${number}`);
  cpSync(join(folder, "city"), data, { recursive: true });
  const { server, address } = await serve(data);
  const log = [];
  const client = new Client(address);
  await client.signIn();
  const delay = 50 + draw(2500);
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
  const again = await serve(data);
  const seeker = new Client(again.address);
  await seeker.signIn();
  await find(seeker, log);
  again.server.kill("SIGTERM");
  await new Promise((done) => again.server.on("exit", done));
  const verified = run(data, "verify");
  if (verified.status !== 0) throw new Error(`verify: ${verified.stdout}`);
  console.log(`round ${number}: killed after ${delay} ms, ${log.length} acknowledged writes found, verify clean`);
  rmSync(data, { recursive: true });
  return log.length;
}

try {
  console.log(`seed ${seed}`);
  const made = run(join(folder, "city"), "demo", "--seed", "5");
  if (made.status !== 0) throw new Error(`demo: ${made.stdout}${made.stderr}`);
  let acknowledged = 0;
  for (let number = 1; number <= rounds; number += 1) acknowledged += await round(number);
  if (acknowledged === 0) throw new Error("no write was acknowledged in any round: nothing was tested");
  console.log(`${rounds} kills, ${acknowledged} acknowledged writes, none lost`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
