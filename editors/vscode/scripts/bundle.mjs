// Makes dist/extension.js, one file with everything in it, and brings in what other folders own: the JSON Schemas.
//
//   node scripts/bundle.mjs [--minify]
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('..', import.meta.url));
process.chdir(here);

const { metafile } = await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  loader: { '.jsonc': 'text' },
  minify: process.argv.includes('--minify'),
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

writeFileSync('dist/meta.json', JSON.stringify(metafile));  // names what is inside, for its licences
mkdirSync('schemas', { recursive: true });
copyFileSync('../../linter/config/personfirst.schema.json', 'schemas/personfirst.schema.json');
copyFileSync('../../rules/schema.json', 'schemas/rules.schema.json');
