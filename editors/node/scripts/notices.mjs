// The licences of everything that the package carries: what the module is linked of, and what the bundler took in. A part without
// a licence is an error.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'License.txt', 'license', 'LICENSE-MIT'];

function ofModule() {
  const parts = JSON.parse(readFileSync(path.join(ROOT, '.ci/parts/parts.json'), 'utf8')).filter(part => part.module);
  return parts.map(({ name, debian, npm }) => ({
    name,
    files: debian === undefined ? FILES.map(file => path.join(ROOT, npm, file)) : [`/usr/share/doc/${debian}/copyright`],
  }));
}

/** `metas`: what esbuild says about the bundles. */
function ofBundles(metas) {
  const inputs = metas.flatMap(meta => Object.keys(meta.inputs));
  const folders = new Set(inputs.flatMap(file => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  return [...folders].sort().map(folder => ({
    name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
    files: FILES.map(file => fileURLToPath(new URL(`../${folder}/${file}`, import.meta.url))),
  }));
}

/** parts.json, from which THIRD_PARTY.md is written, must name what was bundled, with its licence. */
function checkListed(bundled) {
  const parts = JSON.parse(readFileSync(path.join(ROOT, '.ci/parts/parts.json'), 'utf8')).filter(part => part.in === 'package');
  const listed = parts.map(({ name }) => name).sort();
  if (listed.join() !== bundled.map(({ name }) => name).sort().join()) throw new Error(`.ci/parts/parts.json names ${listed}`);
  for (const { name, npm, licence } of parts) {
    const said = JSON.parse(readFileSync(path.join(ROOT, npm, 'package.json'), 'utf8')).license;
    if (said !== licence) throw new Error(`.ci/parts/parts.json: ${name} is under ${said}`);
  }
}

export function notices(metas) {
  const line = '='.repeat(100);
  const bundled = ofBundles(metas);
  checkListed(bundled);
  const parts = [...ofModule(), ...bundled].map(({ name, files }) => {
    const file = files.find(candidate => existsSync(candidate));
    if (file === undefined) throw new Error(`no licence found of ${name}: ${files.join(', ')}`);
    return `${line}\n${name}\n${line}\n\n${readFileSync(file, 'utf8').trim()}`;
  });
  const common = new Set(parts.flatMap(part => part.match(/\/usr\/share\/common-licenses\/[A-Za-z]+(?:-\d(?:\.\d)?)?/g) ?? []));
  for (const file of [...common].sort()) {
    if (existsSync(file)) parts.push(`${line}\nThe text that stands in ${file} on Debian\n${line}\n\n${readFileSync(file, 'utf8').trim()}`);
  }
  return `${['Personfirst contains the following software. Each part keeps its own licence, printed here.', ...parts].join('\n\n')}\n`;
}
