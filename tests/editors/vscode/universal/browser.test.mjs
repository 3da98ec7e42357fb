// The extension in the browser itself: VS Code's host for web extensions, where there are no programs and no disk.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Editor, until } from '../e2e/editor.mjs';

let editor;
let window;
before(async () => {
  editor = await Editor.start({
    vsix: process.env.VSIX,
    settings: { 'remote.extensionKind': { 'personfirst.personfirst': ['web'] }, 'workbench.editorLargeFileConfirmation': 100 },
  });
});
after(() => editor?.stop());
afterEach(async (context) => {
  if (!context.passed) await window?.shotOfTrouble(`failed-browser-${context.name.replace(/\W+/g, '-')}`);
  else assert.deepEqual(editor.servers(), [], 'nothing of it runs outside of the browser');
  await window?.close();
  window = undefined;
});

async function openFirst(files) {
  const folder = editor.folder(files);
  window = await editor.open({ folder, file: path.join(folder, Object.keys(files)[0]) });
  return folder;
}

const marked = (words) => until(`wavy lines under ${words}`, async () => (await window.marked()).join() === words.join());

test('in the browser, a wavy line is under the word, a hover explains it, and a quick fix rewords it', async () => {
  const folder = await openFirst({ 'a.md': '😀 naïve: The addict was seen.\n' });
  await marked(['addict']);
  const box = await window.squiggles().first().boundingBox();
  await window.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 6, { steps: 4 });
  const hover = window.page.locator('.monaco-hover:visible').first();
  await until('the hover', async () => /whole person[^]*Sources/.test(await hover.innerText()));
  await window.shot('browser-hover');
  await window.click(window.squiggles().first());
  await (await window.quickFixes()).filter({ hasText: 'person with a substance use disorder' }).first().click();
  await until('no wavy line', async () => (await window.squiggles().count()) === 0);
  await window.save();
  await until('the saved file', () =>
    fs.readFileSync(path.join(folder, 'a.md'), 'utf8') === '😀 naïve: The person with a substance use disorder was seen.\n');
});

test('in the browser, words are marked while they are typed, and go on being marked after a restart', async () => {
  await openFirst({ 'a.md': 'The text.\n' });
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.page.keyboard.press('End');
  await window.page.keyboard.type(' A junkie');
  await marked(['junkie']);
  await window.run('Personfirst: Restart');
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.page.keyboard.press('End');
  await window.page.keyboard.type(' and a drunk');
  await marked(['junkie', 'drunk']);
});

test('in the browser, an engine that fails twice comes back, with one message, and nothing that was typed is lost', async () => {
  editor.makeBreakableBy('☠');
  const folder = await openFirst({ 'a.md': 'An addict.\n' });
  await marked(['addict']);
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.page.keyboard.press('End');
  await window.page.keyboard.type(' ☠ A junkie.');
  await marked(['addict', 'junkie']);
  await window.page.keyboard.type(' ☠ A drunk.');
  await marked(['addict', 'junkie', 'drunk']);
  await until('the status bar counts them', async () => /: 3 findings/.test(await window.statusLabel()));
  await window.shot('browser-restarted');
  await window.lookBehindBell();
  await window.told('being started again');
  assert.equal(await window.notifications().count(), 1);
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.save();
  await until('the saved file', () => fs.readFileSync(path.join(folder, 'a.md'), 'utf8') === 'An addict. ☠ A junkie. ☠ A drunk.\n');
});

test('in the browser, a folder of its own says what holds in it, and is watched', async () => {
  const folder = await openFirst({ 'docs/a.md': 'An addict and a junkie.\n', '.personfirst.json': '{ "rules": { "people/addict": "off" } }' });
  await marked(['junkie']);
  await window.seesDisk(folder);
  fs.writeFileSync(path.join(folder, '.personfirst.json'), '{ "rules": { "slang/junkie": "off" } }');
  await marked(['addict']);
});

test('in the browser, the workspace is checked, without what a .gitignore names', async () => {
  await openFirst({
    'a.md': 'An addict.\n', 'b/b.md': 'Two addicts and a junkie.\n', '.gitignore': 'not-mine/\n', 'not-mine/d.md': 'A junkie.\n',
    'report.docx': 'no text',
  });
  await marked(['addict']);
  await window.run('Personfirst: Check Workspace');
  assert.match(await (await window.told('to look at')).innerText(), /found 3 places to look at, of 2 rules, in 2 files/);
  await window.shot('browser-checked');
});

test('in the browser, a rule is explained on a page with its sources', async () => {
  await openFirst({ 'a.md': 'An addict.\n' });
  await marked(['addict']);
  await window.click(window.squiggles().first());
  await (await window.quickFixes()).filter({ hasText: 'Explain' }).first().click();
  await window.shownPage('people/addict', 'Sources');
});

test('in the browser, a text of 21 MB is left alone, and it is said; others are checked', async () => {
  await openFirst({ 'a.md': 'An addict.\n', 'large.md': 'An addict came to the clinic on Monday.\n'.repeat(21 * 1024 * 1024 / 40 + 1) });
  await marked(['addict']);
  await window.quickOpen('large.md');
  await window.told('leaves large.md alone');
  await until('the status bar says so', async () => /too large to be checked/.test(await window.statusLabel()));
  assert.equal(await window.squiggles().count(), 0);
  await window.shot('browser-large');
  await window.page.locator('.tabs-container .tab').first().click();
  await marked(['addict']);
});
