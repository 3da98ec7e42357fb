// personfirst rules, rules test, explain and version: what the engine knows, for people.
import { eastAsianWidth } from 'get-east-asian-width';
import type { Engine } from '../made/engine.mjs';
import type { ExplainedRule as Rule, Source } from '../shared.js';
import type { Asked } from './command_line.js';
import { newEngine, loadShared, workingFolder } from './engines.js';
import { fits } from './globs.js';
import { nearNames } from './near.js';
import { print } from './output.js';
import { readRuleFiles } from './project.js';
import { Complaint, toText } from './system.js';

function open(asked: Asked): { engine: Engine; project: object } {
  const project = { search: true, workingFolder: workingFolder(), rules: readRuleFiles(asked.values.get('--rules') ?? []) };
  return { engine: newEngine(loadShared()), project };
}

// ---- rules ----

function isWanted(rule: Rule, asked: Asked): boolean {
  const byId = (filter: string) => (/[*?[]/.test(filter) ? fitsId(filter, rule.id) : rule.id.includes(filter));
  const packs = asked.values.get('--pack') ?? [];
  return (asked.words.length === 0 || asked.words.some(byId)) && (packs.length === 0 || packs.includes(rule.pack));
}

// In ids, a star stands for slashes, too.
const fitsId = (glob: string, id: string) => fits(glob.replaceAll('/', '\x01'), id.replaceAll('/', '\x01'));

function toTable(rules: Rule[]): string {
  const widest = (key: 'id' | 'pack') => Math.max(0, ...rules.map(rule => rule[key].length));
  const [id, pack] = [widest('id'), widest('pack')];
  return rules.map(rule => `${rule.id.padEnd(id)}  ${rule.severity.padEnd(7)}  ${rule.pack.padEnd(pack)}  ${rule.on ? 'on' : 'off'}\n`).join('');
}

function toJson(rules: Rule[]): string {
  const list = rules.map(({ id, severity, pack, on, language, topic, message, note, advice, suggestions, sources }) => {
    return { id, severity, pack, on, language, topic, message, note, advice, suggestions, sources: sources.map(source => source.id) };
  });
  return `${JSON.stringify({ version: 1, rules: list }, null, 2)}\n`;
}

export function listRules(asked: Asked): number {
  const { engine, project } = open(asked);
  const rules = (engine.rules(project) as Rule[]).filter(rule => isWanted(rule, asked));
  const format = asked.values.get('--format')?.at(-1) ?? 'text';
  if (format === 'json') return print(toJson(rules));
  if (format === 'text') return print(toTable(rules));
  return print(engine.call('rules', { project, page: true, ids: rules.map(rule => rule.id) }).bytes());
}

export function testRules(asked: Asked): number {
  const engine = newEngine(loadShared());
  const failures = engine.call('rules/test', { rules: readRuleFiles(asked.words) }).json as { where: string; what: string }[];
  const last = failures.length === 0 ? 'All examples hold.\n' : `${failures.length} failed.\n`;
  const status = print(failures.map(failure => `${toText(failure)}\n`).join('') + last);
  return status === 0 && failures.length > 0 ? 1 : status;
}

// ---- explain ----

const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) as number)), 0);

function wrap(text: string, width: number, first: string, rest: string): string {
  let out = first;
  let column = widthOf(first);
  let isEmpty = true;
  for (const word of text.split(' ').filter(part => part !== '')) {
    const wide = widthOf(word);
    if (!isEmpty && column + 1 + wide > width) {
      out += `\n${rest}`;
      column = widthOf(rest);
      isEmpty = true;
    }
    if (!isEmpty) {
      out += ' ';
      column += 1;
    }
    out += word;
    column += wide;
    isEmpty = false;
  }
  return `${out}\n`;
}

/** The words of the first example stand for what was found. */
function messageOf({ found, message }: Rule): string {
  const example = /\[\[(.*?)\]\]/s.exec(found[0] ?? '');
  return message.replace('{match}', () => example?.[1] ?? '…');
}

const described = ({ title, publisher, year }: Source) => `${title}${publisher ? `. ${publisher}` : ''}${year ? `, ${year}` : ''}.`;

function page(rule: Rule, width: number): string {
  const paragraph = (text: string) => wrap(text, width, '  ', '  ');
  const item = (text: string) => wrap(text, width, '  - ', '    ');
  const section = (title: string, parts: string[]) => (parts.length === 0 ? '' : `\n${title}\n${parts.join('')}`);
  const instead = [...rule.suggestions.map(item), ...(rule.advice ? [paragraph(rule.advice)] : [])];
  const found = rule.found.map((example, i) => item(example) + (rule.fixed[i] ? wrap(rule.fixed[i], width, '    -> ', '       ') : ''));
  const sources = rule.sources.map(source => (source.title === undefined ? item(source.id) : item(described(source)) + (source.url ? `    ${source.url}\n` : '')));
  return (
    `${rule.id}\n${rule.severity}, pack ${rule.pack}${rule.on ? '' : ', off until selected'}\n` +
    section('What', [paragraph(messageOf(rule))]) +
    section('Why, and when it may stand', rule.note ? [paragraph(rule.note)] : []) +
    section('Instead', instead) +
    section('Found', found) +
    section('Left alone', rule.leftAlone.map(item)) +
    section('Sources', sources)
  );
}

function unknown(id: string, ids: string[]): string {
  const near = nearNames(id, ids);
  if (near.length === 0) return 'there is no such rule; personfirst rules lists them';
  const names = near.length === 1 ? near[0] : `${near.slice(0, -1).join(', ')} or ${near.at(-1)}`;
  return `there is no such rule; did you mean ${names}?`;
}

export function explain(asked: Asked): number {
  const { engine, project } = open(asked);
  const [id] = asked.words;
  const ids = (engine.rules(project) as Rule[]).map(rule => rule.id);
  if (!ids.includes(id)) throw new Complaint({ where: id, what: unknown(id, ids) });
  const width = process.stdout.columns ? Math.min(80, Math.max(20, process.stdout.columns)) : 80;
  return print(page(engine.explain(id, project) as Rule, width));
}

// ---- version ----

export function version(asked: Asked): number {
  const engine = newEngine(loadShared());
  const { version: number, reportFormats } = engine.version();
  if (!asked.flags.has('--json')) return print(`personfirst ${number}\n`);
  const rules: Record<string, number> = {};
  for (const { aboutWords, language } of engine.rules() as Rule[]) if (aboutWords) rules[language] = (rules[language] ?? 0) + 1;
  return print(`${JSON.stringify({ version: 1, tool: { name: 'personfirst', version: number }, rules, formats: reportFormats }, null, 2)}\n`);
}
