// What the page and its worker say to each other. Plain data.

export type Severity = 'error' | 'warning' | 'hint';
export type Format = 'plain' | 'markdown' | 'html';

/** Places are indexes of a JavaScript string. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
}

export interface Fix {
  title: string;
  applicability: 'automatic' | 'ask-first' | 'display-only';
  edits: Edit[];
}

export interface Finding {
  rule: string;
  severity: Severity;
  context: 'prose' | 'quotation' | 'self-label';
  message: string;
  note: string;
  sources: string[];
  text: string;
  from: number;
  to: number;
  fixes: Fix[];
}

export interface Source {
  id: string;
  title: string;
  publisher: string;
  year: string;
  url: string;
}

/** What the rules know beside their findings. */
export interface Knowledge {
  version: string;
  packs: string[];
  sources: Record<string, Source>;
  packOf: Record<string, string>;
}

export interface CheckRequest {
  id: number;
  text: string;
  format: Format;
  packs: string[];
}

/** `engine` is the module: packed, then in base64. */
export type ToWorker = { start: { engine: string } } | { check: CheckRequest };

/** `start`: the engine never came up. */
export type FailureCode = 'out-of-memory' | 'too-deep' | 'trap' | 'too-slow' | 'start';

export type FromWorker =
  | { ready: Knowledge }
  | { checked: { id: number; findings: Finding[]; total: number } }
  | { failed: { id: number | null; code: FailureCode } };
