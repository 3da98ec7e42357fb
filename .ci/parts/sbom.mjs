// Prints a CycloneDX 1.5 bill of materials of one program, as it lies there:
//
//   node sbom.mjs PROGRAM > bom.json
//
// Versions are those of the packages that are installed here. The same program and packages give the same bytes: no date, no
// number of its own.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';

const program = process.argv[2];
if (program === undefined) {
  console.error('usage: node sbom.mjs PROGRAM > bom.json');
  process.exit(2);
}
const root = new URL('../../', import.meta.url);
const run = (command, ...args) => execFileSync(command, args, {
  encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'],
});
const parts = JSON.parse(readFileSync(new URL('parts.json', import.meta.url), 'utf8'));

const SPDX = /^[\w.-]+$/;
const licences = licence => [SPDX.test(licence) ? { license: { id: licence } }
  : / (OR|WITH) /.test(licence) ? { expression: licence } : { license: { name: licence } }];

const installed = new Map();
function debian(name) {
  if (!installed.has(name)) {
    const format = '${Version} ${Architecture} ${source:Package} ${source:Version}';
    const [version, architecture, source, sourceVersion] = run('dpkg-query', '-W', '-f', format, name).split(/[ \n]/);
    const encode = encodeURIComponent;
    installed.set(name, {
      version,
      purl: `pkg:deb/debian/${encode(name)}@${encode(version)}?arch=${architecture}&distro=debian-12`,
      properties: [{ name: 'personfirst:source', value: `${source} ${sourceVersion}` }],
    });
  }
  return installed.get(name);
}

function fromNpm(folder) {
  const { name, version } = JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), 'utf8'));
  return { version, purl: `pkg:npm/${encodeURIComponent(name)}@${version}` };
}

function inside(part) {
  const found = part.npm ? fromNpm(part.npm) : debian(part.debian);
  return {
    type: 'library', 'bom-ref': found.purl, name: part.name, version: found.version, description: part.what, scope: 'required',
    licenses: licences(part.licence), purl: found.purl, ...(found.properties && { properties: found.properties }),
  };
}

// Debian's list has some files under /lib, though that is /usr/lib by now.
function packageOf(file) {
  for (const place of [file, file.replace(/^\/usr/, '')]) {
    try {
      return run('dpkg-query', '--search', place).split(':')[0];
    } catch {}
  }
  throw new Error(`no package owns ${file}`);
}

// The system's shared libraries that it asks for by name.
function shared() {
  const needed = [...run('readelf', '--dynamic', '--wide', program).matchAll(/NEEDED.*\[(.*)\]/g)].map(match => match[1]);
  if (needed.length === 0) return [];
  const places = new Map([...run('ldd', program).matchAll(/(\S+) => (\S+)/g)].map(match => [match[1], match[2]]));
  const packages = new Set();
  for (const library of needed) {
    if (places.has(library)) packages.add(packageOf(realpathSync(places.get(library))));  // the loader is libc6's, as is libc
  }
  return [...packages].map(name => {
    const { version, purl, properties } = debian(name);
    return { type: 'library', 'bom-ref': purl, name, version, scope: 'required', purl, properties };
  });
}

const isStatic = !run('readelf', '--dynamic', '--wide', program).includes('NEEDED');
const components = [...parts.filter(part => ['all', 'linked'].includes(part.in) || (isStatic && part.in === 'static')).map(inside), ...shared()]
  .sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
const version = run(program, '--version').trim().split(' ')[1];
const ref = `pkg:generic/${basename(program)}@${version}`;
const bom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: {
    component: {
      type: 'application', 'bom-ref': ref, name: basename(program), version, licenses: licences('MIT'), purl: ref,
      description: 'Finds stigmatizing words about substance use and suggests person-first wording',
      hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(readFileSync(program)).digest('hex') }],
    },
  },
  components,
  dependencies: [{ ref, dependsOn: components.map(component => component['bom-ref']) }],
};
console.log(JSON.stringify(bom, null, 2));
