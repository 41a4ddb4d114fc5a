// A server of the product under test, and a client who signs in and calls it.

import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Runs one command to its end. */
export function run(binary, data, ...words) {
  const done = spawnSync(binary, ["--data", data, ...words], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  return done;
}

/** Runs one command that must succeed; what it prints. */
export function succeed(binary, data, ...words) {
  const done = run(binary, data, ...words);
  if (done.status !== 0) throw new Error(`${words.join(" ")}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

const servers = new Set();
// A failure must not leave servers behind.
process.on("exit", () => servers.forEach((server) => server.kill("SIGKILL")));

/** Starts a server and waits for its address. */
export async function serve(binary, data) {
  const server = spawn(binary, ["--data", data, "serve", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, RUST_LOG: "warn" } });
  servers.add(server);
  server.on("exit", () => servers.delete(server));
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

/** Stops a server as a supervisor does. */
export async function stop(server) {
  const ended = new Promise((done) => server.on("exit", done));
  server.kill("SIGTERM");
  await ended;
}

export class Client {
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

  /** Signs in as the bureau of the demo city in `data`. */
  async signIn(data) {
    const accounts = readFileSync(join(data, "demo-accounts.txt"), "utf8").split("\n");
    const [login, password] = accounts.find((line) => line.startsWith("bureau")).split(/\s+/);
    await this.call("POST", "/session", { login, password });
  }

  async openMonth() {
    const months = (await this.call("GET", "/months")).items;
    return months.find((entry) => entry.state === "open").month;
  }

  /** Hands in a workbook of funds, `vouchers` as [voucher, project code]; its dry run. */
  async handInFunds(name, month, vouchers) {
    const rows = vouchers.map(([voucher, code]) => `${voucher},${code},${month}-02,0.01,设备,演示付款方,银行回单`);
    const csv = ["凭证号,项目编号,到账日期,到账金额（万元）,资金类别,付款方,凭证类型", ...rows].join("\n");
    const batch = await this.call("POST", `/imports?file_name=${name}&kind=funds`, csv, "application/octet-stream");
    const read = await this.settled(batch, ["preview", "failed"]);
    if (read.counts.new === 0) throw new Error(`no row was taken: ${JSON.stringify(read.counts)} ${JSON.stringify(read.failure)}`);
    return read;
  }

  /** Waits until a batch is in one of these states. */
  async settled(batch, states) {
    let found = batch;
    while (!states.includes(found.state)) found = await this.call("GET", `/imports/${found.id}`);
    return found;
  }
}
