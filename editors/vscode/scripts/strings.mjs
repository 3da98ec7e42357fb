// Writes l10n/bundle.l10n.json: every text of the extension that goes through l10n.t(), for people who translate.
//
//   node scripts/strings.mjs [--check]     --check: only say whether it is up to date
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const strings = new Set();

for (const name of readdirSync(`${root}src`).filter((file) => file.endsWith('.ts')).sort()) {
  const source = ts.createSourceFile(name, readFileSync(`${root}src/${name}`, 'utf8'), ts.ScriptTarget.Latest);
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText(source).endsWith('l10n.t')) {
      const [first] = node.arguments;
      if (first === undefined || !ts.isStringLiteralLike(first)) throw new Error(`${name}: l10n.t() wants a plain text`);
      strings.add(first.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

const bundle = `${root}l10n/bundle.l10n.json`;
const text = `${JSON.stringify(Object.fromEntries([...strings].sort().map((string) => [string, string])), null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(bundle, text);
else if (readFileSync(bundle, 'utf8') !== text) throw new Error('l10n/bundle.l10n.json is out of date: node scripts/strings.mjs');
