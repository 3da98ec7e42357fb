// What is there only for the server that is a module: paths of files that are on no disk, .gitignore files, the worker's manners.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { EXTENSION, load } from './load.mjs';

const { pathOf, partsOf, forPeople } = await load('server_paths.ts');
const { IgnoredFiles } = await load('git_ignore.ts');
const { isOfficeDocument } = await load('office_documents.ts');
const { chooseServer } = await load('server.ts');
const { documentSelector } = await load('languages.ts');

const uri = (scheme, authority, name) => ({ scheme, authority, path: name, query: '', fragment: '' });

test('a file that is on no disk gets a path, and comes back from it', () => {
  for (const [scheme, authority, name] of [
    ['vscode-vfs', 'github', '/owner/repo/a b.md'], ['vscode-remote', '127.0.0.1:8080', '/home/é.md'], ['memfs', '', '/x/a.md'],
    ['vscode-vfs', 'github+7b2276223a317d', '/o/r/%20.md'], ['memfs', '', '/'],
  ]) {
    const given = pathOf(uri(scheme, authority, name));
    assert.match(given, /^\/~uri\//);
    assert.deepEqual(partsOf(given), { scheme, authority, path: name });
  }
});

test('files below each other stay below each other, and those of two hosts do not meet', () => {
  const folder = pathOf(uri('vscode-vfs', 'github', '/o/r'));
  assert.ok(pathOf(uri('vscode-vfs', 'github', '/o/r/docs/a.md')).startsWith(`${folder}/`));
  assert.ok(!pathOf(uri('vscode-vfs', 'gitlab', '/o/r/docs/a.md')).startsWith(folder));
  assert.ok(!pathOf(uri('memfs', 'github', '/o/r/docs/a.md')).startsWith(folder));
});

test('files on a disk, and documents that are nowhere, keep their names', () => {
  for (const [scheme, name] of [['file', '/a.md'], ['untitled', 'Untitled-1'], ['vscode-notebook-cell', '/n.ipynb'], ['vscode-scm', '/x']]) {
    assert.equal(pathOf(uri(scheme, '', name)), '');
  }
  assert.equal(pathOf({ ...uri('git', '', '/a.md'), query: '{"ref":"HEAD"}' }), '', 'an older state of a file');
  for (const name of ['/home/a.md', 'c:/a.md', '//server/a.md', '/~uri', '/~uri/', '/~uri/x y/z/a.md']) assert.equal(partsOf(name), undefined);
});

test('people read the path that they know', () => {
  assert.equal(forPeople('personfirst: /~uri/vscode-vfs/github/o/r/.personfirst.json:2:3: no'), 'personfirst: /o/r/.personfirst.json:2:3: no');
  assert.equal(forPeople('personfirst: /home/.personfirst.json: no'), 'personfirst: /home/.personfirst.json: no');
});

/** What our own reading of the .gitignore files passes over, as paths below the folder. */
async function ignoredHere(root, { from = root, withoutGit = false } = {}) {
  const reading = {
    text: async (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined),
    exists: async (file) => fs.existsSync(file),
  };
  const passed = [];
  const visit = async (folder, ignored) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const full = `${folder}/${entry.name}`;
      if (entry.name === '.git') continue;
      if (ignored.has(full, entry.isDirectory())) passed.push(path.relative(root, full) + (entry.isDirectory() ? '/' : ''));
      else if (entry.isDirectory()) await visit(full, await ignored.below(full, reading));
    }
  };
  await visit(from, await IgnoredFiles.around(from, reading, withoutGit));
  return passed.sort();
}

function makeFiles(context, files) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'personfirst-ignore-'));
  context.after(() => fs.rmSync(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  return root;
}

const TREE = {
  '.gitignore': '*.log\n/top.md\nbuild/\n!keep.log\ndocs/*.tmp.md\n',
  'top.md': '', 'a.log': '', 'keep.log': '', 'sub/top.md': '', 'sub/b.log': '', 'build/c.md': '', 'sub/build/d.md': '',
  'docs/e.tmp.md': '', 'docs/deep/f.tmp.md': '', 'sub/.gitignore': '!b.log\nown.md\n', 'sub/own.md': '', 'own.md': '', 'sub/deep/own.md': '',
  'excluded.md': '',
};

test('what .gitignore files name is passed over as git does', async (context) => {
  const root = makeFiles(context, TREE);
  const git = (...args) => execFileSync('git', ['-C', root, '-c', 'core.excludesFile=/dev/null', ...args], { encoding: 'utf8' });
  git('init', '-q');
  fs.writeFileSync(path.join(root, '.git/info/exclude'), 'excluded.md\n');
  const ofGit = git('status', '--ignored', '--porcelain', '-uall').split('\n').filter((line) => line.startsWith('!! ')).map((line) => line.slice(3));
  const ours = await ignoredHere(root);
  const files = ours.flatMap((name) => (name.endsWith('/') ? fs.readdirSync(path.join(root, name)).map((file) => name + file) : [name]));
  const theirs = ofGit.flatMap((name) => (name.endsWith('/') ? fs.readdirSync(path.join(root, name)).map((file) => name + file) : [name]));
  assert.deepEqual(files.sort(), theirs.sort());
  assert.ok(files.length >= 7, files.join());
});

test('a .gitignore above the folder counts, too', async (context) => {
  const root = makeFiles(context, { ...TREE, '.git/HEAD': '' });
  assert.deepEqual(await ignoredHere(root, { from: `${root}/sub` }), ['sub/build/', 'sub/deep/own.md', 'sub/own.md']);
});

test('who opens an ignored folder wants it checked', async (context) => {
  const root = makeFiles(context, { ...TREE, '.git/HEAD': '', 'build/x.log': '' });
  assert.deepEqual(await ignoredHere(root, { from: `${root}/build` }), []);
});

test('without a repository a .gitignore is only a file, but in a folder that comes without its .git', async (context) => {
  const root = makeFiles(context, { '.gitignore': 'a.md\n', 'a.md': '' });
  assert.deepEqual(await ignoredHere(root), []);
  assert.deepEqual(await ignoredHere(root, { withoutGit: true }), ['a.md']);
});

test('a repository inside of another has its own .gitignore alone', async (context) => {
  const root = makeFiles(context, { '.git/HEAD': '', '.gitignore': 'a.md\n', 'a.md': '', 'in/.git/HEAD': '', 'in/a.md': '', 'in/b.md': '', 'in/.gitignore': 'b.md\n' });
  assert.deepEqual(await ignoredHere(root), ['a.md', 'in/b.md']);
});

test('office documents are those that the engine knows as such', () => {
  const engine = fs.readFileSync(path.join(EXTENSION, '../../linter/office/file_kind.cpp'), 'utf8');
  const endings = [...engine.split('kEndings = {')[1].split('}')[0].matchAll(/"(\.\w+)"/g)].map(([, ending]) => ending);
  assert.ok(endings.length >= 4, 'the engine’s endings are found');
  for (const ending of endings) assert.ok(isOfficeDocument(`/a/b${ending.toUpperCase()}`), ending);
  for (const name of ['a.md', 'docx', 'a.docx.txt']) assert.ok(!isOfficeDocument(name), name);
});

const MODULE = '/ext/dist/personfirst_server.wasm';
for (const [claim, files, around, wanted] of [
  ['the module runs where the package has no program', [MODULE], {}, 'module'],
  ['a program of the package runs rather than the module', [MODULE, '/ext/server/darwin-arm64/personfirst-lsp'], {}, 'program'],
  ['a program of one’s own runs rather than the module', [MODULE, '/own/lsp'], { configured: '/own/lsp' }, 'program'],
  ['an untrusted workspace gets the module, whatever it names', [MODULE, '/own/lsp'], { configured: '/own/lsp', trusted: false }, 'module'],
  ['a path that leads nowhere is no reason to run the module', [MODULE], { configured: '/no/lsp' }, 'none'],
]) {
  test(claim, () => {
    const around_ = { configured: '', trusted: true, extensionPath: '/ext', platform: 'darwin-arm64', exists: (file) => files.includes(file), ...around };
    assert.equal(chooseServer(around_).kind, wanted);
  });
}

test('documents of every scheme that files have are checked, and configurations there are completed', () => {
  const selector = documentSelector(['file', 'vscode-vfs']);
  assert.ok(selector.some(({ scheme, language }) => scheme === 'vscode-vfs' && language === 'markdown'));
  assert.ok(selector.some(({ scheme, pattern }) => scheme === 'vscode-vfs' && pattern === '**/.personfirst.json'));
  assert.ok(!documentSelector().some(({ scheme }) => scheme === 'vscode-vfs'));
});
