// The licences of everything that the package carries: what the server is made of, as .ci/parts/parts.json lists it, and what the
// bundler took in. A part without a licence is an error. Texts that Debian's files only refer to are added.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'License.txt', 'license', 'LICENSE-MIT'];

function ofServer(isInside) {
  const parts = JSON.parse(readFileSync(path.join(ROOT, '.ci/parts/parts.json'), 'utf8'));
  return parts.filter(isInside).map(({ name, debian, npm }) => (debian === undefined
    ? { name, files: FILES.map((file) => path.join(ROOT, npm, file)) }
    : { name, files: [`/usr/share/doc/${debian}/copyright`] }));
}

/** `meta`: what esbuild says about the bundle. */
function ofBundle(meta) {
  const folders = new Set(Object.keys(meta.inputs).flatMap((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  return [...folders].sort().map((folder) => ({
    name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length), files: FILES.map((file) => path.join(folder, file)),
  }));
}

/** What is in the program, which brings all of its libraries, and what is in the module. */
export const IN_PROGRAM = (part) => !['module', 'page', 'package'].includes(part.in);
export const IN_MODULE = (part) => part.module === true;

export function notices(isInside, meta) {
  const line = '='.repeat(100);
  const parts = [...ofServer(isInside), ...ofBundle(meta)].map(({ name, files }) => {
    const file = files.find((candidate) => existsSync(candidate));
    if (file === undefined) throw new Error(`no licence found of ${name}: ${files.join(', ')}`);
    return `${line}\n${name}\n${line}\n\n${readFileSync(file, 'utf8').trim()}`;
  });
  const common = new Set(parts.flatMap((part) => part.match(/\/usr\/share\/common-licenses\/[A-Za-z]+(?:-\d(?:\.\d)?)?/g) ?? []));
  for (const file of [...common].sort()) {
    if (existsSync(file)) parts.push(`${line}\nThe text that stands in ${file} on Debian\n${line}\n\n${readFileSync(file, 'utf8').trim()}`);
  }
  return `${['Personfirst contains the following software. Each part keeps its own licence, printed here.', ...parts].join('\n\n')}\n`;
}
