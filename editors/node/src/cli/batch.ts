// personfirst batch: records in, answers out, in order, one JSON object a line.
import { EngineError, EngineFailure, type Engine, type ProjectOptions } from '../made/engine.mjs';
import type { Asked } from './command_line.js';
import { loadShared, newEngine } from './engines.js';
import { Output, complain } from './output.js';
import { projectOf } from './project.js';
import { reasonOf } from './system.js';

const LONGEST = 64 * 2 ** 20;
const DEEPEST = 100;

class Bad extends Error {}

interface Record_ {
  /** As JSON. */
  id: string;
  text: string;
  format?: string;
  language?: string;
  path?: string;
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How deep arrays and objects stand in each other. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (mark === '[' || mark === '{') most = Math.max(most, (depth += 1));
    else if (mark === ']' || mark === '}') depth -= 1;
  }
  return most;
}

/** The id as it is printed: numbers that JavaScript cannot hold keep their digits. */
function idOf(id: unknown, text: string): string {
  if (typeof id !== 'number' || Number.isSafeInteger(id)) return JSON.stringify(id ?? null);
  return /"id"\s*:\s*(-?\d{16,20})\s*[,}]/.exec(text)?.[1] ?? JSON.stringify(id);
}

function readRecord(line: Uint8Array): Record_ {
  let json: any;
  let text: string;
  try {
    text = strictDecoder.decode(line);
  } catch {
    throw new Bad('not valid JSON in UTF-8');
  }
  if (depthOf(text) > DEEPEST + 1) throw new Bad('nested too deep');
  try {
    json = JSON.parse(text);
  } catch {
    throw new Bad('not valid JSON in UTF-8');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Bad('not a JSON object');
  for (const field of ['text', 'format', 'language', 'path']) {
    if (json[field] !== undefined && typeof json[field] !== 'string') throw new Bad(`${field} is not a string`);
  }
  if (json.text === undefined) throw new Bad('text is missing');
  return { ...json, id: idOf(json.id, text) };
}

/** The arrays that the program prints, out of what its report says of a document. Quotes inside strings are escaped, so that these words
 * stand at no other place. */
function arraysOf(piece: string): string {
  const problems = piece.lastIndexOf(',"problems":[');
  const rest = piece.slice(problems + ',"problems":'.length);
  const end = rest.indexOf(',"suppressed":[');
  const list = end < 0 ? rest.slice(0, rest.lastIndexOf('}')) : rest.slice(0, end);
  return piece.slice(piece.indexOf('"findings":['), problems) + (list.trim() === '[]' ? '' : `,"problems":${list}`);
}

class Answerer {
  readonly #formats: string[];
  #id: number | undefined;
  #generation = -1;

  constructor(
    readonly engine: Engine,
    readonly project: ProjectOptions,
  ) {
    this.#formats = engine.version().documentFormats;
  }

  answer(line: Uint8Array, number: number): { json: string; bad: boolean } {
    if (line.length > LONGEST) return this.#refuse(number, 'longer than 64 MiB');
    if (line.every(byte => byte === 0x20 || byte === 0x09 || byte === 0x0d)) return { json: '', bad: false };
    try {
      return { json: this.#judge(readRecord(line)), bad: false };
    } catch (error) {
      if (error instanceof Bad) return this.#refuse(number, error.message);
      if (error instanceof EngineError) return this.#refuse(number, error.what);
      if (error instanceof EngineFailure) return this.#refuse(number, `not checked: ${error.message}`);
      throw error;
    }
  }

  #report(): number {
    if (this.#id === undefined || this.#generation !== this.engine.generation) {
      this.#id = this.engine.call('report/open', { project: this.project, report: { format: 'json' } }).json.id as number;
      this.#generation = this.engine.generation;
    }
    return this.#id;
  }

  #judge({ id, text, format, language, path = '' }: Record_): string {
    if (format !== undefined && !this.#formats.includes(format)) this.#checkFormat(format);
    const options = { id: this.#report(), project: this.project, path, format, language, here: true };
    const { pieces } = this.engine.call('report/check', options, text.replace(/^\uFEFF/, '')).json;
    return `{"id":${id},${arraysOf(pieces[0].text)}}\n`;
  }

  // A format has more names than the list tells.
  #checkFormat(format: string) {
    try {
      this.engine.call('lint', { format });
    } catch (error) {
      if (error instanceof EngineError) throw new Bad('there is no such format: see personfirst lint --help');
      throw error;
    }
  }

  #refuse(line: number, error: string) {
    return { json: `${JSON.stringify({ id: null, line, error })}\n`, bad: true };
  }
}

async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    let begin = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, begin)) {
      yield Buffer.concat([...pieces, piece.subarray(begin, end)]);
      pieces = [];
      size = 0;
      begin = end + 1;
    }
    // Of a line that is too long, only so much is kept that this can be seen.
    const rest = piece.subarray(begin);
    if (size <= LONGEST && rest.length > 0) pieces.push(rest);
    size += rest.length;
  }
  if (size > 0) yield Buffer.concat(pieces);
}

export async function batch(asked: Asked): Promise<number> {
  const project = projectOf(asked);
  const engine = newEngine(loadShared());
  engine.lint('', project);
  const answerer = new Answerer(engine, project);
  const output = new Output(1);
  let number = 0;
  let anyBad = false;
  try {
    for await (const line of linesOf(process.stdin)) {
      number += 1;
      const { json, bad } = answerer.answer(line, number);
      anyBad ||= bad;
      output.write(json);
      output.flush();
      if (!output.isOpen) return output.finish(2);
    }
  } catch (error) {
    complain(`standard input: ${reasonOf(error)}`);
    anyBad = true;
  }
  return output.finish(anyBad ? 2 : 0);
}
