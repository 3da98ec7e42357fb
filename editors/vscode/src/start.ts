// The extension's beginning and end, wherever it runs.
import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { FindingsView } from './findings_view';
import { documentSelector } from './languages';
import type { Launch } from './launch';
import { RulePages } from './rule_pages';
import { Session } from './session';
import { StatusItem } from './status';

/** Of files that are on no disk: repositories that are looked at in the browser, folders of a server in the web. */
const ELSEWHERE = ['vscode-vfs', 'vscode-remote', 'vscode-test-web'];

let session: Session | undefined;

/** `anywhere`: the server reads whatever the editor can read, not only what is on a disk. */
export async function start(context: vscode.ExtensionContext, launch: Launch, anywhere: boolean): Promise<void> {
  const started = new Session(context, launch, documentSelector(anywhere ? schemes() : ['file']));
  session = started;
  const pages = new RulePages(started);
  started.showRule = (rule) => pages.show(rule);
  context.subscriptions.push(
    started, pages, new StatusItem(started), new FindingsView(context.extensionUri), ...registerCommands(started),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('personfirst.serverPath') && started.state !== 'paused') void started.restart();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (started.state !== 'paused') void started.restart();
    }));
  await started.start();
}

export async function stop(): Promise<void> {
  await session?.stop();
}

function schemes(): string[] {
  const ofFolders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', ...ofFolders, ...ELSEWHERE])];
}
