// What a platform does to run a server.
import type { LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { LargeDocuments } from './large_documents';

export interface Launched {
  client: BaseLanguageClient;
  /** Ends what the client could not end in time. */
  kill: () => void;
  /** What it leaves alone, if anything. */
  large?: LargeDocuments;
}

/** `noServer`: why there is none, for people to read. */
export type Launch = (options: LanguageClientOptions, log: LogOutputChannel) => Launched | { noServer: string };
