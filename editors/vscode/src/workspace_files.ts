// The files that a server asks for which has none: whatever the editor can read, also in a folder that is on no disk.
import * as vscode from 'vscode';
import { IgnoredFiles, join, type Reading } from './git_ignore';
import { MOST_BYTES } from './large_documents';
import { partsOf, pathOf } from './server_paths';

/** What the server calls this file. */
export function toServer(uri: vscode.Uri): string {
  const path = pathOf(uri);
  return path === '' ? uri.toString() : vscode.Uri.from({ scheme: 'file', path }).toString();
}

export function fromServer(value: string): vscode.Uri {
  const uri = vscode.Uri.parse(value);
  return uri.scheme === 'file' && uri.authority === '' ? fromPath(uri.path) ?? uri : uri;
}

function fromPath(path: string): vscode.Uri | undefined {
  const parts = partsOf(path);
  return parts === undefined ? undefined : vscode.Uri.from(parts);
}

function uriOf(path: string): vscode.Uri {
  return fromPath(path) ?? vscode.Uri.file(path);
}

/** null: there is no such file. Throws when it cannot be read. `hasDisk`: false in a browser. */
export async function readFile(path: string, hasDisk: boolean): Promise<Uint8Array | null> {
  const uri = uriOf(path);
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) throw new Error('cannot be read as a file');
    if (size > MOST_BYTES) throw new Error('is too large');
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (isAbsent(error) || isElsewhere(uri, hasDisk)) return null;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);
}

/** Above the folders that are open, what is on no disk cannot always be asked for. */
function isElsewhere(uri: vscode.Uri, hasDisk: boolean): boolean {
  return !(uri.scheme === 'file' && hasDisk) && vscode.workspace.getWorkspaceFolder(uri) === undefined;
}

const reading: Reading = {
  text: async (path) => {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
    } catch {
      return undefined;
    }
  },
  exists: async (path) => {
    try {
      await vscode.workspace.fs.stat(uriOf(path));
      return true;
    } catch {
      return false;
    }
  },
};

/** The files below a folder but those that are hidden, or ignored, or links. */
export async function listFiles(folder: string): Promise<string[]> {
  const withoutGit = uriOf(folder).scheme !== 'file';
  const found: string[] = [];
  await visit(folder, await IgnoredFiles.around(folder, reading, withoutGit), found);
  return found;
}

async function visit(folder: string, ignored: IgnoredFiles, found: string[]): Promise<void> {
  for (const [name, type] of await entries(folder)) {
    const path = join(folder, name);
    const isFolder = type === vscode.FileType.Directory;
    if (name.startsWith('.') || (!isFolder && type !== vscode.FileType.File) || ignored.has(path, isFolder)) continue;
    if (isFolder) await visit(path, await ignored.below(path, reading), found);
    else found.push(path);
  }
}

async function entries(folder: string): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(uriOf(folder));
  } catch {
    return [];  // it went, or may not be read
  }
}
