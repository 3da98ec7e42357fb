// What is shown: how strong findings must be, what they are about, and whether this computer remembers it.
import { byId, element } from './dom.ts';
import type { Knowledge, Severity } from './protocol.ts';
import { defaults, forget, remember, remembered, type Settings } from './settings.ts';
import { packName, SEVERITIES, severityMeaning, severityName } from './wording.ts';

/** Those that the engine has on when nobody chooses. */
const USUAL_PACKS = ['core', 'framing'];

export class Choices {
  #settings: Settings = remembered() ?? defaults;
  readonly #remember = byId<HTMLInputElement>('remember');

  constructor(private readonly changed: (settings: Settings) => void, private readonly cannotRemember: () => void) {
    this.#remember.checked = remembered() !== null;
    this.#remember.addEventListener('change', () => { this.#keep(); });
    byId('severities').append(...SEVERITIES.map((severity) => choice('severity', severity, severityName[severity],
      severityMeaning[severity], this.severities.has(severity), () => { this.#read(); })));
  }

  get severities(): ReadonlySet<Severity> {
    return new Set(this.#settings.severities);
  }

  get packs(): string[] {
    return this.#settings.packs ?? USUAL_PACKS;
  }

  /** The packs are known when the engine is. */
  offerPacks({ packs }: Knowledge) {
    const place = byId('packs');
    if (place.querySelector('input') !== null) return;
    const usualFirst = packs.toSorted((a, b) => Number(USUAL_PACKS.includes(b)) - Number(USUAL_PACKS.includes(a)));
    place.append(...usualFirst.map((pack) => choice('pack', pack, packName(pack), '', this.packs.includes(pack), () => { this.#read(); })));
  }

  #read() {
    const chosen = (name: string) => [...document.querySelectorAll<HTMLInputElement>(`input[name=${name}]:checked`)].map(({ value }) => value);
    this.#settings = { severities: chosen('severity') as Severity[], packs: chosen('pack') };
    if (this.#remember.checked) this.#keep();
    this.changed(this.#settings);
  }

  #keep() {
    if (!this.#remember.checked) forget();
    else if (!remember(this.#settings)) {
      this.#remember.checked = false;
      this.cannotRemember();
    }
  }
}

function choice(name: string, value: string, label: string, meaning: string, isOn: boolean, changed: () => void): HTMLElement {
  return element('label', { class: 'choice' },
    element('input', { type: 'checkbox', name, value, checked: isOn, onchange: changed }),
    element('span', { class: name === 'severity' ? `with-line ${value}` : '' }, element('span', {}, label),
      meaning !== '' && element('small', {}, meaning)));
}
