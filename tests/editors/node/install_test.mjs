// What is in the packages, and that they can be installed and started.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { install, root, runNpx, runPackage, runProgram, tarball } from './support.mjs';

const folder = install(['personfirst']);

const filesOf = name => execFileSync('tar', ['tzf', tarball(name)], { encoding: 'utf8' }).split('\n').filter(Boolean);

test('the package holds what it needs, its licences, and nothing else', () => {
  const files = filesOf('personfirst').map(file => file.replace(/^package\//, ''));
  const types = files.filter(file => file.startsWith('dist/types/'));
  const others = files.filter(file => !file.startsWith('dist/types/')).sort();
  assert.deepEqual(others, [
    'LICENSE', 'NOTICES.txt', 'README.md', 'dist/browser.js', 'dist/charsets.dat', 'dist/cli.js', 'dist/examples.dat',
    'dist/node.js', 'dist/personfirst.wasm', 'dist/personfirst_server.wasm', 'dist/worker.js', 'package.json',
  ]);
  assert.ok(types.length > 0 && types.every(file => /\.d\.m?ts$/.test(file)), types.join(' '));
});

test('the notices name every part that the package carries', () => {
  const notices = readFileSync(join(folder, 'node_modules/personfirst/NOTICES.txt'), 'utf8');
  for (const part of ['ICU', 'RE2', 'MD4C', 'pugixml', 'wasi-libc', 'picomatch', 'ignore', 'diff', 'get-east-asian-width']) {
    assert.match(notices, new RegExp(`^=+\n${part}\n=+$`, 'm'), part);
  }
});

for (const name of ['textlint-rule-personfirst', 'remark-lint-personfirst']) {
  test(`${name} holds its code, types, licence and page`, () => {
    const files = filesOf(name).map(file => file.replace(/^package\//, '')).sort();
    assert.deepEqual(files, ['LICENSE', 'README.md', 'dist/index.d.ts', 'dist/index.js', 'package.json']);
  });
}

test('npx starts it', () => {
  const { status, out } = runNpx(folder, ['personfirst', '--version']);
  assert.equal(status, 0);
  assert.equal(out, runProgram(['--version']).out);
});

test('npx checks a file: findings, and status 1', () => {
  writeFileSync(join(folder, 'a.md'), 'He is an addict.\n');
  const { status, out } = runNpx(folder, ['personfirst', 'lint', 'a.md']);
  assert.equal(status, 1);
  assert.match(out, /^a\.md:1:10: error: /);
});

test('all versions are one', () => {
  const version = name => JSON.parse(readFileSync(join(root, 'editors', name, 'package.json'), 'utf8'));
  const { out } = runPackage(folder, ['--version']);
  assert.equal(out, `personfirst ${version('node').version}\n`);
  for (const name of ['textlint', 'remark']) assert.equal(version(name).dependencies.personfirst, version('node').version, name);
});

test('the page\'s example runs, and prints what it says', () => {
  const page = readFileSync(join(root, 'editors/node/README.md'), 'utf8');
  const [, code] = /```js\n(.*?)```/s.exec(page);
  writeFileSync(join(folder, 'example.mjs'), code);
  const said = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
  const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
  assert.ok(promised.length > 0);
  assert.deepEqual(said.trim().split('\n'), promised);
});
