// Prints THIRD_PARTY.md, from parts.json.
import { readFileSync } from 'node:fs';

const parts = JSON.parse(readFileSync(new URL('parts.json', import.meta.url), 'utf8'));
const table = wanted => parts.filter(wanted)
  .map(({ name, what, licence, debian, npm }) =>
    `| ${name} | ${what} | ${licence} | ${debian ? `Debian: \`${debian}\`` : `npm: \`${npm.split('node_modules/').at(-1)}\``} |`);

process.stdout.write(`# Software of others

personfirst is under the [MIT licence](LICENSE). Its programs are made with the work of others, with many thanks. This list is
written by [.ci/parts](.ci/parts/README.md) and checked by the tests against what the compiler and the linker were given.

## In every program

| part | what it does here | licence | source |
| --- | --- | --- | --- |
${table(part => part.in === 'all' || part.in === 'linked').join('\n')}

The texts of these licences are in the Debian package, as \`/usr/share/doc/personfirst/copyright\`. All other libraries that the
program there uses are the system's own, and bring their licences themselves.

## In the static programs also

These are the programs that \`make static\` builds, and that extensions of editors carry.

| part | what it does here | licence | source |
| --- | --- | --- | --- |
${table(part => part.in === 'static').join('\n')}

The texts of these licences are in the extension's \`NOTICES.txt\`.

## In the modules for WebAssembly

These are what \`make wasm\` builds. They are linked with nothing of the system; the texts of these licences are in the \`NOTICES.txt\`
beside them.

| part | what it does here | licence | source |
| --- | --- | --- | --- |
${table(part => part.module).join('\n')}

## In the web page

Beside the engine's module, \`make web\` puts these into the page; the texts of all their licences are in it, under “About”.

| part | what it does here | licence | source |
| --- | --- | --- | --- |
${table(part => part.in === 'page').join('\n')}

## In the npm package

Beside the engine's module, \`make npm\` puts these into the command; the texts of all their licences are in its \`NOTICES.txt\`.

| part | what it does here | licence | source |
| --- | --- | --- | --- |
${table(part => part.in === 'package').join('\n')}

## The wording

The rules are our own words. What they rest on is cited in each rule, and listed in \`rules/sources.json\`.
`);
