// Which files of a repository are left alone because a .gitignore names them. Plain logic: files are read by what is handed in.
import ignore, { type Ignore } from 'ignore';

export interface Reading {
  /** undefined: there is none. */
  text: (path: string) => Promise<string | undefined>;
  exists: (path: string) => Promise<boolean>;
}

interface Level {
  folder: string;
  rules: Ignore;
}

/** What holds in one folder: its own .gitignore before those above it. Immutable. */
export class IgnoredFiles {
  private constructor(private readonly levels: readonly Level[], readonly inRepository: boolean) {}

  /** `withoutGit`: a .gitignore counts although no repository is seen around it, as in folders that come without their .git. */
  static async around(folder: string, reading: Reading, withoutGit: boolean): Promise<IgnoredFiles> {
    const above: string[] = [];
    for (let at = folder; ; at = parentOf(at)) {
      above.unshift(at);
      if (await reading.exists(join(at, '.git'))) {
        const all = await IgnoredFiles.inOrder(above, reading);
        // Who opens an ignored folder wants it checked.
        return above.slice(1).some((one) => all.has(one, true)) ? new IgnoredFiles([], false) : all;
      }
      if (at === parentOf(at)) break;
    }
    return withoutGit ? IgnoredFiles.inOrder([folder], reading) : new IgnoredFiles([], false);
  }

  private static async inOrder(folders: readonly string[], reading: Reading): Promise<IgnoredFiles> {
    const levels: Level[] = [];
    const [root] = folders;
    const everywhere = root === undefined ? undefined : await reading.text(join(root, '.git/info/exclude'));
    if (root !== undefined && everywhere) levels.push({ folder: root, rules: ignore().add(everywhere) });
    let all = new IgnoredFiles(levels, true);
    for (const folder of folders) all = await all.with(folder, reading);
    return all;
  }

  /** As it is inside of `folder`, whose parent this is about. */
  async below(folder: string, reading: Reading): Promise<IgnoredFiles> {
    if (await reading.exists(join(folder, '.git'))) return IgnoredFiles.inOrder([folder], reading);
    return this.inRepository ? this.with(folder, reading) : this;
  }

  private async with(folder: string, reading: Reading): Promise<IgnoredFiles> {
    const text = await reading.text(join(folder, '.gitignore'));
    if (!text) return this;
    return new IgnoredFiles([...this.levels, { folder, rules: ignore({ allowRelativePaths: true }).add(text) }], this.inRepository);
  }

  has(path: string, isFolder: boolean): boolean {
    for (const { folder, rules } of [...this.levels].reverse()) {
      const below = path.slice(join(folder, '').length) + (isFolder ? '/' : '');
      const { ignored, unignored } = rules.test(below);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

export function join(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}
