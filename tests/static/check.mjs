// The static programs need nothing of the system that they run on.
//
//   node tests/static/check.mjs BUILD
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const build = path.resolve(process.argv[2] ?? process.env.BUILD ?? 'build/static');
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'personfirst-static-'));
after(() => fs.rmSync(root, { recursive: true, force: true }));
const env = { HOME: '/', PATH: process.env.PATH };
const enter = process.getuid() === 0 ? ['chroot', root] : ['unshare', '--map-root-user', 'chroot', root];

for (const name of ['personfirst', 'personfirst-lsp']) fs.copyFileSync(path.join(build, name), path.join(root, name));

function put(name, bytes) {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), bytes);
}

function lint(...args) {
  const [command, ...rest] = [...enter, '/personfirst', 'lint', ...args];
  const { status, stdout, stderr } = spawnSync(command, rest, { env, timeout: 20_000 });
  assert.ok(status === 0 || status === 1, `status ${status}: ${stderr}`);
  return stdout.toString();
}

for (const name of ['personfirst', 'personfirst-lsp']) {
  test(`${name} asks for no shared library`, () => {
    const headers = execFileSync('readelf', ['--program-headers', '--dynamic', path.join(build, name)]).toString();
    assert.doesNotMatch(headers, /NEEDED|INTERP/);
    assert.ok(fs.statSync(path.join(build, name)).size < 16e6);
  });
}

test('a text is checked, in whole sentences', () => {
  put('a.md', 'She met Dr. Smith. The addict came.\n\n😀 naïve: a junkie.\n');
  const out = lint('--fail-on', 'never', '/a.md');
  assert.match(out, /a\.md:1:24: .*\[people\/addict\]/);
  assert.match(out, /a\.md:3:12: .*\[slang\/junkie\]/);
});

test('full-width letters are read as letters', () => {
  put('wide.md', 'An ａｄｄｉｃｔ came.\n');
  assert.match(lint('/wide.md'), /people\/addict/);
});

// Texts in charsets of old, as bytes: what stands in them says which charset it is.
const CHARSETS = {
  Big5: ['big5', '中毒的人在這裡，他們需要幫助和支持。我們希望每個人都能得到治療。addict\n'],
  'KOI8-R': ['koi8-r', 'Тестовая строка для проверки кодировки, которую нужно прочитать. The addict was here.\n'],
  Shift_JIS: ['shift-jis', '中毒者は助けを必要としています。カタカナも使います。addict は人です。\n'],
  'EUC-KR': ['euc-kr', '중독자는 도움이 필요합니다. 우리는 모두 함께 있습니다. addict\n'],
  'EUC-JP': ['euc-jp', '中毒者は助けを必要としています。カタカナも使います。addict は人です。\n'],
  GB18030: ['gb18030', '成瘾的人需要帮助和支持。我们希望每个人都能得到治疗和关心。addict\n'],
  'windows-1251': ['windows-1251', 'Тестовая строка для проверки кодировки, которую нужно прочитать. The addict was here.\n'],
  'ISO-8859-7': ['iso-8859-7', 'Ο άνθρωπος χρειάζεται βοήθεια και υποστήριξη από όλους μας. The addict was here.\n'],
};
for (const [name, [charset, text]] of Object.entries(CHARSETS)) {
  test(`a text in ${name} is read as such`, () => {
    put('old.txt', execFileSync('iconv', ['--from-code', 'utf-8', '--to-code', charset], { input: text }));
    const out = lint('/old.txt');
    assert.match(out, new RegExp(`read as ${name}`));
    assert.match(out, /people\/addict/);
  });
}

test('what .gitignore names is passed over', () => {
  put('repo/.gitignore', 'theirs/\n');
  put('repo/.git/HEAD', 'ref: refs/heads/main\n');
  put('repo/.git/config', '[core]\n\trepositoryformatversion = 0\n');
  put('repo/.git/objects/info/x', '');
  put('repo/.git/refs/heads/x', '');
  put('repo/theirs/a.md', 'A junkie.\n');
  put('repo/ours/a.md', 'A junkie.\n');
  const out = lint('/repo');
  assert.match(out, /ours\/a\.md/);
  assert.doesNotMatch(out, /theirs/);
});

test('the server greets, checks and goes', { timeout: 20_000 }, async () => {
  const [command, ...rest] = [...enter, '/personfirst-lsp', '--stdio'];
  const server = spawn(command, rest, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const send = (body) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...body });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const document = { uri: 'untitled:a', languageId: 'markdown', version: 1, text: '😀 An addict came.\n' };
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } } });
  send({ method: 'initialized', params: {} });
  send({ method: 'textDocument/didOpen', params: { textDocument: document } });
  send({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri: document.uri } } });
  const gone = once(server, 'exit');
  let heard = '';
  let asked = false;
  for await (const bytes of server.stdout) {  // to its end: a server that nobody listens to any more has reason to fail
    heard += bytes;
    if (asked || !heard.includes('"id":2')) continue;
    asked = true;
    send({ id: 3, method: 'shutdown' });
    send({ method: 'exit' });
  }
  assert.deepEqual(await gone, [0, null]);
  assert.match(heard, /"code":"people\/addict"/);
});
