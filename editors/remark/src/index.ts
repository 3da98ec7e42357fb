// The remark-lint rule. The engine reads the Markdown itself; remark's tree is not asked.
import { readFileSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { type Engine, EngineError, type Finding, type ProjectOptions, createEngine } from 'personfirst';
import { lintRule } from 'unified-lint-rule';
import type { VFile } from 'vfile';

/** The rule's options: those of personfirst. Without `configuration`, .personfirst.json files are looked for. */
export type Options = ProjectOptions;

const slashes = (path: string) => (sep === '\\' ? path.replaceAll('\\', '/').replace(/^[A-Z]:/, drive => drive.toLowerCase()) : path);

/** Configurations; null where there is none. */
const read = (path: string) => (statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : null);

interface Source {
  id: string;
  title?: string;
  publisher?: string;
  year?: string;
  url?: string;
}

let engine: Promise<Engine> | undefined;

/** Lines and columns from 1, columns in UTF-16 code units, as unist counts. */
function pointAt(text: string, offset: number) {
  const lineBegin = text.lastIndexOf('\n', offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < lineBegin; at = text.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - lineBegin + 1, offset };
}

/** Each alternative that can stand in the place of the words alone: those that change an article before them cannot. */
function expectedOf({ start, end, fixes }: Finding, text: string): string[] {
  return fixes
    .filter(({ edits }) => edits.length > 0 && edits.every(edit => edit.start.utf16 >= start.utf16 && edit.end.utf16 <= end.utf16))
    .map(({ edits }) => {
      let at = start.utf16;
      let whole = '';
      for (const edit of edits) {
        whole += text.slice(at, edit.start.utf16) + edit.text;
        at = edit.end.utf16;
      }
      return whole + text.slice(at, end.utf16);
    });
}

const cited = ({ id, title, publisher, year, url }: Source) =>
  [title ?? id, publisher, year].filter(Boolean).join(', ') + (url ? `: <${url}>` : '');

function tell(file: VFile, finding: Finding, text: string, shift: number, sources: Source[]) {
  const source = String(file);
  const place = { start: pointAt(source, finding.start.utf16 + shift), end: pointAt(source, finding.end.utf16 + shift) };
  const titles = finding.fixes.map(fix => fix.title).join('; ');
  const message = file.message(`${finding.message.replace(/\.$/, '')}${titles ? `; ${titles}` : ''} (${finding.rule})`, { place });
  message.actual = finding.text;
  message.expected = expectedOf(finding, text);
  // `url` belongs to the rule as a whole: lintRule sets it.
  message.note = [finding.note, ...sources.map(cited)].filter(Boolean).join('\n\n');
}

async function check(_: unknown, file: VFile, options: Options = {}) {
  engine ??= createEngine(undefined, { files: { read } });
  const search = options.configuration === undefined && options.configurationFile === undefined;
  const where = file.path ? { path: slashes(resolve(file.cwd, file.path)) } : { format: 'markdown' };
  const project = { workingFolder: slashes(file.cwd), search, ...options };
  try {
    const used = await engine;
    used.forgetFiles();
    const source = String(file);
    const { findings, included, text } = used.lint(source, { ...project, ...where });
    if (!included) return;
    const sourcesOf = new Map<string, Source[]>();
    for (const finding of findings) {
      const sources = sourcesOf.get(finding.rule) ?? (used.explain(finding.rule, project).sources as Source[]);
      sourcesOf.set(finding.rule, sources);
      tell(file, finding, text, source.length - text.length, sources);
    }
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    file.message(error.message);
  }
}

const remarkLintPersonfirst = lintRule<any, Options>({ origin: 'remark-lint:personfirst' }, check);

export default remarkLintPersonfirst;
