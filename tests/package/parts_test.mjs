// .ci/parts/parts.json says what the programs are made of: is that so? BUILD is a folder in which Ninja has built them.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const build = resolve(process.env.BUILD);
const parts = JSON.parse(readFileSync(join(root, '.ci/parts/parts.json'), 'utf8'));
const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 1 << 28 });

// Not in the list: what speaks to the kernel, and the compiler's own, which is one with its C++ library.
const COMPILER = /^(linux-libc-dev|libgcc-\d+-dev|libc6-dev|libstdc\+\+-\d+-dev|gcc-\d+|clang.*|libclang.*)$/;

// The Debian packages that own files; those of no package (our own, npm's) are left out.
function owners(files) {
  const names = [...new Set(files.flatMap(file => [file, realpathSync(file)]))];
  const { stdout } = spawnSync('dpkg-query', ['--search', ...names], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return new Set(stdout.split('\n').filter(line => line.includes(': /')).map(line => line.split(':')[0]));
}

// What the compiler has read for the programs, and what the linker was given.
function headers() {
  const files = new Set();
  let ours = false;
  for (const line of run('ninja', '-C', build, '-t', 'deps').split('\n')) {
    if (line !== '' && !line.startsWith(' ')) ours = /^(linter|lsp)\//.test(line);
    else if (ours && line.startsWith('    /usr/')) files.add(line.trim());
  }
  return [...files].filter(existsSync);
}
const link = () => readFileSync(join(build, 'build.ninja'), 'utf8').match(/^build personfirst: [^]*?\n\n/m)[0];
const archives = () => [...new Set(link().match(/\/usr\/\S+\.a(?=\s)/g) ?? [])];
const needed = program => run('readelf', '--dynamic', '--wide', program);

const program = join(build, 'personfirst');
const isStatic = !needed(program).includes('NEEDED');
const read = owners(headers());
const listed = which => parts.filter(part => part.debian && which.includes(part.in)).map(part => part.debian);

test('every header-only library that the programs read is listed, and the other way round', () => {
  assert.ok(read.size > 5, [...read].join());
  for (const name of read) assert.ok(COMPILER.test(name) || listed(['all', 'linked', 'static']).includes(name), `${name} is not listed`);
  for (const name of listed(['all'])) assert.ok(read.has(name), `${name} is listed, but not read`);
});

test('every archive that is linked is listed, and the other way round', () => {
  const linked = owners(archives());
  if (!isStatic) {
    assert.deepEqual([...linked].filter(name => !COMPILER.test(name)).sort(), listed(['linked']).sort());
    return;
  }
  for (const name of linked) assert.ok(COMPILER.test(name) || listed(['linked', 'static']).includes(name), `${name} is not listed`);
  if (link().includes('libstatic_md4c.a')) linked.add('libmd4c-dev');  // compiled here: Debian has no archive of it
  for (const name of listed(['linked', 'static'])) assert.ok(linked.has(name) || read.has(name), `${name} is listed, but not linked`);
});

test('each licence is what its file says', () => {
  for (const { name, debian, npm, says } of parts.filter(part => !['module', 'page', 'package'].includes(part.in))) {  // their own builds look at those
    const said = npm
      ? JSON.parse(readFileSync(join(root, npm, 'package.json'), 'utf8')).license
      : readFileSync(`/usr/share/doc/${debian}/copyright`, 'utf8');
    assert.ok(said.includes(says), `${name}: “${says}” is not in its licence file`);
  }
});

test('THIRD_PARTY.md is what the list makes of it', () => {
  const made = run(process.execPath, join(root, '.ci/parts/third_party.mjs'));
  assert.equal(readFileSync(join(root, 'THIRD_PARTY.md'), 'utf8'), made, 'node .ci/parts/third_party.mjs > THIRD_PARTY.md');
});

test("the package's copyright file holds each licence of what is in every program", () => {
  const text = readFileSync(join(build, 'copyright'), 'utf8');
  for (const part of parts.filter(part => ['all', 'linked'].includes(part.in))) assert.ok(text.includes(`\n${part.name}: `), part.name);
  assert.ok(text.includes('Felix Böhm') && text.includes('Niels Lohmann'));
});

test('the bill of materials is the same each time, and names what is inside and what is beside', () => {
  const make = () => run(process.execPath, join(root, '.ci/parts/sbom.mjs'), program);
  const text = make();
  const bom = JSON.parse(text);
  assert.equal(make(), text);
  const names = bom.components.map(component => component.name);
  const inside = isStatic ? ['all', 'linked', 'static'] : ['all', 'linked'];
  for (const part of parts) assert.equal(names.includes(part.name), inside.includes(part.in), part.name);
  assert.equal(names.includes('libfmt9'), !isStatic);
  assert.deepEqual(bom.dependencies[0].dependsOn, bom.components.map(component => component['bom-ref']));
});
