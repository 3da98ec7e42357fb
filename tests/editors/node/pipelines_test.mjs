// The rule for textlint and the plugin for remark-lint, run by the real ones.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { install, root, runTool } from './support.mjs';

const folder = install(['personfirst', 'textlint-rule-personfirst', 'remark-lint-personfirst'], true);
const write = (name, content) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
};
const SAMPLE = '# 😀 Notes\n\nHe is an *addict*. `addict`\n\n- 😀😀 She is a drug abuser.\n';
write('sample.md', SAMPLE);
write('clean.md', 'Nothing here.\n');
write('old/left-out.md', 'An addict.\n');
write('.personfirst.json', '{ "root": true, "exclude": ["old/"], "rules": { "people/drug-abuser": "hint" } }\n');

const textlint = (...words) => runTool(folder, 'textlint', ['--no-color', ...words]);
const remark = (...words) => runTool(folder, 'remark', ['--no-color', ...words]);

test('textlint reports the words at their places', () => {
  write('.textlintrc.json', '{ "rules": { "personfirst": true } }\n');
  const { status, out, err } = textlint('--format', 'json', 'sample.md', 'clean.md', 'old/left-out.md');
  assert.equal(status, 1, err);
  const [{ messages }, clean, leftOut] = JSON.parse(Buffer.from(out, 'latin1').toString());
  assert.deepEqual(clean.messages, []);
  assert.deepEqual(leftOut.messages, []);
  assert.ok(messages.length >= 2);
  const words = messages.map(({ range }) => SAMPLE.slice(...range));
  assert.ok(words.includes('addict') && words.some(word => word.includes('abuser')), words.join(' | '));
  for (const { line, column, range } of messages) {
    const before = SAMPLE.slice(0, range[0]);
    assert.deepEqual([line, column], [before.split('\n').length, range[0] - before.lastIndexOf('\n')]);
  }
  assert.match(messages[0].message, /use “.*”.*\(people\/addict\)$/);
});

test('textlint applies what is safe unasked, as the program does', () => {
  // Made-up words, so that no change to the shipped rules breaks this.
  const text = '\uFEFF😀 A badword, `badword` and an oddword.\n\nBADWORDS! **Badwords**, a mildword.\n';
  const demo = join(root, 'tests/cli/demo');
  const rules = readdirSync(demo).filter(name => name.endsWith('.json')).map(name => ({ name, text: readFileSync(join(demo, name), 'utf8') }));
  write('.textlintrc.json', JSON.stringify({ rules: { personfirst: { rules, select: ['demo/*'] } } }));
  write('fix.md', text);
  write('expected.md', text);
  runTool(folder, 'personfirst', ['lint', '--fix', '--rules', demo, '--select', 'demo/*', 'expected.md']);
  const expected = readFileSync(join(folder, 'expected.md'), 'utf8');
  assert.notEqual(expected, text);
  textlint('--fix', 'fix.md');
  // textlint itself takes a byte order mark away.
  assert.equal(readFileSync(join(folder, 'fix.md'), 'utf8'), expected.replace('\uFEFF', ''));
});

test('textlint hands options on', () => {
  write('.textlintrc.json', '{ "rules": { "personfirst": { "ignore": ["people/*"] } } }\n');
  assert.equal(textlint('sample.md').status, 0);
  write('.textlintrc.json', '{ "rules": { "personfirst": { "packs": ["nothing"] } } }\n');
  assert.match(textlint('sample.md').out, /no pack/);
});

test('remark reports places, alternatives and sources', () => {
  write('.remarkrc.json', '{ "plugins": ["remark-lint", "remark-lint-personfirst"] }\n');
  const { err } = remark('--no-stdout', 'sample.md');
  assert.match(err, /^3:11-3:17\s+warning\s+.*\(people\/addict\)\s+personfirst\s+remark-lint/m);
  assert.match(err, /^5:1\d-5:\d+\s+warning/m);
});

test('remark goes by severity, options and configuration', () => {
  assert.equal(remark('--no-stdout', '--frail', 'clean.md').status, 0);
  assert.equal(remark('--no-stdout', '--frail', 'old/left-out.md').status, 0);
  assert.equal(remark('--no-stdout', '--frail', 'sample.md').status, 1);
  write('.remarkrc.json', '{ "plugins": [["remark-lint-personfirst", ["error", { "select": ["people/addict"] }]]] }\n');
  const { status, err } = remark('--no-stdout', 'sample.md');
  assert.equal(status, 1);
  assert.equal(err.match(/people\//g).length, 1);
});

test('a vfile message has what an editor shows', async () => {
  write('ask.mjs', `
    import { VFile } from 'vfile';
    import { unified } from 'unified';
    import rule from 'remark-lint-personfirst';
    const file = new VFile({ path: 'x.md', value: '😀 The drug abuser left.' });
    await unified().use(rule).run({ type: 'root', children: [] }, file);
    const { place, actual, expected, note, ruleId, source } = file.messages[0];
    console.log(JSON.stringify({ place, actual, expected, note, ruleId, source }));
  `);
  const message = JSON.parse(execFileSync(process.execPath, ['ask.mjs'], { cwd: folder, encoding: 'utf8' }));
  assert.deepEqual(message.place, { start: { line: 1, column: 8, offset: 7 }, end: { line: 1, column: 19, offset: 18 } });
  assert.equal(message.actual, 'drug abuser');
  assert.ok(message.expected.length > 0 && message.note.length > 0);
  assert.match(message.note, /<https:/);
  assert.deepEqual([message.ruleId, message.source], ['personfirst', 'remark-lint']);
});
