// Makes the extension's package, without a network.
//
//   node scripts/package.mjs SERVER OUT.vsix    for one platform
//   node scripts/package.mjs MODULE OUT.vsix    for all platforms, and for editors in a browser
//
// SERVER is a personfirst-lsp for x86-64 Linux that needs no shared library (see .ci/cmake/static); MODULE is the
// personfirst_server.wasm that `make wasm` builds, with charsets.dat beside it.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { IN_MODULE, IN_PROGRAM, notices } from './notices.mjs';

const PLATFORM = 'linux-x64';
const MOST_BYTES = { platform: 8_000_000, universal: 3_000_000 };
const VSCE = path.resolve(fileURLToPath(new URL('../node_modules/@vscode/vsce/vsce', import.meta.url)));

const [server, out] = process.argv.slice(2).map((file) => path.resolve(file));
if (out === undefined) {
  console.error('usage: node scripts/package.mjs SERVER|MODULE.wasm OUT.vsix');
  process.exit(2);
}
const isUniversal = server.endsWith('.wasm');
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

execFileSync(process.execPath, ['scripts/bundle.mjs', '--minify', ...(isUniversal ? ['--universal'] : [])], { stdio: 'inherit' });
copyFileSync('../../LICENSE', 'LICENSE');
writeFileSync('NOTICES.txt', notices(isUniversal ? IN_MODULE : IN_PROGRAM, JSON.parse(readFileSync('dist/meta.json', 'utf8'))));
mkdirSync(path.dirname(out), { recursive: true });
if (isUniversal) packUniversal();
else packPlatform();

const { size } = statSync(out);
const most = isUniversal ? MOST_BYTES.universal : MOST_BYTES.platform;
if (size > most) throw new Error(`${out} has ${size} bytes, more than ${most}`);
console.log(`${out}: ${(size / 1e6).toFixed(1)} MB`);

function pack(folder, ...flags) {
  execFileSync(process.execPath, [VSCE, 'package', '--no-dependencies', ...flags, '--allow-missing-repository',
    '--no-rewrite-relative-links', '--out', out], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
}

function packPlatform() {
  rmSync('server', { recursive: true, force: true });
  mkdirSync(`server/${PLATFORM}`, { recursive: true });
  copyFileSync(server, `server/${PLATFORM}/personfirst-lsp`);
  chmodSync(`server/${PLATFORM}/personfirst-lsp`, 0o755);
  pack('.', '--target', PLATFORM);
}

/** From a copy, because its manifest says more. */
function packUniversal() {
  const folder = `${out}.folder`;
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['.vscodeignore', 'CHANGELOG.md', 'LICENSE', 'NOTICES.txt', 'README.md', 'dist', 'icons', 'images', 'l10n',
    'package.nls.json', 'schemas', 'walkthrough']) cpSync(name, path.join(folder, name), { recursive: true });
  copyFileSync(server, path.join(folder, 'dist/personfirst_server.wasm'));
  copyFileSync(path.join(path.dirname(server), 'charsets.dat'), path.join(folder, 'dist/charsets.dat'));
  for (const name of ['dist/personfirst_server.wasm', 'dist/charsets.dat']) chmodSync(path.join(folder, name), 0o644);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(universal(JSON.parse(readFileSync('package.json', 'utf8'))), null, 2));
  pack(folder);
  rmSync(folder, { recursive: true });
}

/** The manifest of the package that runs everywhere. */
function universal(manifest) {
  return {
    ...manifest,
    browser: './dist/extension_web.js',
    capabilities: { ...manifest.capabilities, virtualWorkspaces: true },
  };
}
