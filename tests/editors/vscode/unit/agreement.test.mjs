// What has to be the same in several places.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { EXTENSION, load } from './load.mjs';

const ROOT = path.join(EXTENSION, '../..');
const read = (file) => fs.readFileSync(path.join(EXTENSION, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const properties = manifest.contributes.configuration.properties;
const sources = fs.readdirSync(path.join(EXTENSION, 'src')).filter((name) => name.endsWith('.ts')).map((name) => read(`src/${name}`));

test('every text that the manifest names exists, and none is left over', () => {
  const named = new Set([...read('package.json').matchAll(/"%([^"%]+)%"/g)].map(([, name]) => name));
  assert.deepEqual([...named].sort(), Object.keys(JSON.parse(read('package.nls.json'))).sort());
});

test('the list of texts for translators is up to date', () => {
  execFileSync(process.execPath, [path.join(EXTENSION, 'scripts/strings.mjs'), '--check'], { stdio: 'pipe' });
});

test('commands of the manifest and of the code are the same, and none has the name of a server’s', () => {
  const inManifest = manifest.contributes.commands.map(({ command }) => command).sort();
  const inCode = sources.flatMap((text) => [...text.matchAll(/register\('([A-Za-z]+)'/g)].map(([, name]) => `personfirst.${name}`)).sort();
  assert.deepEqual(inManifest, inCode);
  const ofServer = [...fs.readFileSync(path.join(ROOT, 'lsp/capabilities.h'), 'utf8').matchAll(/"(personfirst\.\w+)"/g)].map(([, name]) => name);
  assert.ok(ofServer.length >= 4, 'the server’s commands are found');
  assert.deepEqual(inManifest.filter((name) => ofServer.includes(name)), []);
});

test('every setting that the server reads can be chosen and is described, and no other is sent', async () => {
  const { SERVER_SETTINGS } = await load('settings.ts');
  const server = fs.readFileSync(path.join(ROOT, 'lsp/editor_settings.cpp'), 'utf8');
  const read = [...server.matchAll(/\{"(\w+)", "\w+"\}/g)].map(([, name]) => name);
  assert.ok(read.length >= 10, 'the server’s settings are found');
  assert.deepEqual([...SERVER_SETTINGS].sort(), [...read, 'enable'].sort());
  for (const name of SERVER_SETTINGS) assert.ok(properties[`personfirst.${name}`]?.markdownDescription, `${name} is not in package.json`);
});

test('every language that is checked wakes the extension, and the server knows it or reads it as plain text', async () => {
  const { documentSelector } = await load('languages.ts');
  const checked = new Set(documentSelector().map(({ language }) => language).filter(Boolean));
  const woken = manifest.activationEvents.filter((event) => event.startsWith('onLanguage:')).map((event) => event.slice('onLanguage:'.length));
  assert.deepEqual(woken.sort(), [...checked].sort());
  const server = fs.readFileSync(path.join(ROOT, 'lsp/documents.cpp'), 'utf8');
  const unknown = [...checked].filter((language) => !server.includes(`{"${language}", Format::`));
  assert.deepEqual(unknown, ['scminput'], 'only the box for commit messages is plain text without being named');
});

test('the README names every format that is checked', async () => {
  const { documentSelector } = await load('languages.ts');
  const names = {
    asciidoc: 'AsciiDoc', dita: 'DITA', 'django-html': 'Django', 'git-commit': 'commit messages', handlebars: 'Handlebars', html: 'HTML',
    'jinja-html': 'Jinja', latex: 'LaTeX', liquid: 'Liquid', markdown: 'Markdown', mdx: 'MDX', org: 'Org', plaintext: 'plain text',
    quarto: 'Quarto', restructuredtext: 'reStructuredText', rmd: 'R Markdown', scminput: 'commit messages', subrip: 'SubRip', tex: 'LaTeX',
    twig: 'Twig', vtt: 'WebVTT', xml: 'XML',
  };
  const checked = new Set(documentSelector().map(({ language }) => language).filter(Boolean));
  assert.deepEqual(Object.keys(names).sort(), [...checked].sort());
  const table = read('README.md').split('## What it reads')[1].split('##')[0];
  for (const name of [...Object.values(names), 'Jupyter']) assert.ok(table.includes(name), `${name} is not in the README`);
});

test('the choices of a setting are those of the configuration’s schema', () => {
  const schema = JSON.parse(fs.readFileSync(path.join(ROOT, 'linter/config/personfirst.schema.json'), 'utf8')).properties;
  for (const [setting, key] of [['severity', 'minSeverity'], ['quotations', 'quotations'], ['voice', 'voice'], ['spelling', 'spelling'],
    ['language', 'language'], ['requireReason', 'requireReason']]) {
    assert.deepEqual(properties[`personfirst.${setting}`].enum, schema[key].enum);
    assert.equal(properties[`personfirst.${setting}`].default, schema[key].default);
  }
});

test('packs and audiences are those that ship', () => {
  const rules = path.join(ROOT, 'rules/en');
  const packs = new Set(fs.readdirSync(rules).filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(fs.readFileSync(path.join(rules, name), 'utf8')).pack).filter(Boolean));
  assert.deepEqual(properties['personfirst.packs'].items.enum.toSorted(), [...packs, 'all'].sort());
  const presets = fs.readdirSync(path.join(ROOT, 'linter/config/presets')).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  assert.deepEqual(properties['personfirst.audience'].enum.filter(Boolean).sort(), presets.sort());
});

test('the program that a workspace could name is restricted', () => {
  assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, ['personfirst.serverPath']);
});

test('pictures and icons that are named exist, in both themes', () => {
  const files = [...read('package.json').matchAll(/"((?:icons|images|walkthrough)\/[^"]+)"/g)].map(([, file]) => file);
  for (const file of files) assert.ok(fs.existsSync(path.join(EXTENSION, file)), file);
  const [light, dark] = ['light', 'dark'].map((theme) => fs.readdirSync(path.join(EXTENSION, 'icons', theme)).sort());
  assert.deepEqual(light, dark);
  for (const [, file] of read('README.md').matchAll(/\]\((images\/[^)]+)\)/g)) assert.ok(fs.existsSync(path.join(EXTENSION, file)), file);
});

test('lock files name packages, versions and hashes, and no addresses', () => {
  for (const file of [path.join(EXTENSION, 'package-lock.json'), new URL('../package-lock.json', import.meta.url)]) {
    assert.doesNotMatch(fs.readFileSync(file, 'utf8'), /:\/\//);
  }
});
