// What a hover says, in Markdown. Plain text; no editor here.

/** Without its first paragraph, when that is one line in bold and not all that there is. */
export function withoutFirstStrong(markdown: string): string {
  return markdown.replace(/^\*\*[^\n]*\*\*\n+(?=\S)/, '');
}
