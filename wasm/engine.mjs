// @ts-check
// The engine in JavaScript: loads the module, and speaks with it. The same file for Node (18 and later), workers and pages; it
// needs nothing but WebAssembly, TextEncoder and TextDecoder.
//
//   import { createEngine } from './engine.mjs';
//   const engine = await createEngine(await readFile('personfirst.wasm'));
//   engine.lint('He is an addict.').findings[0].start.utf16  // 9
//
// Of personfirst_server.wasm, an engine has server() instead, and forgetFiles(), version() and call('walk/wants'). What its module
// does not have is an EngineError.
//
// An instance that fails inside (a trap, no more memory) is thrown away, and the next call gets a new one. What was asked then
// throws an EngineFailure; servers and reports that were open in it are gone with it.

/**
 * A place in a document.
 * @typedef {object} Position
 * @property {number} offset in bytes of UTF-8
 * @property {number} utf16 in UTF-16 code units: an index of a JavaScript string
 * @property {number} line from 1
 * @property {number} column in characters (code points), from 1
 */

/** @typedef {{ start: Position, end: Position, text: string }} Edit */

/**
 * One way to reword; those of a finding are alternatives, best first.
 * @typedef {object} Fix
 * @property {string} title
 * @property {'automatic' | 'ask-first' | 'display-only'} applicability
 * @property {Edit[]} edits to be applied together; none in those that are advice
 */

/** @typedef {'error' | 'warning' | 'hint'} Severity */

/**
 * @typedef {object} Finding
 * @property {string} rule
 * @property {Severity} severity
 * @property {'prose' | 'quotation' | 'self-label'} context
 * @property {string} message
 * @property {string} note
 * @property {string[]} sources ids, see explain()
 * @property {string} text
 * @property {Position} start
 * @property {Position} end
 * @property {Fix[]} fixes
 */

/** @typedef {{ code: string, message: string, start: Position, end: Position }} Problem */

/**
 * @typedef {object} LintResult
 * @property {string} path
 * @property {string} format
 * @property {string} language
 * @property {Finding[]} findings
 * @property {Problem[]} problems with the document itself
 * @property {(Finding & { reason: string })[]} [suppressed] by comments in the document
 * @property {boolean} included false: the configuration leaves this document out
 * @property {string} charset
 * @property {string} text what all places are places in: differs from what was given when bytes were not UTF-8, or a document
 *   is not made of lines
 */

/**
 * Which rules and settings hold. Everything is optional.
 * @typedef {object} ProjectOptions
 * @property {string | object} [configuration] of all documents: what a .personfirst.json holds
 * @property {string} [configurationFile] an absolute path of one, which `files` can read
 * @property {boolean} [search] look for .personfirst.json beside each document and above, with `files`
 * @property {string} [workingFolder] absolute, with `/`: what paths are relative to
 * @property {{ name: string, text: string }[]} [rules] own rule files
 * @property {string[]} [packs]
 * @property {string[]} [select] rules
 * @property {string[]} [ignore] rules
 * @property {Severity} [minSeverity]
 * @property {string} [language]
 * @property {boolean} [requireReason]
 */

/**
 * @typedef {object} DocumentOptions
 * @property {string} [path] tells the format by its ending, and which configuration holds
 * @property {string} [format] 'markdown', 'html', 'plain', ...; else what the path says
 */

/**
 * @typedef {object} ReportOptions
 * @property {string} [format] one of reportFormats
 * @property {string[]} [formats] several at once
 * @property {boolean} [color] text, for a terminal
 * @property {boolean} [quiet]
 * @property {boolean} [redact] show nothing of what surrounds the words
 * @property {Severity | 'never'} [failOn]
 * @property {{ name: string, text: string }[]} [earlier] reports of earlier runs, for a trend
 */

/**
 * What one document came to; plain data, which may be sent from worker to worker.
 * @typedef {object} Checked
 * @property {object[]} pieces
 * @property {{ totals: Record<string, number>, rules: Record<string, object> }} tally
 * @property {Severity | null} worst
 */

/**
 * Files, for those who have some. Each answers the content, or null when there is no such file, and throws when it cannot be
 * read. For what lint() and its like ask, answers come at once, and of a folder the names in it; servers also take promises.
 * @typedef {object} Files
 * @property {(path: string) => Uint8Array | string | string[] | null | undefined | Promise<Uint8Array | string | null | undefined>} read
 * @property {(folder: string) => string[] | Promise<string[]>} [list] the documents below a folder, as absolute paths
 */

/**
 * @typedef {object} EngineOptions
 * @property {Files} [files]
 * @property {Uint8Array} [charsets] charsets.dat: for texts in the older encodings of East Asia (GB 18030, Shift JIS, Big5, ...)
 * @property {Uint8Array | (() => Uint8Array)} [examples] examples.dat, or what reads it: for explain(), rulesPage() and testing rules
 */

/** Something that the caller can put right: options, rules, a configuration, bytes that are no text. */
export class EngineError extends Error {
  /** @param {{ where: string, what: string }} error */
  constructor({ where, what }) {
    super(where ? `${where}: ${what}` : what);
    this.name = 'EngineError';
    this.where = where;
    this.what = what;
  }
}

/** The engine itself failed. What was asked has no answer; the next call gets a new instance. */
export class EngineFailure extends Error {
  /**
   * @param {'out-of-memory' | 'too-deep' | 'trap'} code
   * @param {unknown} [cause]
   */
  constructor(code, cause) {
    super({
      'out-of-memory': 'the document is too large for the memory that the engine may have',
      'too-deep': 'the document is nested too deeply',
      trap: 'the engine failed on this document',
    }[code]);
    this.name = 'EngineFailure';
    this.code = code;
    this.cause = cause;
  }
}

const DONE = 0;
const FAILED = 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** @param {string | Uint8Array} content */
const bytesOf = content => (typeof content === 'string' ? encoder.encode(content) : content);

// The module's C library asks for these. It has no files and no clock; what it writes would be a library's last words.
const NO_SUCH_CALL = 52;
const BAD_FILE = 8;
const EXHAUSTED = Symbol('out of memory');

class Instance {
  /**
   * @param {WebAssembly.Module} module
   * @param {Uint8Array | undefined} charsets
   */
  constructor(module, charsets) {
    this.exhausted = false;
    const answers = {
      environ_sizes_get: (/** @type {number} */ count, /** @type {number} */ size) => {
        this.view().setUint32(count, 0, true);
        this.view().setUint32(size, 0, true);
        return 0;
      },
      environ_get: () => 0,
      fd_close: () => BAD_FILE,
      fd_fdstat_get: () => BAD_FILE,
      fd_prestat_get: () => BAD_FILE,
      fd_write: () => BAD_FILE,
      proc_exit: () => {
        throw new WebAssembly.RuntimeError('exit');
      },
    };
    /** @type {Record<string, Record<string, Function>>} */
    const imports = {
      personfirst: {
        out_of_memory: () => {
          this.exhausted = true;
          throw EXHAUSTED;
        },
      },
      wasi_snapshot_preview1: {},
    };
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      if (from === 'wasi_snapshot_preview1') imports[from][name] = answers[/** @type {keyof answers} */ (name)] ?? (() => NO_SUCH_CALL);
    }
    const instance = new WebAssembly.Instance(module, /** @type {WebAssembly.Imports} */ (imports));
    this.exports = /** @type {Record<string, Function> & { memory: WebAssembly.Memory }} */ (
      /** @type {unknown} */ (instance.exports)
    );
    this.exports._initialize();
    if (charsets && this.call('charsets', '{}', charsets).status !== DONE) throw new TypeError('charsets.dat is not of this version');
  }

  view() {
    return new DataView(this.exports.memory.buffer);
  }

  get memory() {
    return this.exports.memory.buffer.byteLength;
  }

  /** @param {Uint8Array} bytes */
  put(bytes) {
    const at = this.exports.pf_alloc(bytes.length || 1) >>> 0;
    if (at === 0) {
      this.exhausted = true;
      throw EXHAUSTED;
    }
    new Uint8Array(this.exports.memory.buffer, at, bytes.length).set(bytes);
    return at;
  }

  /**
   * @param {string} name
   * @param {string} options
   * @param {Uint8Array} bytes
   * @returns {{ status: number, json: string, bytes: () => Uint8Array }}
   */
  call(name, options, bytes) {
    const { exports } = this;
    try {
      const sent = [encoder.encode(name), encoder.encode(options), bytes];
      const at = sent.map(part => this.put(part));
      const status = exports.pf_call(at[0], sent[0].length, at[1], sent[1].length, at[2], sent[2].length);
      for (const place of at) exports.pf_free(place);
      const json = decoder.decode(this.slice(exports.pf_json(), exports.pf_json_size()));
      return { status, json, bytes: () => this.slice(exports.pf_bytes(), exports.pf_bytes_size()).slice() };
    } catch (error) {
      throw new EngineFailure(codeOf(error, this.exhausted), error === EXHAUSTED ? undefined : error);
    }
  }

  /**
   * @param {number} at
   * @param {number} size
   */
  slice(at, size) {
    return new Uint8Array(this.exports.memory.buffer, at >>> 0, size >>> 0);
  }
}

/**
 * @param {unknown} error
 * @param {boolean} exhausted
 */
function codeOf(error, exhausted) {
  if (exhausted) return 'out-of-memory';
  // A host's own stack ran over; the module's traps.
  if (error instanceof RangeError) return 'too-deep';
  return 'trap';
}

// An instance that had a very large document keeps its memory for good: a new one costs 20 ms.
const LARGE = 256 * 1024 * 1024;

export class Engine {
  /** @type {Instance | undefined} */
  #instance;
  #module;
  #files;
  #charsets;
  #examples;
  #generation = 0;

  /**
   * @param {WebAssembly.Module} module
   * @param {EngineOptions} [options]
   */
  constructor(module, options = {}) {
    this.#module = module;
    this.#files = options.files;
    this.#charsets = options.charsets;
    this.#examples = options.examples;
  }

  /** Bytes that the module's memory has now. */
  get memory() {
    return this.#instance?.memory ?? 0;
  }

  /** Counts the instances that were thrown away, and with each what was open in it. */
  get generation() {
    return this.#generation;
  }

  #alive() {
    this.#instance ??= new Instance(this.#module, this.#charsets);
    return this.#instance;
  }

  #forget() {
    this.#instance = undefined;
    this.#generation += 1;
  }

  /**
   * @param {string} name
   * @param {string} options
   * @param {Uint8Array} bytes
   */
  #send(name, options, bytes) {
    try {
      return this.#alive().call(name, options, bytes);
    } catch (error) {
      if (error instanceof EngineFailure) this.#forget();
      throw error;
    }
  }

  /**
   * One call of the module: what the other methods are made of.
   * @param {string} name
   * @param {object} [options]
   * @param {string | Uint8Array} [content]
   * @returns {{ json: any, bytes: () => Uint8Array }}
   */
  call(name, options = {}, content = '') {
    const text = JSON.stringify(options);
    const bytes = bytesOf(content);
    // A configuration may name files that name further ones.
    for (;;) {
      const answer = this.#send(name, text, bytes);
      const json = JSON.parse(answer.json);
      if (answer.status === DONE) return { json, bytes: answer.bytes };
      if (answer.status === FAILED && !this.#giveExamples(json)) throw new EngineError(json);
      for (const path of json.files ?? []) this.#give(path);
    }
  }

  /**
   * Whether that was what a call failed for.
   * @param {{ where: string }} failure
   */
  #giveExamples({ where }) {
    if (where !== 'examples.dat') return false;
    const examples = typeof this.#examples === 'function' ? this.#examples() : this.#examples;
    if (!examples?.length) return false;
    this.#send('examples', '{}', examples);
    return true;
  }

  /** @param {string} path */
  #give(path) {
    const { options, content } = answerOf(path, () => {
      const read = this.#files?.read(path);
      if (read instanceof Promise) throw new Error('cannot be waited for here');
      return read;
    });
    this.#send('file/give', JSON.stringify(options), bytesOf(content));
  }

  /**
   * Files are read once: tells that one, or all, may have changed.
   * @param {string} [path]
   */
  forgetFiles(path) {
    this.call('file/forget', path === undefined ? {} : { path });
  }

  /** @returns {{ version: string, reportFormats: string[], documentFormats: string[] }} */
  version() {
    return this.call('version').json;
  }

  /**
   * Makes what is made on first use, and lets the machine compile what is run most: for hosts with somebody waiting.
   * @param {ProjectOptions} [project]
   */
  warmUp(project = {}) {
    this.call('warmUp', { project: plain(project) });
    this.lint('An addict is **not** clean.\n', { path: 'a.md', ...project });
  }

  /**
   * Finds what should be reworded.
   * @param {string | Uint8Array} content
   * @param {DocumentOptions & ProjectOptions} [options]
   * @returns {LintResult}
   */
  lint(content, options = {}) {
    const asked = typeof content !== 'string';
    const answer = this.call('lint', { ...document(options), withText: asked }, content);
    const result = answer.json;
    result.text = asked ? decoder.decode(oneForOne(answer.bytes())) : content.replace(/^\uFEFF/, '');
    this.#letGo();
    return result;
  }

  /**
   * Applies the safe rewordings, or with `level` 'ask-first' the first alternative of each finding.
   * @template {string | Uint8Array} T
   * @param {T} content
   * @param {DocumentOptions & ProjectOptions & { level?: 'automatic' | 'ask-first' }} [options]
   * @returns {{ applied: number, content: T }} in the encoding in which it came
   */
  fix(content, options = {}) {
    const { level, ...others } = options;
    const answer = this.call('fix', { ...document(others), level }, content);
    const bytes = answer.bytes();
    const fixed = typeof content === 'string' ? decoder.decode(bytes) : bytes;
    this.#letGo();
    return { applied: answer.json.applied, content: /** @type {T} */ (answer.json.applied === 0 ? content : fixed) };
  }

  /**
   * @param {ProjectOptions} [project]
   * @returns {object[]} all rules
   */
  rules(project = {}) {
    return this.call('rules', { project: plain(project) }).json;
  }

  /**
   * @param {ProjectOptions} [project]
   * @returns {string} all rules on a page of Markdown
   */
  rulesPage(project = {}) {
    return decoder.decode(this.call('rules', { project: plain(project), page: true }).bytes());
  }

  /**
   * @param {string} rule
   * @param {ProjectOptions} [project]
   * @returns {any} the rule with its examples and sources
   */
  explain(rule, project = {}) {
    return this.call('explain', { project: plain(project), rule }).json;
  }

  /**
   * What holds for a document, and where each setting comes from. Throws what is wrong with a configuration.
   * @param {ProjectOptions & { path?: string }} [options]
   * @returns {{ file: string, settings: { key: string, value: unknown, from: string }[] }}
   */
  configuration(options = {}) {
    const { path, ...project } = options;
    return this.call('config', { project: plain(project), path }).json;
  }

  /** @returns {object} the JSON Schema of configurations */
  configurationSchema() {
    return this.call('config', { schema: true }).json;
  }

  /** @returns {string} a commented start for a configuration */
  starterConfiguration() {
    return decoder.decode(this.call('config', { starter: true }).bytes());
  }

  /**
   * A report in one of the command line's formats, over some documents.
   * @param {{ path: string, content: string | Uint8Array }[]} documents
   * @param {ReportOptions} [report]
   * @param {ProjectOptions} [project]
   * @returns {string}
   */
  render(documents, report = {}, project = {}) {
    const open = this.openReport(report, project);
    let text = open.begin[0];
    for (const { path, content } of documents) text += open.add(path, open.check(path, content))[0];
    return text + open.end()[0];
  }

  /**
   * A report that grows document by document, so that a long run needs little memory. Documents can be checked by one engine
   * and added by another that opened the same report.
   * @param {ReportOptions} [report]
   * @param {ProjectOptions} [project]
   */
  openReport(report = {}, project = {}) {
    const shared = { project: plain(project) };
    const { id, texts } = this.call('report/open', { ...shared, report }).json;
    return {
      /** @type {string[]} what stands first, of each format */
      begin: texts,
      /**
       * @param {string} path
       * @param {string | Uint8Array} content
       * @param {string} [name] as it is to be shown, when that is not the path
       * @param {{ lines?: [number, number][], known?: number[] }} [counted] which findings count: those in these lines (from 1, inclusive), less
       *   those that a baseline knows, as rising indexes of all findings
       * @returns {Checked}
       */
      check: (path, content, name, counted = {}) => this.call('report/check', { ...shared, id, path, name, ...counted }, content).json,
      /**
       * @param {string} path
       * @param {Checked} checked
       * @returns {string[]} what stands next, of each format
       */
      add: (path, checked) => this.call('report/add', { ...shared, id, path, checked }).json.texts,
      /**
       * @param {{ where: string, what: string }[]} [errors] documents that could not be read
       * @returns {string[]} what stands last, of each format
       */
      end: (errors = []) => this.call('report/end', { id, errors }).json.texts,
    };
  }

  /**
   * A language server (LSP 3.17) in this engine, whose module is personfirst_server.wasm. See ServerOptions.
   * @param {ServerOptions} options
   */
  server(options) {
    return new Server(this, this.#files, options);
  }

  #letGo() {
    if (this.memory > LARGE && this.#openServers === 0) this.#forget();
  }

  #openServers = 0;
  /** @param {number} change */
  countServers(change) {
    this.#openServers += change;
  }
}

/**
 * @typedef {object} ServerOptions
 * @property {(message: string) => void} send gets each message to the client: JSON, without a header
 * @property {(line: string) => void} [log] gets lines about what happened, never text of a document
 * @property {(status: number) => void} [stopped] the server has ended, as `exit` asks: 0 after `shutdown`, else 1
 * @property {(failure: EngineFailure) => void} [failed] the engine failed: this server is gone, start another
 * @property {() => Promise<void>} [pause] waits until what has arrived meanwhile was received; a macrotask by default
 * @property {string[]} [rules] paths of own rule files
 * @property {string} [configurationFile] for all documents, instead of those beside them
 * @property {boolean} [warmUp]
 */

/** One language server. Messages go in by receive(); work is done in small steps, between which new messages are taken in. */
export class Server {
  #engine;
  #files;
  #options;
  #id;
  #generation;
  #running = false;
  #canStep = false;
  #closed = false;
  /** @type {Set<string>} */
  #asked = new Set();

  /**
   * @param {Engine} engine
   * @param {Files | undefined} files
   * @param {ServerOptions} options
   */
  constructor(engine, files, options) {
    this.#engine = engine;
    this.#files = files;
    this.#options = options;
    const { rules, configurationFile, warmUp } = options;
    this.#id = engine.call('server/open', { rules, configurationFile, warmUp }).json.id;
    this.#generation = engine.generation;
    engine.countServers(1);
  }

  /**
   * The body of a message from the client.
   * @param {string | Uint8Array | object} message
   */
  receive(message) {
    const isBody = typeof message === 'string' || message instanceof Uint8Array;
    this.#take('server/receive', {}, isBody ? message : JSON.stringify(message));
    this.#run();
  }

  /** Nothing is under way, and no file is waited for. */
  get idle() {
    return !this.#running && this.#asked.size === 0;
  }

  /** The client is gone. */
  end() {
    this.#take('server/end', {});
  }

  /** Forgets the server at once. */
  close() {
    if (this.#closed) return;
    this.#closed = true;
    this.#engine.countServers(-1);
    if (this.#engine.generation === this.#generation) this.#engine.call('server/close', { id: this.#id });
  }

  /**
   * @param {string} name
   * @param {object} options
   * @param {string | Uint8Array} [content]
   * @returns {boolean} whether there is more to do
   */
  #take(name, options, content = '') {
    if (this.#closed) return false;
    /** @type {{ json: any, bytes: () => Uint8Array }} */
    let answer;
    try {
      if (this.#engine.generation !== this.#generation) throw new EngineFailure('trap');
      answer = this.#engine.call(name, { ...options, id: this.#id }, content);
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      this.#closed = true;
      this.#engine.countServers(-1);
      if (!this.#options.failed) throw error;
      this.#options.failed(error);
      return false;
    }
    const { canStep, files, folders, log, stopped } = answer.json;
    this.#canStep = canStep;
    for (const message of messagesIn(answer.bytes())) this.#options.send(message);
    for (const line of log) this.#options.log?.(line);
    for (const path of files) this.#fetch(path, () => this.#files?.read(path), content_ => answerOf(path, content_));
    for (const folder of folders) {
      this.#fetch(folder, () => this.#files?.list?.(folder) ?? [], list => ({ options: { folder, paths: tried(list, []) }, content: '' }));
    }
    if (stopped !== null) {
      this.close();
      this.#options.stopped?.(stopped);
      return false;
    }
    return this.#canStep;  // as it is now, when answers came at once
  }

  // An answer that is there at once is given at once.
  /**
   * @template T
   * @param {string} what
   * @param {() => T | Promise<T>} ask
   * @param {(content: () => T) => { options: object, content: string | Uint8Array }} toAnswer
   */
  #fetch(what, ask, toAnswer) {
    if (this.#asked.has(what)) return;
    this.#asked.add(what);
    const give = (/** @type {() => T} */ content) => {
      this.#asked.delete(what);
      const { options, content: bytes } = toAnswer(content);
      this.#take('server/give', options, bytes);
      this.#run();
    };
    /** @type {T | Promise<T>} */
    let asked;
    try {
      asked = ask();
    } catch (error) {
      give(() => {
        throw error;
      });
      return;
    }
    if (asked instanceof Promise) {
      asked.then(
        content => give(() => content),
        error =>
          give(() => {
            throw error;
          }),
      );
    } else {
      const content = asked;
      give(() => content);
    }
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    try {
      const pause = this.#options.pause ?? macrotask;
      do await pause();
      while (this.#take('server/step', {}));
    } finally {
      this.#running = false;
    }
  }
}

/** What has arrived meanwhile comes first. @returns {Promise<void>} */
function macrotask() {
  return new Promise(resolve => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * @param {Uint8Array} bytes
 * @returns {string[]}
 */
function messagesIn(bytes) {
  const messages = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; ) {
    const size = view.getUint32(at, true);
    messages.push(decoder.decode(bytes.subarray(at + 4, at + 4 + size)));
    at += 4 + size;
  }
  return messages;
}

/**
 * @param {string} path
 * @param {() => Uint8Array | string | string[] | null | undefined} read
 * @returns {{ options: object, content: string | Uint8Array }}
 */
function answerOf(path, read) {
  try {
    const content = read();
    if (content === null || content === undefined) return { options: { path, absent: true }, content: '' };
    if (Array.isArray(content)) return { options: { path, names: content }, content: '' };
    return { options: { path }, content };
  } catch (error) {
    return { options: { path, error: error instanceof Error ? error.message : 'cannot be read' }, content: '' };
  }
}

/**
 * @template T
 * @param {() => T} get
 * @param {T} otherwise
 */
function tried(get, otherwise) {
  try {
    return get();
  } catch {
    return otherwise;
  }
}

// Each ill-formed byte becomes one U+FFFD, as the engine counts it; TextDecoder would join some of them.
/** @param {Uint8Array} bytes */
function oneForOne(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return bytes;
  } catch {
    /** @type {number[]} */
    const out = [];
    for (let at = 0; at < bytes.length; ) {
      const size = wellFormedAt(bytes, at);
      if (size === 0) out.push(0xef, 0xbf, 0xbd);
      for (let i = 0; i < size; i += 1) out.push(bytes[at + i]);
      at += size || 1;
    }
    return Uint8Array.from(out);
  }
}

/**
 * The size of the character that begins here; 0 when none does.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function wellFormedAt(bytes, at) {
  const first = bytes[at];
  if (first < 0x80) return 1;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (size === 0 || first > 0xf4 || at + size > bytes.length) return 0;
  let code = first & (0xff >> (size + 1));
  for (let i = 1; i < size; i += 1) {
    if ((bytes[at + i] & 0xc0) !== 0x80) return 0;
    code = (code << 6) | (bytes[at + i] & 0x3f);
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][size];
  return code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0 : size;
}

/**
 * The options of a project as the module takes them.
 * @param {ProjectOptions} project
 */
function plain({ configuration, ...others }) {
  if (configuration === undefined) return others;
  const text = typeof configuration === 'string' ? configuration : JSON.stringify(configuration);
  return { ...others, configuration: text };
}

/** @param {DocumentOptions & ProjectOptions} options */
function document({ path, format, ...project }) {
  return { path, format, project: plain(project) };
}

/**
 * @param {BufferSource | WebAssembly.Module} source the module's bytes, or the module, compiled
 * @param {EngineOptions} [options]
 */
export async function createEngine(source, options = {}) {
  const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
  return new Engine(module, options);
}
