// What somebody may ask this page to remember: settings, never text. Some browsers keep nothing for pages opened from disk; then
// remembering fails quietly.
import type { Severity } from './protocol.ts';

export interface Settings {
  severities: Severity[];
  /** null: those that are on by default. */
  packs: string[] | null;
}

const NAME = 'personfirst.settings';

export const defaults: Settings = { severities: ['error', 'warning', 'hint'], packs: null };

const strings = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;

/** null: nothing is remembered. */
export function remembered(): Settings | null {
  try {
    const text = localStorage.getItem(NAME);
    if (text === null) return null;
    const value = JSON.parse(text) as Record<string, unknown> | null;
    const severities = strings(value?.severities)?.filter((one) => (defaults.severities as string[]).includes(one));
    return { severities: (severities as Severity[] | undefined) ?? defaults.severities, packs: strings(value?.packs) };
  } catch {
    return null;
  }
}

/** False: this browser does not let the page. */
export function remember(settings: Settings): boolean {
  try {
    localStorage.setItem(NAME, JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Then there is nothing to forget.
  }
}
