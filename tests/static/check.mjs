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
import { deflateRawSync } from 'node:zlib';

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

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; i += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return ~sum >>> 0;
}

// Numbers as [value, bytes], little-endian; strings and buffers as they are.
const bytesOf = (...fields) => Buffer.concat(fields.map((field) => {
  if (!Array.isArray(field)) return Buffer.from(field);
  const bytes = Buffer.alloc(field[1]);
  bytes.writeUIntLE(field[0], 0, field[1]);
  return bytes;
}));

function zip(parts) {
  const entries = [];
  const list = [];
  let place = 0;
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text);
    const header = bytesOf([20, 2], [0, 2], [8, 2], [0x58644CC4, 4], [crc32(Buffer.from(text)), 4], [packed.length, 4],
      [Buffer.byteLength(text), 4], [name.length, 2], [0, 2]);
    list.push(bytesOf('PK\x01\x02', [20, 2], header, [0, 6], [0, 4], [place, 4], name));
    entries.push(bytesOf('PK\x03\x04', header, name, packed));
    place += entries.at(-1).length;
  }
  const size = Buffer.concat(list).length;
  return bytesOf(...entries, ...list, 'PK\x05\x06', [0, 4], [list.length, 2], [list.length, 2], [size, 4], [place, 4], [0, 2]);
}

test('a Word file is read, and changed', () => {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  put('a.docx', zip({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
      + '<w:p><w:r><w:t>A drug user came.</w:t></w:r></w:p></w:body></w:document>',
  }));
  assert.match(lint('/a.docx'), /a\.docx: paragraph 1.*\[/);
  lint('--fix', '/a.docx');
  assert.equal(lint('/a.docx'), 'No findings in 1 file. Thank you for writing with care!\n');
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
