// The extension in a host that can run programs: on a desktop, or on the machine that one works on from afar.
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';
import type { Launched } from './launch';
import { MODULE } from './module_files';
import { launchModule, type ServerWorker, type WorkerEvents } from './module_server';
import { chooseServer, makeRunnable, type Choice } from './server';
import type { FromWorker } from './server_messages';
import { start, stop } from './start';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await start(
    context, (options, log) => launch(context, options, log), existsSync(path.join(context.extensionPath, MODULE)));
}

export async function deactivate(): Promise<void> {
  await stop();
}

function launch(
  context: vscode.ExtensionContext, options: LanguageClientOptions, log: vscode.LogOutputChannel,
): Launched | { noServer: string } {
  const choice = chooseServer({
    configured: vscode.workspace.getConfiguration('personfirst').get<string>('serverPath', ''),
    trusted: vscode.workspace.isTrusted,
    extensionPath: context.extensionPath,
    platform: `${process.platform}-${process.arch}`,
    exists: existsSync,
  });
  if (choice.kind === 'none') return { noServer: whyNone(choice) };
  if (choice.kind === 'module') return launchModule(context.extensionUri, thread, options, log);
  if (choice.bundled) makeRunnable(choice.command);
  const client = new ProgramClient('personfirst', 'Personfirst', { command: choice.command, args: choice.args }, options);
  return { client, kill: () => { /* the client ends its program */ } };
}

function thread(script: vscode.Uri, events: WorkerEvents): ServerWorker {
  const worker = new Worker(script.fsPath, { name: 'personfirst' });
  worker.on('message', (message: FromWorker) => { events.said(message); });
  worker.on('error', (error) => { events.ended(error.message); });
  worker.on('exit', () => { events.ended(''); });
  return { hasDisk: true, post: (message) => { worker.postMessage(message); }, stop: () => { void worker.terminate(); } };
}

/** Writes what goes wrong into the log, where the library would also show a message of its own. */
class ProgramClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }
}

function whyNone(choice: Extract<Choice, { kind: 'none' }>): string {
  switch (choice.reason) {
    case 'no-such-path':
      return vscode.l10n.t('Personfirst: there is no program at {0}, which the setting “personfirst.serverPath” names.', choice.detail);
    case 'no-server-for-platform':
      return vscode.l10n.t(
        'Personfirst brings no server for this system ({0}) yet. If you have one, name it in the setting “personfirst.serverPath”.',
        choice.detail);
  }
}
