// The side view: every finding that is known, by rule.
import * as vscode from 'vscode';
import { allFindings } from './diagnostics';
import { groupByRule, type Finding, type Level, type RuleGroup } from './findings';

export type Node = RuleGroup | Finding;

const REFRESH_AFTER = 150;

export class FindingsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  private readonly view: vscode.TreeView<Node>;
  private readonly listener: vscode.Disposable;
  private groups: RuleGroup[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {
    this.view = vscode.window.createTreeView('personfirst.findings', { treeDataProvider: this, showCollapseAll: true });
    this.listener = vscode.languages.onDidChangeDiagnostics(() => {
      this.timer ??= setTimeout(() => { this.refresh(); }, REFRESH_AFTER);
    });
    this.refresh();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listener.dispose();
    this.view.dispose();
    this.changed.dispose();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return this.groups;
    return 'findings' in node ? node.findings : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'findings' in node ? this.ruleItem(node) : findingItem(node);
  }

  private refresh(): void {
    this.timer = undefined;
    const findings = allFindings();
    this.groups = groupByRule(findings);
    this.view.badge = findings.length === 0 ? undefined : { value: findings.length, tooltip: inWords(findings.length) };
    this.changed.fire(undefined);
  }

  private ruleItem(group: RuleGroup): vscode.TreeItem {
    const item = new vscode.TreeItem(group.rule, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = group.rule;
    item.contextValue = 'rule';
    item.description = String(group.findings.length);
    item.iconPath = this.icon(group.level);
    const count = inWords(group.findings.length);
    item.tooltip = group.files === 1
      ? vscode.l10n.t('{0} in 1 file', count)
      : vscode.l10n.t('{0} in {1} files', count, group.files);
    item.accessibilityInformation = { label: `${group.rule}, ${levelName(group.level)}, ${item.tooltip}` };
    return item;
  }

  private icon(level: Level): { light: vscode.Uri; dark: vscode.Uri } {
    const at = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.extensionUri, 'icons', theme, `${level}.svg`);
    return { light: at('light'), dark: at('dark') };
  }
}

function findingItem(finding: Finding): vscode.TreeItem {
  const uri = vscode.Uri.parse(finding.uri);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const line = finding.line + 1;
  const item = new vscode.TreeItem(`${name}:${line}`);
  item.description = finding.message.split('\n', 1)[0] ?? '';
  item.tooltip = `${vscode.workspace.asRelativePath(uri)}:${line}\n${finding.message}`;
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}, line {1}: {2}', vscode.workspace.asRelativePath(uri), line, finding.message),
  };
  const at = new vscode.Position(finding.line, finding.column);
  item.command = {
    command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { selection: new vscode.Range(at, at) }],
  };
  return item;
}

function inWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
}

function levelName(level: Level): string {
  switch (level) {
    case 'error': return vscode.l10n.t('error');
    case 'warning': return vscode.l10n.t('warning');
    case 'hint': return vscode.l10n.t('hint');
  }
}
