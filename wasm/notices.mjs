// Prints the licences of everything that the module is linked with: node notices.mjs > NOTICES.txt
//
// The list is .ci/parts/parts.json; the texts are those of the packages from which the module was built.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const parts = JSON.parse(readFileSync(join(root, '.ci/parts/parts.json'), 'utf8')).filter(part => part.module);
const line = '='.repeat(100);
const section = (name, file) => {
  if (!existsSync(file)) throw new Error(`no licence found of ${name}: ${file}`);
  return `${line}\n${name}\n${line}\n\n${readFileSync(file, 'utf8').trim()}`;
};
const texts = parts.map(({ name, debian, npm }) => section(name, debian ? `/usr/share/doc/${debian}/copyright` : join(root, npm, 'LICENSE')));
const common = new Set(texts.flatMap(text => text.match(/\/usr\/share\/common-licenses\/[A-Za-z\d]+(?:-\d(?:\.\d)?)?/g) ?? []));
for (const file of [...common].sort()) {
  if (existsSync(file)) texts.push(section(`The text that stands in ${file} on Debian`, file));
}
process.stdout.write(['This module contains the following software. Each part keeps its own licence, printed here.', ...texts].join('\n\n') + '\n');
