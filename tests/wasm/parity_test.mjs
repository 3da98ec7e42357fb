// The program and the module say the same, byte for byte.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { EngineError } from '../../wasm/engine.mjs';
import { filesBelow, newEngine, root, run } from './support.mjs';

const engine = await newEngine();
const scratch = mkdtempSync(join(tmpdir(), 'personfirst-parity-'));
after(() => rmSync(scratch, { recursive: true }));

const officeEnding = /\.(docx|docm|dotx|odt|ott|pptx|ppsx|odp|epub|xlsx|xlsm|ods)$/;
const isOffice = path => officeEnding.test(path) || readFileSync(path).subarray(0, 2).toString() === 'PK';

/**
 * Both check these files, named one by one, in a folder with whatever configurations it holds.
 * @returns {number} how many findings there were
 */
function check(folder, paths, { format = 'json', flags = [], report = {}, project = {} } = {}) {
  engine.forgetFiles();
  const names = paths.map(path => relative(folder, path));
  const program = run(['lint', '--format', format, '--fail-on', 'never', '--color', 'never', ...flags, '--', ...names], { cwd: folder });
  const options = { search: true, workingFolder: folder, ...project };
  const open = engine.openReport({ format, failOn: 'never', ...report }, options);
  const texts = [...open.begin];
  const complaints = new Set();
  let findings = 0;
  for (const name of names) {
    try {
      const checked = open.check(name, readFileSync(join(folder, name)));
      findings += checked.tally.totals.errors + checked.tally.totals.warnings + checked.tally.totals.hints;
      texts.push(...open.add(name, checked));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      complaints.add(`personfirst: ${error.message}`);
    }
  }
  const errors = [...complaints].map(line => line.slice('personfirst: '.length).split(/: (.*)/s)).map(([where, what]) => ({ where, what }));
  texts.push(...open.end(errors));
  assert.equal(texts.join(''), program.out.toString(), `${folder}: ${format} ${flags.join(' ')}`);
  const said = program.complaints.split('\n').filter(line => line !== '');
  assert.deepEqual([...complaints].sort(), said.sort(), `${folder}: what cannot be read`);
  return findings;
}

function examplesOf(file) {
  const { language = 'en', rules = [] } = JSON.parse(readFileSync(file, 'utf8'));
  const texts = rules.flatMap(rule => [...(rule.flag ?? []), ...(rule.pass ?? [])]).map(one => one.in ?? one.text ?? one);
  return { language, texts: texts.map(text => text.replaceAll(/\[\[|\]\]/g, '')) };
}

for (const language of readdirSync(join(root, 'rules'), { withFileTypes: true })) {
  if (!language.isDirectory()) continue;
  test(`the examples of all rules in rules/${language.name} are judged alike`, () => {
    const folder = join(scratch, `examples-${language.name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, '.personfirst.json'), JSON.stringify({ root: true, packs: ['all'], language: language.name }));
    for (const file of filesBelow(join(root, 'rules', language.name)).filter(path => path.endsWith('.json'))) {
      const name = relative(join(root, 'rules'), file).replaceAll(/[/.]/g, '-');
      examplesOf(file).texts.forEach((text, i) => writeFileSync(join(folder, `${name}-${String(i).padStart(4, '0')}.md`), `${text}\n`));
    }
    const paths = filesBelow(folder).filter(path => path.endsWith('.md'));
    assert.ok(paths.length > 20, `only ${paths.length} examples`);
    const findings = check(folder, paths);
    assert.ok(findings > paths.length / 4, `${findings} findings in ${paths.length} examples`);
  });
}

// Word for word: what the golden cases hold, with their configurations, encodings and bad bytes.
for (const tests of ['cli', 'documents', 'fuzz/corpus', 'examples']) {
  test(`the files of tests/${tests} are judged alike`, () => {
    const folder = join(scratch, tests.replace('/', '-'));
    cpSync(join(root, 'tests', tests), folder, { recursive: true, verbatimSymlinks: true });
    const cases = tests === 'cli' ? readdirSync(folder).map(name => join(folder, name, 'in')).filter(existsSync) : [folder];
    let findings = 0;
    for (const one of cases) {
      const paths = filesBelow(one).filter(path => !path.endsWith('.json') && !isOffice(path));
      if (paths.length > 0) findings += check(one, paths);
    }
    assert.ok(findings > 0);
  });
}

if (process.env.PERSONFIRST_CORPUS) {
  test('the files of PERSONFIRST_CORPUS are judged alike', () => {
    const paths = filesBelow(process.env.PERSONFIRST_CORPUS).filter(path => !isOffice(path));
    for (let i = 0; i < paths.length; i += 500) check(process.env.PERSONFIRST_CORPUS, paths.slice(i, i + 500));
  });
}

test('our own pages are judged alike', () => {
  const paths = filesBelow(root).filter(path => /\.(md|html|rst)$/.test(path) && !/\/(build|node_modules|tests)\//.test(path));
  assert.ok(paths.length > 20);
  check(root, paths);
});

const { reportFormats } = engine.version();
const samples = ['tests/documents/media/film.vtt', 'tests/documents/xml/topic.dita', 'tests/examples/leaflet.md'].map(path => join(root, path));
for (const format of reportFormats) {
  test(`--format ${format} is the same`, () => {
    check(root, samples, { format });
    check(root, samples, { format, flags: ['--redact'], report: { redact: true } });
  });
}

test('flags about rules mean the same', () => {
  check(root, samples, { flags: ['--packs', 'all'], project: { packs: ['all'] } });
  check(root, samples, { flags: ['--select', 'people/*'], project: { select: ['people/*'] } });
  check(root, samples, { flags: ['--ignore', 'people/addict'], project: { ignore: ['people/addict'] } });
  check(root, samples, { flags: ['--min-severity', 'error'], project: { minSeverity: 'error' } });
  check(root, samples, { flags: ['--require-reason'], project: { requireReason: true } });
});

test('a project with own rules means the same', () => {
  const folder = join(scratch, 'own');
  mkdirSync(join(folder, 'below'), { recursive: true });
  const rule = id => ({
    id, severity: 'error', pos: 'person', message: '“{match}” is ours.', note: 'Because.', sources: ['ap'], patterns: ['zebra{|s}'],
    suggest: [{ text: 'horse' }], flag: [{ in: 'A [[zebra]].', out: 'A horse.' }], pass: ['A horse.', 'Another horse.'],
  });
  const rules = { language: 'en', pack: 'ours', topic: 'ours', rules: [rule('ours/zebra')] };
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(rules));
  writeFileSync(join(folder, 'base.json'), '{ "allow": ["user"] } // a comment\n');
  writeFileSync(join(folder, '.personfirst.json'), '{ "root": true, "extends": "./base.json", "ruleFiles": ["rules.json"], "packs": ["core", "ours"] }');
  writeFileSync(join(folder, 'below/.personfirst.json'), '{ "rules": { "people/addict": "hint" } }');
  for (const path of ['a.md', 'below/b.md']) writeFileSync(join(folder, path), 'A zebra and an addict 😀, a drug user.\n');
  for (const format of ['json', 'sarif', 'html']) {
    const findings = check(folder, [join(folder, 'a.md'), join(folder, 'below/b.md')], { format });
    if (format === 'json') assert.ok(findings >= 2);
  }
  writeFileSync(join(folder, 'below/.personfirst.json'), '{ "alow": [] }');
  check(folder, [join(folder, 'a.md'), join(folder, 'below/b.md')]);
});

// All that is assigned in Unicode 15, and what stands for the rest.
test('every character takes as many columns, and ends a word or does not', () => {
  const folder = join(scratch, 'characters');
  mkdirSync(folder);
  writeFileSync(join(folder, '.personfirst.json'), JSON.stringify({ root: true }));
  const size = 0x4000;
  let findings = 0;
  for (const first of [...Array(13).keys()].map(block => block * size).concat(0xe0000, 0xfc000, 0x10c000)) {
    const lines = Array.from({ length: size }, (_, i) => first + i).filter(c => c >= 0xa0 && (c < 0xd800 || c > 0xdfff))
      .map(c => String.fromCodePoint(c)).map(c => `${c} addict${c}\n`);
    const path = join(folder, `${first.toString(16)}.txt`);
    writeFileSync(path, lines.join('\n'));
    findings += check(folder, [path], { format: 'text' });
  }
  assert.ok(findings > 100_000, `${findings} findings`);
});

test('fixing gives the same bytes', () => {
  const paths = [...filesBelow(join(root, 'tests/documents')), ...samples].filter(path => !/\.(expected|sh|cmake)$/.test(path));
  let changed = 0;
  for (const path of paths) {
    for (const [level, flag] of [['automatic', '--fix'], ['ask-first', '--fix-suggested']]) {
      const content = readFileSync(path);
      const program = run(['lint', flag, '--quiet', '--fail-on', 'never', '--no-config', '--stdin-filename', path, '-'], { input: content });
      const fixed = engine.fix(new Uint8Array(content), { path, level });
      assert.equal(Buffer.compare(Buffer.from(fixed.content), program.out), 0, `${path} ${level}`);
      if (fixed.applied > 0) changed += 1;
    }
  }
  assert.ok(changed > 10, `only ${changed} were changed`);
});

test('the page of all rules is the same', () => {
  assert.equal(engine.rulesPage(), run(['rules', '--format', 'markdown'], { cwd: scratch }).out.toString());
});

test('the rules are the same', () => {
  const program = JSON.parse(run(['rules', '--format', 'json'], { cwd: scratch }).out.toString()).rules;
  const ours = engine.rules().map(rule => ({ ...rule, sources: rule.sources.map(({ id }) => id) }));
  for (const [i, rule] of program.entries()) {
    for (const key of Object.keys(rule)) assert.deepEqual(ours[i][key], rule[key], `${rule.id}: ${key}`);
  }
  assert.equal(ours.length, program.length);
});
