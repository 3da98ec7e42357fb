// What the JSON formats print fits their schemas, and the places they name hold the words. ajv is pinned in tests/support.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {after, test} from 'node:test';

import {makeReports, root} from './reports.mjs';

const require = createRequire(path.join(root, 'tests/support/package.json'));
const Ajv = require('ajv/dist/2020').default;
const schema = (name) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const ajv = new Ajv({allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false});
ajv.addSchema(schema('linter/render/json.schema.json'));
const lines = (text) => text.trimEnd().split('\n').map((line) => JSON.parse(line));

const reports = makeReports(['json', 'jsonl', 'sarif', 'gitlab', 'rdjson', 'rdjsonl']);
after(() => reports.cleanUp());

function check(validate, value) {
  assert.ok(validate(value), JSON.stringify(validate.errors, null, 2));
}
const refuses = (validate, value, change) => {
  const copy = structuredClone(value);
  change(copy);
  assert.ok(!validate(copy), 'the schema should refuse this');
};

test('json fits its schema', () => {
  const validate = ajv.getSchema('urn:personfirst:report:1');
  const report = JSON.parse(reports.read('json'));
  check(validate, report);
  assert.ok(report.summary.findings >= 6 && report.summary.problems >= 1);
  refuses(validate, report, (copy) => delete copy.files[0].findings[0].rule);
});

test('every line of jsonl fits its schema', () => {
  const validate = ajv.compile(schema('linter/render/jsonl.schema.json'));
  const all = lines(reports.read('jsonl'));
  for (const line of all) check(validate, line);
  assert.deepEqual([...new Set(all.map((line) => line.type))].sort(), ['finding', 'problem', 'run', 'summary']);
  refuses(validate, all.find((line) => line.type === 'finding'), (copy) => delete copy.path);
});

test('gitlab fits what its documentation asks, and fingerprints differ', () => {
  const validate = ajv.compile(schema('tests/formats/gitlab.schema.json'));
  const report = JSON.parse(reports.read('gitlab'));
  check(validate, report);
  assert.equal(new Set(report.map((issue) => issue.fingerprint)).size, report.length);
  refuses(validate, report, (copy) => (copy[0].severity = 'error'));
});

test('rdjson and rdjsonl fit the format and say the same', () => {
  const rdjson = schema('tests/formats/rdjson.schema.json');
  const validate = ajv.compile(rdjson);
  const report = JSON.parse(reports.read('rdjson'));
  check(validate, report);
  const diagnostics = lines(reports.read('rdjsonl'));
  check(validate, {source: report.source, diagnostics});
  assert.deepEqual(diagnostics.map(({source, ...rest}) => rest), report.diagnostics);
  refuses(validate, report, (copy) => (copy.diagnostics[0].location.range.start.column = 0));
});

// The bytes at the places that rdjson names, and the UTF-16 units at those of sarif, are the words of the message.
test('the places hold the words', () => {
  let seen = 0;
  for (const {message, location} of JSON.parse(reports.read('rdjson')).diagnostics) {
    if (location.path === 'ill-formed.txt') continue;
    const {start, end} = location.range;
    const line = reports.document(location.path).toString('latin1').split('\n')[start.line - 1];
    const found = Buffer.from(line.slice(start.column - 1, end.column - 1), 'latin1').toString();
    assert.ok(message.startsWith(`“${found}”`), `${message} at “${found}”`);
    seen += 1;
  }
  for (const {message, locations} of JSON.parse(reports.read('sarif')).runs[0].results) {
    const {artifactLocation, region} = locations[0].physicalLocation;
    const name = decodeURIComponent(artifactLocation.uri);
    if (name === 'ill-formed.txt') continue;
    const line = reports.document(name).toString().split('\n')[region.startLine - 1];
    const found = line.slice(region.startColumn - 1, region.endColumn - 1);
    assert.equal(found, region.snippet.text);
    assert.ok(message.text.startsWith(`“${found}”`), `${message.text} at “${found}”`);
    seen += 1;
  }
  assert.ok(seen >= 10);
});
