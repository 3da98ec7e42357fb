// The commands of the palette, the status bar's menu and the side view. The server's own commands have other names, because
// the language client registers those by itself.
import * as vscode from 'vscode';
import { allFindings, findingsOf } from './diagnostics';
import { checkWorkspace } from './check_workspace';
import { createConfiguration } from './create_configuration';
import type { Node } from './findings_view';
import { exportReport } from './export_report';
import type { Session } from './session';

export function registerCommands(session: Session): vscode.Disposable[] {
  const register = (name: string, run: (...args: never[]) => Promise<unknown>): vscode.Disposable =>
    vscode.commands.registerCommand(`personfirst.${name}`, run);
  return [
    register('checkWorkspace', () => checkWorkspace(session)),
    register('pause', () => session.pause()),
    register('resume', () => session.restart()),
    register('explainRule', (asked?: unknown) => explainRule(session, asked)),
    register('exportReport', () => exportReport(session)),
    register('createConfiguration', () => createConfiguration()),
    register('restartServer', () => session.restart()),
    register('showLog', () => Promise.resolve().then(() => { session.log.show(); })),
    register('showMenu', () => showMenu(session)),
    register('openExample', openExample),
    register('openSettings', () => openSettings()),
  ];
}

async function openSettings(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', '@ext:personfirst.personfirst');
}

/** `asked`: a rule's id, a node of the side view, or nothing: then people choose. */
async function explainRule(session: Session, asked: unknown): Promise<void> {
  const rule = typeof asked === 'string' ? asked : ruleOf(asked) ?? (await pickRule());
  if (rule !== undefined && rule !== '') await session.showRule(rule);
}

function ruleOf(asked: unknown): string | undefined {
  const node = asked as Partial<Node> | undefined;
  return typeof node?.rule === 'string' ? node.rule : undefined;
}

async function pickRule(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const here = editor === undefined ? [] : findingsOf(editor.document.uri)
    .filter(({ line }) => line === editor.selection.active.line).map(({ rule }) => rule);
  const counts = new Map<string, number>();
  for (const { rule } of allFindings()) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rest = [...counts.keys()].filter((rule) => !here.includes(rule)).sort();
  const items = [...new Set(here), ...rest].map((rule): vscode.QuickPickItem => ({
    label: rule, description: String(counts.get(rule) ?? 0),
  }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no findings to explain in open or checked files.'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which rule shall be explained?') });
  return picked?.label;
}

interface MenuItem extends vscode.QuickPickItem {
  command?: string;
}

async function showMenu(session: Session): Promise<void> {
  const line = (icon: string, label: string, command: string): MenuItem => ({ label: `$(${icon}) ${label}`, command });
  const running = session.state === 'running';
  const items: MenuItem[] = [];
  if (running) {
    items.push(
      line('list-unordered', vscode.l10n.t('Show findings'), 'personfirst.findings.focus'),
      line('arrow-down', vscode.l10n.t('Go to the next finding'), 'editor.action.marker.next'),
      line('search', vscode.l10n.t('Check all files of the workspace'), 'personfirst.checkWorkspace'),
      line('book', vscode.l10n.t('Explain a rule'), 'personfirst.explainRule'),
      line('export', vscode.l10n.t('Export a report'), 'personfirst.exportReport'));
  }
  items.push({ label: '', kind: vscode.QuickPickItemKind.Separator });
  items.push(session.state === 'paused'
    ? line('debug-start', vscode.l10n.t('Resume'), 'personfirst.resume')
    : line('debug-pause', vscode.l10n.t('Pause'), 'personfirst.pause'));
  items.push(
    line('debug-restart', vscode.l10n.t('Restart'), 'personfirst.restartServer'),
    line('output', vscode.l10n.t('Show log'), 'personfirst.showLog'),
    line('gear', vscode.l10n.t('Settings'), 'personfirst.openSettings'));
  if (vscode.workspace.workspaceFolders !== undefined) {
    items.push(line('new-file', vscode.l10n.t('Create a project configuration'), 'personfirst.createConfiguration'));
  }
  const picked = await vscode.window.showQuickPick(items, { title: 'Personfirst' });
  if (picked?.command !== undefined) await vscode.commands.executeCommand(picked.command);
}

/** For a first look: a page with things to find, which is nobody's text. */
async function openExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: vscode.l10n.t(
      '# An example\n\nThe addict was seen in the clinic. Her urine test was dirty.\n\nThe former addict has been clean for ten years.\n'),
  });
  await vscode.window.showTextDocument(document);
}
