// Reports as other people's tools read them. For `make test-formats`: it needs xmllint and the packages of this folder.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, copyFileSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, test} from 'node:test';

import {makeReports, root} from './reports.mjs';

const here = path.join(root, 'tests/formats');
const bin = (name) => path.join(here, 'node_modules', name);
const reports = makeReports(['sarif', 'junit', 'checkstyle', 'rdjson', 'rdjsonl']);
after(() => reports.cleanUp());

// The package's install script would do this; ours run none.
const multitool = bin('@microsoft/sarif-multitool-linux/Sarif.Multitool');
chmodSync(multitool, 0o755);

// The multitool's verdict is in its own output: its exit status is 0 even when the schema is not kept.
function sarifVerdict(file) {
  const verdict = path.join(reports.dir, 'verdict.sarif');
  const run = spawnSync(multitool,
    ['validate', file, '--rule-kind', 'Sarif;Ghas', '--output', verdict, '--log', 'ForceOverwrite'],
    {encoding: 'utf8', env: {...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1'}});
  assert.equal(run.error, undefined);
  const results = JSON.parse(readFileSync(verdict, 'utf8')).runs[0].results ?? [];
  return results.map(({ruleId, level = 'warning', message, locations}) =>
    `${level} ${ruleId} ${locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName ?? ''} ${JSON.stringify(message)}`);
}

// What the multitool would like and we leave out: SARIF2005 asks for a home page of the tool, which has none. Notes ask for
// more of what is there.
const leftOut = /^note |^warning SARIF2005 .*nformationUri/;

test('the SARIF multitool finds nothing against the SARIF and GitHub rules', () => {
  const complaints = sarifVerdict(reports.file('sarif')).filter((line) => !leftOut.test(line));
  assert.deepEqual(complaints, []);
});

test('the SARIF multitool would have complained about a bad report', () => {
  const bad = JSON.parse(reports.read('sarif'));
  bad.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
  delete bad.runs[0].results[1].message;
  const file = path.join(reports.dir, 'bad.sarif');
  writeFileSync(file, JSON.stringify(bad));
  assert.ok(sarifVerdict(file).some((line) => line.startsWith('error ')));
});

function xmllint(schema, file) {
  return spawnSync('xmllint', ['--noout', '--nonet', '--schema', path.join(here, schema), file], {encoding: 'utf8'});
}

for (const format of ['junit', 'checkstyle']) {
  test(`${format} fits its schema, which refuses other things`, () => {
    const run = xmllint(`${format}.xsd`, reports.file(format));
    assert.equal(run.status, 0, run.stderr);
    const bad = path.join(reports.dir, 'bad.xml');
    copyFileSync(reports.file(format), bad);
    writeFileSync(bad, reports.read(format).replace(/ (classname|line)="[^"]*"/, ''));
    assert.notEqual(xmllint(`${format}.xsd`, bad).status, 0);
  });
}

// The validator reads whole reports, so the lines are put together as reviewdog does.
function rdjsonOf(format) {
  if (format === 'rdjson') return reports.read(format);
  const diagnostics = reports.read(format).trimEnd().split('\n').map((line) => JSON.parse(line));
  return JSON.stringify({source: diagnostics[0].source, diagnostics});
}

for (const format of ['rdjson', 'rdjsonl']) {
  test(`${format} is valid for a validator of the format`, () => {
    const validate = (text) => {
      const file = path.join(reports.dir, 'one.json');
      writeFileSync(file, text);
      return spawnSync(process.execPath,
        [bin('@umbrelladocs/rdformat-validator/bin/rdformat-validator.js'), '--strict', '--no-extra-fields', file], {encoding: 'utf8'});
    };
    const run = validate(rdjsonOf(format));
    assert.equal(run.status, 0, run.stdout + run.stderr);
    assert.notEqual(validate(rdjsonOf(format).replaceAll('"message":', '"massage":')).status, 0);
  });
}
