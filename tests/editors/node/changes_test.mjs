// --changed-since and --staged, asked of the git that is installed, against the program, which asks a library: byte for byte.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { install, runPackage, runProgram, scratch } from './support.mjs';

const folder = install(['personfirst']);
const who = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' };
const home = scratch('home');
const env = { ...who, HOME: home, XDG_CONFIG_HOME: '' };

function git(cwd, ...words) {
  const { status, stdout, stderr } = spawnSync('git', words, { cwd, env: { ...process.env, ...env } });
  assert.equal(status, 0, `git ${words.join(' ')}: ${stderr}`);
  return stdout.toString();
}

/** Both are asked the same in the same folder. */
function check(cwd, words, more = {}) {
  const options = { cwd, env: { ...env, ...more } };
  const program = runProgram(['lint', '--format', 'json', ...words], options);
  const ours = runPackage(folder, ['lint', '--format', 'json', ...words], options);
  assert.equal(ours.err, program.err, `${words.join(' ')}: standard error`);
  assert.equal(ours.out, program.out, `${words.join(' ')}: standard output`);
  assert.equal(ours.status, program.status, `${words.join(' ')}: status`);
  const report = ours.out === '' ? { files: [] } : JSON.parse(Buffer.from(ours.out, 'latin1').toString());
  const found = report.files.flatMap(({ path, findings }) => findings.map(({ start }) => `${path}:${start.line}`));
  return { ...ours, found: found.sort() };
}

function put(cwd, path, content) {
  mkdirSync(join(cwd, dirname(path)), { recursive: true });
  writeFileSync(join(cwd, path), content);
}

/** With a commit on main that has these files. */
function repository(files) {
  const cwd = scratch('repository');
  git(cwd, 'init', '-q', '-b', 'main', '.');
  git(cwd, 'config', 'core.autocrlf', 'false');
  for (const [path, content] of Object.entries(files)) put(cwd, path, content);
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-q', '--allow-empty', '-m', 'one');
  return cwd;
}

const OLD = 'An addict.\n\nNothing here.\n\nAnother addict.\n';
const NEW = 'An addict.\n\nA junkie here.\n\nAnother addict.\n';

for (const [claim, before, act, found] of [
  ['a changed line', { 'a.md': OLD }, cwd => put(cwd, 'a.md', NEW), ['a.md:3']],
  ['lines that are gone', { 'a.md': OLD }, cwd => put(cwd, 'a.md', 'An addict.\n'), []],
  ['a new file, staged', {}, cwd => (put(cwd, 'a.md', OLD), git(cwd, 'add', '.')), ['a.md:1', 'a.md:5']],
  ['a new file that git does not know', {}, cwd => put(cwd, 'x/y/a.md', OLD), ['x/y/a.md:1', 'x/y/a.md:5']],
  ['a new file that is to be added later', {}, cwd => (put(cwd, 'a.md', OLD), git(cwd, 'add', '-N', '.')), ['a.md:1', 'a.md:5']],
  ['an ignored file', { '.gitignore': 'a.md\n' }, cwd => put(cwd, 'a.md', OLD), []],
  ['a renamed file', { 'a.md': OLD }, cwd => git(cwd, 'mv', 'a.md', 'b.md'), []],
  ['a renamed file that changed', { 'a.md': OLD.repeat(9) }, cwd => (git(cwd, 'mv', 'a.md', 'b.md'), put(cwd, 'b.md', `${OLD.repeat(9)}A junkie.\n`)), ['b.md:46']],
  ['a renamed file that is not staged', { 'a.md': OLD }, cwd => renameSync(join(cwd, 'a.md'), join(cwd, 'b.md')), ['b.md:1', 'b.md:5']],
  ['a deleted file', { 'a.md': OLD }, cwd => unlinkSync(join(cwd, 'a.md')), []],
  ['a file that git is to forget', { 'a.md': OLD }, cwd => git(cwd, 'rm', '-q', '--cached', 'a.md'), []],
  ['ends of lines that changed', { 'a.md': OLD }, cwd => put(cwd, 'a.md', OLD.replaceAll('\n', '\r\n')), ['a.md:1', 'a.md:5']],
  ['lines that end in CR LF', { 'a.md': OLD.replaceAll('\n', '\r\n') }, cwd => put(cwd, 'a.md', NEW.replaceAll('\n', '\r\n')), ['a.md:3']],
  ['lines of old Macs, which are one to git', { 'a.md': 'An addict.\rNothing.\n' }, cwd => put(cwd, 'a.md', 'An addict.\rNothing more.\n'), ['a.md:1']],
  ['a last line without an end', { 'a.md': 'An addict.' }, cwd => put(cwd, 'a.md', 'An addict.\nA junkie.'), ['a.md:1', 'a.md:2']],
  ['an end for the last line', { 'a.md': 'Nothing.\nAn addict.', 'b.md': OLD }, cwd => (put(cwd, 'a.md', 'Nothing.\nAn addict.\n'), put(cwd, 'b.md', NEW)), ['a.md:2', 'b.md:3']],
  ['UTF-16, which git does not cut into lines', { 'a.md': Buffer.from(`\uFEFF${OLD}`, 'utf16le') }, cwd => put(cwd, 'a.md', Buffer.from(`\uFEFF${NEW}`, 'utf16le')), ['a.md:1', 'a.md:3', 'a.md:5']],
  ['a file that git is told not to cut', { 'a b.md': OLD, '.gitattributes': '*.md -diff\n' }, cwd => put(cwd, 'a b.md', NEW), ['a b.md:1', 'a b.md:3', 'a b.md:5']],
  ['another mode', { 'a.md': OLD }, cwd => chmodSync(join(cwd, 'a.md'), 0o755), []],
  ['what looks like a patch', { 'a.md': 'Nothing.\n', 'b.md': OLD }, cwd => (put(cwd, 'a.md', '@@ -1 +1,9 @@\ndiff --git a/b.md b/b.md\n@@ -0,0 +1,5 @@\n'), put(cwd, 'b.md', NEW)), ['b.md:3']],
  ['a link that became a file', { 'b.md': OLD }, cwd => (symlinkSync('b.md', join(cwd, 'a.md')), git(cwd, 'add', '.'), git(cwd, 'commit', '-qm', 'two'), unlinkSync(join(cwd, 'a.md')), put(cwd, 'a.md', OLD)), ['a.md:1', 'a.md:5']],
  ['a repository in it', { 'a.md': OLD }, cwd => (mkdirSync(join(cwd, 'in')), git(join(cwd, 'in'), 'init', '-q'), git(join(cwd, 'in'), 'commit', '-q', '--allow-empty', '-m', 'in'), put(cwd, 'in/b.md', OLD), put(cwd, 'a.md', NEW)), ['a.md:3']],
]) {
  test(`since a revision: ${claim}`, () => {
    const cwd = repository(before);
    act(cwd);
    assert.deepEqual(check(cwd, ['--changed-since', 'HEAD']).found, found);
    if (existsSync(join(cwd, 'x'))) check(join(cwd, 'x'), ['--changed-since', 'HEAD', 'y/../..']);
    check(cwd, ['--staged']);
    git(cwd, 'add', '-A');
    check(cwd, ['--staged']);
    check(cwd, ['--changed-since', 'HEAD']);
  });
}

const NAMES = ['with space.md', ' leading.md', 'ü ñ 漢字 😀.md', '"quoted".md', "it's.md", 'back\\slash.md', 'tab\there.md', '-dash.md', 'b b/b.md', 'a => {b}.md', 'new\nline.md', ':colon.md', '*star[1].md', 'x b/x.md'];

test('names may be anything', () => {
  const cwd = repository(Object.fromEntries(NAMES.map(name => [name, OLD])));
  for (const name of NAMES) put(cwd, name, NEW);
  put(cwd, 'new "ü".md', OLD);
  const since = check(cwd, ['--changed-since', 'main']);
  assert.equal(since.found.length, NAMES.length + 2);
  git(cwd, 'add', '-A');
  assert.equal(check(cwd, ['--staged']).found.length, NAMES.length + 2);
  git(cwd, 'commit', '-qm', 'two');
  for (const name of NAMES) git(cwd, 'mv', '--', name, `moved ${name.replaceAll('/', '_')}`);
  put(cwd, `moved ${NAMES[3]}`, `${NEW}A junkie.\n`);
  assert.deepEqual(check(cwd, ['--changed-since', 'HEAD']).found, [`moved ${NAMES[3]}:6`]);
  check(cwd, ['--changed-since', 'HEAD', '--', `moved ${NAMES[7]}`, `./moved ${NAMES[3]}`, join(cwd, `moved ${NAMES[2]}`)]);
});

test('headers that look alike do not lend each other their lines', () => {
  const cwd = repository({ x: 'one\n'.repeat(9) + OLD, 'x b/y': 'two\n'.repeat(9) + OLD });
  git(cwd, 'rm', '-q', 'x', 'x b/y');
  put(cwd, 'y', `${'two\n'.repeat(9)}${NEW}`);
  put(cwd, 'y b/y', `${'one\n'.repeat(9)}${OLD}A junkie.\n`);
  git(cwd, 'add', '-A');
  const { found } = check(cwd, ['--changed-since', 'HEAD', 'y', 'y b/y']);
  assert.deepEqual(found, ['y b/y:15', 'y:12']);
});

test('what is staged is checked as it is staged', () => {
  const cwd = repository({ 'a.md': OLD, 'b.md': OLD });
  put(cwd, 'a.md', NEW);
  put(cwd, 'c.md', 'A junkie.\n');
  git(cwd, 'add', '-A');
  put(cwd, 'a.md', 'Reworded.\n');
  put(cwd, 'b.md', NEW);
  put(cwd, 'c.md', '');
  assert.deepEqual(check(cwd, ['--staged']).found, ['a.md:3', 'c.md:1']);
  assert.deepEqual(check(cwd, ['--staged', 'a.md']).found, ['a.md:3']);
});

test('before the first commit, what is staged is new', () => {
  const cwd = scratch('fresh');
  git(cwd, 'init', '-q', '-b', 'main', '.');
  put(cwd, 'a.md', OLD);
  assert.deepEqual(check(cwd, ['--staged']).found, []);
  git(cwd, 'add', '.');
  assert.deepEqual(check(cwd, ['--staged']).found, ['a.md:1', 'a.md:5']);
  assert.equal(check(cwd, ['--changed-since', 'HEAD']).status, 2);
});

test('lines count from where the branch left, whatever the other branch did', () => {
  const cwd = repository({ 'a.md': OLD, 'b.md': OLD });
  git(cwd, 'checkout', '-q', '-b', 'branch');
  put(cwd, 'a.md', NEW);
  git(cwd, 'commit', '-qam', 'two');
  git(cwd, 'checkout', '-q', 'main');
  put(cwd, 'b.md', NEW);
  git(cwd, 'commit', '-qam', 'three');
  git(cwd, 'tag', '-a', 'v1', '-m', 'v1');
  git(cwd, 'checkout', '-q', 'branch');
  for (const revision of ['main', 'v1', 'main~0', git(cwd, 'rev-parse', '--short', 'main').trim(), '@{-1}'])
    assert.deepEqual(check(cwd, ['--changed-since', revision]).found, ['a.md:3'], revision);
  assert.deepEqual(check(cwd, ['--changed-since', 'branch']).found, []);
});

test('a file in conflict counts wholly', () => {
  const cwd = repository({ 'a.md': OLD });
  git(cwd, 'checkout', '-q', '-b', 'branch');
  put(cwd, 'a.md', NEW);
  git(cwd, 'commit', '-qam', 'two');
  git(cwd, 'checkout', '-q', 'main');
  put(cwd, 'a.md', OLD.replace('Nothing', 'Something'));
  git(cwd, 'commit', '-qam', 'three');
  spawnSync('git', ['merge', 'branch'], { cwd, env: { ...process.env, ...env } });
  assert.ok(readFileSync(join(cwd, 'a.md'), 'utf8').includes('<<<<<<<'));
  for (const words of [['--changed-since', 'HEAD'], ['--staged']]) assert.equal(check(cwd, words).found.length, 3, words.join(' '));
});

for (const revision of ['nowhere', '-x', '--output=stolen', 'main..main', '^main', ':a.md', 'HEAD:a.md', 'HEAD^{tree}', 'main nowhere', 'a\nb']) {
  test(`no commit is ${JSON.stringify(revision)}`, () => {
    const cwd = repository({ 'a.md': OLD });
    const { status, err } = check(cwd, [`--changed-since=${revision}`]);
    assert.equal(status, 2);
    assert.match(err, /no commit is known by this name/);
    assert.deepEqual(readdirSync(cwd).sort(), ['.git', 'a.md']);
  });
}

test('in folders of work trees, clones with some of the history, and folders without any', () => {
  const cwd = repository({ 'a.md': OLD, 'docs/b.md': OLD });
  put(cwd, 'a.md', NEW);
  git(cwd, 'commit', '-qam', 'two');
  const [tree, clone] = [join(scratch('tree'), 't'), join(scratch('clone'), 'c')];
  git(cwd, 'worktree', 'add', '-q', '-b', 'other', tree, 'HEAD~1');
  put(tree, 'docs/b.md', NEW);
  assert.deepEqual(check(tree, ['--changed-since', 'main']).found, ['docs/b.md:3']);
  assert.deepEqual(check(join(tree, 'docs'), ['--changed-since', 'main']).found, ['b.md:3']);
  git(cwd, 'clone', '-q', '--depth', '1', `file://${cwd}`, clone);
  assert.match(check(clone, ['--changed-since', 'HEAD~1']).err, /this clone is shallow/);
  assert.deepEqual(check(clone, ['--changed-since', 'HEAD']).found, []);
  const bare = join(scratch('bare'), 'b.git');
  git(cwd, 'clone', '-q', '--bare', cwd, bare);
  for (const where of [scratch('none'), bare]) assert.match(check(where, ['--staged']).err, /is not in a git repository/);
});

// A small generator of numbers that look random: the same ones in every run.
function numbers(seed) {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
}

const LINES = ['An addict.', '', 'Nothing.', '', '- a junkie', '}'];

test('texts in which every line stands many times are compared alike', () => {
  const random = numbers(7);
  const text = () => Array.from({ length: 40 }, () => LINES[random(LINES.length)]);
  const before = Array.from({ length: 40 }, text);
  const cwd = repository(Object.fromEntries(before.map((lines, i) => [`${i}.md`, `${lines.join('\n')}\n`])));
  before.forEach((lines, i) => {
    const now = [...lines];
    for (let edits = 1 + random(5); edits > 0; edits -= 1) {
      const at = random(now.length);
      if (random(3) === 0) now.splice(at, random(6));
      else now.splice(at, random(2), ...text().slice(0, 1 + random(6)));
    }
    put(cwd, `${i}.md`, now.join('\n') + (i % 3 === 0 ? '' : '\n'));
  });
  assert.ok(check(cwd, ['--changed-since', 'HEAD']).found.length > 50);
  check(cwd, ['--changed-since', 'HEAD', '--jobs', '3']);
  git(cwd, 'add', '-A');
  assert.ok(check(cwd, ['--staged', '--jobs', '2']).found.length > 50);
});

test('over several threads, what is staged is read in each', () => {
  const cwd = repository({ 'a.md': OLD });
  for (let i = 0; i < 90; i += 1) put(cwd, `d${i % 5}/${i}.md`, OLD);
  git(cwd, 'add', '-A');
  for (let i = 0; i < 90; i += 1) put(cwd, `d${i % 5}/${i}.md`, '');
  assert.equal(check(cwd, ['--staged', '--jobs', '3']).found.length, 180);
});

test('beside a baseline, of two that are alike the new one counts', () => {
  const cwd = repository({ 'a.md': 'Nothing.\n\nAn addict.\n' });
  runProgram(['lint', '--write-baseline', 'known.json', '.'], { cwd, env });
  put(cwd, 'a.md', 'Nothing.\n\nAn addict.\n\nNothing.\n\nAn addict.\n');
  for (const words of [['--changed-since', 'HEAD'], []]) assert.equal(check(cwd, [...words, '--baseline', 'known.json']).found.length, 1);
  assert.deepEqual(check(cwd, ['--changed-since', 'HEAD', '--baseline', 'known.json']).found, ['a.md:7']);
});

test('comments that silence nothing new are not told of', () => {
  const silenced = '<!-- personfirst-disable-next-line people/addict -->\nAn addict.\n';
  const cwd = repository({ 'a.md': silenced });
  put(cwd, 'a.md', `${silenced}\n${silenced}`);
  const { out } = check(cwd, ['--changed-since', 'HEAD']);
  assert.equal(JSON.parse(out).files[0].suppressed.length, 1);
});

for (const level of ['--fix', '--fix-suggested', '--diff']) {
  test(`${level} touches only what changed, and what no baseline knows`, () => {
    const made = [0, 1].map(() => {
      const cwd = repository({ 'a.md': OLD, 'é.txt': '\uFEFFCafé: an addict.\r\n' });
      runProgram(['lint', '--write-baseline', 'known.json', '.'], { cwd, env });
      put(cwd, 'a.md', `A junkie and an ad-\ndict.\n${NEW}An alcoholic suffers from alcoholism.\n`);
      put(cwd, 'é.txt', '\uFEFFCafé: an addict.\r\nCafé: another addict.\r\n');
      return cwd;
    });
    for (const choice of [['--changed-since', 'HEAD'], ['--changed-since', 'HEAD', '--baseline', 'known.json'], ['--baseline', 'known.json']]) {
      const words = ['lint', level, ...choice];
      assert.deepEqual(runPackage(folder, words, { cwd: made[0], env }), runProgram(words, { cwd: made[1], env }), words.join(' '));
      for (const name of ['a.md', 'é.txt']) assert.deepEqual(readFileSync(join(made[0], name)), readFileSync(join(made[1], name)), name);
    }
  });
}

// What a user may have configured, each of which changes what `git diff` prints, or starts a program.
const CONFIGURED = `[diff]
  noprefix = true
  mnemonicPrefix = true
  renames = false
  context = 9
  interHunkContext = 9
  algorithm = histogram
  indentHeuristic = true
  relative = true
  external = SPY
  orderFile = /nowhere
  wsErrorHighlight = all
  colorMoved = zebra
  submodule = log
  autoRefreshIndex = false
[color]
  ui = always
[core]
  quotePath = false
  fsmonitor = SPY
  pager = SPY
[diff "spied"]
  textconv = SPY
  command = SPY
[filter "spied"]
  clean = SPY
  smudge = SPY
  process = SPY
  required = true
`;

test('nothing that is configured changes an answer or is run', () => {
  const cwd = repository({ 'a.md': OLD.repeat(5), 'sub/ü.md': OLD, 'c.md': OLD, '.gitattributes': '*.md diff=spied filter=spied\n' });
  put(cwd, 'a.md', OLD.repeat(5).replace('Nothing', 'A junkie'));
  put(cwd, 'sub/ü.md', NEW);
  git(cwd, 'mv', 'c.md', 'sub/d.md');
  const plain = check(join(cwd, 'sub'), ['--changed-since', 'HEAD', '..']);
  const index = readFileSync(join(cwd, '.git/index'));
  const spy = join(scratch('spy'), 'spy');
  writeFileSync(spy, '#!/bin/sh\necho seen >"$0.seen"\ncat\n', { mode: 0o755 });
  writeFileSync(join(home, '.gitconfig'), CONFIGURED.replaceAll('SPY', spy));
  try {
    const more = { GIT_DIFF_OPTS: '--unified=5', GIT_EXTERNAL_DIFF: spy, GIT_PAGER: spy, GIT_LITERAL_PATHSPECS: '1' };
    assert.deepEqual(runPackage(folder, ['lint', '--format', 'json', '--changed-since', 'HEAD', '..'], { cwd: join(cwd, 'sub'), env: { ...env, ...more } }).out, plain.out);
    assert.equal(runPackage(folder, ['lint', '--staged'], { cwd, env: { ...env, ...more } }).status, 0);
    assert.ok(!existsSync(`${spy}.seen`));
    assert.deepEqual(readFileSync(join(cwd, '.git/index')), index);
    spawnSync('git', ['status'], { cwd, env: { ...process.env, ...env, ...more } });
    assert.ok(existsSync(`${spy}.seen`), 'the spy is no spy');
  } finally {
    rmSync(join(home, '.gitconfig'));
  }
  assert.deepEqual(plain.found, ['../a.md:3', '../sub/ü.md:3']);
});

test('GIT_INDEX_FILE holds, as in the hooks of a commit', () => {
  const cwd = repository({ 'a.md': OLD });
  put(cwd, 'a.md', NEW);
  const more = { GIT_INDEX_FILE: join(cwd, '.git/other') };
  spawnSync('git', ['read-tree', 'HEAD'], { cwd, env: { ...process.env, ...env, ...more } });
  spawnSync('git', ['add', 'a.md'], { cwd, env: { ...process.env, ...env, ...more } });
  const words = ['lint', '--staged', '--quiet'];
  assert.equal(runPackage(folder, words, { cwd, env }).status, 0);
  assert.match(runPackage(folder, words, { cwd, env: { ...env, ...more } }).out, /^a\.md:3:/);
});

test('without git, or where git opens nothing, that is said', () => {
  const cwd = repository({ 'a.md': OLD });
  const bin = scratch('bin');
  symlinkSync(process.execPath, join(bin, 'node'));
  for (const [more, what] of [
    [{ PATH: bin }, /^personfirst: git tells what has changed, and is not installed\n$/],
    [{ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }, /^personfirst: \.: is in a git repository of somebody else.*safe\.directory\n$/],
    [{ GIT_CONFIG_COUNT: 'x' }, /^personfirst: git: .+\n$/],
  ]) {
    for (const words of [['--changed-since', 'HEAD'], ['--staged']]) {
      const { status, out, err } = runPackage(folder, ['lint', ...words], { cwd, env: { ...env, ...more } });
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.match(err, what);
    }
  }
});

test('a repository that is damaged is told of', () => {
  const cwd = repository({ 'a.md': OLD });
  put(cwd, 'a.md', NEW);
  git(cwd, 'add', 'a.md');
  const blob = git(cwd, 'rev-parse', ':a.md').trim();
  unlinkSync(join(cwd, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  const damaged = runPackage(folder, ['lint', '--staged'], { cwd, env });
  assert.equal(damaged.status, 2);
  assert.equal(damaged.err, 'personfirst: a.md: what is staged of it cannot be read\n');
  writeFileSync(join(cwd, '.git/index'), 'nothing');
  for (const words of [['--staged'], ['--changed-since', 'HEAD']]) assert.equal(check(cwd, words).status, 2, words.join(' '));
});
