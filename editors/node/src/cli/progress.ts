// One line on standard error that says how far a run has come. Only on a terminal, and only when it takes longer than a second.
const WIDTH = 30;

export class Progress {
  readonly #wanted: boolean;
  #shown = false;
  #next = performance.now() + 1000;

  constructor(wanted: boolean) {
    this.#wanted = wanted && Boolean(process.stderr.isTTY);
  }

  /** `total` is 0 while it is not known. */
  show(done: number, total: number) {
    if (!this.#wanted || performance.now() < this.#next) return;
    this.#next = performance.now() + 100;
    this.#shown = true;
    const bar = '#'.repeat(total === 0 ? 0 : Math.floor((Math.min(done, total) * WIDTH) / total)).padEnd(WIDTH);
    process.stderr.write(total === 0 ? `\r\x1b[K${done} files checked` : `\r\x1b[K[${bar}] ${done} of ${total} files`);
  }

  clear() {
    if (this.#shown) process.stderr.write('\r\x1b[K');
    this.#shown = false;
  }
}
