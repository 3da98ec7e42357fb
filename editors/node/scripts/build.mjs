// build.mjs PROGRAM MODULE: writes dist/, LICENSE and NOTICES.txt, here and in ../textlint and ../remark.
//
// PROGRAM tells its commands and options, its manual and what shells complete; MODULE is the engine, with
// personfirst_server.wasm, charsets.dat and examples.dat beside it.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { notices } from './notices.mjs';

const here = fileURLToPath(new URL('..', import.meta.url));
const root = path.resolve(here, '../..');
const [program, module] = process.argv.slice(2).map(file => path.resolve(file));
const at = (...parts) => path.join(here, ...parts);

function say(...words) {
  return execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
}

function writeMade() {
  mkdirSync(at('src/made'), { recursive: true });
  copyFileSync(path.join(root, 'wasm/engine.mjs'), at('src/made/engine.mjs'));
  const json = say('man', '--json');
  writeFileSync(at('src/made/command_line.json'), json);
  const completions = Object.fromEntries(['bash', 'fish', 'zsh'].map(shell => [shell, say('completions', shell)]));
  writeFileSync(at('src/made/texts.json'), JSON.stringify({ json, man: say('man'), completions }));
}

/** What does not depend on PROGRAM and MODULE alone. */
async function bundle(entries, platform, folder = here) {
  const { metafile } = await build({
    entryPoints: entries,
    outdir: path.join(folder, 'dist'),
    external: ['personfirst', 'unified-lint-rule'],
    nodePaths: [at('node_modules')],
    bundle: true,
    format: 'esm',
    target: 'node18',
    platform,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: here,
  });
  return metafile;
}

function writeTypes(folder, more) {
  const words = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', path.join(folder, folder === here ? 'dist/types' : 'dist')];
  execFileSync(at('node_modules/.bin/tsc'), [...words, ...more, '-p', path.join(folder, 'tsconfig.json')], { cwd: folder, stdio: 'inherit' });
}

rmSync(at('dist'), { recursive: true, force: true });
writeMade();
const metas = [
  await bundle({ cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts' }, 'node'),
  await bundle({ node: 'src/node.ts' }, 'node'),
  await bundle({ browser: 'src/browser.ts' }, 'browser'),
];
writeFileSync(at('dist/cli.js'), `#!/usr/bin/env node\n${readFileSync(at('dist/cli.js'), 'utf8')}`);
chmodSync(at('dist/cli.js'), 0o755);
copyFileSync(module, at('dist/personfirst.wasm'));
for (const name of ['personfirst_server.wasm', 'charsets.dat', 'examples.dat']) copyFileSync(path.join(path.dirname(module), name), at(`dist/${name}`));
for (const name of ['personfirst.wasm', 'personfirst_server.wasm']) chmodSync(at(`dist/${name}`), 0o644);
writeTypes(here, ['--rootDir', 'src']);
rmSync(at('dist/types/cli'), { recursive: true });
copyFileSync(path.join(root, 'LICENSE'), at('LICENSE'));
writeFileSync(at('NOTICES.txt'), notices(metas));

// The packages on top of it borrow its tools, and find its types where it lies.
for (const name of ['textlint', 'remark']) {
  const folder = path.join(root, 'editors', name);
  rmSync(path.join(folder, 'dist'), { recursive: true, force: true });
  await bundle({ index: path.join(folder, 'src/index.ts') }, 'node', folder);
  writeTypes(folder, []);
  copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
}
