// The golden cases of the command line, with the package's command in the place of the program.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { install, root, runPackage } from './support.mjs';

// What the package cannot do; its page says so.
const PROGRAM_ALONE = {
  killed: 'files are begun when all is known, so that there is nothing to be left behind',
};

const folder = install(['personfirst']);
const cases = readdirSync(join(root, 'tests/cli')).filter(name => existsSync(join(root, 'tests/cli', name, 'cmd')));
const run = promisify(execFile);

test('there are cases, and those that are left out exist', () => {
  assert.ok(cases.length > 60);
  for (const name of Object.keys(PROGRAM_ALONE)) assert.ok(cases.includes(name), name);
});

describe('as the program does it', { concurrency: availableParallelism() }, () => {
  for (const name of cases.filter(one => !(one in PROGRAM_ALONE))) {
    test(name, async () => {
      const words = [join(root, 'tests/cli', name)];
      await run(join(root, 'tests/cli/run_case.sh'), [join(folder, 'node_modules/.bin/personfirst'), ...words], { maxBuffer: 1 << 26 }).catch(error => {
        assert.fail(`${name}\n${error.stdout}${error.stderr}`.slice(0, 8000));
      });
    });
  }
});

for (const [flags, what] of [
  [['--comment'], /^personfirst: --comment: .*npm package cannot\n$/],
]) {
  test(`${flags.join(' ')} is refused before anything is begun`, () => {
    const { status, out, err } = runPackage(folder, ['lint', ...flags, '.'], { cwd: folder });
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, what);
  });
}
