import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/'] },
  {
    files: ['src/**/*.ts'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      'no-restricted-globals': ['error', 'fetch'],
      'no-restricted-imports': ['error', { paths: ['http', 'https', 'net', 'tls', 'dns'].flatMap((name) => [name, `node:${name}`]) }],
      // What people read goes through l10n.
      'no-restricted-syntax': ['error', {
        selector: "CallExpression[callee.property.name=/^show(Information|Warning|Error)Message$/] > Literal:first-child",
        message: 'Use l10n.t() for what people read.',
      }],
    },
  },
  { files: ['scripts/**/*.mjs', '*.mjs'], extends: [js.configs.recommended],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } } },
);
