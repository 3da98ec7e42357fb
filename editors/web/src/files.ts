// Files that people open or drop: their text, or a kind word about why not.
import { NotWord, textOfDocx } from './docx.ts';
import { guessFormat } from './formats.ts';
import type { Format } from './protocol.ts';
import { megabytes } from './wording.ts';

export interface Opened {
  name: string;
  text: string;
  format: Format;
  /** What the reader should know. */
  note: string;
}

/** The words of `message` are for people. */
export class CannotOpen extends Error {}

const LARGEST = 20_000_000;

const endings: Record<string, Format> = {
  txt: 'plain', text: 'plain', md: 'markdown', markdown: 'markdown', html: 'html', htm: 'html', xhtml: 'html',
};
const kinds: [RegExp, string][] = [
  [/\.(doc|dot|odt|rtf|pages|wps)$/i, 'Please open it in the program that made it and save it as .docx, or copy its text and paste it here.'],
  [/\.pdf$/i, 'Please copy the text out of the PDF and paste it here.'],
];

const ENDING = /\.([^.]+)$/;
export const endingOf = (name: string): string => ENDING.exec(name)?.[1]?.toLowerCase() ?? '';

/** Texts have no zero bytes, other than in UTF-16, and hardly any control characters. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 100_000);
  let strange = 0;
  for (let at = 0; at < start.length; at += 1) {
    const code = start.charCodeAt(at);
    if (code === 0) return true;
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) strange += 1;
  }
  return strange > start.length / 100;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function opened(name: string, bytes: Uint8Array): Opened {
  const shown = `“${name}”`;
  if (endingOf(name) === 'docx') {
    try {
      return {
        name, text: textOfDocx(bytes), format: 'plain',
        note: `These are the words of ${shown}. Fonts, pictures, notes and layout are not kept, and saving gives a text file.`,
      };
    } catch (error) {
      if (!(error instanceof NotWord)) throw error;
      throw new CannotOpen(`${shown} cannot be read as a Word file. It may be damaged, or locked with a password.`);
    }
  }
  for (const [pattern, advice] of kinds) if (pattern.test(name)) throw new CannotOpen(`${shown} cannot be read here. ${advice}`);
  const text = decode(bytes);
  if (isBinary(text)) throw new CannotOpen(`${shown} is not a text. You can open text, Markdown, HTML and Word (.docx) files.`);
  return { name, text, format: endings[endingOf(name)] ?? guessFormat(text), note: '' };
}

/** Throws CannotOpen. */
export async function openFile(file: File): Promise<Opened> {
  if (file.size > LARGEST) {
    throw new CannotOpen(`“${file.name}” has ${megabytes(file.size)}, which is more than this page can hold well (${megabytes(LARGEST)}). `
      + 'Please open it in parts.');
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new CannotOpen(`“${file.name}” cannot be read. If it is a folder, please open its files one by one.`);
  }
  return opened(file.name, bytes);
}

/** A download: the only way for a page to save. */
export function saveFile(name: string, text: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 10_000);
}

export function saveName(name: string, format: Format): string {
  const stem = name.replace(ENDING, '') || 'text';
  const ending = endings[endingOf(name)] === format ? endingOf(name) : { plain: 'txt', markdown: 'md', html: 'html' }[format];
  return `${stem}.${ending}`;
}
