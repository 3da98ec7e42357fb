// What to do when the server ends although nobody asked it to: wait a little longer each time, and give up when it keeps
// ending. Times are milliseconds.

const FIRST_WAIT = 250;
const LONGEST_WAIT = 8_000;
const MOST_RESTARTS = 5;
const FORGOTTEN_AFTER = 180_000;

export class RestartPolicy {
  private ends: number[] = [];

  /** The server ended at `now`: how long to wait before it is started again; undefined: not again. */
  ended(now: number): number | undefined {
    this.ends = this.ends.filter((end) => now - end < FORGOTTEN_AFTER);
    this.ends.push(now);
    if (this.ends.length > MOST_RESTARTS) return undefined;
    return Math.min(FIRST_WAIT * 2 ** (this.ends.length - 1), LONGEST_WAIT);
  }

  /** Is this the first end for a while? Only then is somebody told. */
  get isFirst(): boolean {
    return this.ends.length === 1;
  }

  /** Somebody asked for a restart: start counting anew. */
  reset(): void {
    this.ends = [];
  }
}
