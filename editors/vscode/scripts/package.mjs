// Makes the extension's package for one platform, without a network.
//
//   node scripts/package.mjs SERVER OUT.vsix
//
// SERVER is a personfirst-lsp for x86-64 Linux that needs no shared library (see cmake/static).
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PLATFORM = 'linux-x64';
const MOST_BYTES = 8_000_000;

// What is linked into the server: Debian's word on each is under /usr/share/doc.
const DEBIAN = ['libicu-dev', 'libre2-dev', 'libtree-sitter-dev', 'libmd4c-dev', 'nlohmann-json3-dev', 'libfmt-dev', 'libpugixml-dev',
  'libexpected-dev', 'libcli11-dev', 'libgit2-dev', 'libpcre2-dev', 'zlib1g-dev', 'libmbedtls-dev', 'libc6-dev', 'libstdc++-12-dev'];
const NPM = {
  '../../linter/markup/grammars/node_modules': ['tree-sitter-html', 'entities'],
  node_modules: ['vscode-languageclient', 'vscode-languageserver-protocol', 'vscode-languageserver-types', 'vscode-jsonrpc',
    'vscode-languageserver-textdocument', 'minimatch', 'brace-expansion', 'balanced-match', 'semver'],
};

const [server, out] = process.argv.slice(2).map((file) => path.resolve(file));
if (out === undefined) {
  console.error('usage: node scripts/package.mjs SERVER OUT.vsix');
  process.exit(2);
}
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

function notices() {
  const parts = ['Personfirst contains the following software. Each part keeps its own licence, printed here.'];
  const add = (name, file) => parts.push(`${'='.repeat(100)}\n${name}\n${'='.repeat(100)}\n\n${readFileSync(file, 'utf8').trim()}`);
  for (const name of DEBIAN) {
    const file = `/usr/share/doc/${name}/copyright`;
    if (existsSync(file)) add(name, file);
    else throw new Error(`no licence found of ${name}: ${file}`);
  }
  for (const [folder, names] of Object.entries(NPM)) {
    for (const name of names) {
      const at = ['LICENSE', 'License.txt', 'LICENSE.md', 'LICENSE.txt'].map((file) => path.join(folder, name, file)).find(existsSync);
      if (at === undefined) throw new Error(`no licence found of ${name}`);
      add(name, at);
    }
  }
  return `${parts.join('\n\n')}\n`;
}

rmSync('server', { recursive: true, force: true });
mkdirSync(`server/${PLATFORM}`, { recursive: true });
copyFileSync(server, `server/${PLATFORM}/personfirst-lsp`);
chmodSync(`server/${PLATFORM}/personfirst-lsp`, 0o755);
copyFileSync('../../LICENSE', 'LICENSE');
writeFileSync('NOTICES.txt', notices());
mkdirSync(path.dirname(out), { recursive: true });
execFileSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--target', PLATFORM,
  '--allow-missing-repository', '--no-rewrite-relative-links', '--out', out], { stdio: ['ignore', 'inherit', 'inherit'] });

const { size } = statSync(out);
if (size > MOST_BYTES) throw new Error(`${out} has ${size} bytes, more than ${MOST_BYTES}`);
console.log(`${out}: ${(size / 1e6).toFixed(1)} MB`);
