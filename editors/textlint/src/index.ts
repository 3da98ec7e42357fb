// The textlint rule. The engine reads the whole document itself, so that what it finds does not depend on how textlint cuts it.
import { statSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { type Engine, EngineError, type Finding, type ProjectOptions, createEngine } from 'personfirst';

/** The rule's options in .textlintrc: those of personfirst. Without `configuration`, .personfirst.json files are looked for. */
export type Options = ProjectOptions & {
  /** What documents without a file name are read as; default: markdown. */
  format?: string;
};

type Range = readonly [number, number];

/** As much of textlint's context as is used here. */
interface Context {
  Syntax: { Document: string };
  RuleError: new (message: string, details?: object) => unknown;
  getSource: () => string;
  getFilePath: () => string | undefined;
  report: (node: object, error: unknown) => void;
  locator: { range: (range: Range) => unknown };
  fixer: { replaceTextRange: (range: Range, text: string) => unknown };
}

const slashes = (path: string) => (sep === '\\' ? path.replaceAll('\\', '/').replace(/^[A-Z]:/, drive => drive.toLowerCase()) : path);

/** Configurations; null where there is none. */
const read = (path: string) => (statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : null);

let engine: Promise<Engine> | undefined;

const adviceOf = ({ fixes }: Finding) => {
  const [first] = fixes.filter(fix => fix.edits.length > 0);
  return first ? `; ${first.title}` : fixes[0] ? `; ${fixes[0].title}` : '';
};

/** What may be applied unasked, as one piece. */
function fixOf({ fixes }: Finding, text: string, shift: number): { range: Range; text: string } | undefined {
  const fix = fixes.find(({ applicability, edits }) => applicability === 'automatic' && edits.length > 0);
  if (!fix) return undefined;
  const [begin, end] = [fix.edits[0].start.utf16, fix.edits[fix.edits.length - 1].end.utf16];
  let at = begin;
  let whole = '';
  for (const edit of fix.edits) {
    whole += text.slice(at, edit.start.utf16) + edit.text;
    at = edit.end.utf16;
  }
  return { range: [begin + shift, end + shift], text: whole };
}

function reporter(context: Context, options: Options = {}) {
  const { Syntax, RuleError, report, locator, fixer } = context;
  return {
    async [Syntax.Document](node: object) {
      const source = context.getSource();
      const file = context.getFilePath();
      const { format, ...project } = options;
      engine ??= createEngine(undefined, { files: { read } });
      const search = project.configuration === undefined && project.configurationFile === undefined;
      const where = file === undefined ? { format: format ?? 'markdown' } : { path: slashes(resolve(file)), ...(format !== undefined && { format }) };
      try {
        const used = await engine;
        used.forgetFiles();
        const result = used.lint(source, { workingFolder: slashes(process.cwd()), search, ...project, ...where });
        if (!result.included) return;
        const shift = source.length - result.text.length; // a byte order mark
        for (const finding of result.findings) {
          const range: Range = [finding.start.utf16 + shift, finding.end.utf16 + shift];
          const fix = fixOf(finding, result.text, shift);
          const details = { padding: locator.range(range), ...(fix && { fix: fixer.replaceTextRange(fix.range, fix.text) }) };
          report(node, new RuleError(`${finding.message.replace(/\.$/, '')}${adviceOf(finding)} (${finding.rule})`, details));
        }
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        report(node, new RuleError(error.message));
      }
    },
  };
}

export default { linter: reporter, fixer: reporter };
