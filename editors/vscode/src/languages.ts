// Which documents the server is asked about. Which of them it can read is the server's affair: it passes over the rest.
import type { DocumentSelector } from 'vscode-languageclient';

export const CONFIGURATION_FILE = '.personfirst.json';

const LANGUAGES = [
  'asciidoc', 'dita', 'django-html', 'git-commit', 'handlebars', 'html', 'jinja-html', 'latex', 'liquid', 'markdown', 'mdx', 'org',
  'plaintext', 'quarto', 'restructuredtext', 'rmd', 'subrip', 'tex', 'twig', 'vtt', 'xml',
];
const SCHEMES = ['untitled', 'vscode-notebook-cell'];

/** `folders`: schemes of URIs that files have. */
export function documentSelector(folders: readonly string[] = ['file']): DocumentSelector {
  const documents = [...folders, ...SCHEMES].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
  return [
    ...documents,
    // The box for a commit message beside the list of changes.
    { scheme: 'vscode-scm', language: 'scminput' },
    // Completion of rules and packs inside the configuration.
    ...folders.map((scheme) => ({ scheme, pattern: `**/${CONFIGURATION_FILE}` })),
  ];
}
