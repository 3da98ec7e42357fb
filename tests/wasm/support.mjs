// The program, the module, and files for both.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '../../wasm/engine.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const modulePath = process.env.MODULE ?? join(root, 'build/wasm/personfirst.wasm');
const program = process.env.PERSONFIRST ?? join(root, 'build/release/personfirst');

export const serverModulePath = join(dirname(modulePath), 'personfirst_server.wasm');

export const compiled = await WebAssembly.compile(readFileSync(modulePath));

export const compiledServer = await WebAssembly.compile(readFileSync(serverModulePath));

export const files = {
  read: path => {
    try {
      return readFileSync(path);
    } catch (error) {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw error;
    }
  },
  list: folder => filesBelow(folder),
};

export const charsets = new Uint8Array(readFileSync(join(dirname(modulePath), 'charsets.dat')));

export const examples = () => new Uint8Array(readFileSync(join(dirname(modulePath), 'examples.dat')));

export const newEngine = () => createEngine(compiled, { files, charsets, examples });

/** What the program prints, as bytes. */
export function run(words, { cwd = root, input } = {}) {
  const ran = spawnSync(program, words, { cwd, input, maxBuffer: 1 << 30 });
  if (ran.error) throw ran.error;
  return { status: ran.status, out: ran.stdout, complaints: ran.stderr.toString() };
}

/** Every file below a folder, sorted. */
export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: false })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path);
      return entry.isFile() ? [resolve(path)] : [];
    });
}
