// The item in the status bar: how many findings the file in front has, or why there are none.
import * as vscode from 'vscode';
import { allFindings, findingsOf } from './diagnostics';
import { highest } from './findings';
import type { Session } from './session';

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('personfirst.status', vscode.StatusBarAlignment.Right, 90);
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly session: Session) {
    this.item.name = 'Personfirst';
    this.item.command = 'personfirst.showMenu';
    const update = (): void => { this.update(); };
    this.subscriptions = vscode.Disposable.from(
      this.item,
      session.onDidChangeState(update),
      vscode.languages.onDidChangeDiagnostics(update),
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.window.onDidChangeActiveNotebookEditor(update));
    this.update();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private update(): void {
    this.item.backgroundColor = undefined;
    switch (this.session.state) {
      case 'paused':
        this.show('$(debug-pause) Personfirst', vscode.l10n.t('Personfirst is paused'));
        break;
      case 'starting':
        this.show('$(sync~spin) Personfirst', vscode.l10n.t('Personfirst is starting'));
        break;
      case 'failed':
        this.show('$(error) Personfirst', vscode.l10n.t('Personfirst is not running: choose this to see what to do'));
        this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
        break;
      case 'running':
        this.showCount();
        break;
    }
  }

  private showCount(): void {
    const uris = frontUris(this.session.documents as vscode.DocumentSelector);
    if (uris.length === 0) {
      this.item.hide();
      return;
    }
    if (uris.some((uri) => this.session.leavesAlone(uri))) {
      this.show('$(circle-slash) Personfirst', vscode.l10n.t('Personfirst: this file is too large to be checked'));
      return;
    }
    const findings = uris.flatMap(findingsOf);
    if (findings.length === 0) {
      this.show('$(person) 0', vscode.l10n.t('Personfirst: no findings in this file'));
      return;
    }
    const text = findings.length === 1
      ? vscode.l10n.t('Personfirst: 1 finding in this file')
      : vscode.l10n.t('Personfirst: {0} findings in this file', findings.length);
    this.show(`$(person) ${findings.length}`, text);
    if (highest(findings) === 'error') {
      this.item.tooltip = vscode.l10n.t('{0} ({1} in all open or checked files)', text, allFindings().length);
    }
  }

  private show(text: string, label: string): void {
    this.item.text = text;
    this.item.tooltip = label;
    this.item.accessibilityInformation = { label, role: 'button' };
    this.item.show();
  }
}

/** The document in front, or the cells of the notebook in front; empty when it is none that is checked. */
function frontUris(documents: vscode.DocumentSelector): vscode.Uri[] {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (notebook !== undefined) {
    return notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Markup).map(({ document }) => document.uri);
  }
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return [];
  const checked = vscode.languages.match(documents, document) > 0;
  return checked && document.languageId !== 'jsonc' ? [document.uri] : [];
}
