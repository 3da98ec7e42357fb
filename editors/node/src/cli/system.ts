// What the system says, in the words of the C library, which the program prints.
import { getSystemErrorName } from 'node:util';

const SAID: Record<string, string> = {
  EACCES: 'Permission denied',
  EBUSY: 'Device or resource busy',
  EEXIST: 'File exists',
  EFBIG: 'File too large',
  EINVAL: 'Invalid argument',
  EIO: 'Input/output error',
  EISDIR: 'Is a directory',
  ELOOP: 'Too many levels of symbolic links',
  EMFILE: 'Too many open files',
  ENAMETOOLONG: 'File name too long',
  ENFILE: 'Too many open files in system',
  ENOENT: 'No such file or directory',
  ENOSPC: 'No space left on device',
  ENOTDIR: 'Not a directory',
  ENXIO: 'No such device or address',
  EPERM: 'Operation not permitted',
  EROFS: 'Read-only file system',
};

/** "where: what" is printed of it. */
export interface Trouble {
  where: string;
  what: string;
}

export const toText = ({ where, what }: Trouble) => (where === '' ? what : `${where}: ${what}`);

/** Something that people can put right, thrown. */
export class Complaint extends Error {
  constructor(readonly trouble: Trouble) {
    super(toText(trouble));
  }
}

export const codeOf = (error: unknown): string => {
  const { code, errno } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  return typeof errno === 'number' ? getSystemErrorName(errno) : '';
};

export function reasonOf(error: unknown): string {
  const said = SAID[codeOf(error)];
  if (said) return said;
  // libuv: "EXDEV: cross-device link not permitted, rename 'a' -> 'b'"
  const text = (error as Error).message.replace(/^[A-Z0-9_]+: /, '').replace(/, [a-z]+( .*)?$/s, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const troubleAt = (where: string, error: unknown): Trouble => ({ where, what: reasonOf(error) });
