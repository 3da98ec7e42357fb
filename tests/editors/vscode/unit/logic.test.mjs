import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { chooseServer } = await load('server.ts');
const { RestartPolicy } = await load('restart_policy.ts');
const { groupByRule, highest } = await load('findings.ts');
const { chosenSettings } = await load('settings.ts');
const { withoutFirstStrong } = await load('hover_text.ts');

const BUNDLED = '/ext/server/linux-x64/personfirst-lsp';
function choose(change) {
  return chooseServer({
    configured: '', trusted: true, extensionPath: '/ext', platform: 'linux-x64',
    exists: (file) => [BUNDLED, '/own/lsp'].includes(file), ...change,
  });
}

for (const [claim, around, wanted] of [
  ['the bundled server runs when nothing is set', {}, { command: BUNDLED, bundled: true }],
  ['a setting of spaces is none', { configured: '  ' }, { command: BUNDLED, bundled: true }],
  ['a server of one’s own runs when it is named', { configured: '/own/lsp' }, { command: '/own/lsp', bundled: false }],
  ['a name without a folder is looked for on the PATH', { configured: 'personfirst-lsp' }, { command: 'personfirst-lsp', bundled: false }],
  ['an untrusted workspace cannot name a server', { configured: '/own/lsp', trusted: false }, { command: BUNDLED, bundled: true }],
  ['a path that leads nowhere is no reason to run another server', { configured: '/no/lsp' }, { reason: 'no-such-path', detail: '/no/lsp' }],
  ['a system without a server is named', { platform: 'darwin-arm64' }, { reason: 'no-server-for-platform', detail: 'darwin-arm64' }],
]) {
  test(claim, () => {
    const choice = choose(around);
    for (const [key, value] of Object.entries(wanted)) assert.equal(choice[key], value);
  });
}

test('the server is told to speak over its standard streams', () => {
  assert.deepEqual(choose({}).args, ['--stdio']);
});

test('waits double, and end after five restarts', () => {
  const policy = new RestartPolicy();
  assert.deepEqual([0, 1, 2, 3, 4, 5].map((second) => policy.ended(second * 1000)), [250, 500, 1000, 2000, 4000, undefined]);
});

test('only the first end for a while is told', () => {
  const policy = new RestartPolicy();
  const told = [0, 10_000, 20_000].map((time) => { policy.ended(time); return policy.isFirst; });
  assert.deepEqual(told, [true, false, false]);
});

test('ends long ago are forgotten', () => {
  const policy = new RestartPolicy();
  for (let i = 0; i < 5; ++i) policy.ended(i);
  assert.equal(policy.ended(200_000), 250);
  assert.equal(policy.isFirst, true);
});

test('a restart that somebody asked for starts counting anew', () => {
  const policy = new RestartPolicy();
  for (let i = 0; i < 6; ++i) policy.ended(i);
  policy.reset();
  assert.equal(policy.ended(10), 250);
});

function finding(uri, line, rule, level = 'error', column = 0) {
  return { uri, line, column, level, rule, message: '' };
}

test('rules are sorted by how often they are found, then by level, then by name', () => {
  const groups = groupByRule([
    finding('b', 1, 'z/hint', 'hint'), finding('a', 1, 'b/twice'), finding('a', 9, 'b/twice'), finding('a', 2, 'a/warning', 'warning'),
    finding('a', 3, 'y/error'), finding('a', 4, 'x/error'),
  ]);
  assert.deepEqual(groups.map(({ rule }) => rule), ['b/twice', 'x/error', 'y/error', 'a/warning', 'z/hint']);
});

test('a rule’s findings are in the order of files, lines and columns, and its files are counted once', () => {
  const [group] = groupByRule([finding('b', 1, 'r'), finding('a', 7, 'r'), finding('a', 2, 'r', 'error', 5), finding('a', 2, 'r', 'error', 1)]);
  assert.deepEqual(group.findings.map(({ uri, line, column }) => [uri, line, column]), [['a', 2, 1], ['a', 2, 5], ['a', 7, 0], ['b', 1, 0]]);
  assert.equal(group.files, 2);
});

test('a group counts as its highest finding', () => {
  assert.equal(groupByRule([finding('a', 1, 'r', 'hint'), finding('a', 2, 'r', 'warning')])[0].level, 'warning');
  assert.equal(highest([]), 'hint');
});

function reader(values) {
  return () => ({
    get: (name) => values[name].value,
    inspect: (name) => values[name]?.found,
  });
}

test('the server is told what somebody chose, and no defaults', () => {
  const settings = chosenSettings(reader({
    severity: { value: 'hint', found: { key: 'x', defaultValue: 'hint' } },
    quotations: { value: 'off', found: { key: 'x', defaultValue: 'hint', workspaceFolderValue: 'off' } },
    voice: { value: 'standard', found: { key: 'x', defaultValue: 'standard', globalValue: 'standard' } },
    spelling: { value: 'uk', found: { key: 'x', defaultValue: 'from-text', globalLanguageValue: 'uk' } },
    allow: { value: [], found: { key: 'x', defaultValue: [], defaultLanguageValue: [], languageIds: ['markdown'] } },
  }));
  assert.deepEqual(settings, { quotations: 'off', voice: 'standard', spelling: 'uk' });
});

test('a hover goes without the message that the editor shows above it, and keeps all else', () => {
  for (const [text, shown] of [
    ['**“junkie” is unkind.**\n\nInstead:\n\n- Use **x**', 'Instead:\n\n- Use **x**'],
    ['**All that there is.**', '**All that there is.**'],
    ['**Two\n\nparagraphs.** More.', '**Two\n\nparagraphs.** More.'],
    ['Why: **because**\n\nMore.', 'Why: **because**\n\nMore.'],
    ['', ''],
  ]) assert.equal(withoutFirstStrong(text), shown);
});
