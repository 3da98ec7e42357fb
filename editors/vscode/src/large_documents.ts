// Documents that the module leaves alone. It works in one thread, so a very large one would keep all others waiting.
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** Above this size, VS Code too stops colouring and folding a text. */
export const MOST_BYTES = 20 * 1024 * 1024;

export class LargeDocuments {
  private readonly left = new Set<string>();
  private readonly told = new Set<string>();
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChange = this.changed.event;

  /** Asked when a document is opened; later it stays as it was, because its edits need a beginning. */
  private opened(document: vscode.TextDocument): boolean {
    const name = document.uri.toString();
    if (document.getText().length <= MOST_BYTES) {
      this.left.delete(name);
      return true;
    }
    this.left.add(name);
    this.changed.fire(undefined);
    if (!this.told.has(name)) {
      this.told.add(name);
      void vscode.window.showInformationMessage(vscode.l10n.t(
        'Personfirst leaves {0} alone, because it is larger than {1} MB. A part of it, in a file of its own, can be checked.',
        vscode.workspace.asRelativePath(document.uri), MOST_BYTES / 1024 / 1024));
    }
    return false;
  }

  has({ uri }: { uri: vscode.Uri }): boolean {
    return this.left.has(uri.toString());
  }

  /** Nothing about them reaches the server. */
  middleware(): Middleware {
    const nothing = Promise.resolve();
    return {
      didOpen: (document, next) => (this.opened(document) ? next(document) : nothing),
      didChange: (change, next) => (this.has(change.document) ? nothing : next(change)),
      willSave: (event, next) => (this.has(event.document) ? nothing : next(event)),
      didSave: (document, next) => (this.has(document) ? nothing : next(document)),
      didClose: (document, next) => {
        if (!this.has(document)) return next(document);
        this.left.delete(document.uri.toString());
        return nothing;
      },
      provideCodeActions: (document, range, context, token, next) =>
        (this.has(document) ? [] : next(document, range, context, token)),
      provideDocumentLinks: (document, token, next) => (this.has(document) ? [] : next(document, token)),
      provideCompletionItem: (document, position, context, token, next) =>
        (this.has(document) ? [] : next(document, position, context, token)),
      provideDiagnostics: (document, previous, token, next) => {
        const isLeft = !(document instanceof vscode.Uri) && this.has(document);
        return isLeft ? { kind: 'full' as never, items: [] } : next(document, previous, token);
      },
    };
  }
}
