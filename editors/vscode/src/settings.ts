// What a person chose, and nothing else: where a setting was left alone, the project's configuration decides, so defaults are
// not sent to the server.
import type { ConfigurationScope, WorkspaceConfiguration } from 'vscode';

/** The settings that the server reads; package.json describes them. */
export const SERVER_SETTINGS = [
  'enable', 'audience', 'severity', 'packs', 'voice', 'quotations', 'spelling', 'rules', 'allow', 'preferred', 'language', 'include',
  'exclude', 'ruleFiles', 'requireReason',
] as const;

const DEFAULTS = new Set(['defaultValue', 'defaultLanguageValue']);

type Reader = (section: string, scope?: ConfigurationScope) => Pick<WorkspaceConfiguration, 'get' | 'inspect'>;

export function chosenSettings(read: Reader, scope?: ConfigurationScope): Record<string, unknown> {
  const configuration = read('personfirst', scope);
  const chosen: Record<string, unknown> = {};
  for (const name of SERVER_SETTINGS) {
    const found = configuration.inspect(name);
    if (found === undefined) continue;
    const isSet = Object.entries(found).some(([where, value]) => where.endsWith('Value') && !DEFAULTS.has(where) && value !== undefined);
    if (isSet) chosen[name] = configuration.get(name);
  }
  return chosen;
}
