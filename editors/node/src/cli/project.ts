// From the options about rules and configurations to what the engine takes.
import { readdirSync, statSync } from 'node:fs';
import type { ProjectOptions, Severity } from '../made/engine.mjs';
import type { Asked } from './command_line.js';
import { slashes, workingFolder } from './engines.js';
import { readFile } from './files.js';
import { Complaint, troubleAt } from './system.js';

function jsonFilesIn(folder: string): string[] {
  try {
    const files = readdirSync(folder).filter(name => /.\.json$/.test(name)).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    if (files.length === 0) throw new Complaint({ where: folder, what: 'no rule files (*.json) in this folder' });
    return files.map(name => (folder.endsWith('/') ? folder + name : `${folder}/${name}`));
  } catch (error) {
    throw error instanceof Complaint ? error : new Complaint(troubleAt(folder, error));
  }
}

/** A folder stands for the *.json files right in it, sorted by name. */
export function readRuleFiles(paths: readonly string[]): { name: string; text: string }[] {
  return paths
    .flatMap(path => (statSync(path, { throwIfNoEntry: false })?.isDirectory() ? jsonFilesIn(path) : [path]))
    .map(name => ({ name: slashes(name), text: Buffer.from(readFile(name).bytes).toString() }));
}

export function projectOf(asked: Asked): ProjectOptions {
  const list = (name: string) => asked.values.get(name) ?? [];
  const one = (name: string) => list(name).at(-1);
  const configurationFile = one('--config');
  return {
    workingFolder: workingFolder(),
    search: configurationFile === undefined && !asked.flags.has('--no-config'),
    configurationFile: configurationFile === undefined ? undefined : slashes(configurationFile),
    rules: readRuleFiles(list('--rules')),
    packs: list('--packs'),
    select: list('--select'),
    ignore: list('--ignore'),
    minSeverity: one('--min-severity') as Severity | undefined,
    language: one('--language'),
    requireReason: asked.flags.has('--require-reason'),
  };
}
