// The extension's worker with the module in it, without an editor: a thread, and files in a map.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { EXTENSION } from '../unit/load.mjs';

const { build } = createRequire(EXTENSION)('esbuild');
const MODULE = process.env.MODULE;

const { outputFiles: [script] } = await build({
  entryPoints: [path.join(EXTENSION, 'src/server_worker.ts')], bundle: true, write: false, format: 'iife', platform: 'browser',
  external: ['node:worker_threads'], logLevel: 'error',
});

// Before a module starts, all of its memory but so much is taken (of the 2 GiB that it may have).
const shortOf = (memory) => `{
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...from) {
    const instance = new Instance(...from);
    const { memory, pf_alloc } = instance.exports;
    if (pf_alloc(${2 ** 31 - memory} - memory.buffer.byteLength) === 0) throw new Error('it has less');
    return instance;
  };
}\n`;

export class Client {
  messages = [];
  asked = [];
  files = new Map();
  #lastId = 0;
  #waiting = [];

  /** `memory`: how many bytes the module may take, a multiple of 65536. */
  constructor({ module = readFileSync(MODULE), memory } = {}) {
    this.worker = new Worker(memory === undefined ? script.text : shortOf(memory) + script.text, { eval: true });
    this.worker.on('message', (message) => this.#take(message));
    this.worker.postMessage({ kind: 'start', module, charsets: readFileSync(path.join(path.dirname(MODULE), 'charsets.dat')) });
  }

  #take(message) {
    const { id } = message;
    switch (message.kind) {
      case 'read': {
        this.asked.push(message.path);
        const text = this.files.get(message.path);
        if (text instanceof Error) this.worker.postMessage({ kind: 'trouble', id, why: text.message });
        else this.worker.postMessage({ kind: 'file', id, content: text === undefined ? null : new TextEncoder().encode(text) });
        break;
      }
      case 'list':
        this.worker.postMessage({ kind: 'folder', id, paths: [...this.files.keys()].filter((name) => name.startsWith(`${message.folder}/`)) });
        break;
      case 'message':
        this.messages.push(JSON.parse(message.body));
        break;
      case 'ended':
        this.ended = message;
        break;
    }
    for (const look of this.#waiting.splice(0)) look();
  }

  say(message) {
    this.worker.postMessage({ kind: 'message', body: JSON.stringify({ jsonrpc: '2.0', ...message }) });
  }

  /** The first message that fits; it is taken out. */
  async get(fits) {
    for (;;) {
      const at = this.messages.findIndex(fits);
      if (at >= 0) return this.messages.splice(at, 1)[0];
      await new Promise((resolve) => { this.#waiting.push(resolve); });
    }
  }

  async end() {
    while (this.ended === undefined) await new Promise((resolve) => { this.#waiting.push(resolve); });
    return this.ended;
  }

  async ask(method, params) {
    const id = ++this.#lastId;
    this.say({ id, method, params });
    return (await this.get((message) => message.id === id && message.method === undefined)).result;
  }

  async start() {
    await this.ask('initialize', { processId: null, rootUri: 'file:///ws', capabilities: {} });
    this.say({ method: 'initialized', params: {} });
  }

  open(uri, text) {
    this.say({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } });
  }

  async published(uri) {
    const { params } = await this.get(({ method, params: about }) => method === 'textDocument/publishDiagnostics' && about.uri === uri);
    return params.diagnostics.map(({ code }) => code);
  }

  stop() {
    return this.worker.terminate();
  }
}
