// What fixed small runs cost, counted in instructions, against instructions.json. Counts hardly differ from run to run, nor
// with what else the machine does; times do.
//
//   node instructions.mjs PERSONFIRST        UPDATE_GOLDEN=1 writes the figures anew, and still fails
//
// The figures are of the release preset, compiled by the g++ of Debian 12.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOLERANCE = 0.03;
const figuresFile = new URL('instructions.json', import.meta.url);
const leaflet = readFileSync(new URL('../examples/leaflet.md', import.meta.url), 'utf8');
const quiet = 'The river ran past *old* towers and [quiet](/a) gardens, and nobody spoke of it for years.\n\n';
const ordinary = 'She kept the water clean, and every user of the program had a habit of reading.\n\n';
const repeated = (text, size) => text.repeat(Math.ceil(size / text.length));

const runs = {
  'an empty file': { file: 'empty.md', text: '' },
  'a leaflet': { file: 'leaflet.md', text: leaflet },
  '100 kB with nothing to find': { file: 'quiet.md', text: repeated(quiet, 100_000) },
  '100 kB of ordinary senses': { file: 'ordinary.md', text: repeated(ordinary, 100_000) },
  '100 kB with a finding every 2 kB': { file: 'sparse.md', text: repeated(`${repeated(quiet, 2000)}He met an addict there.\n\n`, 100_000) },
  '10 kB full of findings': { file: 'dense.html', text: repeated('<p>An addict and two junkies met a drug abuser.</p>\n', 10_000) },
};

function count(program, { file, text }, folder) {
  const path = join(folder, file);
  writeFileSync(path, text);
  const words = ['--tool=callgrind', '--callgrind-out-file=/dev/null', program, 'lint', '--no-config', '--packs', 'all', '--format', 'json',
    '--fail-on', 'never', '-j', '1', path];
  const run = spawnSync('valgrind', words, {
    env: { PATH: process.env.PATH, LC_ALL: 'C' }, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  const counted = /Collected\s*:\s*(\d+)/.exec(run.stderr ?? '');
  if (run.status !== 0 || !counted) throw new Error(`${file}: status ${run.status} ${run.error ?? ''}\n${run.stderr}`);
  return Number(counted[1]);
}

const [program] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'personfirst-instructions-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const counted = Object.fromEntries(Object.entries(runs).map(([name, run]) => [name, count(program, run, folder)]));

if (process.env.UPDATE_GOLDEN === '1') {
  writeFileSync(figuresFile, `${JSON.stringify(counted, null, 2)}\n`);
  console.log('instructions.json is rewritten; read the change, then run the tests again.');
  process.exit(1);
}
const kept = JSON.parse(readFileSync(figuresFile, 'utf8'));
for (const [name, instructions] of Object.entries(counted)) {
  const change = instructions / kept[name] - 1;
  const verdict = Math.abs(change) <= TOLERANCE ? 'ok' : change > 0 ? 'MORE' : 'LESS: keep the new figure';
  if (verdict !== 'ok') process.exitCode = 1;
  console.log(`${name}: ${instructions.toLocaleString('en')} instructions, ${(100 * change).toFixed(2)} %  ${verdict}`);
}
