// Which server runs, where programs can be run.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { MODULE } from './module_files';

export interface Surroundings {
  /** The setting `personfirst.serverPath`; empty when it is not set. */
  configured: string;
  /** False: nothing that a workspace says may be run. */
  trusted: boolean;
  extensionPath: string;
  /** As in Node: "linux-x64". */
  platform: string;
  exists: (file: string) => boolean;
}

export type Choice =
  | { kind: 'program'; command: string; args: string[]; bundled: boolean }
  /** The one for every platform, which is no program. */
  | { kind: 'module' }
  | { kind: 'none'; reason: 'no-such-path' | 'no-server-for-platform'; detail: string };

export function chooseServer(around: Surroundings): Choice {
  const configured = around.trusted ? around.configured.trim() : '';
  if (configured !== '') {
    if (path.isAbsolute(configured) && !around.exists(configured)) {
      return { kind: 'none', reason: 'no-such-path', detail: configured };
    }
    return { kind: 'program', command: configured, args: ['--stdio'], bundled: false };
  }
  const bundled = path.join(around.extensionPath, 'server', around.platform, 'personfirst-lsp');
  if (around.exists(bundled)) return { kind: 'program', command: bundled, args: ['--stdio'], bundled: true };
  if (around.exists(path.join(around.extensionPath, MODULE))) return { kind: 'module' };
  return { kind: 'none', reason: 'no-server-for-platform', detail: around.platform };
}

/** Some ways of unpacking an extension lose the permission to run. */
export function makeRunnable(file: string): void {
  try {
    fs.accessSync(file, fs.constants.X_OK);
  } catch {
    fs.chmodSync(file, 0o755);
  }
}
