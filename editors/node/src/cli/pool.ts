// Files checked by several workers, with the outcomes in order. A worker that dies costs the file that it had, and is replaced.
import { Worker } from 'node:worker_threads';
import type { Shared } from './engines.js';
import type { Job, Outcome } from './lint_file.js';
import type { Target } from './walk.js';

// Outcomes that wait for an earlier one take memory.
const AHEAD = 16;

interface Seat {
  worker: Worker;
  index: number;
  target?: Target;
}

export class Pool {
  readonly #seats: Seat[] = [];
  readonly #done = new Map<number, Outcome>();
  #next = 0;
  #taken = 0;
  #stopped = false;

  /** `take` gets each outcome, in order; false when the rest is not worth doing. */
  constructor(
    readonly jobs: number,
    readonly shared: Shared,
    readonly job: Job,
    readonly targets: Iterator<Target>,
    readonly take: (outcome: Outcome) => boolean,
    readonly idle: () => void,
  ) {}

  run(): Promise<void> {
    return new Promise(resolve => {
      const finish = () => {
        if (this.#stopped) return;
        this.#stopped = true;
        for (const { worker } of this.#seats) void worker.terminate();
        resolve();
      };
      for (let i = 0; i < this.jobs; i += 1) this.#seats.push(this.#newSeat(finish));
      for (const seat of this.#seats) this.#give(seat);
      if (this.#seats.every(seat => !seat.target)) finish();
    });
  }

  #newSeat(finish: () => void): Seat {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { shared: this.shared, job: this.job }, stdin: false });
    const seat: Seat = { worker, index: -1 };
    const receive = (outcome: Outcome) => {
      if (this.#stopped) return;
      this.#done.set(seat.index, outcome);
      seat.target = undefined;
      if (!this.#takeDone()) return finish();
      for (const one of this.#seats) this.#give(one);
      this.idle();
      if (this.#seats.every(one => !one.target)) finish();
    };
    const replace = (error: unknown) => {
      if (this.#stopped || !seat.target) return;
      this.#seats[this.#seats.indexOf(seat)] = this.#newSeat(finish);
      const { path } = seat.target;
      const isMemory = (error as { code?: string } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const what = isMemory ? 'it is too large for the memory that there is' : 'internal error';
      receive({ path, bytes: 0, trouble: { where: path, what: `not checked: ${what}` } });
    };
    let isGone = false;
    const gone = (error: unknown) => {
      if (!isGone) replace(error);
      isGone = true;
    };
    worker.on('message', receive);
    worker.on('error', gone);
    worker.on('exit', gone);
    return seat;
  }

  #takeDone(): boolean {
    for (let outcome = this.#done.get(this.#taken); outcome; outcome = this.#done.get(this.#taken)) {
      this.#done.delete(this.#taken);
      this.#taken += 1;
      if (!this.take(outcome)) return false;
    }
    return true;
  }

  #give(seat: Seat) {
    if (seat.target || this.#next - this.#taken > AHEAD * this.jobs) return;
    const { value, done } = this.targets.next();
    if (done) return;
    seat.target = value as Target;
    seat.index = this.#next;
    this.#next += 1;
    seat.worker.postMessage(value);
  }
}
