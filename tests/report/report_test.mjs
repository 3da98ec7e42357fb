// The HTML report in a real browser: no accessibility violations in any of its clothes, nothing that scrolls sideways,
// nothing fetched and nothing run. For `make test-report`: it needs Chromium and the packages of this folder.
//
// SCREENSHOTS=folder keeps pictures of what was looked at.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';

const require = createRequire(import.meta.url);
const {chromium} = require('playwright-core');
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const binary = process.env.PERSONFIRST ?? path.join(root, 'build/release/personfirst');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = process.env.SCREENSHOTS;
const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((candidate) => candidate && existsSync(candidate));

const dir = mkdtempSync(path.join(tmpdir(), 'personfirst-report-'));
let browser;

function lint(args, {name, status = 0}) {
  const run = spawnSync(binary, ['lint', '--fail-on', 'never', '--quiet', ...args], {cwd: dir, encoding: 'utf8'});
  assert.equal(run.status, status, run.stderr);
  return path.join(dir, name);
}

const leaflet = readFileSync(path.join(root, 'tests/examples/leaflet.md'), 'utf8');
const pages = {};

before(async () => {
  for (const folder of ['docs', 'docs/a-rather-long-folder-name-for-a-document', 'clean']) mkdirSync(path.join(dir, folder));
  writeFileSync(path.join(dir, 'clean/fine.txt'), 'Nothing here.\n');
  writeFileSync(path.join(dir, 'docs/leaflet.md'), `${leaflet}\n${leaflet}`);
  lint(['--format', 'text', '--output', 'json=2024-spring.json', 'docs'], {name: ''});
  writeFileSync(path.join(dir, 'docs/leaflet.md'), leaflet);
  lint(['--format', 'text', '--output', 'json=2024-summer.json', 'docs'], {name: ''});
  writeFileSync(path.join(dir, 'docs/a-rather-long-folder-name-for-a-document/quarterly-newsletter-for-the-whole-county.html'),
    '<p>The new clinic treats <b>heroin addicts</b> &amp; alcoholics. “I was a junkie,” says Ana, 42, with 😀.</p>'
    + '<p><img alt="A drug addict at the door"> His urine was dirty; ' + 'https://example.org/averylongword'.repeat(12) + ' for addicts.</p>');
  pages.full = lint(['--since', '2024-spring.json', '--since', '2024-summer.json', '--output', 'html=full.html', 'docs'], {name: 'full.html'});
  pages.redacted = lint(['--redact', '--output', 'html=redacted.html', 'docs'], {name: 'redacted.html'});
  pages.clean = lint(['--output', 'html=clean.html', 'clean'], {name: 'clean.html'});
  pages.failed = lint(['--output', 'html=failed.html', 'docs', 'missing.md'], {name: 'failed.html', status: 2});
  browser = await chromium.launch({executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu']});
});

after(async () => {
  await browser?.close();
  rmSync(dir, {recursive: true});
});

async function open(name, {width = 1200, colorScheme = 'light', media = 'screen', script = true} = {}) {
  const context = await browser.newContext({viewport: {width, height: 900}, colorScheme, bypassCSP: script, javaScriptEnabled: script});
  const page = await context.newPage();
  const fetched = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.emulateMedia({media, colorScheme});
  await page.goto(pathToFileURL(pages[name]).href);
  assert.equal(fetched.length, 1, `the page fetched ${fetched}`);
  return page;
}

const clothes = [
  {label: 'light', width: 1200},
  {label: 'dark', width: 1200, colorScheme: 'dark'},
  {label: 'narrow', width: 320},
  {label: 'narrow-dark', width: 400, colorScheme: 'dark'},
  {label: 'print', width: 700, media: 'print'},
];

for (const name of ['full', 'redacted', 'clean', 'failed']) {
  for (const dress of clothes) {
    test(`axe finds nothing wrong with the ${name} report, ${dress.label}`, async () => {
      const page = await open(name, dress);
      await page.evaluate(axe);
      const {violations, passes} = await page.evaluate(() => window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }));
      assert.deepEqual(violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html).join(' ; ')}`), []);
      assert.ok(passes.length > 10);
      if (screenshots) {
        mkdirSync(screenshots, {recursive: true});
        await page.screenshot({path: path.join(screenshots, `${name}-${dress.label}.png`), fullPage: true});
        if (dress.media === 'print') await page.pdf({path: path.join(screenshots, `${name}.pdf`), format: 'A4'});
      }
      await page.context().close();
    });
  }
}

test('axe would have complained about a page without a language', async () => {
  const page = await open('full');
  await page.evaluate(() => document.documentElement.removeAttribute('lang'));
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => window.axe.run(document));
  assert.deepEqual(violations.map(({id}) => id), ['html-has-lang']);
  await page.context().close();
});

for (const width of [280, 320, 480, 768, 1600]) {
  test(`nothing scrolls sideways at ${width} pixels`, async () => {
    const page = await open('full', {width});
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(overflow, 0);
    await page.context().close();
  });
}

test('headings are in order and links lead somewhere', async () => {
  const page = await open('full');
  const levels = await page.$$eval('h1, h2, h3, h4', (all) => all.map((one) => Number(one.tagName[1])));
  assert.equal(levels[0], 1);
  levels.reduce((last, level) => (assert.ok(level <= last + 1 && level > 1), level));
  const dead = await page.$$eval('a[href^="#"]', (all) =>
    all.filter((one) => document.getElementById(one.getAttribute('href').slice(1)) === null).length);
  assert.equal(dead, 0);
  const ids = await page.$$eval('[id]', (all) => all.map((one) => one.id));
  assert.equal(new Set(ids).size, ids.length);
  await page.context().close();
});

test('bars are as long as their numbers say', async () => {
  const page = await open('full');
  const rows = await page.$$eval('.chart tbody tr', (all) => all.map((row) => ({
    table: row.closest('section').querySelector('h3').textContent,
    number: Number(row.querySelector('.number').textContent),
    label: row.querySelector('svg').getAttribute('aria-label'),
    width: [...row.querySelectorAll('rect')].reduce((sum, rect) => sum + rect.getBBox().width, 0),
  })));
  assert.deepEqual([...new Set(rows.map((row) => row.table))], ['Over time', 'By topic', 'By rule', 'By document']);
  for (const {table, number, label, width} of rows) {
    const longest = Math.max(...rows.filter((row) => row.table === table).map((row) => row.number));
    assert.ok(Math.abs(width - (1000 * number) / longest) < 12, `${label} is ${width} wide`);
    assert.ok(label.startsWith(`${number} place`), label);
  }
  await page.context().close();
});

test('the page says all it has to say without scripts', async () => {
  const page = await open('full', {script: false});
  assert.ok(await page.getByText('Is methadone just replacement therapy for').first().isVisible());
  assert.ok(await page.locator('mark', {hasText: 'junkies'}).first().isVisible());
  assert.equal(await page.locator('script').count(), 0);
  await page.context().close();
});

test('a redacted report holds no words beside those found', async () => {
  const page = await open('redacted');
  const text = await page.locator('body').innerText();
  assert.ok(text.includes('addict') && !text.includes('methadone') && !text.includes('Ana'));
  await page.context().close();
});
