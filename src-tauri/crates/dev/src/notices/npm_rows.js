// One table row for each package of ui/package-lock.json that is not for development only. Run by `cargo dev notices`
// in the folder ui/.
const { readFileSync } = require("node:fs");

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const rows = new Set();
for (const [path, { dev, devOptional, optional, version, license }] of Object.entries(packages)) {
  // Optional are the builds of native tools for single systems; the page has none of them in it.
  if (path === "" || dev || devOptional || optional) continue;
  const name = path.split("node_modules/").at(-1);
  rows.add(`| ${name} | ${version} | ${license ?? "not stated"} |\n`);
}
process.stdout.write([...rows].sort().join(""));
