// Short messages above the text. They stay until they are closed or replaced; a screen reader hears them when it is free.
import { byId, element } from './dom.ts';

export interface Action {
  label: string;
  run(): void;
}

export class Notices {
  readonly #place = byId('notices');
  #isPassing = false;

  constructor(private readonly goBack: () => void) {}

  show(text: string, action?: Action) {
    const close = () => {
      this.hide();
      this.goBack();
    };
    this.#isPassing = false;
    this.#place.replaceChildren(element('div', { class: 'notice' },
      element('p', {}, text),
      action !== undefined && element('button', { type: 'button', onclick: () => {
        close();
        action.run();
      } }, action.label),
      element('button', { type: 'button', class: 'plain', onclick: close }, 'Close')));
    this.#place.scrollIntoView({ block: 'nearest' });
  }

  /** Unless something else was said since. */
  take(text: string) {
    if (this.#place.querySelector('p')?.textContent === text) this.hide();
  }

  /** Of no interest once somebody writes on. */
  mention(text: string) {
    this.show(text);
    this.#isPassing = true;
  }

  pass() {
    if (this.#isPassing) this.hide();
  }

  hide() {
    this.#isPassing = false;
    this.#place.replaceChildren();
  }
}

/** What a screen reader hears, once things have come to rest. */
export class Voice {
  #timer: number | undefined;
  #said = '';
  readonly #place = byId('live');

  say(text: string, afterMs: number) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (text === this.#said) return;
      this.#said = text;
      this.#place.textContent = text;
    }, afterMs);
  }

  /** The same words may be said again. */
  forget() {
    this.#said = '';
  }
}
