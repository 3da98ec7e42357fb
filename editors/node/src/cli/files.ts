// Reading files whole and replacing them whole. Nothing of what is in them gets into a message.
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Complaint, codeOf, reasonOf, troubleAt } from './system.js';

const LIMIT = 2 ** 31 - 1;
const TOO_LARGE = 'too large: files of 2 GiB (2147483648 bytes) and more are not read';

/** Tells whether a file is still the one that was read. */
export interface Stamp {
  dev: bigint;
  ino: bigint;
  size: bigint;
  time: bigint;
  regular: boolean;
}

const stampOf = (status: fs.BigIntStats): Stamp => ({
  dev: status.dev,
  ino: status.ino,
  size: status.size,
  time: status.mtimeNs,
  regular: status.isFile(),
});

const isSame = (a: Stamp, b: Stamp) => a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.time === b.time && a.regular === b.regular;

function readAll(fd: number, path: string, expected: number): Uint8Array {
  const pieces: Buffer[] = [];
  let size = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(size === 0 ? expected + 1 : 65536 + size);
    const count = readSome(fd, piece);
    if (count === 0) break;
    pieces.push(piece.subarray(0, count));
    size += count;
    if (size > LIMIT) throw new Complaint({ where: path, what: TOO_LARGE });
  }
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, size);
}

function readSome(fd: number, into: Buffer): number {
  for (;;) {
    try {
      return fs.readSync(fd, into, 0, into.length, null);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EOF') return 0; // a closed pipe on Windows
      if (code !== 'EAGAIN') throw error;
      wait();
    }
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4));
/** For whoever is on the other end of a pipe. */
export const wait = () => void Atomics.wait(pause, 0, 0, 5);

export function readFile(path: string): { bytes: Uint8Array; stamp: Stamp } {
  let fd: number;
  try {
    fd = fs.openSync(path, 'r');
  } catch (error) {
    throw new Complaint(troubleAt(path, error));
  }
  try {
    const status = fs.fstatSync(fd, { bigint: true });
    if (status.isDirectory()) throw new Complaint({ where: path, what: 'Is a directory' });
    const size = status.isFile() ? status.size : 65535n;
    if (size > LIMIT) throw new Complaint({ where: path, what: TOO_LARGE });
    return { bytes: readAll(fd, path, Number(size)), stamp: stampOf(status) };
  } catch (error) {
    throw error instanceof Complaint ? error : new Complaint(troubleAt(path, error));
  } finally {
    fs.closeSync(fd);
  }
}

export function readStandardInput(name: string): Uint8Array {
  try {
    return readAll(0, name, 65535);
  } catch (error) {
    throw error instanceof Complaint ? error : new Complaint(troubleAt(name, error));
  }
}

export function writeAll(fd: number, bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += fs.writeSync(fd, bytes, at, bytes.length - at);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      wait();
    }
  }
}

// Under a size limit, writing fails instead of ending the run.
let isPrepared = false;
function prepareToWrite() {
  if (isPrepared || process.platform === 'win32') return;
  isPrepared = true;
  try {
    process.on('SIGXFSZ', () => undefined);
  } catch {
    // not on this system, or not in this thread
  }
}

const temporaryBeside = (target: string) => join(dirname(target), `.personfirst-${randomBytes(6).toString('hex')}`);

/** Writes `bytes` under another name beside the target, then gives them its name. */
function putInPlace(target: string, bytes: Uint8Array, like: fs.BigIntStats | undefined, isStill: () => boolean) {
  prepareToWrite();
  const temporary = temporaryBeside(target);
  const fd = fs.openSync(temporary, 'wx', like ? 0o600 : 0o666);
  let isOpen = true;
  try {
    writeAll(fd, bytes);
    if (like) keepOwner(fd, like);
    fs.fsyncSync(fd);
    fs.closeSync(fd);
    isOpen = false;
    if (!isStill()) return false;
    fs.renameSync(temporary, target);
    return true;
  } finally {
    if (isOpen) fs.closeSync(fd);
    fs.rmSync(temporary, { force: true });
  }
}

function keepOwner(fd: number, like: fs.BigIntStats) {
  if (process.platform === 'win32') return;
  try {
    fs.fchownSync(fd, Number(like.uid), Number(like.gid));
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
  fs.fchmodSync(fd, Number(like.mode & 0o7777n));
}

/** All or nothing. Keeps the mode, the owner where permitted, and a symbolic link. Refuses when the file was changed meanwhile. */
export function replaceFile(path: string, stamp: Stamp, bytes: Uint8Array) {
  const changed = { where: path, what: 'not rewritten: it changed while it was being checked' };
  try {
    const target = fs.realpathSync(path);
    const status = fs.statSync(target, { bigint: true });
    if (!stamp.regular) throw new Complaint({ where: path, what: 'not rewritten: it is not a regular file' });
    if (!isSame(stampOf(status), stamp)) throw new Complaint(changed);
    fs.accessSync(target, fs.constants.W_OK);
    const isStill = () => {
      const now = fs.statSync(target, { bigint: true, throwIfNoEntry: false });
      return now !== undefined && isSame(stampOf(now), stamp);
    };
    if (!putInPlace(target, bytes, status, isStill)) throw new Complaint(changed);
  } catch (error) {
    throw error instanceof Complaint ? error : new Complaint(troubleAt(path, error));
  }
}

/** Where a path leads, be the file there or not. */
export function realPath(path: string): string {
  const full = resolve(path);
  try {
    return fs.realpathSync(full);
  } catch {
    const above = dirname(full);
    return above === full ? full : join(realPath(above), basename(full));
  }
}

export function isSameFile(a: string, b: string): boolean {
  return realPath(a) === realPath(b);
}

/** A file that appears whole or not at all, when it is committed. A device or a pipe is written to. */
export class NewFile {
  readonly #pieces: Buffer[] = [];
  readonly #target: string;
  readonly #like: fs.BigIntStats | undefined;

  constructor(readonly path: string) {
    try {
      this.#target = realPath(path);
      this.#like = fs.statSync(path, { bigint: true, throwIfNoEntry: false });
      if (this.#like?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      if (this.#like) fs.accessSync(path, fs.constants.W_OK);
      else if (!fs.statSync(dirname(this.#target)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
      if (!this.#like || this.#like.isFile()) fs.accessSync(dirname(this.#target), fs.constants.W_OK);
    } catch (error) {
      throw new Complaint(troubleAt(path, error));
    }
  }

  write(text: string) {
    if (text !== '') this.#pieces.push(Buffer.from(text));
  }

  commit() {
    const bytes = Buffer.concat(this.#pieces);
    try {
      if (this.#like && !this.#like.isFile()) {
        const fd = fs.openSync(this.path, 'w');
        writeAll(fd, bytes);
        fs.closeSync(fd);
      } else {
        putInPlace(this.#target, bytes, this.#like, () => true);
      }
    } catch (error) {
      throw new Complaint({ where: this.path, what: reasonOf(error) });
    }
  }
}
