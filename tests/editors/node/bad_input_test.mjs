// What nobody wants to be given: told plainly, with the right status, and nothing is lost.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { install, runPackage, runProgram, scratch } from './support.mjs';

const folder = install(['personfirst']);
const cwd = scratch('bad');
const run = (...words) => runPackage(folder, words, { cwd });
const write = (name, content) => writeFileSync(join(cwd, name), content);
write('good.md', 'He is an addict.\n');

for (const [name, content, what] of [
  ['binary.md', Buffer.from([0x41, 0, 1, 2, 0xff]), /^personfirst: binary\.md: a binary file, not text\n$/],
  ['word.docx', Buffer.from('PK\x03\x04 and so on'), /^personfirst: word\.docx: not read: .* office documents\n$/],
  ['paper.pdf', '%PDF-1.7\n', /^personfirst: paper\.pdf: a PDF file; only the program itself reads these\n$/],
]) {
  test(`${name} is named, and the others are checked`, () => {
    write(name, content);
    const { status, out, err } = run('lint', name, 'good.md');
    assert.equal(status, 2);
    assert.match(err, what);
    assert.match(out, /good\.md:1:10: error/);
  });
}

test('ill-formed bytes are kept by --fix, and reported alike', () => {
  const bytes = Buffer.concat([Buffer.from('éééé she suffers from alcoholism '), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from(' an alcoholic.\n')]);
  const fixed = runPackage(folder, ['lint', '--fix-suggested', '-'], { cwd, input: bytes });
  assert.deepEqual(fixed, runProgram(['lint', '--fix-suggested', '-'], { cwd, input: bytes }));
  assert.ok(fixed.out.includes('\xff\xfe\xc3'));
});

test('50 MB are checked', () => {
  write('large.txt', `${'Nothing special in this line.\n'.repeat(1_700_000)}He is an addict.\n`);
  assert.ok(statSync(join(cwd, 'large.txt')).size > 50e6);
  const { status, out } = run('lint', 'large.txt');
  assert.equal(status, 1);
  assert.match(out, /^large\.txt:1700001:10: error/);
});

test('a file of 2 GiB is refused before it is read', () => {
  write('vast.txt', '');
  truncateSync(join(cwd, 'vast.txt'), 2 ** 31);
  const { status, err } = run('lint', 'vast.txt', 'good.md');
  truncateSync(join(cwd, 'vast.txt'), 0);
  assert.equal(status, 2);
  assert.match(err, /^personfirst: vast\.txt: too large: /);
});

test('more than the engine may hold is told, the file stays, and the others are checked', () => {
  write('greedy.txt', Buffer.alloc(1.2e9, 'Nothing here.\n'));
  const { status, out, err } = run('lint', '--fix', 'good.md', 'greedy.txt');
  const { size } = statSync(join(cwd, 'greedy.txt'));
  writeFileSync(join(cwd, 'greedy.txt'), '');
  assert.equal(status, 2);
  assert.match(err, /^personfirst: greedy\.txt: not checked: .* too large for the memory /);
  assert.match(out, /good\.md:1:10: error/);
  assert.equal(size, 1.2e9);
});

test('deep nesting costs nothing else', () => {
  write('deep.json', '['.repeat(1_000_000));
  write('deep.html', `${'<div>'.repeat(100_000)}an addict`);
  const { status, out } = run('lint', '--quiet', 'deep.json', 'deep.html', 'good.md');
  assert.notEqual(status, 0);
  assert.match(out, /good\.md:1:10: error/);
});

test('what may not be written stays as it is, and nothing is left beside it', () => {
  const before = readdirSync(cwd).sort();
  const { status, err } = run('lint', '--output', 'sarif=missing/report.sarif', 'good.md');
  assert.equal(status, 2);
  assert.equal(err, 'personfirst: missing/report.sarif: No such file or directory\n');
  assert.deepEqual(readdirSync(cwd).sort(), before);
  assert.equal(readFileSync(join(cwd, 'good.md'), 'utf8'), 'He is an addict.\n');
});
