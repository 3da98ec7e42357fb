// The language server in the module: the conversations of tests/lsp, and what is special about a server whose files come late.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEngine, EngineFailure } from '../../wasm/engine.mjs';
import { compiledServer, root } from './support.mjs';

/** A client in one thread: files in a map, given at once or later. */
class Client {
  files = new Map();
  sent = [];
  log = [];
  stops = [];
  held = false;

  static async start({ late = false, ...options } = {}) {
    const client = new Client();
    const soon = value => (late ? new Promise(resolve => setTimeout(resolve, 1, value)) : value);
    const engine = await createEngine(compiledServer, {
      files: {
        read: path => soon(client.files.get(path) ?? null),
        list: folder => soon([...client.files.keys()].filter(path => path.startsWith(`${folder}/`))),
      },
    });
    client.late = late;
    client.engine = engine;
    client.server = engine.server({
      send: message => client.sent.push(JSON.parse(message)),
      log: line => client.log.push(line),
      stopped: status => client.stops.push(status),
      pause: () => client.pause(),
      ...options,
    });
    return client;
  }

  async pause() {
    await new Promise(resolve => setImmediate(resolve));
    while (this.held) await new Promise(resolve => setTimeout(resolve, 1));
  }

  say(message) {
    this.server.receive({ jsonrpc: '2.0', ...message });
  }

  /** Until nothing more comes. */
  async quiet() {
    for (let idle = 0, last = -1; idle < 4; idle += 1) {
      await new Promise(resolve => (this.late ? setTimeout(resolve, 6) : setImmediate(resolve)));
      if (!this.server.idle || this.sent.length !== last) idle = -1;
      last = this.sent.length;
      if (this.held) return;
    }
  }

  async initialize(capabilities = {}) {
    this.say({ id: 0, method: 'initialize', params: { processId: null, rootUri: 'file:///ws', capabilities } });
    await this.quiet();
    this.sent.shift();
    this.say({ method: 'initialized', params: {} });
    await this.quiet();
  }

  open(uri, text) {
    this.say({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } });
  }

  /** @returns {Map<string, string[]>} the rules found, by document, as they were published last */
  published() {
    const messages = this.sent.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    return new Map(messages.map(({ params }) => [params.uri, params.diagnostics.map(({ code }) => code)]));
  }
}

// ---- the conversations of tests/lsp ----

function stepsOf(transcript) {
  const steps = [];
  for (const line of transcript.split('\n')) {
    if (/^[ |\t]/.test(line) && steps.length > 0) {
      if (line.startsWith('|')) steps.at(-1).text += `${line.slice(2)}\n`;
      else steps.at(-1).rest += `\n${line}`;
    } else if (line !== '' && !line.startsWith('#')) {
      const [, word, rest] = /^(\S+) ?(.*)$/.exec(line);
      steps.push({ word, rest, text: '' });
    }
  }
  return steps;
}

const nameOf = value => /^\{\{(.*)\}\}$/s.exec(typeof value === 'string' ? value : '')?.[1];

function matches(wanted, got, names) {
  const name = nameOf(wanted);
  if (name === '*') return true;
  if (name !== undefined) {
    if (!names.has(name)) names.set(name, got);
    return JSON.stringify(names.get(name)) === JSON.stringify(got);
  }
  if (wanted === null || got === null || typeof wanted !== 'object' || typeof got !== 'object') return wanted === got;
  const keys = Object.keys(wanted);
  return keys.length === Object.keys(got).length && Array.isArray(wanted) === Array.isArray(got)
    && keys.every(key => key in got && matches(wanted[key], got[key], names));
}

function filled(value, names) {
  const name = nameOf(value);
  if (name !== undefined && names.has(name)) return names.get(name);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(item => filled(item, names));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, names)]));
}

// Jobs end later here than in a host that does them at once: within one turn, messages may come in another order.
async function play(transcript, options) {
  const client = await Client.start(options);
  const names = new Map();
  let wanted = [];
  const settle = async () => {
    await client.quiet();
    const got = client.sent.splice(0).map(({ jsonrpc, ...message }) => message);
    for (const one of wanted) {
      const at = got.findIndex(message => matches(one, message, new Map(names)));
      assert.notEqual(at, -1, `not said: ${JSON.stringify(one)}\nsaid: ${got.map(message => JSON.stringify(message)).join('\n')}`);
      matches(one, got[at], names);
      got.splice(at, 1);
    }
    assert.deepEqual(got, [], 'nobody expected this');
    wanted = [];
  };
  for (const { word, rest, text } of stepsOf(transcript)) {
    if (word === '<-') {
      wanted.push(JSON.parse(rest));
      continue;
    }
    await settle();
    if (word === 'file') client.files.set(rest, text);
    else if (word === 'delete') client.files.delete(rest);
    else if (word === 'hold') client.held = true;
    else if (word === 'run') client.held = false;
    else if (word === 'raw') client.server.receive(rest);
    else if (word === 'end') client.server.end();
    else if (word === 'exit') assert.deepEqual(client.stops, [Number(rest)]);
    else if (word === '->') {
      const message = filled(JSON.parse(rest), names);
      const isObject = typeof message === 'object' && message !== null && !Array.isArray(message);
      client.server.receive(JSON.stringify(isObject ? { jsonrpc: '2.0', ...message } : message));
    } else if (word === 'start') {
      const params = { capabilities: {}, processId: null, ...(rest ? JSON.parse(rest) : {}) };
      if (!params.workspaceFolders && !('rootUri' in params)) params.rootUri = 'file:///ws';
      client.say({ id: 0, method: 'initialize', params });
      await client.quiet();
      client.sent.shift();
      client.say({ method: 'initialized', params: {} });
    } else assert.fail(`unknown word: ${word}`);
  }
  await settle();
}

const conversations = readdirSync(join(root, 'tests/lsp')).filter(name => name.endsWith('.lsp'));
for (const name of conversations) {
  const transcript = readFileSync(join(root, 'tests/lsp', name), 'utf8');
  // What happens while jobs are held back is about that host, which has jobs to hold.
  if (/^hold$/m.test(transcript)) continue;
  test(`${name} goes as with the program`, () => play(transcript));
  test(`${name} goes so, too, when files come late`, () => play(transcript, { late: true }));
}

// ---- files that come late ----

for (const late of [false, true]) {
  const when = late ? 'late' : 'at once';

  test(`what a configuration that comes ${when} says holds from the first findings on`, async () => {
    const client = await Client.start({ late });
    client.files.set('/ws/.personfirst.json', '{ "root": true, "allow": ["addict"], "ruleFiles": ["own.json"] }');
    client.files.set('/ws/own.json', JSON.stringify({
      language: 'en', pack: 'core', topic: 'ours',
      rules: [{ id: 'ours/zebra', severity: 'error', pos: 'person', message: 'm', note: 'n', sources: ['ap'], patterns: ['zebra{|s}'], suggest: [{ text: 'horse' }], flag: [{ in: 'A [[zebra]].', out: 'A horse.' }], pass: ['A horse.', 'Another horse.'] }],
    }));
    await client.initialize();
    client.open('file:///ws/docs/a.md', 'An addict and a zebra.\n');
    await client.quiet();
    const first = client.sent.find(({ method }) => method === 'textDocument/publishDiagnostics');
    assert.deepEqual(first?.params.diagnostics.map(({ code }) => code), ['ours/zebra']);
    assert.deepEqual(client.sent.filter(({ method }) => method === 'window/showMessage'), []);
  });

  test(`a rule file that is not there is complained of once, ${when}`, async () => {
    const client = await Client.start({ late });
    client.files.set('/ws/.personfirst.json', '{ "root": true, "ruleFiles": ["none.json"] }');
    await client.initialize();
    client.open('file:///ws/a.md', 'An addict.\n');
    await client.quiet();
    const told = client.sent.filter(({ method }) => method === 'window/showMessage');
    assert.equal(told.length, 1, JSON.stringify(told));
    assert.match(told[0].params.message, /none\.json/);
    assert.deepEqual(client.published().get('file:///ws/a.md'), ['people/addict']);
  });

  test(`a workspace is read file by file, ${when}`, async () => {
    const client = await Client.start({ late });
    client.files.set('/ws/a.md', 'An addict.\n');
    client.files.set('/ws/b/b.txt', 'A junkie.\n');
    client.files.set('/ws/b/.personfirst.json', '{ "rules": { "slang/junkie": "off" } }');
    await client.initialize();
    client.say({ id: 1, method: 'workspace/executeCommand', params: { command: 'personfirst.lintWorkspace' } });
    await client.quiet();
    assert.deepEqual(client.sent.find(({ id }) => id === 1)?.result, { files: 2, findings: 1 });
  });

  test(`a configuration that is saved is read again, ${when}`, async () => {
    const client = await Client.start({ late });
    await client.initialize();
    client.open('file:///ws/a.md', 'An addict.\n');
    await client.quiet();
    assert.deepEqual(client.published().get('file:///ws/a.md'), ['people/addict']);
    client.files.set('/ws/.personfirst.json', '{ "allow": ["addict"] }');
    client.say({ method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: 'file:///ws/.personfirst.json', type: 1 }] } });
    await client.quiet();
    assert.deepEqual(client.published().get('file:///ws/a.md'), []);
    client.files.delete('/ws/.personfirst.json');
    client.say({ method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: 'file:///ws/.personfirst.json', type: 3 }] } });
    await client.quiet();
    assert.deepEqual(client.published().get('file:///ws/a.md'), ['people/addict']);
  });
}

test('ten thousand edits in a row are linted as one', async () => {
  const client = await Client.start();
  await client.initialize();
  client.open('file:///ws/a.md', '');
  for (let version = 2; version < 10_002; version += 1) {
    client.say({ method: 'textDocument/didChange', params: {
      textDocument: { uri: 'file:///ws/a.md', version },
      contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'x' }],
    } });
  }
  await client.quiet();
  const published = client.sent.filter(({ method }) => method === 'textDocument/publishDiagnostics');
  assert.equal(published.at(-1).params.diagnostics.length, 0);
  assert.ok(published.length <= 3, `${published.length} times`);
});

test('a server whose engine fails says so, and another one serves', async () => {
  const failures = [];
  const client = await Client.start({ failed: failure => failures.push(failure) });
  await client.initialize();
  assert.throws(() => client.engine.call('version', {}, new Uint8Array(1100 * 1024 * 1024)), EngineFailure);
  client.open('file:///ws/a.md', 'An addict.\n');
  await client.quiet();
  assert.equal(failures.length, 1);
  const again = new Client();
  again.engine = client.engine;
  again.server = client.engine.server({ send: message => again.sent.push(JSON.parse(message)) });
  await again.initialize();
  again.open('file:///ws/a.md', 'An addict.\n');
  await again.quiet();
  assert.deepEqual(again.published().get('file:///ws/a.md'), ['people/addict']);
});
