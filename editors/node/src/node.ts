// The package in Node.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Engine, type EngineOptions, createEngine as create } from './made/engine.mjs';
import { type ModuleSource, makeApi } from './shared.js';

export * from './shared.js';

/** Where the module of this package lies. */
export const moduleUrl = new URL('./personfirst.wasm', import.meta.url);

/** Where the rules' examples lie: an engine of one's own module takes them as an option, for `explain`. */
export const examplesUrl = new URL('./examples.dat', import.meta.url);

async function load(source: ModuleSource): Promise<BufferSource | WebAssembly.Module> {
  if (typeof source !== 'string' && !(source instanceof URL)) return source;
  const url = typeof source === 'string' ? new URL(source, import.meta.url) : source;
  if (url.protocol === 'file:') return readFile(url);
  const answer = await fetch(url);
  if (!answer.ok) throw new TypeError(`${url.href}: ${answer.status}`);
  return answer.arrayBuffer();
}

/**
 * An engine of one's own; one does one thing at a time, so that parallel work takes several.
 * @param source the module's bytes, the module, compiled, or its address; the package's own when left out
 */
export async function createEngine(source: ModuleSource = moduleUrl, options: EngineOptions = {}): Promise<Engine> {
  return create(await load(source), { examples: () => readFileSync(examplesUrl), ...options });
}

export const { lint, fix, rules, explain } = makeApi(() => createEngine());
