// The schema of .personfirst.json and the program take and refuse the same texts.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const require = createRequire(new URL("../support/package.json", import.meta.url));
const Ajv = require("ajv");

const binary = process.env.PERSONFIRST;
const folder = fileURLToPath(new URL("../../linter/config", import.meta.url));
const schema = JSON.parse(readFileSync(join(folder, "personfirst.schema.json"), "utf8"));
const work = mkdtempSync(join(tmpdir(), "personfirst-"));
after(() => rmSync(work, { recursive: true }));

const ajv = new Ajv({ strict: true, strictTypes: false });
ajv.addKeyword("allowTrailingCommas").addKeyword("enumDescriptions"); // editors know these
const validate = ajv.compile(schema);

// JSON with comments and trailing commas -> a value.
function parse(text) {
  const string = '"(?:\\\\.|[^"\\\\])*"';
  const bare = text
    .replace(new RegExp(`(${string})|//.*|/\\*[^]*?\\*/`, "g"), (_, kept) => kept ?? "")
    .replace(new RegExp(`(${string})|,(?=\\s*[}\\]])`, "g"), (_, kept) => kept ?? "");
  return JSON.parse(bare);
}

// What the program says: "" when it takes the text.
function refusal(text) {
  const path = join(work, ".personfirst.json");
  writeFileSync(path, text);
  writeFileSync(join(work, "team.json"), "{}");
  const run = spawnSync(binary, ["config", "show", "--config", path, path], { cwd: work, encoding: "utf8" });
  assert.ok(run.status === 0 || run.status === 2, `exit ${run.status}`);
  return run.status === 0 ? "" : run.stderr;
}

function check(text, good) {
  const said = refusal(text);
  assert.equal(said === "", good, `the program: ${said || "taken"}`);
  const valid = validate(parse(text));
  assert.equal(valid, good, `the schema: ${valid ? "taken" : JSON.stringify(validate.errors)}`);
}

const rule = execFileSync(binary, ["rules"], { encoding: "utf8" }).split(" ", 1)[0];
const taken = [
  "{}",
  '{"$schema": "./personfirst.schema.json", "root": true}',
  '{"extends": "public"}',
  '{"extends": ["clinical", "./team.json", "team.json"]}',
  '{"packs": ["core", "hiv"]}',
  '{"packs": ["all"]}',
  `{"rules": {"${rule}": "off", "*": "hint", "?*": "warning"}}`,
  `{"rules": {"${rule}": {"level": "error", "preferred": "people"}}}`,
  '{"rules": {}}',
  '{"allow": ["Abuse Street"]}',
  '{"allow": []}',
  `{"preferred": {"${rule}": "people"}}`,
  ...["off", "hint", "warning", "as-written"].map((word) => `{"quotations": "${word}"}`),
  ...["standard", "mutual-aid"].map((word) => `{"voice": "${word}"}`),
  ...["from-text", "us", "uk"].map((word) => `{"spelling": "${word}"}`),
  '{"language": "en"}',
  '{"language": {"es/**": "es"}}',
  ...["plain", "markdown", "html", "xml", "json", "yaml", "latex", "rst", "asciidoc", "org", "srt", "vtt", "csv", "tsv", "mail", "rtf"].map((word) => `{"format": {"*.tmpl": "${word}"}}`),
  ...["hint", "warning", "error"].map((word) => `{"minSeverity": "${word}"}`),
  '{"values": ["messages.**", "*.title"]}',
  '{"requireReason": true}',
  '{"include": ["docs/**"], "exclude": ["docs/old/", "!docs/old/keep.md"]}',
  '{"exclude": []}',
  '{"ruleFiles": []}',
  '{"overrides": []}',
  `{"overrides": [{"files": ["*.md"], "packs": ["core"], "rules": {"${rule}": "off"}, "allow": ["x"],
    "preferred": {"${rule}": "x"}, "quotations": "off", "voice": "standard", "spelling": "uk", "language": "en",
    "format": "html", "values": ["a.*"], "minSeverity": "hint", "requireReason": false}]}`,
  '{"allow": ["a", /* b */ "c",], // d\n}',
];
const refused = [
  "[]",
  '{"pack": []}',
  '{"$schema": 1}',
  '{"root": "yes"}',
  '{"extends": "house"}',
  '{"extends": 1}',
  '{"packs": "core"}',
  '{"packs": []}',
  '{"packs": [""]}',
  '{"rules": []}',
  `{"rules": {"${rule}": "warn"}}`,
  `{"rules": {"${rule}": 2}}`,
  `{"rules": {"${rule}": {"levl": "off"}}}`,
  `{"rules": {"${rule}": {"level": "loud"}}}`,
  '{"allow": "x"}',
  '{"allow": [1]}',
  `{"preferred": {"${rule}": 1}}`,
  `{"preferred": {"${rule}": ""}}`,
  '{"quotations": "error"}',
  '{"voice": "we"}',
  '{"spelling": "british"}',
  '{"language": 1}',
  '{"language": ""}',
  '{"language": {"*": 1}}',
  '{"format": "html"}',
  '{"format": {"*.tmpl": "docx"}}',
  '{"minSeverity": "off"}',
  '{"requireReason": "yes"}',
  '{"include": []}',
  '{"exclude": {}}',
  '{"ruleFiles": "x.json"}',
  '{"overrides": {}}',
  '{"overrides": [{}]}',
  '{"overrides": [{"files": []}]}',
  '{"overrides": [{"files": "*.md"}]}',
  '{"overrides": [{"files": ["*"], "root": true}]}',
  '{"overrides": [{"files": ["*"], "language": {"*": "en"}}]}',
  '{"files": ["*"]}',
];
for (const text of taken) test(`taken: ${text}`, () => check(text, true));
for (const text of refused) test(`refused: ${text}`, () => check(text, false));

const presets = readdirSync(join(folder, "presets")).map((file) => basename(file, ".json"));
test("the schema names the presets that ship", () =>
  assert.deepEqual([...schema.definitions.base.anyOf[0].enum].sort(), presets.sort()));
for (const preset of presets) {
  const text = readFileSync(join(folder, "presets", `${preset}.json`), "utf8");
  test(`preset ${preset}: follows the schema, and names packs that there are`, () => check(text, true));
  test(`preset ${preset}: begins with a comment that says what it is for`, () => assert.match(text, /^\/\/ [A-Z].*\.\n/));
}
test("the start that `init` writes", () => check(readFileSync(join(folder, "starter.jsonc"), "utf8"), true));

test("the example in the top README", () => {
  const page = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  check(page.match(/```json\n([^`]*"root"[^`]*)```/)[1], true);
});

test("every key is described in sentences, for completion in editors", () => {
  const objects = [schema, schema.definitions.override, schema.definitions.ruleOptions];
  for (const [name, key] of objects.flatMap((object) => Object.entries(object.properties))) {
    const text = key.description ?? schema.definitions[key.$ref?.split("/").pop()]?.description;
    assert.match(text ?? "", /^\S.*\.$/, name);
  }
});
