// Serves a loaded city and measures: the start on an existing store, idle memory, and the
// board asked for by 16 clients at once. The clients share the machine with the server;
// the base is the same number of requests for a page that touches no database.
//
//   node scripts/bench-http.mjs BINARY DATA

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";

const [binary, data] = process.argv.slice(2);
const CLIENTS = 16;
const SECONDS = 5;

const started = process.hrtime.bigint();
const server = spawn(binary, ["--data", data, "serve", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "ignore"] });
const address = await new Promise((found) => {
  let said = "";
  server.stdout.on("data", (piece) => {
    said += piece;
    const match = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said);
    if (match) found({ port: Number(match[1]) });
  });
});
console.log(`start on an existing store: ${Number((process.hrtime.bigint() - started) / 1000000n)} ms`);

const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
function ask(method, path, headers = {}, body) {
  return new Promise((done, failed) => {
    const request = http.request({ host: "127.0.0.1", port: address.port, method, path, agent, headers }, (response) => {
      const pieces = [];
      response.on("data", (piece) => pieces.push(piece));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }));
    });
    request.on("error", failed);
    request.end(body);
  });
}

const [login, password] = readFileSync(join(data, "demo-accounts.txt"), "utf8").split("\n").find((line) => line.startsWith("bureau")).split(/\s+/);
const session = await ask("POST", "/api/v1/session", { "content-type": "application/json" }, JSON.stringify({ login, password }));
const cookie = session.headers["set-cookie"][0].split(";")[0];
const memory = () => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1];
console.log(`idle memory: ${memory()} kB`);

async function rate(name, path) {
  const end = Date.now() + SECONDS * 1000;
  let answered = 0;
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    while (Date.now() < end) {
      const { status } = await ask("GET", path, { cookie });
      if (status !== 200) throw new Error(`${path}: ${status}`);
      answered += 1;
    }
  }));
  console.log(`${name}: ${Math.round(answered / SECONDS)} a second with ${CLIENTS} clients`);
}

await rate("base, /healthz", "/healthz");
await rate("base, the session", "/api/v1/session");
await rate("the board of district sums", "/api/v1/board?month=2023-06");
await rate("all figures of the city", "/api/v1/figures?month=2023-06");
console.log(`memory after: ${memory()} kB`);
server.kill("SIGTERM");
