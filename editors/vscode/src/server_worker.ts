// The worker in which the language server runs as a module: a Web Worker, or a thread of Node. It has no files; it asks the
// extension for them.
import type { MessagePort } from 'node:worker_threads';
import { createEngine, type Engine, type Server } from '../../../wasm/engine.mjs';
import type { FromWorker, ToWorker } from './server_messages';
import { isOfficeDocument } from './office_documents';

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

const inBrowser = typeof postMessage === 'function';
const parent = inBrowser ? undefined : parentOfThread();
const waiting = new Map<number, Waiting>();
/** What arrives before the module is ready. */
const early: string[] = [];
let lastId = 0;
let server: Server | undefined;

function parentOfThread(): MessagePort {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { parentPort } = require('node:worker_threads') as typeof import('node:worker_threads');
  if (parentPort === null) throw new Error('not a worker');
  return parentPort;
}

function say(message: FromWorker): void {
  if (parent === undefined) postMessage(message);
  else parent.postMessage(message);
}

function ask<T>(question: (id: number) => FromWorker): Promise<T> {
  const id = ++lastId;
  return new Promise<T>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    say(question(id));
  });
}

function answered(id: number): Waiting | undefined {
  const one = waiting.get(id);
  waiting.delete(id);
  return one;
}

/** Those of the files that people write texts in. */
function texts(engine: Engine, files: string[]): string[] {
  const { json } = engine.call('walk/wants', { project: {}, files }) as { json: { files: boolean[] } };
  return files.filter((file, index) => json.files[index] === true && !isOfficeDocument(file));
}

async function start(module: Uint8Array, charsets: Uint8Array): Promise<void> {
  const engine: Engine = await createEngine(module, {
    charsets,
    files: {
      read: (path) => ask<Uint8Array | null>((id) => ({ kind: 'read', id, path })),
      list: async (folder) => texts(engine, await ask<string[]>((id) => ({ kind: 'list', id, folder }))),
    },
  });
  server = engine.server({
    warmUp: true,
    send: (body) => { say({ kind: 'message', body }); },
    log: (line) => { say({ kind: 'log', line }); },
    stopped: () => { say({ kind: 'ended', why: '' }); },
    failed: (failure) => { say({ kind: 'ended', why: failure.message }); },
  });
  for (const body of early.splice(0)) server.receive(body);
}

function take(message: ToWorker): void {
  switch (message.kind) {
    case 'start':
      start(message.module, message.charsets).catch((error: unknown) => { say({ kind: 'ended', why: String(error) }); });
      break;
    case 'message':
      if (server === undefined) early.push(message.body);
      else server.receive(message.body);
      break;
    case 'file':
      answered(message.id)?.resolve(message.content as never);
      break;
    case 'folder':
      answered(message.id)?.resolve(message.paths as never);
      break;
    case 'trouble':
      answered(message.id)?.reject(new Error(message.why));
      break;
  }
}

if (parent === undefined) onmessage = (event: MessageEvent<ToWorker>): void => { take(event.data); };
else parent.on('message', take);
