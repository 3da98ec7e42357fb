// "Check workspace": the server reads every document of the workspace; people see how far it is and may stop it.
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import { allFindings } from './diagnostics';
import { groupByRule } from './findings';
import type { Session } from './session';

let checks = 0;

export async function checkWorkspace(session: Session): Promise<void> {
  const done = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Personfirst: checking the workspace'),
      cancellable: true,
    },
    (progress, cancelled) => runCheck(session, progress, cancelled));
  if (!done) return;
  const findings = allFindings();
  const files = new Set(findings.map(({ uri }) => uri)).size;
  const show = vscode.l10n.t('Show findings');
  const pressed = await vscode.window.showInformationMessage(inWords(findings.length, groupByRule(findings).length, files),
    ...(findings.length === 0 ? [] : [show]));
  if (pressed === show) await vscode.commands.executeCommand('personfirst.findings.focus');
}

async function runCheck(
  session: Session,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  cancelled: vscode.CancellationToken,
): Promise<boolean> {
  const client = session.running;
  if (client === undefined) return false;
  const token = `personfirst-check-${++checks}`;
  let percent = 0;
  const listener = client.onProgress(WorkDoneProgress.type, token, (value) => {
    if (value.kind === 'end') return;
    const reached = value.percentage ?? percent;
    progress.report({ increment: reached - percent, ...(value.message === undefined ? {} : { message: value.message }) });
    percent = reached;
  });
  const stop = cancelled.onCancellationRequested(() => {
    void client.sendNotification('window/workDoneProgress/cancel', { token });
  });
  try {
    await session.execute('personfirst.lintWorkspace', [], cancelled, token);
    return !cancelled.isCancellationRequested;
  } catch (error) {
    if (!cancelled.isCancellationRequested) {
      session.log.error(error instanceof Error ? error.message : String(error));
      void vscode.window.showWarningMessage(vscode.l10n.t('Personfirst could not check the workspace; the log says more.'));
    }
    return false;
  } finally {
    listener.dispose();
    stop.dispose();
  }
}

function inWords(findings: number, rules: number, files: number): string {
  if (findings === 0) return vscode.l10n.t('Personfirst found nothing to reword. Thank you for writing with care!');
  if (findings === 1) return vscode.l10n.t('Personfirst found 1 place to look at.');
  if (files === 1) return vscode.l10n.t('Personfirst found {0} places to look at, of {1} rules, in 1 file.', findings, rules);
  return vscode.l10n.t('Personfirst found {0} places to look at, of {1} rules, in {2} files.', findings, rules, files);
}
