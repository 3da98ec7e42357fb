// The loader and the module: places, encodings, bad input, size.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { createEngine, EngineError, EngineFailure } from '../../wasm/engine.mjs';
import { compiled, compiledServer, examples, modulePath, newEngine, root, serverModulePath } from './support.mjs';

const MB = 1024 * 1024;

for (const [path, module] of [[modulePath, compiled], [serverModulePath, compiledServer]]) {
  const name = basename(path);

  test(`${name} is at most 600 kB as it is sent (brotli)`, () => {
    const packed = brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    assert.ok(packed.length <= 600_000, `${packed.length} bytes`);
  });

  test(`${name} asks its host for nothing but memory and its end`, () => {
    const asked = WebAssembly.Module.imports(module).map(({ module: from, name: what }) => `${from}.${what}`);
    const allowed = ['personfirst.out_of_memory', ...['environ_get', 'environ_sizes_get', 'fd_close', 'fd_seek', 'fd_write', 'fd_fdstat_get', 'proc_exit', 'fd_prestat_get', 'fd_prestat_dir_name', 'fd_read'].map(what => `wasi_snapshot_preview1.${what}`)];
    assert.deepEqual(asked.filter(what => !allowed.includes(what)), []);
  });
}

test('a method that is the other module\'s is a mistake that is told', async () => {
  const [engine, serving] = [await newEngine(), await createEngine(compiledServer)];
  assert.throws(() => serving.lint('An addict.'), new EngineError({ where: 'call', what: 'this module has no such method' }));
  assert.throws(() => engine.server({ send: () => {} }), new EngineError({ where: 'call', what: 'this module has no such method' }));
});

test('the licences of all that is linked are beside the module, and are what the list says', () => {
  const parts = JSON.parse(readFileSync(join(root, '.ci/parts/parts.json'), 'utf8')).filter(part => part.module);
  const notices = readFileSync(join(dirname(modulePath), 'NOTICES.txt'), 'utf8');
  assert.ok(parts.length > 8);
  for (const { name, debian, says } of parts) {
    assert.ok(notices.includes(`\n${name}\n`), name);
    if (debian) assert.ok(notices.includes(says), `${name}: ${says}`);
  }
});

const places = [
  ['plain text', 'He is an [[addict]].'],
  ['after an emoji', '😀😀 He is an [[addict]].'],
  ['after accents and a combining mark', 'Café, café: an [[addict]].'],
  ['after CRLF', 'One.\r\nAn [[addict]].\r\n'],
  ['after a lone surrogate', 'Odd \ud83d here. An [[addict]].'],
  ['after a byte order mark', '\ufeffAn [[addict]].'],
];
for (const [name, marked] of places) {
  test(`places in UTF-16 are right: ${name}`, async () => {
    const engine = await newEngine();
    const result = engine.lint(marked.replaceAll(/\[\[|\]\]/g, ''));
    assert.equal(result.findings.length, 1);
    const [{ start, end }] = result.findings;
    const { text } = result;
    const shown = `${text.slice(0, start.utf16)}[[${text.slice(start.utf16, end.utf16)}]]${text.slice(end.utf16)}`;
    assert.equal(shown, marked.replace('\ufeff', ''));
    const bytes = new TextEncoder().encode(text);
    assert.equal(new TextDecoder().decode(bytes.subarray(start.offset, end.offset)), 'addict');
  });
}

const encodings = [
  ['Windows-1252', [...Buffer.from('Caf\xe9: an addict. \x93x\x94', 'latin1')]],
  ['UTF-16 with a mark', [...Buffer.from('\ufeffAn addict, caf\xe9.', 'utf16le')]],
  ['a few ill-formed bytes', [...Buffer.from('An '), 0xff, 0xe2, 0x82, ...Buffer.from(' addict. 😀 It is long enough to be UTF-8 nonetheless: é é é é é é é é é é é é.')]],
];
for (const [name, bytes] of encodings) {
  test(`places hold in the text that comes back: ${name}`, async () => {
    const engine = await newEngine();
    const { text, findings } = engine.lint(Uint8Array.from(bytes));
    assert.equal(findings.length, 1);
    assert.equal(text.slice(findings[0].start.utf16, findings[0].end.utf16), 'addict');
  });
}

test('fixing keeps the encoding', async () => {
  const engine = await newEngine();
  const { applied, content } = engine.fix(Uint8Array.from(Buffer.from('Caf\xe9: a heroin addict.\r\n', 'latin1')), { level: 'ask-first' });
  assert.equal(applied, 1);
  assert.match(Buffer.from(content).toString('latin1'), /^Caf\xe9: .*\r\n$/);
  assert.equal(engine.fix('Nothing.').content, 'Nothing.');
});

test('a fix from a finding can be applied to the string', async () => {
  const engine = await newEngine();
  const text = '😀 He is a heroin addict. 😀';
  const [finding] = engine.lint(text).findings;
  const edits = [...finding.fixes[0].edits].reverse();
  const fixed = edits.reduce((now, { start, end, text: by }) => now.slice(0, start.utf16) + by + now.slice(end.utf16), text);
  assert.equal(fixed, engine.fix(text, { level: 'ask-first' }).content);
});

const mistakes = [
  ['a pack that is not there', { packs: ['none'] }, /none/],
  ['a rule that is not there', { select: ['people/none'] }, /people\/none/],
  ['an option that is not there', { pack: ['core'] }, /options\.pack: there is no such option/],
  ['an option of the wrong type', { packs: 'core' }, /options\.packs: must be a list/],
  ['a severity that is not there', { minSeverity: 'bad' }, /minSeverity/],
  ['a broken configuration', { configuration: '{ "alow": [] }' }, /\.personfirst\.json:1:3: unknown key “alow”; did you mean “allow”\?/],
  ['a rule file that is no JSON', { rules: [{ name: 'own.json', text: '{' }] }, /own\.json/],
  ['a language without rules', { language: 'xx' }, /no rules for xx/],
];
for (const [name, options, message] of mistakes) {
  test(`a mistake is told, and the engine lives on: ${name}`, async () => {
    const engine = await newEngine();
    assert.throws(() => engine.lint('An addict.', options), error => error instanceof EngineError && message.test(error.message));
    assert.equal(engine.lint('An addict.').findings.length, 1);
    assert.equal(engine.generation, 0);
  });
}

test('a binary file is told apart from text', async () => {
  const engine = await newEngine();
  assert.throws(() => engine.lint(Uint8Array.from([0, 1, 2, 3, 0, 0, 5]), { path: 'a.bin' }), /a\.bin: a binary file, not text/);
});

test('a configuration as an object holds', async () => {
  const engine = await newEngine();
  assert.equal(engine.lint('An addict.', { configuration: { allow: ['addict'] } }).findings.length, 0);
  const { settings } = engine.configuration({ configuration: { minSeverity: 'error' } });
  assert.equal(settings.find(({ key }) => key === 'minSeverity').value, 'error');
});

test('a rule is explained, and one that is not there has a neighbour', async () => {
  const engine = await newEngine();
  const rule = engine.explain('people/addict');
  assert.ok(rule.found.length > 0 && rule.sources[0].url.startsWith('http'));
  assert.throws(() => engine.explain('people/adict'), /did you mean people\/addict\?/);
});

test('several instances live side by side', async () => {
  const [one, other] = await Promise.all([newEngine(), newEngine()]);
  const report = { format: 'json' };
  const a = one.openReport(report);
  const b = other.openReport(report);
  const texts = [...b.begin, ...b.add('a.md', a.check('a.md', 'An addict.')), ...b.end()];
  assert.equal(texts.join(''), one.render([{ path: 'a.md', content: 'An addict.' }], report));
});

test('only findings in the lines that a host names count, less those that it knows', async () => {
  const engine = await newEngine();
  const text = 'An addict.\n\nAn ad-\ndict, an addict.\n';
  const report = engine.openReport({ format: 'json' });
  const linesOf = counted => JSON.parse(report.check('a.md', text, 'a.md', counted).pieces[0].text).findings.map(({ start }) => start.line);
  for (const [counted, lines] of [
    [{}, [1, 3, 4]], [{ lines: [] }, []], [{ lines: [[1, 1]] }, [1]], [{ lines: [[4, 9]] }, [3, 4]], [{ lines: [[1, 1], [3, 3]] }, [1, 3]],
    [{ known: [0, 2] }, [3]], [{ lines: [[4, 4]], known: [1] }, [4]], [{ lines: [[2, 2]], known: [0, 1, 2, 9] }, []],
  ]) assert.deepEqual(linesOf(counted), lines, JSON.stringify(counted));
  for (const lines of [[1], [[1]], [[-1, 2]], [['1', 2]], [[1, 2 ** 33]]]) assert.throws(() => linesOf({ lines }), EngineError);
  const { json, bytes } = engine.call('fix', { path: 'a.md', level: 'ask-first', lines: [[3, 4]], known: [2] }, text);
  assert.match(new TextDecoder().decode(bytes()), /^An addict\.\n\n(?!An ad-).*, an addict\.\n$/);
  assert.deepEqual(json, { applied: 1, lines: [[3, 3]] });
});

test('a host tells of a folder by the names in it', async () => {
  const demo = readFileSync(join(root, 'tests/cli/demo/rules.json'));
  const given = { '/p/.personfirst.json': '{ "ruleFiles": ["own"], "packs": ["demo"] }', '/p/own': ['b.json', 'notes.txt', 'a.json'], '/p/own/a.json': readFileSync(join(root, 'tests/cli/demo/sources.json')), '/p/own/b.json': demo };
  const engine = await createEngine(compiled, { files: { read: path => given[path] ?? null } });
  const rulesOf = () => engine.lint('A badword.', { path: '/p/a.md', search: true }).findings.map(({ rule }) => rule);
  assert.deepEqual(rulesOf(), ['demo/bad']);
  given['/p/own'] = ['notes.txt'];
  engine.forgetFiles();
  assert.throws(rulesOf, { what: 'no rule files (*.json) in this folder' });
  given['/p/own'] = demo;
  engine.forgetFiles('/p/own');
  given['/p/.personfirst.json'] = ['a'];
  engine.forgetFiles('/p/.personfirst.json');
  assert.throws(rulesOf, { where: 'p/.personfirst.json', what: 'is a folder, not a configuration' });
});

// ---- what is too much ----

const sentence = 'An addict came to the clinic on Monday, and we wrote a letter to the surgery about it.\n';

test('a text of 50 MB is read', { timeout: 240_000 }, async () => {
  const engine = await newEngine();
  const plain = 'We went to the clinic on Monday, and wrote a letter to the surgery about it.\n'.repeat(700_000).slice(0, 50 * MB);
  const result = engine.lint(`${plain}\n${sentence}`, { path: 'a.txt' });
  assert.equal(result.findings.length, 1);
  assert.equal(result.findings[0].start.utf16, 50 * MB + 1 + 3);
  assert.ok(engine.memory <= 256 * MB, 'memory is let go');
  assert.equal(engine.lint(sentence).findings.length, 1);
});

test('a text that does not fit into memory is refused, and the next one is read', { timeout: 240_000 }, async () => {
  const engine = await newEngine();
  engine.lint(sentence);
  const huge = new Uint8Array(900 * MB).fill(0x61);
  assert.throws(() => engine.lint(huge, { path: 'a.txt' }), error => error instanceof EngineFailure && error.code === 'out-of-memory');
  assert.equal(engine.lint(sentence).findings.length, 1);
  assert.equal(engine.generation, 1);
});

const deep = [
  ['quotes', '> '.repeat(200_000)],
  ['lists', '- '.repeat(100_000)],
  ['brackets', '['.repeat(500_000)],
  ['emphasis', '*a '.repeat(200_000)],
  ['elements', '<div>'.repeat(200_000), 'a.html'],
  ['JSON', '['.repeat(500_000), 'a.json'],
  ['LaTeX', '{'.repeat(500_000), 'a.tex'],
];
for (const [name, text, path = 'a.md'] of deep) {
  test(`deep nesting ends: ${name}`, { timeout: 120_000 }, async () => {
    const engine = await newEngine();
    engine.lint(`${text}\nAn addict.\n`, { path });
    assert.equal(engine.lint(sentence).findings.length, 1);
    assert.equal(engine.generation, 0);
  });
}

test('memory does not grow with the number of documents', async () => {
  const engine = await newEngine();
  const text = sentence.repeat(500);
  for (let i = 0; i < 100; i += 1) engine.lint(text);  // what is made once it has proved worth it, is made
  const before = engine.memory;
  for (let i = 0; i < 200; i += 1) engine.lint(`${text}${i}`, { path: `${i}.md` });
  assert.equal(engine.memory, before);
});

test('texts in the encodings of East Asia are read when their charsets are there', async () => {
  const shiftJis = Uint8Array.from([...Buffer.from('An addict. '), ...Array.from({ length: 40 }, () => [0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b]).flat()]);
  const engine = await newEngine();
  assert.match(engine.lint(shiftJis).text, /これは日本/);
  const without = await createEngine(compiled);
  const { text, findings } = without.lint(shiftJis);
  assert.doesNotMatch(text, /これは日本/);
  assert.equal(findings.length, 1);
});

test('examples are asked for when they are needed, once, and must be those of the rules', async () => {
  let asked = 0;
  const engine = await createEngine(compiled, { examples: () => (asked += 1, examples()) });
  engine.lint('An addict.', { path: 'a.md' });
  assert.equal(asked, 0);
  assert.match(engine.explain('people/addict').found[0], /\[\[/);
  assert.ok(engine.rulesPage().length > 0);
  assert.equal(asked, 1);
  const without = await createEngine(compiled);
  assert.throws(() => without.explain('people/addict'), { name: 'EngineError', where: 'examples.dat', what: 'is needed for this' });
  assert.equal(without.lint('An addict.', { path: 'a.md' }).findings.length, 1);
  const wrong = await createEngine(compiled, { examples: new Uint8Array(100) });
  assert.throws(() => wrong.explain('people/addict'), { name: 'EngineError', where: 'examples' });
});

test('random bytes in any format never fail', async () => {
  const engine = await newEngine();
  let seed = 42;
  const next = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 16;
  const { documentFormats } = engine.version();
  for (let i = 0; i < 400; i += 1) {
    const bytes = Uint8Array.from({ length: next() % 2000 }, () => (next() % 5 === 0 ? next() % 256 : 32 + (next() % 90)));
    try {
      engine.lint(bytes, { format: documentFormats[i % documentFormats.length] });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
  }
  assert.equal(engine.generation, 0);
});
