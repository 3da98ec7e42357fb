// Findings inside the editor: where they stand while the text changes, which are shown, and which one is in focus.
import { type ChangeDesc, type EditorState, type Extension, StateEffect, StateField, type TransactionSpec } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin } from '@codemirror/view';
import { isolateHistory } from '@codemirror/commands';
import type { Edit, Finding, Fix, Severity } from './protocol.ts';

/** A finding where it stands now. */
export interface Place {
  readonly finding: Finding;
  readonly from: number;
  readonly to: number;
}

/** What people want to keep: one place, or these words wherever they stand. */
interface Kept {
  readonly rule: string;
  readonly words: string;
  readonly place: { readonly from: number; readonly to: number } | null;
}

interface Marks {
  readonly places: readonly Place[];
  /** Changes of the text since the findings' own places. */
  readonly since: ChangeDesc | null;
  readonly kept: readonly Kept[];
  readonly severities: ReadonlySet<Severity>;
  readonly current: Finding | null;
  /** Those of `places` that are shown. */
  readonly shown: readonly Place[];
}

const found = StateEffect.define<{ findings: readonly Finding[]; since: ChangeDesc | null }>();
const keep = StateEffect.define<Kept>();
const keepNothing = StateEffect.define();
const focus = StateEffect.define<Finding | null>();
const show = StateEffect.define<ReadonlySet<Severity>>();

const words = (finding: Finding) => finding.text.toLowerCase();

/** Whether changes took away some of this, or put something into it. */
function cuts(changes: ChangeDesc, from: number, to: number): boolean {
  const places: { begin: number; end: number }[] = [];
  changes.iterChangedRanges((begin, end) => { places.push({ begin, end }); });
  return places.some(({ begin, end }) => begin < to && end > from);
}

/** Where a finding stands after changes; null when they touched it. */
function moved({ finding, from, to }: Place, changes: ChangeDesc): Place | null {
  if (changes.touchesRange(from, to)) {
    // Text that is put in right before or after it does no harm.
    const start = changes.mapPos(from, 1);
    const end = changes.mapPos(to, -1);
    return end - start !== to - from || cuts(changes, from, to) ? null : { finding, from: start, to: end };
  }
  return { finding, from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) };
}

function move(places: readonly Place[], changes: ChangeDesc): Place[] {
  return places.flatMap((place) => moved(place, changes) ?? []);
}

function isKept(place: Place, kept: readonly Kept[]): boolean {
  return kept.some((one) => one.rule === place.finding.rule && one.words === words(place.finding)
    && (one.place === null || (one.place.from === place.from && one.place.to === place.to)));
}

/** Decides what is shown, and finds again what was in focus. */
function settle(marks: Omit<Marks, 'shown'>): Marks {
  const shown = marks.places.filter((place) => marks.severities.has(place.finding.severity) && !isKept(place, marks.kept));
  const current = shown.some(({ finding }) => finding === marks.current) ? marks.current : null;
  return { ...marks, current, shown };
}

function afterChange(marks: Marks, changes: ChangeDesc): Marks {
  return settle({
    ...marks,
    places: move(marks.places, changes),
    since: marks.since === null ? changes : marks.since.composeDesc(changes),
    kept: marks.kept.flatMap((one) => {
      if (one.place === null) return one;
      const place = { from: changes.mapPos(one.place.from, 1), to: changes.mapPos(one.place.to, -1) };
      return place.to > place.from ? { ...one, place } : [];
    }),
  });
}

/** What a finding says and offers; places count from its own start. */
function gist({ rule, severity, context, message, note, text, from, fixes }: Finding): string {
  const offers = fixes.map(({ title, applicability, edits }) =>
    [title, applicability, ...edits.map((edit) => [edit.from - from, edit.to - from, edit.insert])]);
  return JSON.stringify([rule, severity, context, message, note, text, offers]);
}

/** The same findings in the same places: then nothing is drawn anew, under somebody's finger perhaps. */
function isSame({ places, since }: Marks, next: readonly Place[]): boolean {
  return places.length === next.length && places.every((place, index) => {
    const other = next[index];
    return place.from === other?.from && place.to === other.to && gist(place.finding) === gist(other.finding)
      && (since === null || place.finding.fixes.every(({ edits }) => edits.every((edit) => !cuts(since, edit.from, edit.to))));
  });
}

function afterFound(marks: Marks, findings: readonly Finding[], since: ChangeDesc | null): Marks {
  const all = findings.map((finding) => ({ finding, from: finding.from, to: finding.to }));
  const places = since === null ? all : move(all, since);
  if (isSame(marks, places)) return marks;
  const before = marks.places.find(({ finding }) => finding === marks.current);
  const again = before && places.find(({ finding, from }) => finding.rule === before.finding.rule && from === before.from);
  return settle({ ...marks, places, since, current: again?.finding ?? null });
}

const field = StateField.define<Marks>({
  create: () => ({ places: [], since: null, kept: [], severities: new Set(['error', 'warning', 'hint']), current: null, shown: [] }),
  update(marks, transaction) {
    let next = transaction.docChanged ? afterChange(marks, transaction.changes.desc) : marks;
    for (const effect of transaction.effects) {
      if (effect.is(found)) next = afterFound(next, effect.value.findings, effect.value.since);
      else if (effect.is(keep)) next = settle({ ...next, kept: [...next.kept, effect.value] });
      else if (effect.is(keepNothing)) next = settle({ ...next, kept: [] });
      else if (effect.is(show)) next = settle({ ...next, severities: effect.value });
      else if (effect.is(focus)) next = { ...next, current: effect.value };
    }
    // Whoever puts the cursor on a finding asks about it.
    if (transaction.selection !== undefined && transaction.isUserEvent('select')) {
      const at = placeAt(next.shown, transaction.newSelection.main.head);
      if (at !== undefined && transaction.newSelection.main.empty) next = { ...next, current: at.finding };
    }
    return next;
  },
});

/** Only where it can be seen: a long text may have thousands. */
function lines(view: EditorView): DecorationSet {
  const { shown, current } = view.state.field(field);
  const seen = shown.filter(({ from, to }) => to > from && view.visibleRanges.some((range) => from <= range.to && to >= range.from));
  return Decoration.set(seen.map(({ finding, from, to }) => Decoration.mark({
    class: `finding ${finding.severity}${finding === current ? ' current' : ''}`,
  }).range(from, to)), true);
}

const drawn = ViewPlugin.define((view) => ({
  lines: lines(view),
  update(update) {
    if (update.docChanged || update.viewportChanged || update.startState.field(field) !== update.state.field(field)) {
      this.lines = lines(update.view);
    }
  },
}), { decorations: (plugin) => plugin.lines });

function placeAt(places: readonly Place[], position: number): Place | undefined {
  return places.find(({ from, to }) => from <= position && position <= to);
}

export const marks: Extension = [field, drawn];

export const shownPlaces = (state: EditorState): readonly Place[] => state.field(field).shown;
export const allPlaces = (state: EditorState): readonly Place[] => state.field(field).places;
export const keptCount = (state: EditorState): number => {
  const { places, kept } = state.field(field);
  return kept.length === 0 ? 0 : places.filter((place) => isKept(place, kept)).length;
};
export const currentPlace = (state: EditorState): Place | undefined => {
  const { shown, current } = state.field(field);
  return current === null ? undefined : shown.find(({ finding }) => finding === current);
};

/** The same finding in a newer answer. */
export const again = (state: EditorState, { finding, from }: Place): Place | undefined => {
  const places = shownPlaces(state);
  return places.find((one) => one.finding === finding) ?? places.find((one) => one.finding.rule === finding.rule && one.from === from);
};

/** `since`: changes of the text since it was sent to be checked. */
export const withFindings = (findings: readonly Finding[], since: ChangeDesc | null): TransactionSpec =>
  ({ effects: found.of({ findings, since: since?.empty === false ? since : null }) });
export const withFocus = (finding: Finding | null): TransactionSpec => ({ effects: focus.of(finding) });
export const withSeverities = (severities: ReadonlySet<Severity>): TransactionSpec => ({ effects: show.of(severities) });
export const withKept = ({ finding, from, to }: Place, everywhere: boolean): TransactionSpec =>
  ({ effects: keep.of({ rule: finding.rule, words: words(finding), place: everywhere ? null : { from, to } }) });
export const withNothingKept = (): TransactionSpec => ({ effects: keepNothing.of(null) });

/** The finding after (or before) a position; round the end of the text it goes on at the start. */
export function neighbour(places: readonly Place[], position: number, step: 1 | -1): Place | undefined {
  return step === 1
    ? places.find(({ from }) => from > position) ?? places[0]
    : places.findLast(({ from }) => from < position) ?? places.at(-1);
}

/** A fix's edits, where they belong now; null when the text has changed there. */
function editsNow(state: EditorState, { edits }: Fix): Edit[] | null {
  const { since } = state.field(field);
  if (edits.length === 0) return null;
  if (since === null) return edits;
  const now = edits.map((edit) => {
    return cuts(since, edit.from, edit.to) ? null : { from: since.mapPos(edit.from, 1), to: since.mapPos(edit.to, edit.to > edit.from ? -1 : 1), insert: edit.insert };
  });
  return now.every((edit) => edit !== null) ? now : null;
}

export const canApply = (fix: Fix): boolean => fix.applicability !== 'display-only' && fix.edits.length > 0;

/** Null when it does not fit the text any more. Undone in one step. */
export function applying(state: EditorState, fix: Fix): TransactionSpec | null {
  const edits = canApply(fix) ? editsNow(state, fix) : null;
  return edits && {
    changes: edits, annotations: isolateHistory.of('full'), userEvent: 'input.reword', scrollIntoView: true,
    selection: { anchor: state.changes(edits).mapPos(edits.at(-1)?.to ?? 0, 1) },
  };
}

const safeFix = ({ finding }: Place): Fix | undefined => {
  const [first] = finding.fixes;
  return first?.applicability === 'automatic' && first.edits.length > 0 ? first : undefined;
};

export const safeCount = (state: EditorState): number => shownPlaces(state).filter(safeFix).length;

/** All safe rewordings that do not touch each other, as one change. */
export function applyingSafe(state: EditorState): { spec: TransactionSpec; count: number } {
  const changes: Edit[] = [];
  let count = 0;
  let end = -1;
  for (const place of shownPlaces(state)) {
    const fix = safeFix(place);
    const edits = fix === undefined ? null : editsNow(state, fix);
    if (edits === null || edits.some(({ from }) => from < end)) continue;
    changes.push(...edits);
    end = Math.max(...edits.map(({ to }) => to));
    count += 1;
  }
  return { spec: { changes, annotations: isolateHistory.of('full'), userEvent: 'input.reword' }, count };
}
