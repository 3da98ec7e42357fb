// Asks the worker for findings. One text at a time: while one is being checked only the newest waits, so that answers are always
// about something recent. A worker that fails, or never answers, is ended and made anew; the text is the editor's and stays there.
import type { CheckRequest, FailureCode, Finding, FromWorker, Knowledge, ToWorker } from './protocol.ts';

export interface CheckerEvents {
  ready(knowledge: Knowledge): void;
  /** `id` is what ask() gave. */
  checked(id: number, findings: Finding[], total: number): void;
  /** A new worker is on its way; `id` is null when it was not about a text. */
  failed(code: FailureCode, id: number | null): void;
}

/** Slow machines take long to get the engine ready; a text that takes a minute will take for ever. */
const PATIENCE_MS = { 'start': 180_000, 'too-slow': 60_000 };
/** So many failures to start in a row are enough. */
const MOST_STARTS = 2;

export class Checker {
  #worker: Worker | undefined;
  #isReady = false;
  #starts = 0;
  #last = 0;
  #running: number | null = null;
  #waiting: CheckRequest | null = null;
  #timer: number | undefined;

  constructor(
    private readonly workerSource: string,
    private readonly packedEngine: string,
    private readonly events: CheckerEvents,
  ) {
    this.#start();
  }

  /** Checks this text next, instead of any that still waits. */
  ask(request: Omit<CheckRequest, 'id'>): number {
    this.#last += 1;
    this.#waiting = { ...request, id: this.#last };
    this.#next();
    return this.#last;
  }

  /** Forgets what waits. */
  drop() {
    this.#waiting = null;
  }

  #start() {
    this.#starts += 1;
    const address = URL.createObjectURL(new Blob([this.workerSource], { type: 'text/javascript' }));
    try {
      this.#worker = new Worker(address);
    } catch {
      this.events.failed('start', null);
      return;
    }
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => { this.#receive(data); };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(this.#isReady ? 'trap' : 'start');
    };
    this.#worker.onmessageerror = () => { this.#fail('trap'); };
    this.#post({ start: { engine: this.packedEngine } });
    this.#watch('start');
    URL.revokeObjectURL(address);
  }

  #post(message: ToWorker) {
    this.#worker?.postMessage(message);
  }

  #watch(code: keyof typeof PATIENCE_MS) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => { this.#fail(code); }, PATIENCE_MS[code]);
  }

  #next() {
    if (!this.#isReady || this.#running !== null || this.#waiting === null) return;
    const request = this.#waiting;
    this.#waiting = null;
    this.#running = request.id;
    this.#watch('too-slow');
    try {
      this.#post({ check: request });
    } catch {
      // There was not even enough memory for the copy.
      this.#fail('out-of-memory');
    }
  }

  #receive(message: FromWorker) {
    clearTimeout(this.#timer);
    if ('ready' in message) {
      this.#isReady = true;
      this.#starts = 0;
      this.events.ready(message.ready);
    } else if ('checked' in message) {
      this.#running = null;
      this.events.checked(message.checked.id, message.checked.findings, message.checked.total);
    } else {
      this.#fail(message.failed.code);
      return;
    }
    this.#next();
  }

  #fail(code: FailureCode) {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    const id = this.#running;
    this.#isReady = false;
    this.#running = null;
    if (code === 'start' && this.#starts >= MOST_STARTS) {
      this.#waiting = null;
      this.events.failed(code, null);
      return;
    }
    this.#start();
    if (code !== 'start') this.events.failed(code, id);
  }
}
