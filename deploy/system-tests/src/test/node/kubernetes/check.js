// node check.js FILE.yaml: exits 1 with a line for each fault of its resources.
// Ranges and formats are checked by the models' own validators, which let unknown fields pass;
// those are found by the TypeScript compiler, for the models' types know all fields.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { parseAllDocuments } from "yaml";

const here = dirname(fileURLToPath(import.meta.url));

const PACKAGES = {
  "kafka.strimzi.io": "@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io",
  "keda.sh": "@kubernetes-models/keda/keda.sh",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator/monitoring.coreos.com",
  "networking.k8s.io": "kubernetes-models/networking.k8s.io",
};

// "apps/v1" of StatefulSet is the module kubernetes-models/apps/v1
function moduleOf(apiVersion) {
  const slash = apiVersion.indexOf("/");
  if (slash < 0) return `kubernetes-models/${apiVersion}`;
  const group = apiVersion.slice(0, slash);
  return `${PACKAGES[group] ?? `kubernetes-models/${group}`}/${apiVersion.slice(slash + 1)}`;
}

const title = (resource) => `${resource.kind} ${resource.metadata?.name}`;

async function ofValidator(resource) {
  try {
    const model = (await import(moduleOf(resource.apiVersion)))[resource.kind];
    if (!model) return [`${title(resource)}: no such kind in ${resource.apiVersion}`];
    new model(resource).validate();
    return [];
  } catch (e) {
    return [`${title(resource)}: ${e.message}`];
  }
}

function ofCompiler(resources) {
  const file = join(here, "resources.ts");
  const starts = [];
  let source = "";
  resources.forEach((resource, i) => {
    source += `import type { I${resource.kind} as T${i} } from "${moduleOf(resource.apiVersion)}";\n`;
  });
  resources.forEach((resource, i) => {
    starts.push(source.length);
    source += `export const r${i}: T${i} = ${JSON.stringify(resource, null, 1)};\n`;
  });
  writeFileSync(file, source);
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map((found) => {
    const i = starts.findLastIndex((start) => start <= (found.start ?? 0));
    return `${i < 0 ? "imports" : title(resources[i])}: ${ts.flattenDiagnosticMessageText(found.messageText, " ")}`;
  });
}

const resources = parseAllDocuments(readFileSync(process.argv[2], "utf8"))
  .map((document) => document.toJS())
  .filter((resource) => resource !== null);
const faults = (await Promise.all(resources.map(ofValidator))).flat().concat(ofCompiler(resources));
faults.forEach((fault) => console.log(fault));
console.log(`${resources.length} resources, ${faults.length} faults`);
process.exitCode = faults.length === 0 && resources.length > 0 ? 0 : 1;
