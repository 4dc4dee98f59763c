// Reads one page of each sort of a built site with the Nu HTML checker: no error. It needs Java.
// Usage: node valid.js [FOLDER] (default: ../../public).
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pages } from "./pages.js";

const site = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "../../public"));
const jar = String(createRequire(import.meta.url)("vnu-jar"));
const files = pages(site).map((file) => join(site, file));
if (files.length === 0) {
  console.error(`there is no site in ${site}`);
  process.exit(2);
}
const checked = spawnSync("java", ["-jar", jar, "--errors-only", "--format", "gnu", ...files], { encoding: "utf8", timeout: 300_000 });
if (checked.error) {
  console.error(`java: ${checked.error.message}`);
  process.exit(2);
}
process.stderr.write(checked.stderr);
console.log(`${files.length} pages checked as HTML: ${checked.status === 0 ? "no errors" : "errors"}`);
process.exit(checked.status === 0 ? 0 : 1);
