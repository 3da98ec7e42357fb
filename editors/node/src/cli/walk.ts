// From the paths on the command line to the files to check, as the program finds them: in the order of their bytes; met on the way,
// hidden files, symbolic links, what a .gitignore names and what is no text are passed over; what is named is always checked.
import * as fs from 'node:fs';
import { join as joinNative } from 'node:path';
import type { ChangedFile } from './diff_lines.js';
import type { Globs } from './globs.js';
import { GitIgnore } from './git_ignore.js';
import { type Trouble, codeOf, troubleAt } from './system.js';

export interface Target {
  /** As shown; "-" is standard input. */
  path: string;
  /** By the user, not met in a walk. */
  named: boolean;
  /** Instead of a file. */
  trouble?: Trouble;
  /** What git says has changed in it; nothing: all of it counts. */
  changed?: ChangedFile;
}

/** What the configuration says about paths as shown. */
export type Wants = (folders: string[], files: string[]) => { folders: boolean[]; files: boolean[] };

const compareBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const join = (folder: string, name: string) => (folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`);

interface Entry {
  name: string;
  isFolder: boolean;
}

function entriesOf(folder: string): Entry[] {
  return fs
    .readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isFile()))
    .map(entry => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => compareBytes(a.name, b.name));
}

class Walker {
  readonly #seen = new Set<string>();

  constructor(
    readonly globs: Globs,
    readonly several: boolean,
    readonly wants: Wants,
  ) {}

  *visitNamed(path: string): Generator<Target> {
    if (path === '-') {
      if (this.#isFirst(path)) yield { path, named: true };
      return;
    }
    let real: string;
    let status: fs.Stats;
    try {
      status = fs.statSync(path === '' ? '.' : path);
      real = fs.realpathSync(path === '' ? '.' : path);
    } catch (error) {
      yield { path, named: true, trouble: { ...troubleAt(path, error), ...(codeOf(error) === 'ENOTDIR' && { what: 'No such file or directory' }) } };
      return;
    }
    if (!status.isDirectory()) {
      if (this.#isFirst(real)) yield { path, named: true };
      return;
    }
    // Who names an ignored folder wants it checked.
    let ignore = GitIgnore.around(real);
    if (ignore?.isIgnored(real, true)) ignore = undefined;
    const isHere = /^(\.\/*)?$/.test(path);
    yield* this.#visitFolder(isHere ? '' : path, '', real, ignore);
  }

  // `shown` is what people see, `below` the path below the named folder, `real` absolute.
  *#visitFolder(shown: string, below: string, real: string, ignore: GitIgnore | undefined): Generator<Target> {
    if (!this.#isFirst(real)) return;
    let entries: Entry[];
    try {
      entries = entriesOf(shown);
    } catch (error) {
      const where = shown === '' ? '.' : shown;
      yield { path: where, named: true, trouble: troubleAt(where, error) };
      return;
    }
    for (const { name, isFolder } of this.#wanted(entries, shown, below)) {
      const path = join(shown, name);
      const full = joinNative(real, name);
      if (ignore?.isIgnored(full, isFolder)) continue;
      if (isFolder) {
        const own = fs.existsSync(joinNative(full, '.git')) ? GitIgnore.around(full) : ignore;
        yield* this.#visitFolder(path, join(below, name), full, own);
      } else if (this.#isFirst(full)) {
        yield { path, named: false };
      }
    }
  }

  #wanted(entries: Entry[], shown: string, below: string): Entry[] {
    const left = entries.filter(({ name, isFolder }) => {
      const paths = [join(shown, name), join(below, name)] as const;
      return isFolder ? this.globs.wantsFolder(...paths) : this.globs.wantsFile(...paths);
    });
    const namesOf = (isFolder: boolean) => left.filter(entry => entry.isFolder === isFolder).map(entry => join(shown, entry.name));
    const { folders, files } = this.wants(namesOf(true), namesOf(false));
    let folder = 0;
    let file = 0;
    return left.filter(entry => (entry.isFolder ? folders[folder++] : files[file++]));
  }

  // With one path nothing can be met twice: symbolic links are not followed.
  #isFirst(real: string): boolean {
    if (!this.several) return true;
    if (this.#seen.has(real)) return false;
    this.#seen.add(real);
    return true;
  }
}

export function* walk(paths: readonly string[], globs: Globs, wants: Wants): Generator<Target> {
  const walker = new Walker(globs, paths.length > 1, wants);
  if (paths.length === 0) yield* walker.visitNamed('');
  for (const path of [...paths].sort(compareBytes)) yield* walker.visitNamed(path);
}
