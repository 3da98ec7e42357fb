// What Node and browsers have in common: one engine, made when it is first asked.
import {
  type DocumentOptions,
  type Engine,
  type LintResult,
  type ProjectOptions,
} from './made/engine.mjs';

export {
  Engine,
  EngineError,
  EngineFailure,
  type Checked,
  type DocumentOptions,
  type Edit,
  type EngineOptions,
  type Files,
  type Finding,
  type Fix,
  type LintResult,
  type Position,
  type Problem,
  type ProjectOptions,
  type ReportOptions,
  type Severity,
} from './made/engine.mjs';

/** What holds for one call: the document's path or format, and which rules and settings are in force. */
export type LintOptions = DocumentOptions & ProjectOptions;

/** `level`: 'automatic' (default) applies what is safe unasked, 'ask-first' the first suggestion of every finding. */
export type FixOptions = LintOptions & { level?: 'automatic' | 'ask-first' };

export interface Source {
  id: string;
  title?: string;
  publisher?: string;
  year?: string;
  url?: string;
}

export interface Rule {
  id: string;
  severity: 'error' | 'warning' | 'hint';
  pack: string;
  /** In force when its pack is. */
  on: boolean;
  /** False: about the comments that silence rules. */
  aboutWords: boolean;
  language: string;
  topic: string;
  /** With {match} for the words found. */
  message: string;
  note: string;
  advice: string;
  suggestions: string[];
  sources: Source[];
}

/** Examples mark the words [[so]]; `fixed` belongs to `found`, one for one, empty where nothing is offered. */
export interface ExplainedRule extends Rule {
  found: string[];
  fixed: string[];
  leftAlone: string[];
}

export interface Fixed<T extends string | Uint8Array> {
  /** How many rewordings were applied. */
  applied: number;
  /** In the encoding in which it came; the very same when nothing was applied. */
  content: T;
}

/** The module, however it comes: bytes, a response to come, a compiled module, or where it lies. */
export type ModuleSource = BufferSource | WebAssembly.Module | URL | string;

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const LONE_OR_REPLACED = /\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Halves of a character, which UTF-8 cannot hold, come back to where they were. */
function withHalves(before: string, after: string): string {
  if (before.search(LONE) < 0) return after;
  const halves = before.match(LONE_OR_REPLACED) ?? [];
  let count = 0;
  const restored = after.replaceAll('\uFFFD', mark => halves[count++] ?? mark);
  return count === halves.length ? restored : after;
}

/** `newExplainer` makes an engine that has the rules' examples, when that is another one. */
export function makeApi(newEngine: () => Promise<Engine>, newExplainer?: () => Promise<Engine>) {
  let engine: Promise<Engine> | undefined;
  let explainer: Promise<Engine> | undefined;
  const ready = () => (engine ??= newEngine());
  const readyToExplain = () => (newExplainer ? (explainer ??= newExplainer()) : ready());
  return {
    /**
     * Finds stigmatizing words. All places are told in bytes of UTF-8 (`offset`), in UTF-16 code units (`utf16`, an index of a JavaScript
     * string), and as line and column (from 1; columns count characters).
     * @param text a string, or bytes in any encoding that text files have
     */
    lint: async (text: string | Uint8Array, options: LintOptions = {}): Promise<LintResult> => (await ready()).lint(text, options),

    /** Applies rewordings. Bytes come back in their encoding. */
    fix: async <T extends string | Uint8Array>(text: T, options: FixOptions = {}): Promise<Fixed<T>> => {
      const fixed = (await ready()).fix(text, options) as Fixed<T>;
      if (typeof text !== 'string' || fixed.applied === 0) return fixed;
      return { ...fixed, content: withHalves(text, fixed.content as string) as T };
    },

    /** All rules, with those of `options.rules`. */
    rules: async (options: ProjectOptions = {}): Promise<Rule[]> => (await ready()).rules(options) as Rule[],

    /** A rule with its examples and sources. Throws an EngineError when there is none of that id. */
    explain: async (id: string, options: ProjectOptions = {}): Promise<ExplainedRule> => (await readyToExplain()).explain(id, options) as ExplainedRule,
  };
}
