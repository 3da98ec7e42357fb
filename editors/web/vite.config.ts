// One HTML file with everything in it: the page, its style, the worker, the engine and the licences; and the rule for the browser
// that nothing else may be loaded and nothing sent.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { build, defineConfig, type Plugin } from 'vite';
import { licences } from './scripts/licences.mjs';

const here = (place: string) => fileURLToPath(new URL(place, import.meta.url));
const engine = process.env.MODULE ?? here('../../build/wasm/personfirst.wasm');
const notices = path.join(path.dirname(engine), 'NOTICES.txt');
const WORKER = 'virtual:engine-worker';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const packText = (text: string) => deflateSync(text, { level: 9 }).toString('base64');
// A third smaller than by deflate.
const packFile = (file: string) => execFileSync('zstd', ['--ultra', '-22', '--quiet', '--stdout', file], { maxBuffer: 1 << 28 }).toString('base64');
const modules = new Set<string>();

/** Notes which modules are in the file, so that their licences are. */
const noting: Plugin = {
  name: 'noting',
  moduleParsed: ({ id }) => { modules.add(id); },
};

/** The worker's script as a string. */
const worker: Plugin = {
  name: 'worker',
  resolveId: (id) => (id === WORKER ? `\0${WORKER}` : undefined),
  async load(id) {
    if (id !== `\0${WORKER}`) return undefined;
    const built = await build({
      configFile: false, logLevel: 'error', plugins: [noting],
      resolve: { alias: { 'personfirst-engine': here('../../wasm/engine.mjs') } },
      build: { write: false, target: 'es2022', lib: { entry: here('src/worker/engine_worker.ts'), formats: ['iife'], name: 'worker' } },
    });
    const [output] = [built].flat();
    if (output === undefined || !('output' in output)) throw new Error('no worker was built');
    return `export default ${JSON.stringify(output.output[0].code)}`;
  },
};

function policy(script: string, nonce: string): string {
  return Object.entries({
    'default-src': "'none'", 'script-src': `'sha256-${sha256(script)}' 'wasm-unsafe-eval'`, 'worker-src': 'blob:',
    'style-src': `'nonce-${nonce}'`, 'img-src': 'data:', 'connect-src': "'none'", 'form-action': "'none'", 'base-uri': "'none'",
  }).map(([name, value]) => `${name} ${value}`).join('; ');
}

/** Puts everything into the page. */
const single: Plugin = {
  name: 'single',
  enforce: 'post',
  generateBundle(_options, bundle) {
    let html = '';
    let script = '';
    let style = '';
    for (const [name, one] of Object.entries(bundle)) {
      if (name.endsWith('.html') && one.type === 'asset') html = String(one.source);
      else if (one.type === 'chunk') script += one.code;
      else if (name.endsWith('.css')) style += String(one.source);
      else throw new Error(`what is ${name}?`);
      delete bundle[name];
    }
    script = script.trim().replaceAll(/<(?=\/script|!--)/gi, '\\x3C');
    // The editor makes styles of its own: they carry this number, which changes with the page.
    const nonce = sha256(style + script).slice(0, 22).replaceAll(/\W/g, '0');
    const fill: [RegExp, string][] = [
      [/\s*<script type="module"[^>]*><\/script>/, ''],
      [/\s*<link rel="stylesheet"[^>]*>/, `\n<style nonce="${nonce}">${style}</style>`],
      [/<meta charset="utf-8">/, `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy(script, nonce)}">`],
      [/(<script[^>]*id="engine">)/, `$1${packFile(engine)}`],
      [/(<script[^>]*id="licences">)/, `$1${packText(JSON.stringify(licences(modules, notices)))}`],
      [/<\/body>/, `<script type="module">${script}</script>\n</body>`],
    ];
    for (const [place, text] of fill) {
      if (!place.test(html)) throw new Error(`the page has no ${place.source}`);
      html = html.replace(place, (_all, first) => (text.startsWith('$1') ? first + text.slice(2) : text));
    }
    this.emitFile({ type: 'asset', fileName: 'personfirst.html', source: html });
  },
};

export default defineConfig({
  root: here('.'),
  logLevel: 'error',
  plugins: [noting, worker, single],
  build: {
    outDir: process.env.OUT ?? here('../../build/web'), emptyOutDir: false, target: 'es2022', modulePreload: false,
    assetsInlineLimit: 1e9, cssCodeSplit: false, chunkSizeWarningLimit: 10_000,
  },
});
