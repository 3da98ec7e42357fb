// Opens the page in headless Chromium, and does in it what people do. Every page is watched: whatever it asks for besides itself
// fails the test, and so does an error in it.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const root = fileURLToPath(new URL('../../..', import.meta.url));
export const file = process.env.PAGE ?? path.join(root, 'build/web/personfirst.html');
export const address = pathToFileURL(file).href;
const screens = process.env.SCREENSHOTS ?? path.join(root, 'build/web/screens');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((candidate) => candidate && existsSync(candidate));

let browser;
after(async () => { await browser?.close(); });

/**
 * `script`: runs in the page before its own scripts. `expected`: errors that the test brings about. `bypassCSP`: for axe, which must
 * be put into the page. `mayTry`: what the browser's rule refuses is no failure.
 */
export async function open(options = {}) {
  const { url = address, script, expected = [], colorScheme = 'light', forcedColors = 'none', width = 1200, height = 800, scale = 1,
    bypassCSP = false, mayTry = false } = options;
  browser ??= await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({
    viewport: { width: Math.round(width / scale), height: Math.round(height / scale) }, deviceScaleFactor: scale, colorScheme, forcedColors, bypassCSP,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const requests = [];
  const errors = [];
  context.on('request', (request) => requests.push(request));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (error) => errors.push(String(error)));
  if (script !== undefined) await page.addInitScript(script);
  await page.goto(url);
  const text = () => page.evaluate(() => document.querySelector('.cm-content').cmTile.view.state.doc.toString());
  return {
    page, text,
    /** The page has asked for nothing but itself and its own worker, and nothing went wrong in it. */
    async close() {
      const others = requests.filter((one) => one.url() !== url && !/^(blob|data):/.test(one.url())
        && !(mayTry && /csp/i.test(one.failure()?.errorText ?? '')));
      assert.deepEqual(others.map((one) => `${one.url()} ${one.failure()?.errorText}`), [], 'requests left the page');
      assert.deepEqual(errors.filter((one) => !expected.some((pattern) => pattern.test(one))), [], 'errors in the page');
      await context.close();
    },
    summary: () => page.textContent('#summary'),
    /** Waits until the summary says so. */
    says: (pattern) => page.waitForFunction((source) => new RegExp(source).test(document.getElementById('summary').textContent),
      pattern.source, { timeout: 60_000 }),
    notice: () => page.textContent('#notices'),
    notes: (pattern) => page.waitForFunction((source) => new RegExp(source).test(document.getElementById('notices').textContent),
      pattern.source, { timeout: 60_000 }),
    /** Words under which there is a line, in order. A finding may be drawn in pieces. */
    lined: () => page.$$eval('.cm-content .finding', (all) => all.map((one) => one.textContent)),
    /** As if it came from the clipboard. */
    async paste(plain, html = '') {
      await page.focus('.cm-content');
      await page.evaluate(([words, rich]) => {
        const data = new DataTransfer();
        data.setData('text/plain', words);
        if (rich !== '') data.setData('text/html', rich);
        document.querySelector('.cm-content').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      }, [plain, html]);
    },
    /** Drops a file onto an element. */
    async drop(name, bytes, target = '#editor') {
      await page.evaluate(([fileName, base64, place]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], fileName));
        for (const type of ['dragover', 'drop']) {
          document.querySelector(place).dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
      }, [name, Buffer.from(bytes).toString('base64'), target]);
    },
    /** Where the focus is: its id, or its words. */
    focus: () => page.evaluate(() => {
      const { activeElement: one } = document;
      return one.id || (one.classList.contains('cm-content') ? 'editor' : one.tagName === 'BODY' ? 'lost' : one.textContent);
    }),
    async axe(label) {
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' ; ')}`), [], label);
      assert.ok(passes.length > 10);
    },
    async picture(name) {
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${name}.png`) });
    },
  };
}
