// How long people wait. On a machine that has nothing else to do: alone, and never while something is being built.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Editor, until } from '../e2e/editor.mjs';

const LONGEST_WAIT = 2000;

let editor;
let window;
before(async () => { editor = await Editor.start({ vsix: process.env.VSIX }); });
after(() => editor?.stop());
afterEach(async () => {
  await window?.close();
  window = undefined;
});

/** Opens a file of the folder by its name: the milliseconds until this word in it has a wavy line. */
async function lineUnder(name, word) {
  await window.quickOpen(name);
  const opened = Date.now();
  await until(`a wavy line in ${name}`, async () =>
    (await window.page.locator('.tab.active', { hasText: name }).count()) > 0 && (await window.marked()).includes(word));
  return Date.now() - opened;
}

test('in a window that has just been opened, a new Markdown file has its wavy line within two seconds', async (context) => {
  const folder = editor.folder({ 'list.json': '[1, ]\n' });
  window = await editor.open({ folder });
  await window.shows('the folder', window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'list.json' }));
  await lineUnder('list.json', ',');  // extensions run
  fs.writeFileSync(path.join(folder, 'new.md'), 'Met an addict.\n');
  assert.deepEqual(editor.servers(), []);
  const wait = await lineUnder('new.md', 'addict');
  context.diagnostic(`the wavy line came after ${wait} ms`);
  assert.ok(wait < LONGEST_WAIT, `it took ${wait} ms`);
});
