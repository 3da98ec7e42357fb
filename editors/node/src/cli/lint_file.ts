// One file or standard input, from its bytes to what is printed about it. In the main thread or in a worker.
import { isUtf8 } from 'node:buffer';
import { Engine, EngineError, EngineFailure, type Checked, type ProjectOptions, type ReportOptions } from '../made/engine.mjs';
import { type Baseline, type Compared, compare } from './baseline.js';
import { stagedBytes } from './changes.js';
import { unifiedDiff } from './diff.js';
import type { LineRange } from './diff_lines.js';
import { type Shared, newEngine } from './engines.js';
import { type Stamp, readFile, readStandardInput, replaceFile } from './files.js';
import { Complaint, type Trouble } from './system.js';
import type { Target } from './walk.js';

/** The same for all files; plain data. */
export interface Job {
  project: ProjectOptions;
  report: ReportOptions;
  fix?: 'automatic' | 'ask-first';
  comment: boolean;
  diff: boolean;
  stdinName: string;
  forceExclude: boolean;
  baseline?: Baseline;
  /** All findings are known from now on. */
  writeBaseline: boolean;
}

/** Plain data. */
export interface Outcome {
  /** A diff or fixed text, for standard output. */
  text?: Uint8Array | string;
  /** Its path for the report, and what goes in; nothing when there was nothing to check. */
  path: string;
  checked?: Checked;
  bytes: number;
  compared?: Compared;
  trouble?: Trouble;
}

/** Which findings count: those in these lines (nothing: in all), less those that a baseline knows. */
interface Counted {
  lines?: LineRange[];
  /** As indexes of all findings. */
  known: number[];
}

const BINARY = 'a binary file, not text';
interface Fixed {
  content: Uint8Array;
  applied: number;
  /** Those that changed, in the fixed text. */
  lines?: LineRange[];
}

const NAMELESS = '<stdin>';
const EMPTY_PIECE = { text: '', aside: '', findings: 0 };

/** Engines of one thread. One that failed loses its report and gets another. */
export class Checker {
  readonly #engines = new Map<boolean, { engine: Engine; generation: number; report?: ReturnType<Engine['openReport']> }>();

  constructor(
    readonly shared: Shared,
    readonly job: Job,
  ) {}

  /** Texts in the encodings of East Asia need tables that most runs do without. */
  #entry(content: Uint8Array | string) {
    const withCharsets = typeof content !== 'string' && !isUtf8(content);
    let entry = this.#engines.get(withCharsets);
    if (!entry) this.#engines.set(withCharsets, (entry = { engine: newEngine(this.shared, withCharsets), generation: -1 }));
    return entry;
  }

  engineFor(content: Uint8Array | string): Engine {
    return this.#entry(content).engine;
  }

  check(path: string, name: string, content: Uint8Array | string, counted: Counted): Checked {
    const entry = this.#entry(content);
    if (!entry.report || entry.generation !== entry.engine.generation) {
      entry.report = entry.engine.openReport(this.job.report, this.job.project);
      entry.generation = entry.engine.generation;
    }
    return entry.report.check(path, content, name, counted);
  }

  lintTarget(target: Target): Outcome {
    return new OneFile(this, target).run();
  }
}

class OneFile {
  readonly #job: Job;
  readonly #isStdin: boolean;
  /** For settings: empty is a text that is no file. */
  readonly #path: string;
  readonly #name: string;
  readonly #isFilter: boolean;
  readonly #outcome: Outcome;

  constructor(
    readonly checker: Checker,
    readonly target: Target,
  ) {
    this.#job = checker.job;
    this.#isStdin = target.path === '-';
    this.#path = this.#isStdin ? this.#job.stdinName : target.path;
    this.#name = this.#path === '' ? NAMELESS : this.#path;
    this.#isFilter = this.#isStdin && !this.#job.diff && (this.#job.fix !== undefined || this.#job.comment);
    this.#outcome = { path: this.#path, bytes: 0 };
  }

  run(): Outcome {
    try {
      if (this.target.trouble) throw new Complaint(this.target.trouble);
      this.#check();
    } catch (error) {
      const trouble = this.#troubleOf(error);
      if (trouble.what === BINARY && !this.target.named) return { path: this.#path, bytes: this.#outcome.bytes };
      this.#outcome.trouble = trouble;
    }
    return this.#outcome;
  }

  #troubleOf(error: unknown): Trouble {
    if (error instanceof Complaint) return error.trouble;
    if (error instanceof EngineError) return { where: error.where === '<text>' ? this.#name : error.where, what: error.what };
    if (error instanceof EngineFailure) return { where: this.#name, what: `not checked: ${error.message}` };
    if (error instanceof RangeError) return { where: this.#name, what: 'not checked: it is too large for the memory that there is' };
    throw error;
  }

  #check() {
    const { forceExclude } = this.#job;
    const isLeftOut = forceExclude && !this.checker.engineFor('').lint('', this.#options()).included;
    if (isLeftOut && !this.#isFilter) return;
    const { bytes, stamp } = this.#read();
    this.#outcome.bytes = bytes.length;
    if (isLeftOut) this.#outcome.text = bytes;
    else this.#checkBytes(bytes, stamp);
  }

  #read(): { bytes: Uint8Array; stamp?: Stamp } {
    const { path, changed } = this.target;
    if (this.#isStdin) return { bytes: readStandardInput(this.#name) };
    return changed?.blob === undefined ? readFile(path) : { bytes: stagedBytes(changed.blob, path) };
  }

  #options() {
    return { path: this.#path, ...this.#job.project };
  }

  #checkBytes(bytes: Uint8Array, stamp: Stamp | undefined) {
    const fixed = this.#job.fix ? this.#fix(bytes, stamp) : undefined;
    if (this.#isFilter && !fixed && !this.#outcome.trouble) this.#outcome.text = bytes;
    const isSilent = this.#isFilter || this.#job.diff;
    const content = fixed && !this.#job.diff ? fixed.content : bytes;
    const lines = content === bytes ? this.target.changed?.lines : fixed?.lines;
    const { known, compared } = this.#known(content, lines);
    this.#outcome.compared = compared;
    const checked = this.checker.check(this.#path, this.#name, content, { lines, known });
    if (isSilent) checked.pieces[0] = EMPTY_PIECE;
    if (fixed && !this.#job.diff) Object.assign(checked.tally.totals, { fixedFiles: 1, applied: fixed.applied });
    this.#outcome.checked = checked;
  }

  /** When the fixed text went where it belongs. */
  #fix(bytes: Uint8Array, stamp: Stamp | undefined): Fixed | undefined {
    const engine = this.checker.engineFor(bytes);
    try {
      const { applied, content, lines } = this.#fixed(engine, bytes);
      if (applied === 0 || Buffer.compare(content, bytes) === 0) return undefined;
      if (this.#job.diff) this.#outcome.text = this.#diff(engine, bytes, content);
      else if (stamp) replaceFile(this.target.path, stamp, content);
      else this.#outcome.text = content;
      return { content, applied, lines };
    } catch (error) {
      // The findings are told all the same, unless the document itself is at fault.
      const trouble = this.#troubleOf(error);
      if (!trouble.what.startsWith('not rewritten') && !(error instanceof Complaint)) throw error;
      this.#outcome.trouble = trouble;
      return undefined;
    }
  }

  #fixed(engine: Engine, bytes: Uint8Array): Fixed {
    const level = this.#job.fix;
    const lines = this.target.changed?.lines;
    const { known } = this.#known(bytes, lines);
    if (!lines && known.length === 0) return engine.fix(bytes, { ...this.#options(), level });
    const { json, bytes: content } = engine.call('fix', { path: this.#path, project: this.#job.project, level, lines, known }, bytes);
    return { applied: json.applied, lines: json.lines, content: content() };
  }

  /** In the file's own bytes where these are UTF-8, so that it can be applied. */
  #diff(engine: Engine, before: Uint8Array, after: Uint8Array): Uint8Array {
    const { charset, text } = engine.lint(before, this.#options());
    if (charset === 'UTF-8') return unifiedDiff(this.#name, before, after);
    const before_ = Buffer.from(text);
    return unifiedDiff(this.#name, before_, this.#fixed(engine, before_).content);
  }

  #known(content: Uint8Array, lines: LineRange[] | undefined): { known: number[]; compared?: Compared } {
    const { baseline, writeBaseline, project } = this.#job;
    if (!baseline && !writeBaseline) return { known: [] };
    const engine = this.checker.engineFor(content);
    const { findings, inChangedLines } = engine.call('lint', { path: this.#path, project, entries: true, lines }, content).json;
    const all: number[] = findings.map((_: unknown, i: number) => i);
    if (!baseline || this.#isStdin) return { known: writeBaseline ? all : [] };
    // Where two findings are alike, the one that was there before is the one that is known.
    const wasThere = inChangedLines?.map((isIn: boolean) => !isIn);
    const compared = compare(baseline, this.#name, findings, wasThere);
    return { known: writeBaseline ? all : all.filter(i => compared.known[i]), compared };
  }
}
