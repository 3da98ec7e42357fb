// What people meet while they write.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Editor, until } from './editor.mjs';

const TEXT = '# Report\n\n😀 naïve: The addict was seen in the clinic.\n\nShe stayed clean for two months.\n';

let editor;
let window;
before(async () => { editor = await Editor.start({ vsix: process.env.VSIX }); });
after(() => editor?.stop());
afterEach(async (context) => {
  if (!context.passed) await window?.shotOfTrouble(`failed-${context.name.replace(/\W+/g, '-')}`);
  await window?.close();
  window = undefined;
});

/** `settings`: of the folder, if it has any; they hold once there are no line numbers. */
async function openText(text = TEXT, settings = undefined) {
  const name = 'report.md';
  const own = settings && { '.vscode/settings.json': JSON.stringify({ ...settings, 'editor.lineNumbers': 'off' }) };
  const folder = editor.folder({ [name]: text, ...own });
  const file = path.join(folder, name);
  window = await editor.open({ folder, file });
  if (own) await window.shows('the folder’s settings', window.page.locator('.editor-instance .line-numbers'), 'detached');
  return file;
}

test('a wavy line is under exactly the word, after an emoji', async () => {
  await openText();
  await until('a wavy line', async () => (await window.squiggles().count()) > 0);
  await window.shot('squiggle');
  assert.deepEqual(await window.marked(), ['addict', 'stayed clean']);
});

test('a word typed now is marked, and unmarked when it goes', async () => {
  await openText('The new text.\n');
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.page.keyboard.press('End');
  await window.page.keyboard.type(' A junkie');
  await until('a wavy line', async () => (await window.marked()).includes('junkie'));
  for (let i = 0; i < 'junkie'.length; ++i) await window.page.keyboard.press('Backspace');
  await until('no wavy line', async () => (await window.squiggles().count()) === 0);
});

test('the Problems panel says what, where and which rule, and leads to its explanation', async () => {
  await openText();
  await until('a wavy line', async () => (await window.squiggles().count()) > 0);
  await window.page.keyboard.press('Control+Shift+KeyM');
  const row = window.page.locator('.markers-panel .monaco-list-row', { hasText: 'addict' }).first();
  const text = (await until('a row', async () => {
    const words = await row.innerText();
    return words.includes('Ln') && words;
  })).replace(/\s+/g, ' ');
  await window.shot('problems');
  assert.match(text, /“addict” makes a condition into the whole person/);
  assert.match(text, /personfirst/);
  assert.match(text, /people\/addict/);
  assert.match(text, /Ln 3, Col 15/);
  await row.locator('a', { hasText: 'people/addict' }).click();
  await window.shownPage('people/addict', 'Sources');
});

test('a hover explains, suggests and links to its sources', async () => {
  await openText();
  await until('a wavy line', async () => (await window.squiggles().count()) > 0);
  const box = await window.squiggles().first().boundingBox();
  await window.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 6, { steps: 4 });
  const hover = window.page.locator('.monaco-hover:visible').first();
  const text = await until('the hover', async () => {
    const words = await hover.innerText();
    return words.includes('whole person') && words.includes('Sources') && words;
  });
  await window.shot('hover', { x: 353, y: 37, width: 842, height: 372 });
  assert.match(text, /people\/addict/);
  assert.match(text, /Instead/);
  const links = await hover.locator('a[data-href^="https://"], a[href^="https://"]').count();
  assert.ok(links > 0, 'no source is linked');
});

test('a quick fix rewords, and the file is saved with it', async () => {
  const file = await openText();
  await until('a wavy line', async () => (await window.squiggles().count()) > 0);
  await window.click(window.squiggles().first());
  const item = (await window.quickFixes()).filter({ hasText: 'person with a substance use disorder' }).first();
  await item.waitFor();
  await window.shot('menu', { x: 353, y: 37, width: 842, height: 326 });
  await item.click();
  const wanted = '😀 naïve: The person with a substance use disorder was seen in the clinic.';
  await until('the new wording', async () => (await window.lines()).split('\n').includes(wanted));
  await until('no wavy line there', async () => !(await window.marked()).includes('addict'));
  await window.save();
  await until('the saved file', () => fs.readFileSync(file, 'utf8') === TEXT.replace('addict', 'person with a substance use disorder'));
  await window.shot('fixed');
});

test('safe rewordings are made on saving, when that is wished for', async () => {
  const text = '# Report\n\nHe is a drug user.\n\nThe addict came.\n';
  const file = await openText(text, { 'editor.codeActionsOnSave': { 'source.fixAll.personfirst': 'explicit' } });
  await until('wavy lines', async () => (await window.squiggles().count()) > 0);
  // VS Code drops what is to be done on saving when an extension of its own comes up meanwhile: wait for the one that knows headings.
  await window.page.locator('.monaco-breadcrumb-item', { hasText: '# Report' }).first().waitFor();
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.page.keyboard.press('End');
  await window.page.keyboard.type(' of today');
  await window.save();
  const saved = await until('the saved file', () => {
    const now = fs.readFileSync(file, 'utf8');
    return now !== text && now;
  });
  await window.shot('fix-on-save');
  assert.match(saved, /# Report of today/);
  assert.match(saved, /He uses drugs\./);
  assert.match(saved, /The addict came/, 'what needs a choice is left alone');
});

test('the status bar counts the findings of the file in front, and reads them out', async () => {
  await openText();
  const label = await until('the count', async () => {
    const text = await window.statusLabel();
    return /\d+ findings? in this file/.test(text) && text;
  });
  assert.match(label, /Personfirst: 2 findings in this file/);
  await until('as many wavy lines', async () => (await window.squiggles().count()) === 2);
});
