// The extension in a browser: the server can only be the module.
import * as vscode from 'vscode';
import 'vscode-languageclient/browser';  // how messages are waited for there
import { launchModule, type ServerWorker, type WorkerEvents } from './module_server';
import type { FromWorker } from './server_messages';
import { start, stop } from './start';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await start(context, (options, log) => launchModule(context.extensionUri, webWorker, options, log), true);
}

export async function deactivate(): Promise<void> {
  await stop();
}

/** From what the script holds, because not every address of an extension is one that workers may come from. */
async function webWorker(script: vscode.Uri, events: WorkerEvents): Promise<ServerWorker> {
  const source = await vscode.workspace.fs.readFile(script);
  const url = URL.createObjectURL(new Blob([source as BlobPart], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'personfirst' });
  worker.onmessage = (event: MessageEvent<FromWorker>): void => { events.said(event.data); };
  worker.onerror = (event): void => { events.ended(event.message); };
  return { hasDisk: false, post: (message) => { worker.postMessage(message); }, stop: () => { worker.terminate(); } };
}
