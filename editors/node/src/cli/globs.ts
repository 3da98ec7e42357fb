// --glob: which files of a walk are wanted. A glob without a slash is about names, one with a slash about whole paths, where ** stands
// for any number of folders. The last glob that fits decides.
import picomatch from 'picomatch';

const matchers = new Map<string, (text: string) => boolean>();

/** As fnmatch(3) without flags: no braces, no extended globs, and a dot is a character like others. */
export function fits(glob: string, name: string): boolean {
  let matcher = matchers.get(glob);
  if (!matcher) {
    const plain = glob.replaceAll(/[(){}+@|]/g, '\\$&');
    matcher = picomatch(plain.replace(/^!/, '\\!'), { bash: true, dot: true, nobrace: true, noextglob: true, noglobstar: true, nonegate: true });
    matchers.set(glob, matcher);
  }
  return matcher(name);
}

const parts = (path: string) => path.split('/').filter(part => part !== '');

function partsFit(glob: readonly string[], path: readonly string[]): boolean {
  if (glob.length === 0) return path.length === 0;
  if (glob[0] !== '**') return path.length > 0 && fits(glob[0], path[0]) && partsFit(glob.slice(1), path.slice(1));
  const rest = glob.slice(glob.findIndex(part => part !== '**') < 0 ? glob.length : glob.findIndex(part => part !== '**'));
  return path.some((_, skip) => partsFit(rest, path.slice(skip))) || partsFit(rest, []);
}

interface Glob {
  parts: string[];
  exclude: boolean;
  nameOnly: boolean;
  folderOnly: boolean;
}

function readGlob(text: string): Glob {
  const exclude = text.startsWith('!');
  let rest = exclude ? text.slice(1) : text;
  const folderOnly = rest.endsWith('/');
  if (folderOnly) rest = rest.slice(0, -1);
  if (rest.startsWith('./')) rest = rest.slice(2);
  return { parts: parts(rest), exclude, folderOnly, nameOnly: !rest.includes('/') && rest !== '**' };
}

export class Globs {
  readonly #globs: Glob[];
  readonly #someInclude: boolean;

  constructor(texts: readonly string[]) {
    this.#globs = texts.map(readGlob);
    this.#someInclude = this.#globs.some(glob => !glob.exclude);
  }

  #lastFitting(shown: string, below: string, isFolder: boolean) {
    if (this.#globs.length === 0) return undefined;
    const shownParts = parts(shown);
    const belowParts = parts(below);
    return this.#globs.findLast(glob => {
      if (glob.folderOnly && !isFolder) return false;
      if (glob.nameOnly) return partsFit(glob.parts, belowParts.slice(-1));
      return partsFit(glob.parts, shownParts) || partsFit(glob.parts, belowParts);
    });
  }

  /** `shown` as people see it, `below` below the folder that they named. */
  wantsFile(shown: string, below: string) {
    const glob = this.#lastFitting(shown, below, false);
    return glob ? !glob.exclude : !this.#someInclude;
  }

  wantsFolder(shown: string, below: string) {
    return !this.#lastFitting(shown, below, true)?.exclude;
  }
}
