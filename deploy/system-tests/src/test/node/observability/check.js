// node check.js DASHBOARD.json...: a line for each fault by Grafana's own types, then a count; exits 1 if there is one.
// The types are those of Grafana's Foundation SDK, as JSON Schemas that know no other field.
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { createGenerator } from "ts-json-schema-generator";

const here = dirname(fileURLToPath(import.meta.url));

// Grafana fills in what is left out
function withoutRequired(node) {
  if (Array.isArray(node)) return node.map(withoutRequired);
  if (node === null || typeof node !== "object") return node;
  const kept = Object.entries(node).filter(([key, value]) => !(key === "required" && Array.isArray(value)));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutRequired(value)]));
}

const generator = createGenerator({
  path: join(here, "dashboards.ts"),
  tsconfig: join(here, "tsconfig.json"),
  type: "*",
  skipTypeCheck: true,
  additionalProperties: false,
});

// one schema each, for panels' options have the same name in all of them
const checks = Object.fromEntries(
  ["board", "stat", "bargauge", "timeseries"].map((type) => [
    type,
    new Ajv({ strict: false, allErrors: true }).compile(withoutRequired(generator.createSchema(type))),
  ]),
);

function faults(type, value) {
  const check = checks[type];
  if (!check) return [`: no panel of type ${type} is known here`];
  check(value);
  return (check.errors ?? []).map((fault) => `${fault.instancePath}: ${fault.message} ${JSON.stringify(fault.params)}`);
}

let count = 0;
for (const file of process.argv.slice(2)) {
  const board = JSON.parse(readFileSync(file, "utf8"));
  const found = faults("board", board);
  board.panels.forEach((panel, i) => found.push(...faults(panel.type, panel).map((fault) => `/panels/${i}${fault}`)));
  found.forEach((fault) => console.log(`${basename(file)} ${fault}`));
  count += found.length;
}
console.log(`${process.argv.length - 2} dashboards, ${count} faults`);
process.exitCode = count === 0 && process.argv.length > 2 ? 0 : 1;
