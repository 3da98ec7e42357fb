// A unified diff that `git apply` and `patch -p1` take, as git writes it.
import { createHash } from 'node:crypto';
import { structuredPatch } from 'diff';

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function blobName(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex').slice(0, 7);
}

/** git quotes names with odd characters; `name` is a byte a character. */
function quoted(name: string): string {
  if (!/[\x00-\x1f\x7f-\xff"\\]/.test(name)) return name;
  const escapes: Record<string, string> = { '\x07': 'a', '\b': 'b', '\t': 't', '\n': 'n', '\v': 'v', '\f': 'f', '\r': 'r', '"': '"', '\\': '\\' };
  const escape = (byte: string) => `\\${escapes[byte] ?? byte.charCodeAt(0).toString(8).padStart(3, '0')}`;
  return `"${name.replaceAll(/[\x00-\x1f\x7f-\xff"\\]/g, escape)}"`;
}

const lines = (text: string) => text.split('\n');
const range = (start: number, count: number) => (count === 1 ? `${start}` : `${start},${count}`);

/** What stands behind a hunk's numbers: the last line before it that begins with a letter. */
function heading(before: string[], start: number): string {
  for (let i = start - 2; i >= 0; i -= 1) {
    if (/^[A-Za-z_$]/.test(before[i])) return ` ${before[i].slice(0, 80).replace(/[ \t\r\n\v\f]+$/, '')}`;
  }
  return '';
}

export function unifiedDiff(name: string, before: Uint8Array, after: Uint8Array): Uint8Array {
  const path = latin1(Buffer.from(name));
  const [old, now] = [latin1(before), latin1(after)];
  const { hunks } = structuredPatch(name, name, old, now, undefined, undefined, { context: 3 });
  if (hunks.length === 0) return new Uint8Array();
  const oldLines = lines(old);
  let text = `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}\nindex ${blobName(before)}..${blobName(after)} 100644\n`;
  text += `--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n`;
  for (const hunk of hunks) {
    const head = `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`;
    text += `${head}${heading(oldLines, hunk.oldStart)}\n${hunk.lines.join('\n')}\n`;
  }
  return Buffer.from(text, 'latin1');
}
