// Makes dist/extension.js, one file with everything in it, and brings in what other folders own: the JSON Schemas. For the package of
// all platforms also dist/extension_web.js, for editors in a browser, and dist/server.js, the worker of the server.
//
//   node scripts/bundle.mjs [--minify] [--universal]
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('..', import.meta.url));
process.chdir(here);

rmSync('dist', { recursive: true, force: true });

const everywhere = {
  bundle: true,
  format: 'cjs',
  external: ['vscode'],
  loader: { '.jsonc': 'text' },
  minify: process.argv.includes('--minify'),
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};
const node = { ...everywhere, platform: 'node', target: 'node20' };
const web = { ...everywhere, platform: 'browser', target: 'es2022' };
const bundles = [{ ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' }];
if (process.argv.includes('--universal')) {
  bundles.push(
    { ...web, entryPoints: ['src/extension_web.ts'], outfile: 'dist/extension_web.js' },
    // A script for both: Node's part is only reached there.
    { ...web, entryPoints: ['src/server_worker.ts'], outfile: 'dist/server.js', external: ['node:worker_threads'], format: 'iife' });
}

const inputs = {};
for (const { metafile } of await Promise.all(bundles.map((bundle) => build(bundle)))) Object.assign(inputs, metafile.inputs);
writeFileSync('dist/meta.json', JSON.stringify({ inputs }));  // names what is inside, for its licences
mkdirSync('schemas', { recursive: true });
copyFileSync('../../linter/config/personfirst.schema.json', 'schemas/personfirst.schema.json');
copyFileSync('../../rules/schema.json', 'schemas/rules.schema.json');
