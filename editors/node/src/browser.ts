// The package in browsers, with a bundler or without. Pages with a Content-Security-Policy need 'wasm-unsafe-eval'.
import { type Engine, type EngineOptions, createEngine as create } from './made/engine.mjs';
import { type ModuleSource, makeApi } from './shared.js';

export * from './shared.js';

/** Where the module of this package lies. */
export const moduleUrl = new URL('./personfirst.wasm', import.meta.url);

/** Where the rules' examples lie: an engine takes them as an option, for its `explain`. */
export const examplesUrl = new URL('./examples.dat', import.meta.url);

async function load(source: ModuleSource): Promise<BufferSource | WebAssembly.Module> {
  if (typeof source !== 'string' && !(source instanceof URL)) return source;
  const answer = await fetch(source);
  if (!answer.ok) throw new TypeError(`${String(source)}: ${answer.status}`);
  // A server that does not know the type of such files can still be read from.
  if (answer.headers.get('content-type') !== 'application/wasm') return answer.arrayBuffer();
  return WebAssembly.compileStreaming(answer);
}

/**
 * An engine of one's own; one does one thing at a time, so that parallel work takes several.
 * @param source the module's bytes, the module, compiled, or its address; the package's own when left out
 */
export async function createEngine(source: ModuleSource = moduleUrl, options: EngineOptions = {}): Promise<Engine> {
  return create(await load(source), options);
}

async function loadExamples(): Promise<Uint8Array> {
  const answer = await fetch(examplesUrl);
  if (!answer.ok) throw new TypeError(`${examplesUrl.href}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

export const { lint, fix, rules, explain } = makeApi(
  () => createEngine(),
  async () => createEngine(moduleUrl, { examples: await loadExamples() }),
);
