// What kind of text this is, by its looks.
import type { Format } from './protocol.ts';

const HTML = /^\s*(?:<!doctype html|<html[\s>]|<!--|<(?:p|div|h[1-6]|ul|ol|table|section|article|main|body|span|strong|em|b|i|a|br)[\s/>])/i;
const CLOSES = /<\/[a-z][a-z0-9]*\s*>|<br\s*\/?>/i;

/** Each is a sign; two of them, or one that is clear by itself, are enough. */
const CLEAR = [/^#{1,6} \S.*$/m, /^```/m, /\[[^\]\n]+\]\((?:https?:|mailto:|#|\/|\.)[^)\n]*\)/, /^\|.+\|\s*\n\|[ :|-]+\|/m];
const SIGNS = [/^\s{0,3}[-*+] \S/m, /^\s{0,3}\d+[.)] \S/m, /\*\*[^*\n]+\*\*/, /(?:^|\s)_[^_\n]+_(?=[\s.,;:!?)]|$)/m, /^> \S/m, /`[^`\n]+`/];

export function guessFormat(text: string): Format {
  const start = text.slice(0, 20_000);
  if (HTML.test(start) && CLOSES.test(start)) return 'html';
  if (CLEAR.some((sign) => sign.test(start)) || SIGNS.filter((sign) => sign.test(start)).length >= 2) return 'markdown';
  return 'plain';
}
