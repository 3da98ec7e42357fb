// The life of the server: started, paused, restarted after a crash with longer and longer waits, given up.
import * as vscode from 'vscode';
import {
  CloseAction, ErrorAction, RevealOutputChannelOn, type BaseLanguageClient, type DocumentSelector, type LanguageClientOptions,
  type Middleware,
} from 'vscode-languageclient';
import { withoutFirstStrong } from './hover_text';
import type { Launch, Launched } from './launch';
import { RestartPolicy } from './restart_policy';
import { chosenSettings } from './settings';
import { fromServer } from './workspace_files';

export type SessionState = 'starting' | 'running' | 'paused' | 'failed';

const PAUSED = 'personfirst.paused';
/** The server's command whose answer is shown as a page, wherever it was chosen. */
const SHOW_RULE = 'personfirst.showRule';
/** Where the rule's id beside a finding leads. */
const RULE_LINK = 'command:personfirst.explainRule?["{rule}"]';

export class Session implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('Personfirst', { log: true });
  private readonly stateChanged = new vscode.EventEmitter<SessionState>();
  readonly onDidChangeState = this.stateChanged.event;

  /** Shows what there is to say about a rule. */
  showRule: (rule: string) => Promise<void> = () => Promise.resolve();

  private current: SessionState = 'starting';
  private launched: Launched | undefined;
  private readonly restarts = new RestartPolicy();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Did a server run in this window? Then one that ends is worth another try. */
  private hasRun = false;
  /** Commands that start and stop come one after the other. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly launch: Launch,
    /** The documents that the server is asked about. */
    readonly documents: DocumentSelector,
  ) {
    this.setState(context.workspaceState.get<boolean>(PAUSED, false) ? 'paused' : 'starting');
  }

  get state(): SessionState {
    return this.current;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.stateChanged.dispose();
    this.log.dispose();
  }

  async start(): Promise<void> {
    await this.inTurn(async () => {
      if (this.current !== 'paused') await this.startClient();
    });
  }

  async stop(): Promise<void> {
    await this.inTurn(() => this.stopClient());
  }

  async pause(): Promise<void> {
    await this.context.workspaceState.update(PAUSED, true);
    await this.inTurn(async () => {
      this.setState('paused');
      await this.stopClient();
    });
  }

  /** Also after it was paused or given up. */
  async restart(): Promise<void> {
    await this.context.workspaceState.update(PAUSED, false);
    await this.inTurn(async () => {
      this.restarts.reset();
      await this.stopClient();
      await this.startClient();
    });
  }

  /** Asks the server to execute one of its commands; undefined when it is not running. Rejects when it cannot. */
  async execute(command: string, args: unknown[], token?: vscode.CancellationToken, workDoneToken?: string): Promise<unknown> {
    const client = this.running;
    if (client === undefined) return undefined;
    const params = { command, arguments: args, ...(workDoneToken === undefined ? {} : { workDoneToken }) };
    // A token that is undefined would count as a second parameter.
    const answer: unknown = await client.sendRequest('workspace/executeCommand', params, ...(token === undefined ? [] : [token]));
    return answer;
  }

  get running(): BaseLanguageClient | undefined {
    return this.current === 'running' ? this.launched?.client : undefined;
  }

  /** Is this a document that is too large for the server? */
  leavesAlone(uri: vscode.Uri): boolean {
    return this.launched?.large?.has({ uri }) ?? false;
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    await turn;
  }

  private setState(state: SessionState): void {
    this.current = state;
    void vscode.commands.executeCommand('setContext', 'personfirst.state', state);
    this.stateChanged.fire(state);
  }

  private async startClient(): Promise<void> {
    this.setState('starting');
    const launched = this.launch(this.clientOptions(() => {
      if (!('noServer' in launched)) this.ended(launched);
    }), this.log);
    if ('noServer' in launched) {
      this.giveUp(launched.noServer);
      return;
    }
    this.launched = launched;
    launched.large?.onDidChange(() => { this.stateChanged.fire(this.current); });
    try {
      await launched.client.start();
      if (this.launched !== launched) return;
      this.hasRun = true;
      this.setState('running');
    } catch (error) {
      this.log.error(error instanceof Error ? error.message : String(error));
      this.ended(launched);
    }
  }

  private async stopClient(): Promise<void> {
    clearTimeout(this.timer);
    const launched = this.launched;
    this.launched = undefined;
    await discard(launched);
  }

  /** The server ended, or could not start, although nobody asked it to end. Both may be told of the same one. */
  private ended(launched: Launched): void {
    if (this.launched !== launched) return;
    this.launched = undefined;
    void discard(launched);
    if (!this.hasRun) {
      this.giveUp(vscode.l10n.t('Personfirst could not be started.'));
      return;
    }
    const wait = this.restarts.ended(Date.now());
    if (wait === undefined) {
      this.giveUp(vscode.l10n.t('Personfirst stopped again and again, so it stays off for now. Your text is untouched.'));
      return;
    }
    this.setState('starting');
    if (this.restarts.isFirst) {
      void this.tell(vscode.l10n.t('Personfirst stopped unexpectedly and is being started again. Your text is untouched.'));
    }
    this.timer = setTimeout(() => {
      void this.inTurn(async () => {
        if (this.current === 'starting' && this.launched === undefined) await this.startClient();
      });
    }, wait);
  }

  private clientOptions(closed: () => void): LanguageClientOptions {
    return {
      documentSelector: this.documents,
      initializationOptions: { ruleUrl: RULE_LINK, trusted: vscode.workspace.isTrusted },
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // Errors are told by this extension, in its own words.
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          closed();
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
      markdown: { isTrusted: false, supportHtml: false },
      middleware: this.middleware(),
    };
  }

  private middleware(): Middleware {
    return {
      executeCommand: async (command, args, next): Promise<unknown> => {
        const rule: unknown = args[0];
        if (command === SHOW_RULE && typeof rule === 'string') return this.showRule(rule);
        const answer: unknown = await next(command, args);
        return answer;
      },
      provideHover: async (document, position, token, next) => withoutMessage(await next(document, position, token)),
      // Everything in the workspace is read when somebody asks for it, not every two seconds.
      provideWorkspaceDiagnostics: () => ({ items: [] }),
      window: {
        // Rules are explained on a page of the editor: the server then sends the text instead of opening a browser.
        showDocument: (params, token, next) => (params.external === true ? { success: false } : next(params, token)),
      },
      workspace: {
        configuration: async (params, token, next) => {
          const answers: unknown = await next(params, token);
          if (!Array.isArray(answers)) return [];
          return params.items.map(({ section, scopeUri }, index): unknown =>
            section === 'personfirst' ? settingsFor(scopeUri) : answers[index]);
        },
        didChangeConfiguration: async () => {
          await this.launched?.client.sendNotification(
            'workspace/didChangeConfiguration', { settings: { personfirst: settingsFor(undefined) } });
        },
      },
    };
  }

  private giveUp(why: string): void {
    this.setState('failed');
    void this.tell(why, vscode.l10n.t('Try again'));
  }

  private async tell(message: string, tryAgain?: string): Promise<void> {
    const showLog = vscode.l10n.t('Show log');
    const buttons = tryAgain === undefined ? [showLog] : [tryAgain, showLog];
    const pressed = await vscode.window.showWarningMessage(message, ...buttons);
    if (pressed === showLog) this.log.show();
    else if (pressed !== undefined) await this.restart();
  }
}

/** VS Code itself shows a finding's message above what the server says about it: once is enough. */
function withoutMessage(hover: vscode.Hover | null | undefined): vscode.Hover | null | undefined {
  for (const content of hover?.contents ?? []) {
    if (content instanceof vscode.MarkdownString) content.value = withoutFirstStrong(content.value);
  }
  return hover;
}

async function discard(launched: Launched | undefined): Promise<void> {
  try {
    await launched?.client.dispose();
  } catch {
    // It was on its way out already.
  } finally {
    launched?.kill();
  }
}

function settingsFor(scopeUri: string | undefined): Record<string, unknown> {
  const scope = scopeUri === undefined ? undefined : fromServer(scopeUri);
  return chosenSettings((section, where) => vscode.workspace.getConfiguration(section, where), scope);
}
