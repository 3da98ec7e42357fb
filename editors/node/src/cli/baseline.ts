// A baseline: findings that a project knows of and has put off. The program's file, read and written alike.
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { slashes } from './engines.js';
import { NewFile, readFile, realPath } from './files.js';
import { Complaint } from './system.js';

/** Path, rule, words, and a hash of what stands around them, as JSON, for maps. */
export type Entry = string;
export type Counts = Map<Entry, number>;
type Fields = [path: string, rule: string, words: string, around: string];

const VERSION = 1;
const entryOf = (...fields: Fields): Entry => JSON.stringify(fields);
const fieldsOf = (entry: Entry) => JSON.parse(entry) as Fields;
const pathOf = (entry: Entry) => fieldsOf(entry)[0];

const add = (to: Counts, entry: Entry, count: number) => to.set(entry, (to.get(entry) ?? 0) + count);

function addAll(to: Counts, what: Counts) {
  for (const [entry, count] of what) add(to, entry, count);
}

function subtract(from: Counts, what: Counts) {
  for (const [entry, count] of what) {
    const left = (from.get(entry) ?? 0) - count;
    if (left > 0) from.set(entry, left);
    else from.delete(entry);
  }
}

function common(a: Counts, b: Counts): number {
  let sum = 0;
  for (const [entry, count] of a) sum += Math.min(count, b.get(entry) ?? 0);
  return sum;
}

function withPath(counts: Counts, path: string): Counts {
  const renamed: Counts = new Map();
  for (const [entry, count] of counts) {
    const [, rule, words, around] = fieldsOf(entry);
    add(renamed, entryOf(path, rule, words, around), count);
  }
  return renamed;
}

const compareText = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

const sorted = (counts: Counts): [Fields, number][] =>
  [...counts]
    .map(([entry, count]): [Fields, number] => [fieldsOf(entry), count])
    .sort(([a], [b]) => a.reduce((so, field, i) => so || compareText(field, b[i]), 0));

/** Plain data. */
export interface Baseline {
  /** What paths are relative to; absolute. */
  folder: string;
  counts: Counts;
  /** Those in it whose files are no more, in order. */
  missing: string[];
}

/** What one document and the baseline have to do with each other. */
export interface Compared {
  known: boolean[];
  found: Counts;
  stale: Counts;
  renamedFrom?: string;
}

const entriesOf = (baseline: Baseline, path: string): Counts => new Map([...baseline.counts].filter(([entry]) => pathOf(entry) === path));

function formerPath(baseline: Baseline, found: Counts): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const path of baseline.missing) {
    const shared = common(withPath(found, path), entriesOf(baseline, path));
    if (shared > most) [most, best] = [shared, path];
  }
  return best;
}

/** `prefer`: by finding, those that are matched first where entries are alike. */
export function compare(baseline: Baseline, name: string, findings: { rule: string; words: string; around: string }[], prefer: boolean[] | undefined): Compared {
  const path = slashes(relative(baseline.folder, realPath(name)));
  const entries = findings.map(({ rule, words, around }) => entryOf(path, rule, words, around));
  const compared: Compared = { known: [], found: new Map(), stale: new Map() };
  for (const entry of entries) add(compared.found, entry, 1);
  let left = entriesOf(baseline, path);
  if (left.size === 0 && findings.length > 0) {
    compared.renamedFrom = formerPath(baseline, compared.found);
    if (compared.renamedFrom !== undefined) left = withPath(entriesOf(baseline, compared.renamedFrom), path);
  }
  compared.known = entries.map(() => false);
  for (const first of [true, false]) {
    entries.forEach((entry, i) => {
      if ((prefer?.[i] ?? true) !== first || !left.has(entry)) return;
      compared.known[i] = true;
      subtract(left, new Map([[entry, 1]]));
    });
  }
  compared.stale = left;
  return compared;
}

function parse(name: string, bytes: Uint8Array): Counts {
  const bad = (where: string, what: string) => new Complaint({ where, what });
  let json: any;
  try {
    json = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    throw bad(name, 'is not JSON');
  }
  if (typeof json !== 'object' || !Array.isArray(json?.findings)) throw bad(name, 'is not a baseline: it has no list of findings');
  if (json.version !== VERSION) throw bad(name, 'is a baseline of another version; write it anew');
  const counts: Counts = new Map();
  json.findings.forEach((entry: any, i: number) => {
    const fields = ['path', 'rule', 'words', 'around'].map(key => entry?.[key]) as Fields;
    const isWhole = fields.every(field => typeof field === 'string') && Number.isInteger(entry.count) && entry.count >= 0;
    if (!isWhole) throw bad(`${name}: findings[${i}]`, 'needs path, rule, words, around and count');
    add(counts, entryOf(...fields), entry.count);
  });
  return counts;
}

export function toText(counts: Counts): string {
  const lines = sorted(counts).map(([[path, rule, words, around], count]) => {
    const quoted = Object.entries({ path, rule, words, around }).map(([key, text]) => `"${key}": ${JSON.stringify(text)}`);
    return `\n    {${quoted.join(', ')}, "count": ${count}}`;
  });
  return `{\n  "version": ${VERSION},\n  "findings": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

const counted = (count: number) => (count === 1 ? '' : ` (${count} times)`);
// As it is shown in the program's messages.
const printable = (text: string) => text.replaceAll('\t', '    ').replaceAll(/[\r\n]/g, ' ').replaceAll(/[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\u2028\u2029\uFFFE\uFFFF]/gu, '\uFFFD');
const MOST_NOTES = 20;

/** The baseline of a run. `isAskedFor`: could the run have found such a rule? What the command line left out is not called stale. */
export class BaselineFile {
  readonly baseline: Baseline;
  readonly #found: Counts = new Map();
  readonly #stale: Counts = new Map();
  readonly #moved: Counts = new Map();
  readonly #renames: { from: string; to: string }[] = [];

  constructor(
    readonly path: string,
    readonly use: { writes: boolean; prunes: boolean; isAskedFor: (rule: string) => boolean },
  ) {
    const counts: Counts = use.writes ? new Map() : parse(path, readFile(path).bytes);
    const folder = realPath(dirname(realPath(path)));
    const paths = [...new Set(sorted(counts).map(([[of]]) => of))];
    this.baseline = { folder, counts, missing: paths.filter(of => !existsSync(join(folder, of))) };
  }

  add({ renamedFrom, found, stale }: Compared) {
    const isAsked = ([entry]: [Entry, number]) => this.use.isAskedFor(fieldsOf(entry)[1]);
    if (renamedFrom !== undefined) {
      const to = pathOf([...found.keys()][0]);
      this.#renames.push({ from: renamedFrom, to });
      const fresh = new Map(found);
      subtract(fresh, withPath(entriesOf(this.baseline, renamedFrom), to));
      const still = new Map(found);
      subtract(still, fresh);
      addAll(this.#moved, still);
    }
    addAll(this.#stale, new Map([...stale].filter(isAsked)));
    addAll(this.#found, found);
  }

  #allStale(): Counts {
    const stale = new Map(this.#stale);
    for (const [entry, count] of this.baseline.counts) {
      const path = pathOf(entry);
      if (this.baseline.missing.includes(path) && !this.#renames.some(({ from }) => from === path)) add(stale, entry, count);
    }
    return stale;
  }

  notes(): string[] {
    if (this.use.writes) return [];
    const notes = this.#renames.map(({ from, to }) => `${this.path}: ${printable(from)} seems to be renamed to ${printable(to)}`);
    const stale = sorted(this.#allStale());
    for (const [[path, rule, words], count] of stale.slice(0, MOST_NOTES))
      notes.push(`${this.path}: ${printable(path)}: ${rule} “${printable(words)}”: no longer found${counted(count)}`);
    if (stale.length > MOST_NOTES) notes.push(`${this.path}: and ${stale.length - MOST_NOTES} more`);
    if (stale.length > 0 && !this.use.prunes) notes.push(`${this.path}: --prune-baseline takes out what is no longer found`);
    return notes;
  }

  write(isIncomplete: boolean) {
    const { writes, prunes } = this.use;
    if (!writes && !prunes) return;
    if (isIncomplete) throw new Complaint({ where: this.path, what: 'not written: something could not be checked' });
    const text = toText(writes ? this.#found : this.#pruned());
    if (!writes && text === toText(this.baseline.counts)) return;
    const file = new NewFile(this.path);
    file.write(text);
    file.commit();
  }

  #pruned(): Counts {
    const kept: Counts = new Map([...this.baseline.counts].filter(([entry]) => !this.baseline.missing.includes(pathOf(entry))));
    subtract(kept, this.#stale);
    addAll(kept, this.#moved);
    return kept;
  }
}
