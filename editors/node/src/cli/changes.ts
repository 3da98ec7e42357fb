// What git says has changed: the files, and their lines. As the program has it, which asks a library: lines are those of git's plain
// comparison, renamed files have only the lines that differ, and new files are new altogether.
import { basename, dirname, join } from 'node:path';
import { type ChangedFile, type Diff, readDiff } from './diff_lines.js';
import { realPath } from './files.js';
import { GitFailure, NoGit, git, lineOf, tryGit, withoutFilters } from './git.js';
import { Complaint } from './system.js';

const DIFF = [
  'diff', '--raw', '--patch', '--unified=0', '--inter-hunk-context=0', '--no-abbrev', '--no-color', '--no-ext-diff', '--no-textconv',
  '--find-renames=50%', '-l1000', '--diff-algorithm=myers', '--no-indent-heuristic', '--ignore-submodules=all', '--ita-visible-in-index',
  '--src-prefix=a/', '--dst-prefix=b/', '-O/dev/null',
];

const failed = (where: string, what: string) => new Complaint({ where, what });

function workTree(): string {
  try {
    return lineOf(git(['rev-parse', '--show-toplevel'])) as string;
  } catch (error) {
    if (error instanceof NoGit) throw failed('', 'git tells what has changed, and is not installed');
    if (!(error instanceof GitFailure)) throw error;
    const { said } = error;
    if (/dubious ownership|unsafe repository/.test(said))
      throw failed('.', 'is in a git repository of somebody else, which git does not open: see git config safe.directory');
    if (/not a git repository|in a work tree/.test(said)) throw failed('.', 'is not in a git repository, so that nothing tells what has changed');
    throw failed('git', /^fatal: (.*)/m.exec(said)?.[1] ?? 'cannot be asked what has changed');
  }
}

function hintOfShallow(): string {
  const isShallow = lineOf(tryGit(['rev-parse', '--is-shallow-repository'])) === 'true';
  return isShallow ? '; this clone is shallow: fetch more of the history (git fetch --unshallow)' : '';
}

const objectNamed = (name: string) => {
  const found = name.startsWith('-') ? undefined : lineOf(tryGit(['rev-parse', '--verify', '--quiet', name]));
  return found && /^[0-9a-f]{40,64}$/.test(found) ? found : undefined;
};

/** The commit where this branch and the revision's parted. */
function baseOf(revision: string): string {
  const named = objectNamed(revision);
  const commit = named && objectNamed(`${named}^{commit}`);
  if (!commit) throw failed(revision, `no commit is known by this name${hintOfShallow()}`);
  if (!objectNamed('HEAD')) throw failed(revision, 'there is no commit yet to compare it with');
  const [base] = (lineOf(tryGit(['merge-base', commit, 'HEAD'])) ?? '').split('\n');
  if (base === '') throw failed(revision, `has no commit in common with the current branch${hintOfShallow()}`);
  return base;
}

function diffOf(words: string[], staged: boolean, where: string, what: string): Diff {
  try {
    return readDiff(git([...DIFF, ...words, '--'], withoutFilters()), staged);
  } catch (error) {
    throw error instanceof GitFailure ? failed(where, what + hintOfShallow()) : error;
  }
}

const listed = (...words: string[]) => git(['ls-files', ...words, '--full-name', '-z', '--', ':/']).toString().split('\0').slice(0, -1);

/** Files that git does not know yet, and does not ignore. Folders are repositories. */
const unknownFiles = () => listed('--others', '--exclude-standard').filter(name => !name.endsWith('/'));

/** Files in conflict; each comes with "mode object stage" and a tab. */
const filesInConflict = () => listed('--unmerged').map(entry => entry.slice(entry.indexOf('\t') + 1));

const compareBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

export class Changes {
  readonly #files = new Map<string, ChangedFile>();
  readonly #folders = new Map<string, string>();

  private constructor(root: string, changed: Map<string, ChangedFile>) {
    for (const [path, file] of [...changed].sort(([a], [b]) => compareBytes(a, b))) this.#files.set(realPath(join(root, path)), file);
  }

  /** All that was done since the branch left `revision`: commits, what is staged, the work tree, and files that git does not know yet. */
  static since(revision: string): Changes {
    const root = workTree();
    const what = 'the changes cannot be read';
    const { changed, deleted } = diffOf([baseOf(revision)], false, revision, what);
    try {
      for (const name of unknownFiles()) if (!deleted.has(name)) changed.set(name, {});
      for (const name of filesInConflict()) changed.set(name, {});
    } catch (error) {
      throw error instanceof GitFailure ? failed(revision, what) : error;
    }
    return new Changes(root, changed);
  }

  /** What the next commit would hold, as it stands in the index. */
  static staged(): Changes {
    const root = workTree();
    return new Changes(root, diffOf(['--cached'], true, '.', 'the index of the repository cannot be read').changed);
  }

  /** Nothing: not changed, deleted, or not in the repository. `isLink`: may the last part of the path be a symbolic link? */
  find(path: string, isLink: boolean): ChangedFile | undefined {
    if (isLink) return this.#files.get(realPath(path));
    const above = dirname(path);
    let folder = this.#folders.get(above);
    if (folder === undefined) this.#folders.set(above, (folder = realPath(above)));
    return this.#files.get(join(folder, basename(path)));
  }
}

/** The bytes that are staged. `path`: for messages. */
export function stagedBytes(blob: string, path: string): Uint8Array {
  try {
    return git(['cat-file', 'blob', blob]);
  } catch (error) {
    throw error instanceof GitFailure ? failed(path, 'what is staged of it cannot be read') : error;
  }
}
