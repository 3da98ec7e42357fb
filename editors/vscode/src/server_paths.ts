// The server knows files by paths. A folder that is on no disk (a repository that is looked at in the browser, say) has none, so it
// gets one that no disk has: its scheme and its host as the first folders. Plain strings; no editor here.

export interface UriParts {
  scheme: string;
  authority: string;
  path: string;
  query: string;
  fragment: string;
}

const ROOT = '/~uri/';
/** Documents in them are nowhere. */
const WITHOUT_FILES = new Set(['untitled', 'vscode-notebook-cell', 'vscode-scm']);

/** Empty: it has none, and the server shall know its URI as it is. */
export function pathOf(uri: UriParts): string {
  if (uri.scheme === 'file' || WITHOUT_FILES.has(uri.scheme) || !uri.path.startsWith('/')) return '';
  if (uri.query !== '' || uri.fragment !== '') return '';
  return `${ROOT}${uri.scheme}/${encodeURIComponent(uri.authority) || '~'}${uri.path}`;
}

/** undefined: it is a path of a disk. */
export function partsOf(path: string): Pick<UriParts, 'scheme' | 'authority' | 'path'> | undefined {
  const [, scheme, host, rest] = /^\/~uri\/([a-z][a-z0-9+.-]*)\/([^/]+)(\/.*)?$/i.exec(path) ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  return { scheme, authority: host === '~' ? '' : decodeURIComponent(host), path: rest ?? '/' };
}

/** A text with names of files as people know them. */
export function forPeople(text: string): string {
  return text.replace(/\/~uri\/[a-z][a-z0-9+.-]*\/[^/\s]+(?=\/)/gi, '');
}
