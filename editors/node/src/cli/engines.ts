// Engines for the command line: with files, and with the tables of older encodings.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { isMainThread, workerData } from 'node:worker_threads';
import { Engine, type ProjectOptions } from '../made/engine.mjs';
import { readFile } from './files.js';
import { Complaint, reasonOf } from './system.js';

export const CONFIGURATION = '.personfirst.json';
const LARGEST_CONFIGURATION = 2 ** 20;

function refuse(what: string): never {
  throw new Error(what);
}

/** For the engine: configurations, and the rule files that they name, or folders with some. */
function read(path: string): Uint8Array | string[] | null {
  const status = (() => {
    try {
      return statSync(path, { throwIfNoEntry: false });
    } catch {
      return undefined; // a folder above that may not be looked into holds nothing for us
    }
  })();
  if (!status) return null;
  if (status.isFile() && basename(path) === CONFIGURATION && status.size > LARGEST_CONFIGURATION) refuse('larger than 1 MiB');
  try {
    return status.isDirectory() ? readdirSync(path) : readFile(path).bytes;
  } catch (error) {
    return refuse(error instanceof Complaint ? error.trouble.what : reasonOf(error));
  }
}

const beside = (name: string) => new URL(`./${name}`, import.meta.url);

/** What all engines of a run share. */
export interface Shared {
  module: WebAssembly.Module;
}

export function loadShared(): Shared {
  if (!isMainThread) return workerData.shared as Shared;
  return { module: new WebAssembly.Module(readFileSync(beside('personfirst.wasm'))) };
}

export function newEngine({ module }: Shared, withCharsets = false): Engine {
  const examples = () => readFileSync(beside('examples.dat'));
  return new Engine(module, { files: { read }, examples, ...(withCharsets && { charsets: readFileSync(beside('charsets.dat')) }) });
}

export const slashes = (path: string) => (process.platform === 'win32' ? path.replaceAll('\\', '/').replace(/^[A-Z]:/, drive => drive.toLowerCase()) : path);

export const workingFolder = () => slashes(process.cwd());

export type { ProjectOptions };
