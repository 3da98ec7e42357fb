// The shipped rule files follow rules/schema.json, and the schema refuses what the loader refuses.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { join, relative } from "node:path";
import { test } from "node:test";

const require = createRequire(new URL("../support/package.json", import.meta.url));
const Ajv = require("ajv");

const rulesDir = fileURLToPath(new URL("../../rules", import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

function jsonFilesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return jsonFilesIn(path);
    return entry.name.endsWith(".json") && path !== join(rulesDir, "schema.json") ? [path] : [];
  });
}

const validate = new Ajv({ strict: true, strictRequired: false, allErrors: false }).compile(
  readJson(join(rulesDir, "schema.json")),
);

// "" when the schema accepts it, else where it does not.
function check(json) {
  return validate(json) ? "" : validate.errors.map((e) => `${e.instancePath} ${e.message}`).join("; ");
}

const files = jsonFilesIn(rulesDir);
test("there are shipped files of every kind", () => {
  const kinds = new Set(files.flatMap((path) => Object.keys(readJson(path))));
  for (const kind of ["lexicon", "names", "rules", "sources"]) assert.ok(kinds.has(kind), kind);
});
for (const path of files) {
  test(`${relative(rulesDir, path)} follows the schema`, () => assert.equal(check(readJson(path)), ""));
}

const goodRule = {
  id: "people/blue",
  severity: "warning",
  pos: "person",
  message: "“{match}” is a word.",
  note: "Why.",
  sources: ["guide"],
  patterns: ["blue{|s}"],
  ordinary: [{ near: ["sky"], within: 4 }],
  suggest: [{ text: "green", needs: "dx" }],
  flag: [{ in: "A [[blue]].", out: "A green." }],
  pass: ["The sky.", { in: "*Sky*", format: "markdown" }],
};
const ruleFile = (change) => ({
  $schema: "../schema.json",
  language: "en",
  pack: "core",
  topic: "people",
  rules: [{ ...goodRule, ...change }],
});

test("a good rule is accepted", () => assert.equal(check(ruleFile({})), ""));
test("advice may stand for suggestions", () =>
  assert.equal(check(ruleFile({ suggest: undefined, advice: "Say green." })), ""));

const refused = {
  "an unknown field": ruleFile({ patern: [] }),
  "a missing field": ruleFile({ note: undefined }),
  "an unknown severity": ruleFile({ severity: "bad" }),
  "an unknown part of speech": ruleFile({ pos: "noun" }),
  "an id without a topic": ruleFile({ id: "blue" }),
  "an empty list": ruleFile({ patterns: [] }),
  "a wrong type": ruleFile({ off: "yes" }),
  "neither suggestion nor advice": ruleFile({ suggest: undefined }),
  "an example without marks": ruleFile({ flag: [{ in: "A blue." }] }),
  "an unknown format": ruleFile({ pass: [{ in: "A sky.", format: "pdf" }] }),
  "an empty condition": ruleFile({ evidence: [{}] }),
  "a distance without words to be near": ruleFile({ evidence: [{ absent: ["sky"], within: 3 }] }),
  "an automatic diagnosis": ruleFile({ suggest: [{ text: "green", needs: "dx", apply: "automatic" }] }),
  "a file of no kind": { things: [] },
  "a file of two kinds": { ...ruleFile({}), names: [{ text: "Blue Band" }] },
  "a source without an address": { sources: [{ id: "guide", title: "A guide", publisher: "Us" }] },
  "a name without text": { names: [{ acronym: "BB" }] },
  "a verb with four forms": { lexicon: { en: { verbs: { use: ["use", "uses", "used", "using"] } } } },
};
for (const [what, json] of Object.entries(refused)) {
  // A round through JSON drops the fields that are undefined.
  test(`${what} is refused`, () => assert.notEqual(check(JSON.parse(JSON.stringify(json))), ""));
}
