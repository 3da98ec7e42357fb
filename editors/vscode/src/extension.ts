// The extension's beginning and end.
import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { FindingsView } from './findings_view';
import { RulePages } from './rule_pages';
import { Session } from './session';
import { StatusItem } from './status';

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const started = new Session(context);
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

export async function deactivate(): Promise<void> {
  await session?.stop();
}
