// The loader and the module in a browser: a page and a worker, under a policy that allows no more than they need.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { modulePath, newEngine, root } from './support.mjs';

const require = createRequire(join(root, 'tests/report/package.json'));
const { chromium } = require('playwright-core');

const use = `
  import { createEngine } from '/engine.mjs';
  const engine = await createEngine(await (await fetch('/personfirst.wasm')).arrayBuffer());
  engine.warmUp();
  const answer = engine.lint('😀 An addict.', { path: 'a.md' });`;
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const served = {
  '/page': ['text/html', '<!doctype html><title>page</title><script type="module" src="/page.mjs"></script>'],
  '/page.mjs': ['text/javascript', `${use} window.answer = answer;`],
  '/worker': ['text/html', '<!doctype html><title>worker</title><script type="module" src="/start.mjs"></script>'],
  '/start.mjs': ['text/javascript', "new Worker('/worker.mjs', { type: 'module' }).onmessage = ({ data }) => { window.answer = data; };"],
  '/worker.mjs': ['text/javascript', `${use} postMessage(answer);`],
  '/engine.mjs': ['text/javascript', readFileSync(join(root, 'wasm/engine.mjs'))],
  '/personfirst.wasm': ['application/wasm', readFileSync(modulePath)],
};

const server = createServer(({ url }, response) => {
  const [type, body] = served[url] ?? ['text/plain', ''];
  response.writeHead(url in served ? 200 : 404, { 'content-type': type, 'content-security-policy': policy });
  response.end(body);
});
const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find(candidate => candidate && existsSync(candidate));
let browser;
before(async () => {
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
});
after(async () => {
  await browser?.close();
  server.close();
});

for (const where of ['page', 'worker']) {
  test(`a ${where} finds what Node finds`, { timeout: 60_000 }, async () => {
    const tab = await browser.newPage();
    const complaints = [];
    tab.on('console', message => message.type() === 'error' && !/favicon/.test(message.location().url) && complaints.push(message.text()));
    tab.on('pageerror', error => complaints.push(error.message));
    await tab.goto(`http://127.0.0.1:${server.address().port}/${where}`);
    await tab.waitForFunction(() => window.answer !== undefined);
    const engine = await newEngine();
    assert.deepEqual(await tab.evaluate(() => window.answer), engine.lint('😀 An addict.', { path: 'a.md' }));
    assert.deepEqual(complaints, []);
  });
}
