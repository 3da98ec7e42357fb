// The document that is being written: its name, its kind, and asking for findings about it while it changes.
import type { ChangeDesc, Text } from '@codemirror/state';
import type { Checker } from './checker.ts';
import type { Format } from './protocol.ts';

/** Longer texts are not checked: a book has a million characters. */
export const LONGEST = 2_000_000;

const SHORT = 20_000;
const DELAY_SHORT_MS = 120;
const DELAY_LONG_MS = 350;

/** Keeps what has changed since each question, so that an answer finds its places in the text of now. */
export class Asking {
  readonly #changes = new Map<number, ChangeDesc | null>();
  #timer: number | undefined;
  #newest = 0;

  constructor(private readonly checker: Checker) {}

  /** Nothing is under way. */
  get isSettled(): boolean {
    return this.#timer === undefined && this.#changes.size === 0;
  }

  textChanged(changes: ChangeDesc) {
    for (const [id, before] of this.#changes) this.#changes.set(id, before === null ? changes : before.composeDesc(changes));
  }

  soon(doc: () => Text, format: Format, packs: string[]) {
    clearTimeout(this.#timer);
    const delay = doc().length < SHORT ? DELAY_SHORT_MS : DELAY_LONG_MS;
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      this.#newest = this.checker.ask({ text: doc().toString(), format, packs });
      this.#changes.set(this.#newest, null);
    }, delay);
  }

  /** Answers that are still to come are of no use. */
  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changes.clear();
    this.checker.drop();
  }

  /** What has changed since this question; undefined when its answer is of no use. Older questions are forgotten. */
  since(id: number): ChangeDesc | null | undefined {
    const changes = this.#changes.get(id);
    for (const old of this.#changes.keys()) if (old <= id) this.#changes.delete(old);
    return changes;
  }
}
