// What there is to say about a rule, as a page of the editor. The server writes it; here it is only shown.
import * as vscode from 'vscode';
import type { Session } from './session';

const SCHEME = 'personfirst-rule';

export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(private readonly session: Session) {}

  dispose(): void {
    this.registration.dispose();
  }

  async show(rule: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const rule = uri.path.slice(1).replace(/\.md$/, '');
    try {
      const page = await this.session.execute('personfirst.showRule', [rule]);
      if (typeof page === 'string') return page;
    } catch (error) {
      this.session.log.error(error instanceof Error ? error.message : String(error));
    }
    return vscode.l10n.t('Personfirst cannot explain this rule now; the log says more.');
  }
}
