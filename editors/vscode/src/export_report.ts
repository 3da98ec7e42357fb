// "Export report": the server writes it in Markdown, people say where it goes.
import * as vscode from 'vscode';
import type { Session } from './session';

export async function exportReport(session: Session): Promise<void> {
  const report = await writeReport(session);
  if (report === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Personfirst could not write a report; the log says more.'));
    return;
  }
  const name = 'personfirst-report.md';
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export a report'),
    saveLabel: vscode.l10n.t('Export'),
    filters: { Markdown: ['md'] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(report));
  const open = vscode.l10n.t('Open');
  const pressed = await vscode.window.showInformationMessage(
    vscode.l10n.t('The report is in {0}.', vscode.workspace.asRelativePath(target)), open);
  if (pressed === open) await vscode.commands.executeCommand('markdown.showPreview', target);
}

async function writeReport(session: Session): Promise<string | undefined> {
  try {
    const report = await session.execute('personfirst.report', []);
    return typeof report === 'string' ? report : undefined;
  } catch (error) {
    session.log.error(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
