// The list of findings. The one in focus is open and tells why, and what could stand there instead.
import type { EditorState } from '@codemirror/state';
import { element } from './dom.ts';
import { canApply, currentPlace, type Place, shownPlaces } from './marks.ts';
import type { Finding, Fix, Knowledge, Source } from './protocol.ts';
import { condition, contextNote, packName, severityName, withCapital } from './wording.ts';

export interface PanelEvents {
  chosen(place: Place): void;
  applied(place: Place, fix: Fix): void;
  kept(place: Place, everywhere: boolean): void;
}

/** So many items stand in the page at once. */
const PAGE = 100;
const AROUND = 40;
const FIRST_SOURCES = 3;

/** What the list was made of. */
interface Drawn {
  shown: readonly Finding[];
  current: Finding | null;
  page: number;
}

export class Panel {
  #drawn: Drawn | null = null;
  #page = 0;
  #state: EditorState | null = null;

  constructor(
    private readonly list: HTMLOListElement,
    private readonly pager: HTMLElement,
    private readonly heading: HTMLElement,
    private readonly events: PanelEvents,
    private readonly knowledge: () => Knowledge | null,
  ) {}

  draw(state: EditorState) {
    const places = shownPlaces(state);
    const current = currentPlace(state) ?? null;
    const isNew = current !== null && current.finding !== this.#drawn?.current;
    this.#state = state;
    if (isNew) this.#page = Math.floor(places.indexOf(current) / PAGE);
    this.#page = Math.max(0, Math.min(this.#page, Math.ceil(places.length / PAGE) - 1));
    const next = { shown: places.map(({ finding }) => finding), current: current?.finding ?? null, page: this.#page };
    if (this.#isDrawn(next)) {
      this.#drawSnippets(state, places);
      return;
    }
    this.#drawn = next;
    const focused = this.list.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.key : undefined;
    const start = this.#page * PAGE;
    this.list.start = start + 1;
    this.list.replaceChildren(...places.slice(start, start + PAGE).map((place) => this.#item(state, place, place === current)));
    this.#drawPager(places.length);
    if (focused !== undefined) this.#focusAgain(focused);
    if (isNew) this.#showOpen();
  }

  /** What surrounds the findings may have changed. */
  #drawSnippets(state: EditorState, places: readonly Place[]) {
    for (const [index, snippet] of this.list.querySelectorAll('.snippet').entries()) {
      const place = places[this.#page * PAGE + index];
      const fresh = place === undefined ? [] : this.#snippet(state, place);
      if (snippet.textContent !== fresh.map((one) => (typeof one === 'string' ? one : one.textContent)).join('')) snippet.replaceChildren(...fresh);
    }
  }

  /** With what could be written there, if that fits, but its first line in any case: the text may stand above. */
  #showOpen() {
    for (const part of ['.open', '.open .fixes', '.open > button']) {
      if (part === '.open' && !isBesideText()) continue;
      this.list.querySelector(part)?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** Focus is never lost: what it was on may be gone. */
  #focusAgain(key: string) {
    const same = this.list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (same !== null) same.focus({ preventScroll: true });
    else if (!this.focusItem()) this.heading.focus();
  }

  /** The item in focus, or the first. */
  focusItem(): boolean {
    const button = this.list.querySelector<HTMLElement>('.open > button') ?? this.list.querySelector<HTMLElement>('li > button');
    button?.focus();
    return button !== null;
  }

  /** The first thing to do about the finding in focus. */
  focusFix(): boolean {
    const button = this.list.querySelector<HTMLElement>('.open .fixes button') ?? this.list.querySelector<HTMLElement>('.open .keep button');
    button?.focus();
    return button !== null;
  }

  #isDrawn(next: Drawn): boolean {
    const drawn = this.#drawn;
    return drawn !== null && drawn.current === next.current && drawn.page === next.page && drawn.shown.length === next.shown.length
      && drawn.shown.every((finding, index) => finding === next.shown[index]);
  }

  #drawPager(total: number) {
    const turn = (by: number) => () => {
      this.#page += by;
      if (this.#state !== null) this.draw(this.#state);
      this.list.querySelector<HTMLElement>('li > button')?.focus();
    };
    const start = this.#page * PAGE;
    this.pager.hidden = total <= PAGE;
    this.pager.replaceChildren(
      start > 0 ? element('button', { type: 'button', onclick: turn(-1) }, `Earlier ${PAGE}`) : '',
      element('span', {}, `${(start + 1).toLocaleString('en')} to ${Math.min(start + PAGE, total).toLocaleString('en')} of ${total.toLocaleString('en')}`),
      start + PAGE < total ? element('button', { type: 'button', onclick: turn(1) }, `Later ${PAGE}`) : '',
    );
  }

  #item(state: EditorState, place: Place, isOpen: boolean): HTMLElement {
    const { finding } = place;
    const key = `${finding.rule}@${place.from}`;
    return element('li', { class: isOpen ? 'open' : '' },
      element('button', {
        type: 'button', class: 'item', 'aria-expanded': isOpen ? 'true' : 'false', 'aria-current': isOpen ? 'true' : null,
        'data-key': key, onclick: () => { this.events.chosen(place); },
      },
      element('span', { class: `badge ${finding.severity}` }, severityName[finding.severity]),
      element('span', { class: 'snippet' }, ...this.#snippet(state, place))),
      isOpen && this.#detail(state, place, key));
  }

  #snippet(state: EditorState, { from, to }: Place): (string | HTMLElement)[] {
    const line = state.doc.lineAt(from);
    const begin = Math.max(line.from, from - AROUND);
    const end = Math.min(Math.max(to, line.to), to + AROUND);
    const before = state.sliceDoc(begin, from);
    const after = state.sliceDoc(to, end);
    // Words are not cut.
    return [
      begin > line.from ? `… ${before.replace(/^\S*\s/, '')}` : before,
      element('mark', {}, state.sliceDoc(from, Math.min(to, from + 200))),
      end < line.to ? `${after.replace(/\s\S*$/, '')} …` : after,
    ];
  }

  #detail(state: EditorState, place: Place, key: string): HTMLElement {
    const { finding } = place;
    const pack = this.knowledge()?.packOf[finding.rule];
    const note = contextNote[finding.context];
    return element('div', { class: 'detail' },
      element('p', { class: 'message' }, finding.message),
      note !== '' && element('p', { class: 'context' }, note),
      ...this.#fixes(state, place, key),
      finding.note !== '' && element('h3', {}, 'Why'),
      finding.note !== '' && element('p', {}, finding.note),
      ...this.#sources(finding, key),
      element('div', { class: 'keep' },
        element('button', { type: 'button', 'data-key': `${key}/keep`, onclick: () => { this.events.kept(place, false); } }, 'Keep it here'),
        element('button', { type: 'button', 'data-key': `${key}/keep-all`, onclick: () => { this.events.kept(place, true); } },
          `Keep every “${short(finding.text)}”`)),
      element('p', { class: 'rule' }, pack === undefined ? '' : `${packName(pack)} · `, element('code', {}, finding.rule)));
  }

  #fixes(state: EditorState, place: Place, key: string): HTMLElement[] {
    const { finding } = place;
    if (finding.fixes.length === 0) return [];
    return [
      element('h3', {}, finding.fixes.some(canApply) ? 'You could write' : 'An idea'),
      element('ul', { class: 'fixes' }, ...finding.fixes.map((fix, index) => {
        const only = condition(fix);
        if (!canApply(fix)) return element('li', {}, withCapital(fix.title));
        const { before, after } = change(state, finding, fix);
        return element('li', {},
          element('button', { type: 'button', 'data-key': `${key}/${index}`, onclick: () => { this.events.applied(place, fix); } },
            element('span', { class: 'after' }, after === '' ? '(leave it out)' : after),
            before !== finding.text && element('span', { class: 'before' }, ` instead of “${before}”`)),
          only !== '' && element('span', { class: 'only' }, ` ${only}`));
      })),
    ];
  }

  #sources(finding: Finding, key: string): HTMLElement[] {
    const all = finding.sources.flatMap((id) => this.knowledge()?.sources[id] ?? []);
    if (all.length === 0) return [];
    const rest = all.slice(FIRST_SOURCES);
    return [
      element('h3', {}, 'Who says so'),
      element('ul', { class: 'sources' }, ...all.slice(0, FIRST_SOURCES).map(sourceItem)),
      ...(rest.length === 0 ? [] : [element('details', { class: 'more' },
        element('summary', { 'data-key': `${key}/sources` }, `${rest.length} more`),
        element('ul', { class: 'sources' }, ...rest.map(sourceItem)))]),
    ];
  }
}

/** As in style.css: else the list is below the text. */
const isBesideText = () => window.matchMedia('(min-width: 56rem) and (min-height: 34rem)').matches;

const short = (text: string) => (text.length > 30 ? `${text.slice(0, 29)}…` : text);

/** What stands there now, and what would: all edits of a fix together, with what is between them. */
function change(state: EditorState, finding: Finding, { edits }: Fix): { before: string; after: string } {
  const place = shownPlaces(state).find((one) => one.finding === finding);
  const shift = (place?.from ?? finding.from) - finding.from;
  const from = Math.min(...edits.map((edit) => edit.from)) + shift;
  const to = Math.max(...edits.map((edit) => edit.to)) + shift;
  const before = state.sliceDoc(from, to);
  let after = before;
  for (const edit of edits.toSorted((a, b) => b.from - a.from)) {
    after = after.slice(0, edit.from + shift - from) + edit.insert + after.slice(edit.to + shift - from);
  }
  return { before, after };
}

function sourceItem({ title, publisher, year, url }: Source): HTMLElement {
  const link = /^https?:/.test(url)
    ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' }, title,
      element('span', { class: 'unseen' }, ' (opens a new tab)'))
    : title;
  return element('li', {}, link, element('span', { class: 'publisher' }, ` ${publisher}${year === '' ? '' : `, ${year}`}`));
}
