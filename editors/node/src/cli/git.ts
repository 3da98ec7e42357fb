// Asks the git that is installed. What a repository or its user have configured neither changes an answer nor starts a program, and
// nothing is written or fetched. GIT_* variables hold as git has them.
import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { codeOf } from './system.js';

/** There is none on this machine. */
export class NoGit extends Error {}

/** What git itself could not do. `said`: its own words, in English. */
export class GitFailure extends Error {
  constructor(readonly said: string) {
    super('git failed');
  }
}

const CONFIGURED = ['core.fsmonitor=false', 'core.quotePath=true', 'diff.relative=false', 'diff.autoRefreshIndex=true'];
const SURROUNDINGS = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '0',
  GIT_DIFF_OPTS: '',
  // A partial clone fetches nothing; the first is for git before 2.44.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
};

/** On Windows, a name alone would first be looked for in the working folder. */
function findGit(): string {
  if (process.platform !== 'win32') return 'git';
  const folders = (process.env.PATH ?? '').split(';').map(folder => folder.replace(/^"(.*)"$/, '$1'));
  const found = folders.filter(isAbsolute).map(folder => join(folder, 'git.exe')).find(path => existsSync(path));
  if (found === undefined) throw new NoGit();
  return found;
}

let program: string | undefined;

/** What it prints. `settings`: "name=value", for this call. */
export function git(words: readonly string[], settings: readonly string[] = []): Buffer {
  program ??= findGit();
  const options: ExecFileSyncOptions = {
    env: { ...process.env, ...SURROUNDINGS },
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  };
  try {
    return execFileSync(program, [...[...CONFIGURED, ...settings].flatMap(setting => ['-c', setting]), ...words], options) as Buffer;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new NoGit();
    throw new GitFailure((error as { stderr?: Buffer }).stderr?.toString() ?? '');
  }
}

/** Nothing when git says no. */
export function tryGit(words: readonly string[]): Buffer | undefined {
  try {
    return git(words);
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

/** One line that git prints. */
export const lineOf = (bytes: Buffer | undefined) => bytes?.toString().replace(/\r?\n$/, '');

/** Programs that change files on their way into the index are not run: settings that switch them off. */
export function withoutFilters(): string[] {
  const names = tryGit(['config', '--null', '--name-only', '--get-regexp', '^filter\\..*\\.(clean|process|required)$']);
  const keys = new Set((names?.toString() ?? '').split('\0').filter(key => key !== ''));
  if ([...keys].some(key => key.includes('='))) throw new GitFailure(''); // cannot be set so
  return [...keys].map(key => (key.endsWith('.required') ? `${key}=false` : `${key}=`));
}
