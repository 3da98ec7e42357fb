// Which files a repository ignores: its .gitignore files, its own exclude file and the user's.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

const textOf = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The folder where git keeps a work tree's things. */
function gitFolder(workTree: string): string | undefined {
  const path = join(workTree, '.git');
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return undefined;
  const named = status.isDirectory() ? path : resolve(workTree, /^gitdir: (.*)$/m.exec(textOf(path))?.[1].trim() ?? '.git');
  const common = resolve(named, textOf(join(named, 'commondir')).trim() || '.');
  const isRepository = existsSync(join(named, 'HEAD')) && isFolder(join(common, 'objects')) && isFolder(join(common, 'refs'));
  return isRepository ? common : undefined;
}

/** The last value of core.NAME in git's own files. */
function coreSetting(files: readonly string[], name: string): string | undefined {
  let value: string | undefined;
  for (const file of files) {
    let section = '';
    for (const line of textOf(file).split('\n')) {
      section = /^\s*\[\s*([^\]]*?)\s*\]/.exec(line)?.[1].toLowerCase() ?? section;
      const setting = /^\s*([A-Za-z]+)\s*=\s*(.*?)\s*$/.exec(line);
      if (section === 'core' && setting?.[1].toLowerCase() === name) value = setting[2].replace(/^"(.*)"$/, '$1');
    }
  }
  return value;
}

/** A negation of a plain name that negates nothing in its own file: libgit2, which the program asks, lets it have no effect elsewhere. */
function isIdle(line: string, before: Ignore): boolean {
  if (!line.startsWith('!') || /[*?[\\]/.test(line)) return false;
  const name = line.slice(1).trim().replace(/^\//, '');
  return name !== '' && !before.test(name).ignored;
}

export class GitIgnore {
  readonly #workTree: string;
  readonly #ignoreCase: boolean;
  readonly #everywhere: Ignore[];
  readonly #ofFolder = new Map<string, Ignore | undefined>();
  readonly #known = new Map<string, boolean>();

  /** The repository that `folder` (absolute, without symbolic links) lies in. */
  static around(folder: string): GitIgnore | undefined {
    for (let at = folder; ; at = dirname(at)) {
      const git = gitFolder(at);
      if (git) return new GitIgnore(at, git);
      if (dirname(at) === at) return undefined;
    }
  }

  private constructor(workTree: string, git: string) {
    this.#workTree = workTree;
    const home = homedir();
    const settings = process.env.XDG_CONFIG_HOME || join(home, '.config');
    const files = [join(settings, 'git/config'), join(home, '.gitconfig'), join(git, 'config')];
    this.#ignoreCase = coreSetting(files, 'ignorecase')?.toLowerCase() === 'true';
    const users = coreSetting(files, 'excludesfile')?.replace(/^~(?=\/)/, home) ?? join(settings, 'git/ignore');
    this.#everywhere = [join(git, 'info/exclude'), users].flatMap(path => this.#read(path) ?? []);
  }

  #read(path: string): Ignore | undefined {
    const text = textOf(path);
    if (text === '') return undefined;
    const rules = ignore({ ignorecase: this.#ignoreCase, allowRelativePaths: true });
    for (const line of text.split(/\r?\n/)) if (!isIdle(line, rules)) rules.add(line);
    return rules;
  }

  #inFolder(folder: string) {
    if (!this.#ofFolder.has(folder)) this.#ofFolder.set(folder, this.#read(join(folder, '.gitignore')));
    return this.#ofFolder.get(folder);
  }

  isIgnored(path: string, folder: boolean): boolean {
    if (!path.startsWith(this.#workTree.endsWith(sep) ? this.#workTree : this.#workTree + sep)) return false;
    const above = dirname(path);
    if (above !== this.#workTree) {
      let isAbove = this.#known.get(above);
      if (isAbove === undefined) this.#known.set(above, (isAbove = this.isIgnored(above, true)));
      if (isAbove) return true;
    }
    return this.#isNamed(path, folder);
  }

  #isNamed(path: string, folder: boolean): boolean {
    const answer = (rules: Ignore | undefined, from: string) => {
      if (!rules) return undefined;
      const below = relative(from, path).split(sep).join('/') + (folder ? '/' : '');
      const { ignored, unignored } = rules.test(below);
      return ignored ? true : unignored ? false : undefined;
    };
    for (let at = dirname(path); ; at = dirname(at)) {
      const said = answer(this.#inFolder(at), at);
      if (said !== undefined) return said;
      if (at === this.#workTree) break;
    }
    for (const rules of this.#everywhere) {
      const said = answer(rules, this.#workTree);
      if (said !== undefined) return said;
    }
    return false;
  }
}
