// personfirst init, personfirst config show.
import { closeSync, openSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { type Asked, Mistake } from './command_line.js';
import { CONFIGURATION, loadShared, newEngine, slashes, workingFolder } from './engines.js';
import { writeAll } from './files.js';
import { print } from './output.js';
import { Complaint, codeOf, troubleAt } from './system.js';

interface Row {
  key: string;
  value: unknown;
  /** "file:line:column", a preset's name, or "default". */
  from: string;
}

/** Never over a file that is there. */
export function init(asked: Asked): number {
  const path = slashes(normalize(join(asked.words[0] ?? '.', CONFIGURATION)));
  let fd: number;
  try {
    fd = openSync(path, 'wx');
  } catch (error) {
    throw new Complaint(codeOf(error) === 'EEXIST' ? { where: path, what: 'is there already; it was left as it is' } : troubleAt(path, error));
  }
  try {
    writeAll(fd, Buffer.from(newEngine(loadShared()).starterConfiguration()));
  } catch (error) {
    throw new Complaint(troubleAt(path, error));
  } finally {
    closeSync(fd);
  }
  return print(`Wrote ${path}. See what it does: personfirst config show\n`);
}

/** JSON in one line, with spaces behind commas and colons. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`).join(', ')}}`;
}

function originOf(from: string, shown: (path: string) => string) {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(from) ?? [undefined, from];
  return { file: shown(file as string), ...(line !== undefined && { line: Number(line), column: Number(column) }) };
}

const WIDEST = 40; // longer ones push their origin to the right

function toTable(rows: Row[], shown: (path: string) => string): string {
  const texts = rows.map(({ key, value, from }) => ({ key, value: spaced(value), place: shown(from) }));
  const key = Math.max(...texts.map(text => text.key.length));
  const value = Math.max(...texts.map(text => Math.min(WIDEST, Buffer.byteLength(text.value))));
  const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - [...text].length));
  return texts.map(text => `${pad(text.key, key)}  ${pad(text.value, value)}  ${text.place}\n`).join('');
}

export function showConfig(asked: Asked): number {
  const path = asked.words[0] ?? '.';
  const folder = workingFolder();
  const file = asked.values.get('--config')?.at(-1);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const search = file === undefined && !asked.flags.has('--no-config');
  const options = { workingFolder: folder, search, ...(file !== undefined && { configurationFile: slashes(file) }) };
  const { settings } = showFor(options, slashes(path), isFolder);
  const below = folder.endsWith('/') ? folder : `${folder}/`;
  const shown = (place: string) => (place.startsWith(below) ? place.slice(below.length) : place);
  if (asked.values.get('--format')?.at(-1) !== 'json') return print(toTable(settings, shown));
  const rows = settings.map(({ key, value, from }) => ({ key, value, origin: originOf(from, shown) }));
  return print(`${JSON.stringify({ version: 1, path, settings: rows }, null, 2)}\n`);
}

/** For a folder: what holds for a file in it of which nothing is known. */
function showFor(options: { workingFolder: string }, path: string, isFolder: boolean): { settings: Row[] } {
  const engine = newEngine(loadShared());
  const where = isFolder ? { ...options, workingFolder: slashes(join(options.workingFolder, path)).replace(/(?<=.)\/$/, '') } : { ...options, path };
  return engine.configuration(where) as { settings: Row[] };
}

export function onlyConfig(): never {
  throw new Mistake('config: what is asked? personfirst config show', '');
}
