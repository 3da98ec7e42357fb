// "Create configuration": a .personfirst.json for a folder, for people to fill in; completion and the schema help them.
import * as vscode from 'vscode';
import STARTER from '../../../linter/config/starter.jsonc';
import { CONFIGURATION_FILE } from './languages';

export async function createConfiguration(): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const uri = vscode.Uri.joinPath(folder, CONFIGURATION_FILE);
  if (!(await exists(uri))) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(STARTER));
  await vscode.window.showTextDocument(uri);
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    const picked = await vscode.window.showWorkspaceFolderPick({
      placeHolder: vscode.l10n.t('For which folder shall the configuration be?'),
    });
    return picked?.uri;
  }
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('A configuration belongs to a folder. Please open one first.'));
  }
  return folders[0]?.uri;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

