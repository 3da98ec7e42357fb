// What is used of the module's loader; wasm/engine.mjs describes all of it.
declare module '*/wasm/engine.mjs' {
  export interface Server {
    receive(message: string): void;
  }

  export interface Engine {
    readonly memory: number;
    call(name: string, options: object): { json: unknown };
    server(options: {
      warmUp: boolean;
      send: (message: string) => void;
      log: (line: string) => void;
      stopped: (status: number) => void;
      failed: (failure: Error & { code: string }) => void;
    }): Server;
  }

  export function createEngine(module: Uint8Array, options: {
    charsets: Uint8Array;
    files: {
      read: (path: string) => Promise<Uint8Array | null>;
      list: (folder: string) => Promise<string[]>;
    };
  }): Promise<Engine>;
}
