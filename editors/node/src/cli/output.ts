// Standard output, buffered, with its mistakes noticed. A reader that goes away (`personfirst ... | head`) is no error.
import { writeAll } from './files.js';
import { codeOf, reasonOf } from './system.js';

const BUFFER = 64 * 1024;

export class Output {
  #pieces: Uint8Array[] = [];
  #size = 0;
  #error: unknown;

  constructor(readonly fd: number) {}

  write(piece: string | Uint8Array) {
    if (this.#error || piece.length === 0) return;
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    this.#pieces.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= BUFFER) this.flush();
  }

  flush() {
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#size = 0;
    if (this.#error || pieces.length === 0) return;
    try {
      writeAll(this.fd, pieces.length === 1 ? pieces[0] : Buffer.concat(pieces));
    } catch (error) {
      this.#error = error;
    }
  }

  get isOpen() {
    return this.#error === undefined;
  }

  /** The status to end with. */
  finish(status: number): number {
    this.flush();
    if (this.#error === undefined) return status;
    if (codeOf(this.#error) === 'EPIPE') return 0;
    complain(`standard output: ${reasonOf(this.#error)}`);
    return 2;
  }
}

export function complain(what: string) {
  try {
    writeAll(2, Buffer.from(`personfirst: ${what}\n`));
  } catch {
    // nothing is left to be done when standard error is closed, too
  }
}

export function print(text: string | Uint8Array): number {
  const output = new Output(1);
  output.write(text);
  return output.finish(0);
}
