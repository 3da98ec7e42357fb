// What people meet beyond the file in front: the whole workspace, settings, other kinds of windows, trouble.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Editor, until } from './editor.mjs';

let editor;
let window;
before(async () => { editor = await Editor.start({ vsix: process.env.VSIX }); });
after(() => editor?.stop());
afterEach(async (context) => {
  if (!context.passed) await window?.shotOfTrouble(`failed-${context.name.replace(/\W+/g, '-')}`);
  await window?.close();
  window = undefined;
  editor.changeMachineSettings({});
});

async function openFirst(files) {
  const folder = editor.folder(files);
  window = await editor.open({ folder, file: path.join(folder, Object.keys(files)[0]) });
  return folder;
}

const marked = () => until('a wavy line', async () => (await window.squiggles().count()) > 0);

test('checking the workspace shows findings of files that nobody opened, by rule', async () => {
  await openFirst({
    'a.md': 'An addict.\n',
    'b/b.md': 'Two addicts and a junkie.\n',
    'c.txt': 'The drug abuser came.\n',
    '.gitignore': 'not-mine/\n',
    'not-mine/d.md': 'A junkie.\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/objects/x': '',
    '.git/refs/x': '',
  });
  await marked();
  await window.run('Personfirst: Check Workspace');
  const told = await window.told('to look at');
  assert.match(await told.innerText(), /found 4 places to look at, of 3 rules, in 3 files/);
  await window.shot('checked');
  await told.locator('a.monaco-button, .monaco-button', { hasText: 'Show findings' }).first().click();
  const rows = window.page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: 'people/addict' }).first().waitFor();
  const first = rows.first();
  assert.match((await first.innerText()).replace(/\s+/g, ' '), /people\/addict\s*2/);
  assert.match(await first.getAttribute('aria-label'), /people\/addict, error, 2 findings in 2 files/);
  await first.click();
  const child = rows.filter({ hasText: 'b.md:1' }).first();
  await child.waitFor();
  await window.page.mouse.move(900, 500);
  await window.page.locator('.workbench-hover').first().waitFor({ state: 'hidden' });
  await window.shot('view', { x: 5, y: 37, width: 720, height: 150 });
  await child.click();
  await until('the file opens', async () => (await window.lines()).includes('Two addicts'));
});

test('checking a big workspace says how far it is, and can be stopped', async () => {
  const files = { 'a.md': 'An addict.\n' };
  const long = 'A long and quiet text about an addict who came to the clinic. '.repeat(4000);
  for (let i = 0; i < 400; ++i) files[`docs/${i}.md`] = `${long}\n`;
  await openFirst(files);
  await marked();
  await window.run('Personfirst: Check Workspace');
  const progress = await window.told('checking the workspace');
  await until('how far it is', async () => /\d+\/401/.test(await progress.innerText()));
  await window.shot('progress');
  await progress.locator('.monaco-button', { hasText: 'Cancel' }).click();
  await until('it stops', async () => (await progress.count()) === 0);
  assert.equal(await window.notifications().filter({ hasText: 'places to look at' }).count(), 0);
});

test('a setting lowers a rule, and the line changes', async () => {
  const folder = await openFirst({ 'a.md': 'An addict.\n', '.vscode/settings.json': '{}' });
  const choose = (settings) => fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  await until('a red line', async () => (await window.squiggles('error').count()) === 1);
  await window.seesDisk(folder);
  choose({ 'personfirst.rules': { 'people/addict': 'warning' } });
  await until('a yellow line', async () => (await window.squiggles('warning').count()) === 1);
  await until('no red line', async () => (await window.squiggles('error').count()) === 0);
  choose({ 'personfirst.rules': { 'people/addict': 'warning' }, 'personfirst.severity': 'error' });
  await until('no line', async () => (await window.squiggles().count()) === 0);
});

test('a folder of its own says what holds in it', async () => {
  const folder = await openFirst({ 'a.md': 'An addict.\n' });
  await marked();
  await window.seesDisk(folder);
  fs.writeFileSync(path.join(folder, '.personfirst.json'), '{ "rules": { "people/addict": "off" } }');
  await until('no line', async () => (await window.squiggles().count()) === 0);
});

test('the configuration completes keys, presets and rules, and marks mistakes', async () => {
  await openFirst({ '.personfirst.json': '{\n  "quotes": "off",\n  "rules": {\n    \n  }\n}\n' });
  await until('a mistake is marked', async () => (await window.page.locator('.squiggly-warning, .squiggly-error').count()) > 0);
  await window.page.locator('.editor-instance .view-line').nth(3).click();
  await window.page.keyboard.press('End');
  await window.page.keyboard.type('"people/ad');
  await window.page.keyboard.press('Control+Space');
  const suggestion = window.page.locator('.suggest-widget .monaco-list-row', { hasText: 'people/addict' }).first();
  await suggestion.waitFor();
  await window.shot('completion');
  await suggestion.click();
  await until('the rule is written', async () => (await window.lines()).includes('"people/addict'));
});

test('a rule file of one’s own completes its keys, and its mistakes are marked', async () => {
  await openFirst({ 'house.personfirst-rules.json': `{
  "language": "en",
  "pack": "house",
  "topic": "house",
  "rules": [{
    "id": "house/word",
    "severty": "hint",
    "severity": "hint",
    "pos": "thing",
    "message": "“{match}” is not our word.",
    "note": "Our readers know the other one.",
    "sources": ["ap"],
    "patterns": ["theirword"],
    "suggest": [{ "text": "our word" }],
    "flag": [{ "in": "A [[theirword]].", "out": "An our word." }],
    "pass": ["Our word."]
  }]
}
` });
  await until('the mistake is marked', async () => (await window.marked()).includes('"severty"'));
  assert.deepEqual(await window.marked(), ['"severty"'], 'and nothing else');
  await window.page.locator('.editor-instance .view-line', { hasText: 'house/word' }).first().click();
  await window.page.keyboard.press('End');
  await window.page.keyboard.press('Enter');
  await window.page.keyboard.type('"unl');
  await window.page.keyboard.press('Control+Space');
  await window.page.locator('.suggest-widget .monaco-list-row', { hasText: 'unless' }).first().waitFor();
  await window.shot('rule-file');
});

test('a project configuration can be made from the palette, and is right', async () => {
  const folder = await openFirst({ 'a.md': 'An addict.\n' });
  await marked();
  await window.run('Personfirst: Create Project Configuration');
  await until('the file', () => fs.existsSync(path.join(folder, '.personfirst.json')));
  await until('it is shown', async () => (await window.lines()).includes('"root": true'));
  await window.shot('configuration');
  // Whoever reads it has no complaint but the one that is made now.
  await window.page.locator('.editor-instance .view-line', { hasText: '"root"' }).first().click();
  await window.page.keyboard.press('End');
  await window.page.keyboard.insertText('\n  "quotes": "off",');
  await until('the mistake is marked', async () => (await window.marked()).includes('"quotes"'));
  assert.deepEqual(await window.marked(), ['"quotes"']);
});

test('a rule is explained on a page with its sources', async () => {
  await openFirst({ 'a.md': 'An addict.\n' });
  await marked();
  await window.click(window.squiggles().first());
  await (await window.quickFixes()).filter({ hasText: 'Explain' }).first().click();
  const frame = await window.shownPage('people/addict', 'Sources');
  await window.page.locator('iframe.webview.ready:visible').first().waitFor();
  await window.shot('explain');
  assert.ok((await frame.locator('a[href^="https://"], a[data-href^="https://"]').count()) > 0);
});

test('a report is written where people say', async () => {
  const folder = await openFirst({ 'a.md': 'An addict.\n' });
  await marked();
  await window.run('Personfirst: Export Report');
  const input = window.page.locator('.quick-input-widget input');
  await until('the question where', async () => (await input.inputValue()).includes('personfirst-report.md'));
  await window.page.keyboard.press('Enter');
  const file = path.join(folder, 'personfirst-report.md');
  await until('the report', () => fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes('people/addict'));
});

test('pausing takes the lines away, and resuming brings them back', async () => {
  await openFirst({ 'a.md': 'An addict.\n' });
  await marked();
  await window.status().first().click();
  await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Pause' }).first().waitFor();
  await window.shot('status-menu');
  await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Pause' }).first().click();
  await until('no line', async () => (await window.squiggles().count()) === 0);
  await until('the pause in the status bar', async () => (await window.statusLabel()) === 'Personfirst is paused');
  await until('no server', () => editor.servers().length === 0);
  await window.run('Personfirst: Resume');
  await marked();
});

test('a server that fails twice comes back, with one message, and nothing that was typed is lost', async () => {
  editor.makeBreakable();
  await openFirst({ 'a.md': 'An addict.\n' });
  await marked();
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.page.keyboard.press('End');
  for (const words of [' A junkie.', ' A drunk.']) {
    const [before] = await until('one server', () => editor.servers().length === 1 && editor.servers());
    editor.breakServer(before);
    await window.page.keyboard.type(words);
    await until('another server', () => editor.servers().length === 1 && editor.servers()[0] !== before);
  }
  await until('all words are marked', async () => (await window.marked()).join() === 'addict,junkie,drunk');
  await until('the status bar counts them', async () => /: 3 findings/.test(await window.statusLabel()));
  await window.shot('restarted');
  await window.lookBehindBell();
  await window.told('being started again');
  assert.equal(await window.notifications().count(), 1);
});

test('a window without a folder works', async () => {
  const folder = editor.folder({ 'a.md': 'An addict.\n' });
  window = await editor.open({ file: path.join(folder, 'a.md') });
  await marked();
  await window.run('Personfirst: Open an Example');
  await until('the example is marked', async () => (await window.marked()).includes('dirty'));
  await window.shot('example');
});

test('a walkthrough shows the first steps, and its button opens an example', async () => {
  window = await editor.open({});
  await window.run('Welcome: Open Walkthrough...');
  const choice = window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Write with Personfirst' }).first();
  await choice.waitFor();
  await choice.click();
  const page = window.page.locator('.gettingStartedContainer');
  await page.locator('.getting-started-step', { hasText: 'See it at work' }).first().waitFor();
  assert.equal(await page.locator('.getting-started-step').count(), 4);
  await window.shownPage('never a person or a writer');
  await window.shot('walkthrough');
  await page.locator('.monaco-button', { hasText: 'Open an example' }).first().click();
  await until('the example is marked', async () => (await window.marked()).includes('dirty'));
});

test('the icons of the side view fit light, dark and high-contrast themes', async () => {
  const folder = await openFirst({ 'a.md': 'An addict.\n', '.vscode/settings.json': '{}' });
  await marked();
  await window.seesDisk(folder);
  await window.run('Personfirst: Focus on Findings View');
  const icon = window.page.locator('.pane-body .monaco-list-row', { hasText: 'people/addict' }).locator('.custom-view-tree-node-item-icon').first();
  await icon.waitFor();
  for (const [theme, mark, drawing] of [
    ['Default Dark Modern', 'vs-dark', 'dark'], ['Default High Contrast', 'hc-black', 'dark'],
    ['Default High Contrast Light', 'hc-light', 'light'], ['Default Light Modern', 'vs', 'light'],
  ]) {
    fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
    await window.page.locator(`.monaco-workbench.${mark}`).waitFor();
    await until(`the ${drawing} icon in ${theme}`, async () =>
      decodeURIComponent(await icon.evaluate((node) => getComputedStyle(node).backgroundImage)).includes(`/icons/${drawing}/error.svg`));
    await window.shot(`theme-${mark}`);
  }
});

test('what is installed has the licences of all that it carries, and nothing that it does not need', () => {
  const installed = editor.installed();
  const isUniversal = fs.existsSync(path.join(installed, 'dist/personfirst_server.wasm'));
  const notices = fs.readFileSync(path.join(installed, 'NOTICES.txt'), 'utf8');
  const parts = JSON.parse(fs.readFileSync(new URL('../../../../.ci/parts/parts.json', import.meta.url), 'utf8'));
  const isInside = isUniversal ? (part) => part.module : (part) => !['module', 'page', 'package'].includes(part.in);
  const inside = parts.filter(isInside).map((part) => part.name);
  const bundled = ['vscode-languageclient', 'vscode-jsonrpc', 'semver', 'ignore'];
  for (const name of [...inside, ...bundled]) {
    assert.ok(notices.includes(`\n${name}\n=====`), `the licence of ${name} is missing`);
  }
  for (const { name } of parts.filter((part) => !isInside(part) && !bundled.includes(part.name))) {
    assert.ok(!notices.includes(`\n${name}\n=====`), `${name} is not inside`);
  }
  if (!isUniversal) assert.match(notices, /GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1/);
  assert.ok(fs.statSync(process.env.VSIX).size < (isUniversal ? 3_000_000 : 8_000_000));
  assert.deepEqual(fs.readdirSync(installed).filter((name) => !name.startsWith('.')).sort(), ['CHANGELOG.md', 'LICENSE.txt', 'NOTICES.txt',
    'README.md', 'dist', 'icons', 'images', 'l10n', 'package.json', 'package.nls.json', 'schemas', ...(isUniversal ? [] : ['server']),
    'walkthrough'].map((name) => (fs.existsSync(path.join(installed, name)) ? name : name.toLowerCase())).sort());
  assert.deepEqual(fs.readdirSync(path.join(installed, 'dist')).sort(), isUniversal
    ? ['charsets.dat', 'extension.js', 'extension_web.js', 'personfirst_server.wasm', 'server.js'] : ['extension.js']);
});

test('two folders in one window each keep their own configuration', async () => {
  const one = editor.folder({ 'a.md': 'An addict.\n', '.personfirst.json': '{ "rules": { "people/addict": "off" } }' });
  const two = editor.folder({ 'b.md': 'An addict.\n' });
  const workspace = path.join(one, 'both.code-workspace');
  fs.writeFileSync(workspace, JSON.stringify({ folders: [{ path: one }, { path: two }] }));
  window = await editor.open({ workspace, file: path.join(two, 'b.md') });
  await marked();
  await window.run('Personfirst: Check Workspace');
  assert.match(await (await window.told('to look at')).innerText(), /found 1 place to look at/);
});

test('Markdown cells of a notebook are checked, code cells are not', async () => {
  const cell = (kind, source) => ({ cell_type: kind, metadata: {}, source: [source], ...(kind === 'code' ? { outputs: [], execution_count: null } : {}) });
  const notebook = { cells: [cell('markdown', 'An addict came.'), cell('code', 'x = "a junkie"')], metadata: {}, nbformat: 4, nbformat_minor: 5 };
  const folder = editor.folder({ 'n.ipynb': JSON.stringify(notebook) });
  window = await editor.open({ folder });
  await window.quickOpen('n.ipynb');
  await until('the count', async () => /1 finding in this file/.test(await window.statusLabel()));
  await window.page.locator('.notebookOverlay .cell-list-container .code-cell-row, .notebookOverlay .monaco-list-row.code-cell-row').first().waitFor();
  await window.shot('notebook');
});

test('a commit message is checked while it is written', async () => {
  await openFirst({ COMMIT_EDITMSG: 'Rewrite the page for addicts\n' });
  await marked();
  assert.deepEqual(await window.marked(), ['addicts']);
});

test('in an untrusted folder its serverPath is ignored, and all else works', async (context) => {
  const wary = await Editor.start({
    vsix: process.env.VSIX,
    settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  });
  context.after(() => wary.stop());
  const mark = path.join(wary.home, 'was-run');
  const folder = wary.folder({ 'a.md': 'An addict.\n', 'evil': `#!/bin/sh\ntouch ${mark}\n` });
  fs.chmodSync(path.join(folder, 'evil'), 0o755);
  fs.mkdirSync(path.join(folder, '.vscode'));
  fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify({ 'personfirst.serverPath': path.join(folder, 'evil') }));
  window = await wary.open({ folder, file: path.join(folder, 'a.md') });
  await marked();
  await window.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await window.shot('untrusted');
  assert.equal(fs.existsSync(mark), false);
});

test('a program that serverPath names runs instead of what the package brings', async () => {
  const own = path.join(editor.home, 'own-personfirst-lsp');
  fs.copyFileSync(process.env.SERVER, own);
  fs.chmodSync(own, 0o755);
  editor.changeMachineSettings({ 'personfirst.serverPath': own });
  await openFirst({ 'a.md': '😀 An addict.\n' });
  await until('the word is marked', async () => (await window.marked()).join() === 'addict');
  assert.equal(editor.programs(own).length, 1);
  assert.deepEqual(editor.servers(), []);
});

test('a serverPath that leads nowhere is told, not endured in silence', async () => {
  editor.changeMachineSettings({ 'personfirst.serverPath': '/nowhere/personfirst-lsp' });
  await openFirst({ 'a.md': 'An addict.\n' });
  await window.told('there is no program at /nowhere/personfirst-lsp');
  await until('the status bar says so', async () => /not running/.test(await window.statusLabel()));
  await window.shot('no-server');
});
