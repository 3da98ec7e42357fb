// The licences of everything that is in the page: those of the engine, which its build writes beside it, and of the packages that
// the bundler took in. A part without a licence is an error.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const LIST = JSON.parse(readFileSync(path.join(ROOT, '.ci/parts/parts.json'), 'utf8')).filter((part) => part.in === 'page');
const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'License.txt', 'license'];

/** A name between two lines of `=`, then the text. */
function ofEngine(notices) {
  const [, ...parts] = readFileSync(notices, 'utf8').split(/^={20,}\n(.+)\n={20,}\n/m);
  if (parts.length < 10) throw new Error(`${notices} is not as expected`);
  return parts.flatMap((name, index) => (index % 2 === 0 ? [{ name, text: parts[index + 1].trim() }] : []));
}

function ofFolder(folder) {
  const file = FILES.map((name) => path.join(folder, name)).find(existsSync);
  if (file === undefined) throw new Error(`no licence found in ${folder}`);
  const { name, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const listed = LIST.find(({ npm }) => npm === `editors/web/node_modules/${name}`);
  if (listed?.says !== license) throw new Error(`${name} (${license}) is not in .ci/parts/parts.json as it is`);
  return { name, text: readFileSync(file, 'utf8').trim() };
}

/** `modules`: paths of what is in the bundle; `notices`: what the engine's build wrote. */
export function licences(modules, notices) {
  const folders = new Set([...modules].flatMap((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  if (folders.size !== LIST.length) throw new Error(`${folders.size} packages are in the page, but ${LIST.length} in .ci/parts/parts.json`);
  return {
    parts: [
      { name: 'Personfirst', text: readFileSync(path.join(ROOT, 'LICENSE'), 'utf8').trim() }, ...ofEngine(notices),
      ...[...folders].sort().map(ofFolder),
    ],
  };
}
