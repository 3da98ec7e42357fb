// The editor's diagnostics that are ours, as findings.
import * as vscode from 'vscode';
import type { Finding, Level } from './findings';

export const SOURCE = 'personfirst';

function levelOf(severity: vscode.DiagnosticSeverity): Level {
  switch (severity) {
    case vscode.DiagnosticSeverity.Error: return 'error';
    case vscode.DiagnosticSeverity.Warning: return 'warning';
    default: return 'hint';
  }
}

function ruleOf(code: vscode.Diagnostic['code']): string {
  if (code === undefined) return '';
  return String(typeof code === 'object' ? code.value : code);
}

export function ours(diagnostics: readonly vscode.Diagnostic[], uri: vscode.Uri): Finding[] {
  return diagnostics.filter(({ source }) => source === SOURCE).map((diagnostic) => ({
    uri: uri.toString(),
    line: diagnostic.range.start.line,
    column: diagnostic.range.start.character,
    level: levelOf(diagnostic.severity),
    rule: ruleOf(diagnostic.code),
    message: diagnostic.message,
  }));
}

export function findingsOf(uri: vscode.Uri): Finding[] {
  return ours(vscode.languages.getDiagnostics(uri), uri);
}

export function allFindings(): Finding[] {
  return vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) => ours(diagnostics, uri));
}
