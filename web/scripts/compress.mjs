// Writes a .gz beside every built file above 1 kB, so that the server sends it as it is.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const worthIt = /\.(js|css|html|svg|json)$/;
let count = 0;
function walk(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) walk(path);
    else if (worthIt.test(name) && statSync(path).size > 1024) {
      // A fixed level and no time stamp: the same input gives the same bytes.
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
      count += 1;
    }
  }
}
walk("dist");
console.log(`compressed ${count} files`);
