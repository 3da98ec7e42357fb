// The server as a module for every platform, in a worker of its own; here is its side in the extension.
import * as vscode from 'vscode';
import {
  AbstractMessageReader, AbstractMessageWriter, BaseLanguageClient, type DataCallback, type Disposable, type LanguageClientOptions,
  type Message, type MessageReader, type MessageTransports, type MessageWriter,
} from 'vscode-languageclient';
import { LargeDocuments } from './large_documents';
import type { Launched } from './launch';
import { CHARSETS, MODULE, WORKER } from './module_files';
import type { FromWorker, ToWorker } from './server_messages';
import { forPeople } from './server_paths';
import { fromServer, listFiles, readFile, toServer } from './workspace_files';

/** A Web Worker, or a thread of Node. */
export interface ServerWorker {
  /** Where it runs, files have paths. */
  hasDisk: boolean;
  post: (message: ToWorker) => void;
  stop: () => void;
}

export interface WorkerEvents {
  said: (message: FromWorker) => void;
  /** It has ended, whatever the reason. */
  ended: (why: string) => void;
}

export type MakeWorker = (script: vscode.Uri, events: WorkerEvents) => ServerWorker | Promise<ServerWorker>;

export function launchModule(
  extension: vscode.Uri, make: MakeWorker, options: LanguageClientOptions, log: vscode.LogOutputChannel,
): Launched {
  const large = new LargeDocuments();
  const client = new ModuleClient(extension, make, log, {
    ...options,
    middleware: { ...options.middleware, ...large.middleware() },
    uriConverters: { code2Protocol: toServer, protocol2Code: fromServer },
  });
  return { client, kill: () => { client.kill(); }, large };
}

class ModuleClient extends BaseLanguageClient {
  private worker: ServerWorker | undefined;
  private isKilled = false;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly make: MakeWorker,
    private readonly log: vscode.LogOutputChannel,
    options: LanguageClientOptions,
  ) {
    super('personfirst', 'Personfirst', options);
  }

  kill(): void {
    this.isKilled = true;
    this.worker?.stop();
  }

  // What goes wrong is written into the log, where the library would also show a message of its own.
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }

  protected async createMessageTransports(): Promise<MessageTransports> {
    const [module, charsets] = await Promise.all(
      [MODULE, CHARSETS].map((file) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extension, file))));
    if (module === undefined || charsets === undefined) throw new Error('a part of the extension is missing');
    const reader = new Reader();
    const { log } = this;
    const worker = await this.make(vscode.Uri.joinPath(this.extension, WORKER), {
      said: (message) => { take(message, worker, reader, log); },
      ended: (why) => { end(worker, reader, log, why); },
    });
    this.worker = worker;
    if (this.isKilled) worker.stop();
    worker.post({ kind: 'start', module, charsets });
    return { reader, writer: new Writer(worker) };
  }
}

function take(message: FromWorker, worker: ServerWorker, reader: Reader, log: vscode.LogOutputChannel): void {
  switch (message.kind) {
    case 'message':
      reader.take(message.body);
      break;
    case 'read':
      answer(worker, message.id, async () => ({ kind: 'file', id: message.id, content: await readFile(message.path, worker.hasDisk) }));
      break;
    case 'list':
      answer(worker, message.id, async () => ({ kind: 'folder', id: message.id, paths: await listFiles(message.folder) }));
      break;
    case 'log':
      log.info(message.line);
      break;
    case 'ended':
      end(worker, reader, log, message.why);
      break;
  }
}

function answer(worker: ServerWorker, id: number, give: () => Promise<ToWorker>): void {
  give().then(
    (found) => { worker.post(found); },
    (error: unknown) => { worker.post({ kind: 'trouble', id, why: error instanceof Error ? error.message : 'cannot be read' }); });
}

function end(worker: ServerWorker, reader: Reader, log: vscode.LogOutputChannel, why: string): void {
  if (why !== '' && !reader.isClosed) log.error(why);
  reader.close();
  worker.stop();
}

/** In what people read. */
function withoutInventedPaths(body: string): string {
  return body.slice(0, 100).includes('"window/showMessage"') ? forPeople(body) : body;
}

class Reader extends AbstractMessageReader implements MessageReader {
  private callback: DataCallback | undefined;
  private early: string[] = [];
  isClosed = false;

  listen(callback: DataCallback): Disposable {
    this.callback = callback;
    for (const body of this.early.splice(0)) this.take(body);
    return { dispose: () => { this.callback = undefined; } };
  }

  take(body: string): void {
    if (this.callback === undefined) this.early.push(body);
    else this.callback(JSON.parse(withoutInventedPaths(body)) as Message);
  }

  /** Tells the client, once. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.fireClose();
  }
}

class Writer extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly worker: ServerWorker) {
    super();
  }

  write(message: Message): Promise<void> {
    this.worker.post({ kind: 'message', body: JSON.stringify(message) });
    return Promise.resolve();
  }

  end(): void {
    // The worker ends by itself after “exit”, and is stopped with the client.
  }

  override dispose(): void {
    super.dispose();
    this.worker.stop();
  }
}
