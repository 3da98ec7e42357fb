// The extension's worker with the module that was built: MODULE names it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from './worker.mjs';

async function started(context, files = {}) {
  const client = new Client();
  context.after(() => client.stop());
  for (const [name, text] of Object.entries(files)) client.files.set(name, text);
  await client.start();
  return client;
}

test('what is said before the module is ready is answered', async (context) => {
  const client = await started(context);
  client.open('file:///ws/a.md', 'An addict.\n');
  assert.deepEqual(await client.published('file:///ws/a.md'), ['people/addict']);
});

test('a configuration is asked for and holds', async (context) => {
  const client = await started(context, { '/ws/.personfirst.json': '{ "rules": { "people/addict": "off" } }' });
  client.open('file:///ws/docs/a.md', 'An addict and a junkie.\n');
  assert.deepEqual(await client.published('file:///ws/docs/a.md'), ['slang/junkie']);
  assert.ok(client.asked.includes('/ws/docs/.personfirst.json'));
});

test('a configuration that cannot be read is told, and texts are checked without it', async (context) => {
  const client = await started(context, { '/ws/.personfirst.json': new Error('is too large') });
  client.open('file:///ws/a.md', 'An addict.\n');
  assert.deepEqual(await client.published('file:///ws/a.md'), ['people/addict']);
  const { params } = await client.get(({ method }) => method === 'window/showMessage');
  assert.match(params.message, /is too large/);
});

test('of a workspace the texts are read, and nothing else', async (context) => {
  const client = await started(context, {
    '/ws/a.md': 'An addict.\n', '/ws/b.txt': 'A junkie.\n', '/ws/c.docx': 'An addict.\n', '/ws/d.png': 'An addict.\n', '/ws/e.html': '<p>An addict.</p>\n',
    '/ws/binary.md': 'An addict.\n\0\u0001\u0002',
  });
  assert.deepEqual(await client.ask('workspace/executeCommand', { command: 'personfirst.lintWorkspace' }), { files: 3, findings: 3 });
  for (const name of ['/ws/c.docx', '/ws/d.png']) assert.ok(!client.asked.includes(name), name);
});

test('after “exit” it has ended, without a complaint', async (context) => {
  const client = await started(context);
  await client.ask('shutdown');
  client.say({ method: 'exit' });
  assert.deepEqual(await client.end(), { kind: 'ended', why: '' });
});

test('a module that has no more memory has ended and says so', { timeout: 60_000 }, async (context) => {
  const client = new Client({ memory: 32 * 2 ** 20 });
  context.after(() => client.stop());
  await client.start();
  client.open('file:///ws/a.md', 'An addict.\n');
  assert.deepEqual(await client.published('file:///ws/a.md'), ['people/addict']);
  client.open('file:///ws/b.md', 'We went home.\n'.repeat(2 ** 20));
  assert.match((await client.end()).why, /memory/);
});

test('a module that cannot be run is told, not endured in silence', async (context) => {
  const client = new Client({ module: new Uint8Array([0, 1, 2, 3]) });
  context.after(() => client.stop());
  assert.match((await client.end()).why, /CompileError/);
});
