// The package and the program say the same, byte for byte: all formats, configurations, encodings, threads and mistakes.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { install, root, runPackage, runProgram, scratch } from './support.mjs';

const folder = install(['personfirst']);

/** Both are asked the same in the same folder. */
function check(words, options = {}) {
  const cwd = options.cwd ?? root;
  const program = runProgram(words, { ...options, cwd });
  const ours = runPackage(folder, words, { ...options, cwd });
  const name = words.join(' ');
  assert.equal(ours.err, program.err, `${name}: standard error`);
  assert.equal(ours.out, program.out, `${name}: standard output`);
  assert.equal(ours.status, program.status, `${name}: status`);
  return ours;
}

const documents = join(scratch('documents'), 'd');
cpSync(join(root, 'tests/documents'), documents, { recursive: true });
cpSync(join(root, 'tests/examples'), join(documents, 'examples'), { recursive: true });
const text = ['.', '--glob', '!*.docx', '--glob', '!*.odt', '--glob', '!*.pptx', '--glob', '!*.epub', '--glob', '!*.xlsx', '--glob', '!*.pdf'];

const formats = JSON.parse(runProgram(['--version', '--json']).out).formats;
for (const format of formats) {
  test(`--format ${format} over a folder of documents`, () => {
    const { out } = check(['lint', '--format', format, '--packs', 'all', ...text], { cwd: documents });
    assert.ok(out.length > 200);
  });
}

test('statuses 0, 1 and 2', () => {
  const cwd = scratch('statuses');
  writeFileSync(join(cwd, 'clean.md'), 'Nothing here.\n');
  writeFileSync(join(cwd, 'a.md'), 'He is an addict.\n');
  assert.equal(check(['lint', 'clean.md'], { cwd }).status, 0);
  assert.equal(check(['lint', 'a.md'], { cwd }).status, 1);
  assert.equal(check(['lint', '--fail-on', 'never', 'a.md'], { cwd }).status, 0);
  assert.equal(check(['lint', 'missing.md', 'a.md'], { cwd }).status, 2);
});

for (const mistake of [
  ['lint', '--format'], ['lint', '--fix=maybe'], ['lint', '--config', 'a', '--config', 'b'], ['lint', '--nothing', '--at-all'], ['lint', '-x'],
  ['lint', '--jobs=1000'], ['--nothing'], ['rules', '--format', 'html'], ['completions'], ['completions', 'csh'], ['lint', '-qj'], ['explain', 'a', 'b'],
  ['lint', '--help', '--format', 'nothing'], ['config', 'show', '--help'], ['rules', 'test', '-h'], ['lint', '--no-config', '--config=x'], ['lint', '--changed-since='], ['lint', '--config='], [], ['man', 'x'],
]) {
  test(`said alike: ${mistake.join(' ')}`, () => check(mistake));
}

for (const words of [['rules'], ['rules', '--format', 'json', 'people/'], ['rules', '--format', 'markdown', '--pack', 'core'], ['explain', 'people/addict'], ['explain', 'people/adict'],
  ['man'], ['man', '--json'], ['completions', 'bash'], ['completions', 'zsh'], ['completions', 'fish'], ['--version', '--json'], ['config', 'show', '--format', 'json']]) {
  test(`printed alike: ${words.join(' ')}`, () => check(words, { cwd: documents }));
}

test('many files over several threads come in the same order as from one', () => {
  const cwd = scratch('many');
  for (let i = 0; i < 150; i += 1) {
    mkdirSync(join(cwd, `${i % 7}`), { recursive: true });
    writeFileSync(join(cwd, `${i % 7}`, `${i}.md`), 'An addict and a drug abuser.\n\n'.repeat((i * 37) % 50));
  }
  const one = check(['lint', '--jobs', '1', '.'], { cwd });
  for (const jobs of ['2', '5']) assert.deepEqual(check(['lint', '--jobs', jobs, '.'], { cwd }), one);
  check(['lint', '--format', 'sarif', '--jobs', '3', '.'], { cwd });
});

test('fixing over several threads gives the same files', () => {
  const [ours, theirs] = [scratch('fix'), scratch('fix')];
  for (const cwd of [ours, theirs]) for (let i = 0; i < 80; i += 1) writeFileSync(join(cwd, `${i}.md`), 'She suffers from alcoholism; an alcoholic.\r\n'.repeat(i % 5));
  const words = ['lint', '--fix-suggested', '--jobs', '3', '.'];
  const [a, b] = [runPackage(folder, words, { cwd: ours }), runProgram(words, { cwd: theirs })];
  assert.deepEqual(a, b);
  assert.deepEqual(readdirSync(ours), readdirSync(theirs));
  for (const name of readdirSync(ours)) assert.deepEqual(readFileSync(join(ours, name)), readFileSync(join(theirs, name)), name);
});

test('standard input in any encoding, fixed or compared', () => {
  const texts = ['He is an addict 😀.\n', '\uFEFFHe is an addict.\r\n'].map(one => Buffer.from(one));
  texts.push(Buffer.from('\uFEFFHe is an addict.', 'utf16le'), Buffer.from('Un caf\xe9 fran\xe7ais; an addict.', 'latin1'), Buffer.from([0x61, 0xff, 0x20, 0xc3]));
  for (const input of texts) {
    check(['lint', '-'], { input });
    check(['lint', '--fix-suggested', '--stdin-filename', 'a.md', '-'], { input });
    check(['lint', '--diff', '--fix-suggested', '--stdin-filename', 'ü "a".md'], { input });
  }
});

test('differences are as git shows them', () => {
  const cwd = scratch('diff');
  const lines = n => Array.from({ length: n }, (_, i) => (i % 4 === 0 ? `Section ${i}` : `  line ${i}`));
  for (const [name, places] of [['one', [30]], ['two', [5, 11]], ['far', [5, 40]], ['first', [0]], ['last', [49]]]) {
    const text_ = lines(50);
    for (const place of places) text_[place] = '  He is an addict, an abuser of drugs.';
    writeFileSync(join(cwd, `${name}.txt`), text_.join('\n') + (name === 'last' ? '' : '\n'));
  }
  const { out } = check(['lint', '--diff', '--fix-suggested', '.'], { cwd });
  assert.ok(out.split('@@').length > 10);
});

test('configurations, ignore files and own rules hold alike', () => {
  const cwd = scratch('project');
  for (const name of ['docs/old', 'node_modules/x', 'out', '.git/objects', '.git/refs']) mkdirSync(join(cwd, name), { recursive: true });
  writeFileSync(join(cwd, '.git/HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(cwd, '.gitignore'), '/out\nnode_modules/\n*.tmp.md\n!keep.tmp.md\n');
  writeFileSync(join(cwd, '.personfirst.json'), '{ "root": true, "exclude": ["docs/old/"], "overrides": [{ "files": ["*.conf"], "format": "plain" }] }');
  writeFileSync(join(cwd, 'docs/.personfirst.json'), '{ "rules": { "people/addict": "hint" } }');
  for (const name of ['a.md', 'b.conf', 'c.cpp', 'x.tmp.md', 'keep.tmp.md', 'docs/b.md', 'docs/old/c.md', 'node_modules/x/d.md', 'out/e.md', '.hidden.md'])
    writeFileSync(join(cwd, name), 'An addict.\n');
  for (const more of [[], ['--force-exclude', 'docs/old/c.md', 'a.md'], ['--no-config'], ['--config', 'docs/.personfirst.json', '.'], ['--glob', '*.md', '--stats', '--quiet', '--format', 'json'].slice(0, 2)])
    check(['lint', ...more], { cwd });
  writeFileSync(join(cwd, 'docs/.personfirst.json'), '{ "ruls": {} }');
  assert.equal(check(['lint', '.'], { cwd }).status, 2);
});

test('a folder of rule files is named in a configuration as on the command line', () => {
  const cwd = scratch('rules');
  cpSync(join(root, 'tests/cli/demo'), join(cwd, 'own/rules'), { recursive: true });
  writeFileSync(join(cwd, 'own/rules/notes.txt'), 'Not rules.\n');
  mkdirSync(join(cwd, 'own/docs'));
  mkdirSync(join(cwd, 'empty'));
  for (const name of ['a.md', 'own/a.md', 'own/docs/a.md']) writeFileSync(join(cwd, name), 'A badword, an addict.\n');
  const configure = (path, ruleFiles, more = {}) => writeFileSync(join(cwd, path, '.personfirst.json'), JSON.stringify({ ruleFiles, packs: ['core', 'demo'], ...more }));
  configure('own', ['rules/']);
  assert.match(check(['lint', '.'], { cwd }).out, /demo\/bad/);
  const own = join(cwd, 'own');
  for (const words of [['lint', 'docs'], ['lint', '--rules', 'rules', '.'], ['lint', '--format', 'sarif', '.'], ['rules', 'demo/'], ['config', 'show', 'docs']]) check(words, { cwd: own });
  for (const ruleFiles of [['../own/rules', 'rules/rules.json'], ['../empty'], ['nothing'], ['.'], ['../own/docs']]) {
    configure('own', ruleFiles);
    for (const where of [cwd, own]) check(['lint', '.'], { cwd: where });
  }
  mkdirSync(join(own, 'rules/folder.json'));
  configure('own', ['rules']);
  assert.equal(check(['lint', '.'], { cwd: own }).status, 2);
  rmSync(join(own, 'rules/folder.json'), { recursive: true });
  writeFileSync(join(own, 'rules/z.json'), '{ "rules": 1 }');
  assert.equal(check(['lint', '.'], { cwd }).status, 2);
  for (const more of [{ extends: './rules' }, { extends: '../empty' }]) {
    configure('own', [], more);
    assert.match(check(['lint', '.'], { cwd: own }).err, /is a folder, not a configuration/);
  }
  check(['lint', '--config', 'own/rules', '.'], { cwd });
});

test('a baseline written by one is read by the other', () => {
  const cwd = scratch('baseline');
  writeFileSync(join(cwd, 'a.md'), 'An addict — naïve, and “a junkie”.\n');
  assert.equal(runPackage(folder, ['lint', '--write-baseline', 'known.json', '.'], { cwd }).status, 0);
  const ours = readFileSync(join(cwd, 'known.json'), 'utf8');
  runProgram(['lint', '--write-baseline', 'known.json', '.'], { cwd });
  assert.equal(ours, readFileSync(join(cwd, 'known.json'), 'utf8'));
  writeFileSync(join(cwd, 'a.md'), 'New: a drug abuser.\n\nAn addict — naïve, and “a junkie”.\n');
  for (const format of ['text', 'json', 'sarif']) check(['lint', '--baseline', 'known.json', '--format', format, '.'], { cwd });
  rmSync(join(cwd, 'a.md'));
  check(['lint', '--baseline', 'known.json', '.'], { cwd });
});
