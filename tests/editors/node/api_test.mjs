// The package as a library: its types, its places, and what it does with odd input.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from './support.mjs';

const folder = install(['personfirst']);
const installed = join(folder, 'node_modules/personfirst');
const api = await import(pathToFileURL(join(installed, 'dist/node.js')));
const tools = fileURLToPath(new URL('./node_modules', import.meta.url));

/** What tsc says about a program that uses the package. */
function compile(name, source, options) {
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  for (const of of ['node']) {
    try {
      symlinkSync(join(tools, '@types', of), join(folder, 'node_modules/@types', of));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  writeFileSync(join(folder, name), source);
  try {
    execFileSync(join(tools, '.bin/tsc'), ['--noEmit', '--strict', '--target', 'es2022', ...options, name], { cwd: folder, encoding: 'utf8' });
    return '';
  } catch (error) {
    return error.stdout;
  }
}

const SAMPLE = `
import { createEngine, lint, fix, rules, explain, EngineError, EngineFailure, type Finding, type LintResult } from 'personfirst';
const result: LintResult = await lint('He is an addict.', { path: 'a.md', packs: ['core'], minSeverity: 'hint' });
const finding: Finding = result.findings[0];
const at: number = finding.start.utf16 + finding.start.offset + finding.start.line + finding.start.column;
const fixed: { applied: number; content: string } = await fix('text', { level: 'ask-first' });
const bytes: { applied: number; content: Uint8Array } = await fix(new Uint8Array());
const ids: string[] = (await rules()).map(rule => rule.id);
const examples: string[] = (await explain('people/addict')).found;
const engine = await createEngine(new Uint8Array());
const page: string = engine.render([{ path: 'a.md', content: 'x' }], { format: 'html' });
if (!(new Error() instanceof EngineError) && !(new Error() instanceof EngineFailure)) console.log(at, fixed, bytes, ids, examples, page);
`;
const WRONG = SAMPLE.replace("minSeverity: 'hint'", "minSeverity: 'loud'");

for (const [kind, options] of [
  ['in Node', ['--module', 'nodenext', '--moduleResolution', 'nodenext', '--types', 'node']],
  ['for a bundler', ['--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2022,dom', '--types', 'node']],
]) {
  test(`the types fit what the page promises, ${kind}`, () => {
    assert.equal(compile('sample.mts', SAMPLE, options), '');
    assert.match(compile('wrong.mts', WRONG, options), /'"loud"' is not assignable/);
  });
}

test('places are told in UTF-16, bytes, lines and characters', async () => {
  const text = 'Clean.\n😀 He is an addict.';
  const [finding] = (await api.lint(text, { path: 'a.md' })).findings;
  assert.equal(text.slice(finding.start.utf16, finding.end.utf16), 'addict');
  assert.deepEqual(finding.start, { offset: 21, utf16: 19, line: 2, column: 12 });
});

test('bytes are read in their encoding and come back in it', async () => {
  const bytes = new Uint8Array(Buffer.from('\uFEFFShe suffers from alcoholism.', 'utf16le'));
  const { applied, content } = await api.fix(bytes, { level: 'ask-first' });
  assert.ok(applied > 0);
  assert.equal(Buffer.from(content).subarray(0, 2).toString('hex'), 'fffe');
});

test('halves of characters come back from fixing to where they were', async () => {
  const { applied, content } = await api.fix('\uD800 \uFFFD She suffers from alcoholism \uDC00.', { level: 'ask-first' });
  assert.ok(applied > 0);
  assert.match(content, /^\uD800 \uFFFD .* \uDC00\.$/);
});

test('nothing to fix gives the very same back', async () => {
  const bytes = new Uint8Array([0x61, 0xff]);
  assert.equal((await api.fix(bytes)).content, bytes);
});

test('rules are listed and explained', async () => {
  const rules = await api.rules();
  assert.ok(rules.length > 100);
  const rule = await api.explain('people/addict');
  assert.equal(rule.found.length, rule.fixed.length);
  assert.ok(rule.sources.every(source => source.title && source.url));
  await assert.rejects(api.explain('people/nobody'), error => error instanceof api.EngineError && /no such rule/.test(error.message));
});

test('mistakes of the caller are EngineErrors', async () => {
  await assert.rejects(api.lint('x', { packs: ['nothing'] }), api.EngineError);
  await assert.rejects(api.lint('x', { format: 'nothing' }), api.EngineError);
  await assert.rejects(api.lint(new Uint8Array([0, 1, 2, 0])), /a binary file, not text/);
});

test('an engine is made from bytes, a module, or an address', async () => {
  const wasm = readFileSync(join(installed, 'dist/personfirst.wasm'));
  const server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'application/wasm' }).end(wasm)).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const url = `http://127.0.0.1:${server.address().port}/personfirst.wasm`;
  for (const source of [wasm, new WebAssembly.Module(wasm), url, new URL(url)]) {
    const engine = await api.createEngine(source);
    assert.equal(engine.lint('An addict.').findings.length, 1);
  }
  // What browsers get, as far as it runs here.
  const browser = await import(pathToFileURL(join(installed, 'dist/browser.js')));
  assert.equal((await browser.createEngine(url)).lint('An addict.').findings.length, 1);
  server.closeAllConnections();
  server.close();
});

test('the language server is a module of the package', async () => {
  const module = createRequire(join(folder, 'x.js')).resolve('personfirst/personfirst_server.wasm');
  const sent = [];
  const engine = await api.createEngine(readFileSync(module));
  const server = engine.server({ send: message => sent.push(JSON.parse(message)) });
  server.receive({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  while (!server.idle) await new Promise(resolve => setImmediate(resolve));
  assert.equal(sent.find(({ id }) => id === 1)?.result.serverInfo.name, 'personfirst-lsp');
  assert.throws(() => engine.lint('An addict.'), api.EngineError);
});

test('what browsers get asks for nothing of Node', () => {
  assert.doesNotMatch(readFileSync(join(installed, 'dist/browser.js'), 'utf8'), /\bnode:|\brequire\(|\bprocess\./);
});
