// The words of a Word file, a paragraph a line. Only its main text, without what was struck out by tracked changes.
import { unzipSync } from 'fflate';

export class NotWord extends Error {}

const MAIN = 'word/document.xml';
const LARGEST = 60_000_000;
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Inside a paragraph: what stands there instead of an element. */
const INSTEAD: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011', softHyphen: '\u00AD' };
/** Not part of what is read: what was deleted or moved away, field codes, and drawings' second version for old programs. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'Fallback', 'rPr', 'pPr', 'sectPr', 'tblPr']);

function words(node: Element, lines: string[]) {
  for (const child of node.children) {
    const name = child.localName;
    if (LEFT_OUT.has(name)) continue;
    if (name === 'p' && child.namespaceURI === W) {
      lines.push('');
      words(child, lines);
      if (child.parentElement?.localName !== 'body') lines.push('');
    } else if (child.namespaceURI === W && (name === 't' || name in INSTEAD)) {
      lines[lines.length - 1] = (lines.at(-1) ?? '') + (name === 't' ? child.textContent : INSTEAD[name] ?? '');
    } else {
      words(child, lines);
    }
  }
}

/** Throws NotWord when the bytes are no Word file. */
export function textOfDocx(bytes: Uint8Array): string {
  let xml: Uint8Array | undefined;
  try {
    xml = unzipSync(bytes, { filter: ({ name, originalSize }) => name === MAIN && originalSize <= LARGEST })[MAIN];
  } catch {
    throw new NotWord();
  }
  if (xml === undefined) throw new NotWord();
  const document = new DOMParser().parseFromString(new TextDecoder().decode(xml), 'application/xml');
  const body = document.getElementsByTagNameNS(W, 'body')[0];
  if (body === undefined || document.querySelector('parsererror') !== null) throw new NotWord();
  const lines: string[] = [];
  words(body, lines);
  // An empty line between paragraphs, so that each is read by itself.
  return `${lines.map((line) => line.trimEnd()).filter((line) => line.trim() !== '').join('\n\n')}\n`;
}
