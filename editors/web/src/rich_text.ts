// Formatted text: pasted from a word processor or a page into tidy HTML, and HTML into the words that it shows.
import DOMPurify from 'dompurify';

const TAGS = ['p', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'strong', 'em', 'b', 'i', 'u', 's', 'sub', 'sup', 'a',
  'blockquote', 'q', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'dl', 'dt', 'dd', 'hr', 'pre', 'code'];
const BLOCKS = new Set(['ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'CAPTION', 'DD', 'DIV', 'DL', 'DT', 'FIGURE', 'FOOTER', 'FORM', 'H1', 'H2',
  'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI', 'MAIN', 'NAV', 'OL', 'P', 'PRE', 'SECTION', 'TABLE', 'TBODY', 'TFOOT', 'THEAD', 'TR', 'UL']);
const SPACED = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'TABLE', 'UL', 'OL', 'DL']);
const SILENT = new Set(['SCRIPT', 'STYLE', 'TITLE', 'TEMPLATE', 'NOSCRIPT']);

/** Only what carries meaning: no fonts, colours, classes, scripts or pictures. A line a block, so that people can read it. */
export function tidyHtml(html: string): string {
  const clean = DOMPurify.sanitize(html, { ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ['href', 'colspan', 'rowspan', 'lang', 'dir'] });
  return `${clean.replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/<(\w+)>(?:\s|&nbsp;)*<\/\1>/g, (all, tag: string) => (tag === 'td' || tag === 'th' ? all : ''))
    .replaceAll(/\s*(<\/?(?:ul|ol|table|thead|tbody|tfoot|tr|blockquote|dl)[^>]*>)\s*/g, '\n$1\n')
    .replaceAll(/\s*(<(?:p|h[1-6]|li|th|td|caption|dt|dd|hr|pre)(?:\s[^>]*)?>)/g, '\n$1')
    .replaceAll(/\n{2,}/g, '\n').trim()}\n`;
}

/** Whether there is anything in it that plain text would lose. */
export function isFormatted(html: string): boolean {
  return /<(?:h[1-6]|ul|ol|strong|em|b|i|u|a|table|blockquote)[\s>]/i.test(tidyHtml(html).replaceAll(/<b [^>]*font-weight:\s*normal[^>]*>/gi, ''));
}

/** At least so many line ends come last. */
function endLines(out: { text: string }, lines: number) {
  const there = /\n*$/.exec(out.text)?.[0].length ?? 0;
  out.text += '\n'.repeat(Math.max(0, lines - there));
}

function write(node: Node, out: { text: string }) {
  if (node.nodeType === Node.TEXT_NODE) {
    const words = (node.nodeValue ?? '').replaceAll(/[ \t\n\r\f]+/g, ' ');
    out.text += /(?:^|\s)$/.test(out.text) ? words.trimStart() : words;
    return;
  }
  const name = node.nodeName;
  if (SILENT.has(name)) return;
  if (name === 'BR') out.text += '\n';
  if (name === 'PRE') {
    out.text += `\n\n${node.textContent ?? ''}\n\n`;
    return;
  }
  const lines = SPACED.has(name) ? 2 : BLOCKS.has(name) ? 1 : 0;
  endLines(out, lines);
  if (name === 'LI') out.text += '• ';
  for (const child of node.childNodes) write(child, out);
  if ((name === 'TD' || name === 'TH') && node.nextSibling !== null) out.text += '\t';
  endLines(out, lines);
}

/** The words that a page shows, as plain text. */
export function wordsOfHtml(html: string): string {
  const out = { text: '' };
  write(new DOMParser().parseFromString(html, 'text/html').body, out);
  return out.text.replaceAll(/[ \t]+\n/g, '\n').replaceAll(/\n +/g, '\n').replaceAll(/\n{3,}/g, '\n\n').trim();
}

/** Puts text on the clipboard, with a formatted version beside it. To be called while somebody presses a button. */
export async function copy(plain: string, html: string | null): Promise<boolean> {
  const given = { isDone: false };
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', plain);
    if (html !== null) event.clipboardData?.setData('text/html', html);
    given.isDone = event.clipboardData !== null;
  };
  // Old, but it works everywhere: from disk, in pages served without TLS, and without a question to the user.
  document.addEventListener('copy', give, { capture: true, once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  if (given.isDone) return true;
  try {
    const blob = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
    await navigator.clipboard.write([new ClipboardItem({ ...blob('text/plain', plain), ...(html === null ? {} : blob('text/html', html)) })]);
    return true;
  } catch {
    return false;
  }
}
