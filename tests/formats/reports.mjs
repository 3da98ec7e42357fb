// Reports of documents that are hard on formats, made by the real binary.
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');
export const binary = process.env.PERSONFIRST ?? path.join(root, 'build/release/personfirst');

const documents = {
  'a.md': '# Title\n\n😀 naïve: A badword & <oddword>.\n\nTwo oddwords, a badword.\n',
  'b c#é.html': '<p>A “badword” &amp; a <b>mildword</b>.</p>\n',
  'clean.txt': 'Nothing here.\n',
  'ill-formed.txt': Buffer.from([0x41, 0xff, 0x01, 0x1b, 0x20, ...Buffer.from('a badword \x0c here, and many more words to be UTF-8 é é é\n')]),
  'suppressed.md': 'Fine.\n\n<!-- personfirst-disable-next-line demo/bad -- a “title” & more -->\nA badword.\n',
};

// {dir, read(name), rules, cleanUp()}: every format in a file named after it, and the documents beside. A file that is not
// there is among the paths, so that reports have something that failed.
export function makeReports(formats, more = []) {
  const dir = mkdtempSync(path.join(tmpdir(), 'personfirst-formats-'));
  for (const [name, text] of Object.entries(documents)) writeFileSync(path.join(dir, name), text);
  const outputs = formats.flatMap((format) => ['--output', `${format}=report.${format}`]);
  const rules = path.join(root, 'tests/cli/demo');
  const run = spawnSync(binary,
    ['lint', '--rules', rules, '--select', 'demo/*', '--quiet', ...outputs, ...more, ...Object.keys(documents), 'missing.md'],
    {cwd: dir, encoding: 'utf8', env: {...process.env, LC_ALL: 'C'}});
  if (run.status !== 2) throw new Error(`personfirst ended with ${run.status}: ${run.stderr}`);
  return {
    dir,
    file: (format) => path.join(dir, `report.${format}`),
    read: (format) => readFileSync(path.join(dir, `report.${format}`), 'utf8'),
    document: (name) => readFileSync(path.join(dir, name)),
    cleanUp: () => rmSync(dir, {recursive: true}),
  };
}

export function output(program, args, options = {}) {
  return execFileSync(program, args, {encoding: 'utf8', ...options});
}
