// personfirst lint: find the files, check them, print in order.
import { availableParallelism } from './parallel.js';
import { parse } from 'node:path';
import { EngineError, type Engine, type ReportOptions } from '../made/engine.mjs';
import { BaselineFile } from './baseline.js';
import { Changes } from './changes.js';
import { type Asked, Mistake } from './command_line.js';
import { newEngine, loadShared } from './engines.js';
import { NewFile, isSameFile, readFile } from './files.js';
import { Globs, fits } from './globs.js';
import { Checker, type Job, type Outcome } from './lint_file.js';
import { Output, complain } from './output.js';
import { Pool } from './pool.js';
import { projectOf } from './project.js';
import { Progress } from './progress.js';
import { Complaint, type Trouble, toText } from './system.js';
import { type Target, walk } from './walk.js';

/** What cannot be done without the program: said before anything is begun. */
const PROGRAM_ALONE: [flag: string, why: string][] = [
  ['--comment', 'writes office documents'],
];

const ORDER = ['hint', 'warning', 'error'];

interface Plan {
  job: Job;
  paths: string[];
  globs: string[];
  outputs: { format: string; path: string }[];
  since: string[];
  failOn: string;
  quiet: boolean;
  stats: boolean;
  jobs: number;
  baseline: { path: string; writes: boolean; prunes: boolean; isAskedFor: (rule: string) => boolean };
  /** Counts what was changed since this revision. */
  changedSince?: string;
  staged: boolean;
}

const last = (asked: Asked, name: string) => asked.values.get(name)?.at(-1);

function wantsColor(choice: string | undefined): boolean {
  if (choice === 'always' || choice === 'never') return choice === 'always';
  return Boolean(process.stdout.isTTY) && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

function sortOutputs(asked: Asked, formats: readonly string[]) {
  let format = last(asked, '--format');
  const outputs: Plan['outputs'] = [];
  for (const written of asked.values.get('--output') ?? []) {
    const mistake = (what: string) => new Mistake(`--output ${written}: ${what}`, ' lint');
    const [name, ...rest] = written.split('=');
    const path = rest.join('=');
    if (path === '') throw mistake('write FORMAT=FILE, such as sarif=report.sarif');
    if (!formats.includes(name)) throw mistake('there is no such format; see --format');
    if (path === '-') {
      if (format !== undefined) throw mistake('standard output holds one report');
      format = name;
      continue;
    }
    if (outputs.some(other => isSameFile(other.path, path))) throw mistake('two reports cannot go to one file');
    if (asked.words.some(other => isSameFile(other, path))) throw mistake('this file is to be checked, not written');
    outputs.push({ format: name, path });
  }
  return { format: format ?? 'text', outputs };
}

/** What does not go together. */
function checkBaseline(asked: Asked, fix: boolean, paths: string[]) {
  const has = (name: string) => asked.values.has(name) || asked.flags.has(name);
  const chooses = has('--changed-since') || has('--staged');
  const when = (wrong: boolean, what: string) => {
    if (wrong) throw new Mistake(what, ' lint');
  };
  when(has('--changed-since') && has('--staged'), '--staged goes without --changed-since');
  when(has('--prune-baseline') && !has('--baseline'), '--prune-baseline needs --baseline FILE');
  when(has('--write-baseline') && (has('--baseline') || chooses), '--write-baseline writes down all findings: leave the other choices out');
  when(has('--prune-baseline') && has('--staged'), '--prune-baseline compares files as they are: leave --staged out');
  when((fix || has('--comment')) && has('--staged'), '--staged reads what git holds, where nothing can be fixed: use --changed-since HEAD');
  when(fix && has('--write-baseline'), '--write-baseline writes down what is there: fix first, then write it in a second run');
  when(chooses && paths.includes('-'), 'standard input is in no repository: give paths');
}

function checkPossible(asked: Asked) {
  for (const [flag, why] of PROGRAM_ALONE) {
    if (asked.values.has(flag) || asked.flags.has(flag)) throw new Complaint({ where: flag, what: `${why}, which only the program itself can; the npm package cannot` });
  }
}

function isAskedFor(asked: Asked): (rule: string) => boolean {
  const list = (name: string) => asked.values.get(name) ?? [];
  const selected = list('--select');
  const ignored = list('--ignore');
  const isNarrow = list('--packs').length > 0 || list('--min-severity').length > 0;
  return rule => !isNarrow && (selected.length === 0 || selected.some(glob => fits(glob, rule))) && !ignored.some(glob => fits(glob, rule));
}

function plan(asked: Asked, formats: readonly string[]): Plan {
  const { format, outputs } = sortOutputs(asked, formats);
  const flag = (name: string) => asked.flags.has(name);
  const fix = flag('--fix-suggested') ? 'ask-first' : flag('--fix') || flag('--diff') ? 'automatic' : undefined;
  const paths = [...asked.words];
  checkBaseline(asked, fix !== undefined, paths);
  const stdinName = last(asked, '--stdin-filename') ?? '';
  if (stdinName !== '') {
    if (paths.length === 0) paths.push('-');
    if (!paths.includes('-')) throw new Mistake('--stdin-filename names standard input: give no path, or - among them', ' lint');
  }
  const writesText = fix !== undefined && paths.includes('-');
  if (format !== 'text' && (flag('--diff') || writesText)) throw new Mistake('a report and the fixed text cannot both go to standard output', ' lint');
  checkPossible(asked);
  const failOn = last(asked, '--fail-on') ?? 'error';
  const report: ReportOptions = {
    formats: [format, ...outputs.map(output => output.format)],
    color: wantsColor(last(asked, '--color')),
    quiet: flag('--quiet'),
    redact: flag('--redact'),
    failOn: failOn as ReportOptions['failOn'],
  };
  const baseline = last(asked, '--write-baseline') ?? last(asked, '--baseline') ?? '';
  const writes = asked.values.has('--write-baseline');
  const project = projectOf(asked);
  const job: Job = { project, report, fix, comment: flag('--comment'), diff: flag('--diff'), stdinName, forceExclude: flag('--force-exclude'), writeBaseline: writes };
  const jobs = Number(last(asked, '--jobs') ?? Math.min(256, availableParallelism()));
  return {
    job,
    paths,
    globs: asked.values.get('--glob') ?? [],
    outputs,
    since: asked.values.get('--since') ?? [],
    failOn,
    quiet: flag('--quiet'),
    stats: flag('--stats'),
    jobs,
    baseline: { path: baseline, writes, prunes: flag('--prune-baseline'), isAskedFor: isAskedFor(asked) },
    changedSince: last(asked, '--changed-since'),
    staged: flag('--staged'),
  };
}

/** The earlier reports of --since, each looked at. */
function readEarlier(engine: Engine, paths: string[]) {
  return paths.map(path => {
    const one = { name: parse(path).name, text: Buffer.from(readFile(path).bytes).toString() };
    try {
      engine.openReport({ format: 'html', earlier: [one] });
    } catch (error) {
      throw error instanceof EngineError ? new Complaint({ where: path, what: error.what }) : error;
    }
    return one;
  });
}

/** What all files come to. Printing happens here and nowhere else, so that nothing is interleaved. */
class Run {
  readonly output = new Output(1);
  readonly #progress: Progress;
  readonly #errors: Trouble[] = [];
  readonly #told = new Set<string>();
  readonly #ruleCounts = new Map<string, number>();
  readonly #printsDocuments: boolean;
  readonly #started = performance.now();
  readonly #totals: Record<string, number> = {};
  #failed = false;
  #worst = -1;
  #done = 0;
  #bytes = 0;

  constructor(
    readonly plan: Plan,
    readonly report: ReturnType<Engine['openReport']>,
    readonly files: NewFile[],
    readonly baseline: BaselineFile | undefined,
  ) {
    const { diff, fix, comment } = plan.job;
    this.#printsDocuments = diff || ((fix !== undefined || comment) && plan.paths.includes('-'));
    this.#progress = new Progress(!plan.quiet);
    this.#print(report.begin);
  }

  /** False when the rest is not worth doing. */
  take(outcome: Outcome): boolean {
    this.#done += 1;
    this.#bytes += outcome.bytes;
    if (outcome.compared) this.baseline?.add(outcome.compared);
    if (outcome.trouble) this.#tell(outcome.trouble);
    const { checked } = outcome;
    if (checked) {
      this.#worst = Math.max(this.#worst, checked.worst === null ? -1 : ORDER.indexOf(checked.worst));
      this.#count(checked.tally);
      this.#print(this.report.add(outcome.path, checked));
    }
    if (outcome.text) this.output.write(outcome.text);
    const { fix, comment, diff } = this.plan.job;
    return this.output.isOpen || ((fix !== undefined || comment) && !diff) || this.files.length > 0;
  }

  idle(total: number) {
    this.output.flush();
    this.#progress.show(this.#done, total);
  }

  end(): number {
    this.#progress.clear();
    const [text] = this.#print(this.report.end(this.#errors));
    if (this.#printsDocuments) {
      this.output.flush();
      if (!this.plan.quiet) complain(text.replace(/\n$/, ''));
    }
    for (const file of this.files) this.#try(() => file.commit());
    this.#finishBaseline();
    if (this.plan.stats) this.#printStats();
    const fails = this.plan.failOn !== 'never' && this.#worst >= ORDER.indexOf(this.plan.failOn);
    return this.output.finish(this.#failed ? 2 : fails ? 1 : 0);
  }

  #try(action: () => void) {
    try {
      action();
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      this.#failed = true;
      this.#beforeOtherOutput();
      complain(error.message);
    }
  }

  // A broken configuration is every file's below it, and told once.
  #tell(trouble: Trouble) {
    this.#failed = true;
    const text = toText(trouble);
    if (this.#told.has(text)) return;
    this.#told.add(text);
    this.#errors.push(trouble);
    this.#beforeOtherOutput();
    complain(text);
  }

  // A run that could not check everything does not know what to write.
  #finishBaseline() {
    if (!this.baseline) return;
    this.#beforeOtherOutput();
    if (!this.plan.quiet) for (const note of this.baseline.notes()) complain(note);
    this.#try(() => this.baseline?.write(this.#failed));
  }

  #beforeOtherOutput() {
    this.#progress.clear();
    if (process.stdout.isTTY) this.output.flush();
  }

  #print(texts: string[]): string[] {
    texts.slice(1).forEach((text, i) => this.files[i].write(text));
    if (!this.#printsDocuments && texts[0] !== '') {
      if (process.stdout.isTTY) this.#progress.clear();
      this.output.write(texts[0]);
    }
    return texts;
  }

  #count({ totals, rules }: { totals: Record<string, number>; rules: Record<string, object> }) {
    for (const [key, count] of Object.entries(totals)) this.#totals[key] = (this.#totals[key] ?? 0) + count;
    if (!this.plan.stats) return;
    for (const [rule, counts] of Object.entries(rules) as [string, Record<string, number>][]) {
      for (const severity of ORDER) {
        const count = counts[`${severity}s`] ?? 0;
        const key = `${rule} ${ORDER.indexOf(severity)}`;
        if (count > 0) this.#ruleCounts.set(key, (this.#ruleCounts.get(key) ?? 0) + count);
      }
    }
  }

  #printStats() {
    this.#beforeOtherOutput();
    const seconds = ((performance.now() - this.#started) / 1000).toFixed(3);
    const { files = 0, errors = 0, warnings = 0, hints = 0, problems = 0 } = this.#totals;
    const lines = [`files ${files}, bytes ${this.#bytes}, threads ${this.plan.jobs}, seconds ${seconds}`];
    lines.push(`errors ${errors}, warnings ${warnings}, hints ${hints}, problems ${problems}`);
    for (const [key, count] of [...this.#ruleCounts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [rule, severity] = key.split(' ');
      lines.push(`${String(count).padStart(8)} ${ORDER[Number(severity)].padEnd(7)} ${rule}`);
    }
    const output = new Output(2);
    output.write(`${lines.join('\n')}\n`);
    output.flush();
  }
}

function readChanges({ staged, changedSince }: Plan): Changes | undefined {
  if (staged) return Changes.staged();
  return changedSince === undefined ? undefined : Changes.since(changedSince);
}

// Starting a thread costs as much as checking some dozens of small files.
const WORTH_THREADS = 48;

function* chained<T>(first: T[], rest: Iterator<T>): Generator<T> {
  yield* first;
  for (let { value, done } = rest.next(); !done; { value, done } = rest.next()) yield value as T;
}

export async function lint(asked: Asked): Promise<number> {
  const shared = loadShared();
  const engine = newEngine(shared);
  const planned = plan(asked, engine.version().reportFormats);
  const { job } = planned;
  if (planned.outputs.length > 0 || planned.since.length > 0) engine.openReport({ format: 'text' }, job.project);
  if (planned.since.length > 0) job.report.earlier = readEarlier(engine, planned.since);
  const report = engine.openReport(job.report, job.project);
  const files = planned.outputs.map(({ path }) => new NewFile(path));
  const baseline = planned.baseline.path === '' ? undefined : new BaselineFile(planned.baseline.path, planned.baseline);
  job.baseline = baseline?.baseline;
  const changes = readChanges(planned);

  const run = new Run(planned, report, files, baseline);
  const wants = (folders: string[], names: string[]) => engine.call('walk/wants', { project: job.project, folders, files: names }).json;
  let found = 0;
  let isAllFound = false;
  function* find(): Generator<Target> {
    for (const target of walk(planned.paths, new Globs(planned.globs), wants)) {
      if (!target.named && files.some(file => isSameFile(file.path, target.path))) continue;
      if (changes && !target.trouble) {
        target.changed = changes.find(target.path, target.named);
        if (!target.changed) continue;
      }
      found += 1;
      yield target;
    }
    isAllFound = true;
  }
  const targets = find();
  const first: Target[] = [];
  while (first.length < WORTH_THREADS && !isAllFound) {
    const { value, done } = targets.next();
    if (!done) first.push(value);
  }
  const idle = () => run.idle(isAllFound ? found : 0);
  if (isAllFound || planned.jobs === 1) {
    const checker = new Checker(shared, job);
    for (const target of chained(first, targets)) {
      if (!run.take(checker.lintTarget(target))) break;
      if (planned.jobs === 1) idle();
    }
  } else {
    await new Pool(planned.jobs, shared, job, chained(first, targets), outcome => run.take(outcome), idle).run();
  }
  return run.end();
}
