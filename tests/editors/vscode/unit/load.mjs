// One module of the extension, compiled on the fly; nothing that these tests load may need the editor.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const EXTENSION = fileURLToPath(new URL('../../../../editors/vscode/', import.meta.url));
const require = createRequire(EXTENSION);
const { build } = require('esbuild');

export async function load(name) {
  const { outputFiles: [file] } = await build({
    entryPoints: [path.join(EXTENSION, 'src', name)], bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(file.contents).toString('base64')}`);
}
