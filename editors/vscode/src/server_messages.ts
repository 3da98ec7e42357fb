// What the extension and the worker in which the server runs as a module say to each other.

export type ToWorker =
  /** First: the module's bytes, and its tables of rarer encodings. */
  | { kind: 'start'; module: Uint8Array; charsets: Uint8Array }
  /** A message of the language server protocol, without a header. */
  | { kind: 'message'; body: string }
  | { kind: 'file'; id: number; content: Uint8Array | null }
  | { kind: 'folder'; id: number; paths: string[] }
  | { kind: 'trouble'; id: number; why: string };

export type FromWorker =
  | { kind: 'message'; body: string }
  /** Paths are the server's: see server_paths.ts. The answer has the same id. */
  | { kind: 'read'; id: number; path: string }
  | { kind: 'list'; id: number; folder: string }
  | { kind: 'log'; line: string }
  /** The server has ended, or the module failed: nothing comes any more. */
  | { kind: 'ended'; why: string };
