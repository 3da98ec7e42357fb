// Makes the extension's package for one platform, without a network.
//
//   node scripts/package.mjs SERVER OUT.vsix
//
// SERVER is a personfirst-lsp for x86-64 Linux that needs no shared library (see .ci/cmake/static).
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices } from './notices.mjs';

const PLATFORM = 'linux-x64';
const MOST_BYTES = 8_000_000;

const [server, out] = process.argv.slice(2).map((file) => path.resolve(file));
if (out === undefined) {
  console.error('usage: node scripts/package.mjs SERVER OUT.vsix');
  process.exit(2);
}
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

execFileSync(process.execPath, ['scripts/bundle.mjs', '--minify'], { stdio: 'inherit' });
rmSync('server', { recursive: true, force: true });
mkdirSync(`server/${PLATFORM}`, { recursive: true });
copyFileSync(server, `server/${PLATFORM}/personfirst-lsp`);
chmodSync(`server/${PLATFORM}/personfirst-lsp`, 0o755);
copyFileSync('../../LICENSE', 'LICENSE');
writeFileSync('NOTICES.txt', notices(JSON.parse(readFileSync('dist/meta.json', 'utf8'))));
mkdirSync(path.dirname(out), { recursive: true });
execFileSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--target', PLATFORM,
  '--allow-missing-repository', '--no-rewrite-relative-links', '--out', out], { stdio: ['ignore', 'inherit', 'inherit'] });

const { size } = statSync(out);
if (size > MOST_BYTES) throw new Error(`${out} has ${size} bytes, more than ${MOST_BYTES}`);
console.log(`${out}: ${(size / 1e6).toFixed(1)} MB`);
