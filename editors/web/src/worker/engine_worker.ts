// The engine, beside the page: unpacks the module once, then checks one text after the other. After a failure the page ends this
// worker and makes another.
import { decompress } from 'fzstd';
import { createEngine, EngineFailure } from 'personfirst-engine';
import type { CheckRequest, Finding, FromWorker, Knowledge, Source, ToWorker } from '../protocol.ts';

type Engine = Awaited<ReturnType<typeof createEngine>>;

/** More marks than this help nobody, and make an editor slow. */
const MOST_FINDINGS = 3000;

const send = (message: FromWorker) => { self.postMessage(message); };

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

interface Rule { id: string; pack: string; sources: Source[] }

function knowledgeOf(engine: Engine): Knowledge {
  const rules = engine.rules() as Rule[];
  const sources: Record<string, Source> = {};
  for (const rule of rules) for (const source of rule.sources) sources[source.id] = source;
  return {
    version: engine.version().version,
    packs: [...new Set(rules.map(({ pack }) => pack))],
    sources,
    packOf: Object.fromEntries(rules.map(({ id, pack }) => [id, pack])),
  };
}

function check(engine: Engine, { text, format, packs }: CheckRequest): { findings: Finding[]; total: number } {
  const { findings } = engine.lint(text, { format, packs });
  // The engine leaves a byte order mark out of its text.
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const at = (position: { utf16: number }) => position.utf16 + shift;
  const plain = findings.slice(0, MOST_FINDINGS).map((finding): Finding => ({
    rule: finding.rule, severity: finding.severity, context: finding.context, message: finding.message, note: finding.note,
    sources: finding.sources, text: finding.text, from: at(finding.start), to: at(finding.end),
    fixes: finding.fixes.map(({ title, applicability, edits }) => ({
      title, applicability, edits: edits.map((edit) => ({ from: at(edit.start), to: at(edit.end), insert: edit.text })),
    })),
  }));
  return { findings: plain, total: findings.length };
}

let engine: Engine | undefined;

async function start(packed: string) {
  try {
    engine = await createEngine(decompress(bytesOf(packed)));
    engine.warmUp();
    send({ ready: knowledgeOf(engine) });
  } catch {
    send({ failed: { id: null, code: 'start' } });
  }
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ('start' in data) {
    void start(data.start.engine);
    return;
  }
  if (engine === undefined) return;
  const { id } = data.check;
  try {
    send({ checked: { id, ...check(engine, data.check) } });
  } catch (error) {
    send({ failed: { id, code: error instanceof EngineFailure ? error.code : 'trap' } });
  }
};
