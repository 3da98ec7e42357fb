// Is the bill of materials what CycloneDX wants? BOMS: the files, divided by spaces.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { PackageURL } from 'packageurl-js';
import parseLicence from 'spdx-expression-parse';

const files = process.env.BOMS.split(' ');
const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot5);

for (const file of files) {
  test(`${file} fits the schema`, async () => {
    assert.equal(await validator.validate(readFileSync(file, 'utf8')), null);
  });
  test(`${file} has package addresses and licences that can be read`, () => {
    const { components, metadata } = JSON.parse(readFileSync(file, 'utf8'));
    assert.ok(components.length >= 10);
    for (const { purl, version, licenses } of [...components, metadata.component]) {
      const { type, name: called, version: has } = PackageURL.fromString(purl);
      assert.ok(/^(deb|npm|generic)$/.test(type) && called !== '' && has === version, purl);
      for (const { expression, license } of licenses ?? []) {
        if (expression || license.id) parseLicence(expression ?? license.id);
      }
    }
  });
}

test('the validator sees a mistake', async () => {
  const bom = JSON.parse(readFileSync(files[0], 'utf8'));
  bom.components[0].type = 'labrary';
  assert.notEqual(await validator.validate(JSON.stringify(bom)), null);
});
