// The program, and the packages installed in an empty folder, as people install them.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
export const program = process.env.PERSONFIRST ?? join(root, 'build/release/personfirst');
const packages = process.env.PACKAGES ?? join(root, 'build/npm');
const tools = fileURLToPath(new URL('./node_modules', import.meta.url));

export function scratch(name) {
  const folder = mkdtempSync(join(tmpdir(), `personfirst-${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function tarball(name) {
  const found = readdirSync(packages).filter(file => file.startsWith(`${name}-`) && /^\d/.test(file.slice(name.length + 1)) && file.endsWith('.tgz'));
  if (found.length !== 1) throw new Error(`${packages}: ${found.length} packages of ${name}; run make npm`);
  return join(packages, found[0]);
}

/** An empty folder with these packages, installed without a network. `withTools`: what the tests' own package.json names lies there already. */
export function install(names, withTools = false) {
  const folder = scratch('install');
  writeFileSync(join(folder, 'package.json'), '{ "name": "somebody", "version": "1.0.0", "private": true }\n');
  if (withTools) {
    cpSync(tools, join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    for (const file of ['package.json', 'package-lock.json']) cpSync(fileURLToPath(new URL(file, import.meta.url)), join(folder, file));
  }
  const words = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--cache', join(folder, '.cache'), ...names.map(tarball)];
  execFileSync('npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  return folder;
}

const quiet = { ...process.env, NO_COLOR: '', npm_config_update_notifier: 'false' };

function ran(command, words, { cwd, input, env } = {}) {
  const result = spawnSync(command, words, { cwd, input: input ?? '', maxBuffer: 1 << 30, env: { ...quiet, ...env } });
  if (result.error) throw result.error;
  return { status: result.status, out: result.stdout.toString('latin1'), err: result.stderr.toString() };
}

export const runProgram = (words, options) => ran(program, words, options);
/** The package's command, as `npx` finds it. */
export const runPackage = (folder, words, options) => ran(join(folder, 'node_modules/.bin/personfirst'), words, options);
export const runTool = (folder, tool, words, options) => ran(join(folder, 'node_modules/.bin', tool), words, { cwd: folder, ...options });
export const runNpx = (folder, words, options) => ran('npx', ['--no-install', ...words], { cwd: folder, ...options });
