// Reads what `git diff --raw --patch --unified=0 --no-abbrev` prints: which files there are, and which of their lines are new.

/** From 1, both inclusive. A line ends at "\n", as git has it. */
export type LineRange = [first: number, last: number];

/** Plain data. */
export interface ChangedFile {
  /** Sorted, disjoint. Nothing: all of it: a new file, or one that git does not cut into lines. */
  lines?: LineRange[];
  /** Names the staged bytes; nothing: as in the work tree. */
  blob?: string;
}

/** By path in the repository. */
export interface Diff {
  changed: Map<string, ChangedFile>;
  deleted: Set<string>;
}

const ESCAPED: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** A path as git writes it: as it is, or in quotes, with its odd bytes escaped. */
function unquoted(written: string): string {
  if (!written.startsWith('"')) return written;
  const bytes: number[] = [];
  for (const [, octal, letter, plain] of written.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\])/gs))
    bytes.push(octal ? Number.parseInt(octal, 8) : letter ? ESCAPED[letter] : plain.charCodeAt(0));
  return Buffer.from(bytes).toString();
}

const withPrefix = (prefix: string, written: string) => (written.startsWith('"') ? `"${prefix}${written.slice(1)}` : prefix + written);

const ENTRY = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*\t(.*)$/;
const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
const NO_NEWLINE = 92; // "\\ No newline at end of file"
const LINK = '120000';
// New, of another kind than before, or in conflict.
const WHOLE = 'ATU';
const IN_LINES = 'MRC';

class Reader {
  readonly diff: Diff = { changed: new Map(), deleted: new Set() };
  // Names may be such that two headers look alike; they come in the order of the entries.
  readonly #byHeader = new Map<string, ChangedFile[]>();
  #file: ChangedFile | undefined;
  #at = 0;

  constructor(
    readonly bytes: Buffer,
    readonly staged: boolean,
  ) {}

  read(): Diff {
    while (this.#at < this.bytes.length) this.#take(this.#line());
    return this.diff;
  }

  // Lines of files are not looked at: they are skipped by their number.
  #line(): string {
    const end = this.#end();
    const line = this.bytes.toString('latin1', this.#at, end);
    this.#at = end + 1;
    return line;
  }

  #end(): number {
    const end = this.bytes.indexOf(10, this.#at);
    return end < 0 ? this.bytes.length : end;
  }

  #take(line: string) {
    if (line.startsWith(':')) this.#takeEntry(line);
    else if (line.startsWith('diff --git ')) this.#takeHeader(line.slice('diff --git '.length));
    else if (line.startsWith('@@ ')) this.#takeHunk(line);
    else if (this.#file && line.startsWith('Binary files ')) delete this.#file.lines;
  }

  #takeEntry(line: string) {
    const [, , mode, , blob, status, paths] = ENTRY.exec(line) as RegExpExecArray;
    const [from, to = from] = paths.split('\t');
    if (status === 'D') this.diff.deleted.add(unquoted(to));
    if (!WHOLE.includes(status) && !IN_LINES.includes(status)) return;
    const file: ChangedFile = IN_LINES.includes(status) ? { lines: [] } : {};
    if (this.staged && status !== 'U') {
      if (mode === LINK) return; // holds a path, not a text
      file.blob = blob;
    }
    this.diff.changed.set(unquoted(to), file);
    const header = `${withPrefix('a/', from)} ${withPrefix('b/', to)}`;
    this.#byHeader.set(header, [...(this.#byHeader.get(header) ?? []), file]);
  }

  #takeHeader(header: string) {
    const files = this.#byHeader.get(header) ?? [];
    this.#file = files.length > 1 ? files.shift() : files[0];
  }

  #takeHunk(line: string) {
    const [, old = '1', start, now = '1'] = HUNK.exec(line) as RegExpExecArray;
    const [first, count] = [Number(start), Number(now)];
    if (count > 0) this.#file?.lines?.push([first, first + count - 1]);
    for (let left = Number(old) + count; left > 0 && this.#at < this.bytes.length; this.#at = this.#end() + 1)
      if (this.bytes[this.#at] !== NO_NEWLINE) left -= 1;
  }
}

/** `staged`: the new side is the index. */
export const readDiff = (bytes: Buffer, staged: boolean): Diff => new Reader(bytes, staged).read();
