// One table row for each package of ui/package-lock.json that is not for development only. Run by `cargo dev notices`
// in the folder ui/.
const { readFileSync } = require("node:fs");

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const rows = new Set();
for (const [path, entry] of Object.entries(packages)) {
  // Optional packages of other systems are in the lock file and not in the folder.
  if (path === "" || entry.dev || entry.devOptional || entry.optional) continue;
  const { name, version, license } = JSON.parse(readFileSync(`${path}/package.json`, "utf8"));
  rows.add(`| ${name} | ${version} | ${license ?? "not stated"} |\n`);
}
process.stdout.write([...rows].sort().join(""));
