// The page: puts the editor, the checker and the list of findings together.
import { redo, redoDepth, undo, undoDepth, isolateHistory } from '@codemirror/commands';
import { Prec } from '@codemirror/state';
import { type EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import engineWorker from 'virtual:engine-worker';
import { setUpAbout } from './about.ts';
import { Checker } from './checker.ts';
import { Choices } from './choices.ts';
import { Asking, LONGEST } from './document.ts';
import { byId, isMac } from './dom.ts';
import { createEditor } from './editor.ts';
import { CannotOpen, openFile, saveFile, saveName } from './files.ts';
import { guessFormat } from './formats.ts';
import {
  again, allPlaces, applying, applyingSafe, canApply, currentPlace, keptCount, neighbour, type Place, safeCount, shownPlaces, withFindings,
  withFocus, withKept, withNothingKept, withSeverities,
} from './marks.ts';
import { Notices, Voice } from './notices.ts';
import { Panel } from './panel.ts';
import type { FailureCode, Fix, Format, Knowledge } from './protocol.ts';
import { copy, isFormatted, tidyHtml, wordsOfHtml } from './rich_text.ts';
import { count, failureWords, formatName, megabytes, SAMPLE } from './wording.ts';

const state = {
  name: '',
  format: 'plain' as Format,
  /** Somebody chose the format; it is not guessed any more. */
  isFormatChosen: false,
  knowledge: null as Knowledge | null,
  /** Findings beyond those that are marked. */
  more: 0,
  /** The text as it was put in, copied or saved last: it is not lost when the page closes. */
  safeAt: '' as string | null,
  failure: null as FailureCode | null,
  isDamaged: false,
};

const notices = new Notices(() => { editor.focus(); });
const voice = new Voice();
const packedEngine = byId('engine').textContent.trim();
const checker = new Checker(engineWorker, packedEngine, {
  ready(knowledge) {
    state.knowledge = knowledge;
    choices.offerPacks(knowledge);
    if (state.failure === 'start') state.failure = null;
    draw();
  },
  checked(id, findings, total) {
    const since = asking.since(id);
    if (since === undefined) return;
    state.failure = null;
    for (const words of Object.values(failureWords)) notices.take(words);
    state.more = total - findings.length;
    state.isDamaged = lone.test(editor.state.doc.toString());
    editor.dispatch(withFindings(findings, since));
    tellCount();
  },
  failed(code, id) {
    if (id !== null) asking.since(id);
    state.failure = code;
    notices.show(failureWords[code], code === 'start' ? undefined : { label: 'Try again', run: check });
    draw();
  },
});
const asking = new Asking(checker);
const choices = new Choices(
  ({ severities }) => {
    editor.dispatch(withSeverities(new Set(severities)));
    check();
    tellCount();
  },
  () => { notices.show('This browser keeps nothing for this page, so the settings last until you close it.'); },
);

const panel = new Panel(byId<HTMLOListElement>('list'), byId('pager'), byId('findings-title'), {
  chosen(drawn) {
    const place = again(editor.state, drawn);
    if (place === undefined) return;
    const isOpen = currentPlace(editor.state)?.finding === place.finding;
    if (isOpen) editor.dispatch(withFocus(null));
    else reveal(place);
  },
  applied: apply,
  kept(drawn, everywhere) {
    const place = again(editor.state, drawn);
    if (place === undefined) return;
    const next = neighbour(shownPlaces(editor.state), place.from, 1);
    editor.dispatch(withKept(place, everywhere));
    goOn(next);
    tellCount();
  },
}, () => state.knowledge);

const editor: EditorView = createEditor(byId('editor'), { updated, pasted }, Prec.highest(keymap.of([
  { key: 'F8', run: () => go(1), shift: () => go(-1), preventDefault: true },
  { key: 'Mod-.', run: chooseWording, preventDefault: true },
  { key: 'Mod-Enter', run: applyFirst, preventDefault: true },
])));

// What follows the text

function updated(update: ViewUpdate) {
  if (update.docChanged) {
    asking.textChanged(update.changes.desc);
    if (update.transactions.some((one) => one.isUserEvent('input.type') || one.isUserEvent('input.paste'))) notices.pass();
    if (!state.isFormatChosen && update.state.doc.length < 20_000 && update.transactions.some((one) => one.isUserEvent('input.paste'))) {
      setFormat(guessFormat(update.state.doc.toString()));
    }
    check();
  }
  draw();
}

function check() {
  const { length } = editor.state.doc;
  if (state.failure !== 'start') state.failure = null;
  if (length === 0 || length > LONGEST || choices.packs.length === 0) {
    asking.stop();
    state.more = 0;
    state.isDamaged = false;
    if (allPlaces(editor.state).length > 0) queueMicrotask(() => { editor.dispatch(withFindings([], null)); });
    if (length === 0) state.isFormatChosen = false;
  } else {
    asking.soon(() => editor.state.doc, state.format, choices.packs);
  }
  draw();
}

let isDrawing = false;
function draw() {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    drawNow();
  });
}

function drawNow() {
  const { doc } = editor.state;
  const shown = shownPlaces(editor.state).length;
  const safe = safeCount(editor.state);
  const kept = keptCount(editor.state);
  const isEmpty = doc.length === 0;
  document.body.classList.toggle('empty', isEmpty);
  byId('summary').textContent = summary();
  byId('welcome').hidden = !isEmpty;
  hide('findings-bar', shown === 0);
  hide('apply-safe', safe === 0);
  byId('apply-safe').textContent = safe === 1 ? 'Apply the safe one' : `Apply all ${safe.toLocaleString('en')} safe ones`;
  hide('kept', kept === 0);
  byId('kept-count').textContent = `${count(kept, 'finding is', 'findings are')} kept as written.`;
  byId('document-status').textContent = documentStatus();
  disable('undo', undoDepth(editor.state) === 0);
  disable('redo', redoDepth(editor.state) === 0);
  for (const id of ['copy', 'save', 'clear']) disable(id, isEmpty);
  byId('sample').hidden = !isEmpty;
  panel.draw(editor.state);
}

function hide(id: string, isHidden: boolean) {
  const one = byId(id);
  if (isHidden && one.contains(document.activeElement)) byId('findings-title').focus();
  one.hidden = isHidden;
}

/** Focus is not lost to a button that can do nothing now. */
function disable(id: string, isDisabled: boolean) {
  const button = byId<HTMLButtonElement>(id);
  if (isDisabled && button === document.activeElement) editor.focus();
  button.disabled = isDisabled;
}

function summary(): string {
  const { length } = editor.state.doc;
  if (state.failure !== null) return 'Not checked.';
  if (length > LONGEST) return 'This text is too long to be checked.';
  if (choices.packs.length === 0) return 'Nothing is chosen below to look for.';
  if (state.knowledge === null) return length === 0 ? 'Getting ready…' : 'Getting ready to look at your text…';
  if (length === 0) return 'Ready when you are.';
  const all = allPlaces(editor.state).length;
  const shown = shownPlaces(editor.state).length;
  const hidden = all - shown - keptCount(editor.state);
  if (all === 0) return asking.isSettled ? 'Nothing to change. It reads well.' : 'Looking…';
  const more = state.more > 0 ? `, the first of ${(all + state.more).toLocaleString('en')}` : '';
  return `${count(shown, 'place', 'places')} worth another look${more}${hidden > 0 ? ` (${hidden.toLocaleString('en')} not shown)` : ''}.`;
}

function documentStatus(): string {
  const { doc } = editor.state;
  if (doc.length > LONGEST) {
    return `This text has ${megabytes(doc.length)}; up to ${megabytes(LONGEST)} can be checked at once. It stays here as it is. `
      + 'Please cut it into parts to have them checked.';
  }
  if (state.isDamaged) return 'Some characters in this text are damaged (�). The rest is checked as usual.';
  return state.name === '' ? '' : `From ${state.name}, read as ${formatName[state.format]}.`;
}

/** Half of a character. */
const lone = /[\uD800-\uDFFF]/u;

function tellCount() {
  voice.say(summary(), 1200);
}

// Going about the findings

function reveal(place: Place) {
  editor.dispatch({ ...withFocus(place.finding), selection: { anchor: place.from, head: place.to }, scrollIntoView: true });
}

const isInFindings = () => byId('findings').contains(document.activeElement);

function go(step: 1 | -1): boolean {
  const places = shownPlaces(editor.state);
  const current = currentPlace(editor.state);
  const { from, to } = editor.state.selection.main;
  const start = current?.from ?? (step === 1 ? from - 1 : to);
  const place = neighbour(places, start, step);
  if (place === undefined) {
    voice.forget();
    voice.say(summary(), 0);
    return true;
  }
  const wasIn = isInFindings();
  reveal(place);
  drawNow();
  if (wasIn) panel.focusItem();
  else announce(place);
  return true;
}

function announce({ finding }: Place) {
  const ideas = finding.fixes.filter(canApply).length;
  voice.forget();
  voice.say(`${finding.message} ${ideas === 0 ? '' : `${count(ideas, 'suggestion', 'suggestions')}.`}`, 100);
}

/** The finding at the cursor, else the next one. */
function nearest(): Place | undefined {
  const { head } = editor.state.selection.main;
  const places = shownPlaces(editor.state);
  return currentPlace(editor.state) ?? places.find(({ from, to }) => from <= head && head <= to) ?? neighbour(places, head - 1, 1);
}

function chooseWording(): boolean {
  const place = nearest();
  if (place === undefined) return true;
  if (currentPlace(editor.state) !== place) reveal(place);
  drawNow();
  if (!panel.focusFix()) panel.focusItem();
  return true;
}

function applyFirst(): boolean {
  const place = currentPlace(editor.state)
    ?? shownPlaces(editor.state).find(({ from, to }) => from <= editor.state.selection.main.head && editor.state.selection.main.head <= to);
  const fix = place?.finding.fixes.find(canApply);
  if (place === undefined || fix === undefined) {
    voice.forget();
    voice.say('There is no wording to put in here.', 0);
  } else {
    apply(place, fix);
  }
  return true;
}

function apply(drawn: Place, drawnFix: Fix) {
  const place = again(editor.state, drawn);
  const fix = place?.finding.fixes.find(({ title }) => title === drawnFix.title);
  const spec = fix === undefined ? null : applying(editor.state, fix);
  if (spec === null || place === undefined) {
    notices.show('The text has changed there meanwhile. Please look at it again.');
    return;
  }
  const wasIn = isInFindings();
  editor.dispatch(spec);
  drawNow();
  voice.forget();
  voice.say(`Changed. ${count(shownPlaces(editor.state).length, 'place', 'places')} left.`, 300);
  if (wasIn) goOn(neighbour(shownPlaces(editor.state), place.from, 1));
}

/** After something was done in the list: the next finding there, or its heading when there is none. */
function goOn(next: Place | undefined) {
  const place = next && shownPlaces(editor.state).find(({ finding }) => finding === next.finding);
  if (place !== undefined) reveal(place);
  drawNow();
  if (place === undefined || !panel.focusItem()) byId('findings-title').focus();
}

// Putting text in, and taking it out

function setFormat(format: Format) {
  state.format = format;
  byId<HTMLSelectElement>('format').value = format;
}

function replaceAll(text: string, format: Format, name: string) {
  state.name = name;
  setFormat(format);
  editor.dispatch(withNothingKept());
  editor.dispatch({
    changes: { from: 0, to: editor.state.doc.length, insert: text }, selection: { anchor: 0 }, annotations: isolateHistory.of('full'),
    userEvent: 'input.replace', scrollIntoView: true,
  });
  state.safeAt = editor.state.doc.toString();
  editor.focus();
}

async function take(files: readonly File[]) {
  const [file] = files;
  if (file === undefined) return;
  const hadText = editor.state.doc.length > 0;
  try {
    const { text, format, name, note } = await openFile(file);
    replaceAll(text, format, name);
    state.isFormatChosen = true;
    const undoing = hadText ? 'Undo brings back the text that was here.' : '';
    const others = files.length > 1 ? 'Only the first of the files was opened.' : '';
    const words = [note, others, undoing].filter((one) => one !== '').join(' ');
    if (words === '') notices.hide();
    else notices.show(words);
  } catch (error) {
    const reason = error instanceof CannotOpen ? error.message : `“${file.name}” cannot be opened.`;
    notices.show(`${reason}${hadText ? ' Your text is still here.' : ''}`);
  }
}

function pasted(data: DataTransfer, view: EditorView): boolean {
  if (data.files.length > 0 && data.getData('text/plain') === '') {
    void take([...data.files]);
    return true;
  }
  const rich = data.getData('text/html');
  const { main } = view.state.selection;
  const isAll = main.from === 0 && main.to === view.state.doc.length;
  if (isAll) state.isFormatChosen = false;
  if (rich !== '' && isAll && isFormatted(rich)) {
    const before = view.state.doc.toString();
    // After the paste itself.
    setTimeout(() => {
      notices.show('This text had formatting. Only its words were taken.', {
        label: 'Keep the formatting, as HTML',
        run: () => {
          replaceAll(tidyHtml(rich), 'html', state.name);
          state.isFormatChosen = true;
        },
      });
    }, 0);
    if (before === '') state.name = '';
  }
  return false;
}

async function copyAll() {
  const text = editor.state.doc.toString();
  const isHtml = state.format === 'html';
  const isDone = await copy(isHtml ? wordsOfHtml(text) : text, isHtml ? text : null);
  if (isDone) state.safeAt = text;
  notices.mention(isDone
    ? isHtml ? 'Copied, with its formatting. You can paste it into a mail or a document.' : 'Copied. You can paste it where you need it.'
    : 'This browser did not let the page copy. Please select the text and copy it yourself.');
}

function on(id: string, run: () => void) {
  byId(id).addEventListener('click', run);
}

on('open', () => { byId('file').click(); });
byId<HTMLInputElement>('file').addEventListener('change', ({ target }) => {
  const input = target as HTMLInputElement;
  const files = [...input.files ?? []];
  input.value = '';
  void take(files);
});
on('sample', () => {
  replaceAll(SAMPLE, 'plain', '');
});
on('copy', () => { void copyAll(); });
on('save', () => {
  const text = editor.state.doc.toString();
  saveFile(saveName(state.name, state.format), text);
  state.safeAt = text;
});
on('undo', () => { undo(editor); });
on('redo', () => { redo(editor); });
on('clear', () => {
  replaceAll('', 'plain', '');
  notices.mention('The text is cleared. Undo brings it back.');
});
on('previous', () => { go(-1); });
on('next', () => { go(1); });
on('apply-safe', () => {
  const { spec, count: changed } = applyingSafe(editor.state);
  editor.dispatch(spec);
  drawNow();
  notices.mention(`${count(changed, 'place was', 'places were')} changed. Undo takes it back.`);
  byId('findings-title').focus();
});
on('show-kept', () => {
  editor.dispatch(withNothingKept());
  drawNow();
  byId('findings-title').focus();
});
byId<HTMLSelectElement>('format').addEventListener('change', ({ target }) => {
  state.format = (target as HTMLSelectElement).value as Format;
  state.isFormatChosen = true;
  check();
});
for (const [id, target] of [['skip-text', () => { editor.focus(); }], ['skip-findings', () => { byId('findings-title').focus(); }]] as const) {
  byId(id).addEventListener('click', (event) => {
    event.preventDefault();
    target();
  });
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || byId<HTMLDialogElement>('about').open) return;
  const isMod = isMac ? event.metaKey : event.ctrlKey;
  if (event.key === 'F8') {
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  } else if (isMod && event.key === '.') {
    event.preventDefault();
    chooseWording();
  } else if (event.key === 'Escape' && !editor.hasFocus) {
    editor.focus();
  } else if (isMod && !event.altKey && event.key.toLowerCase() === 'z' && !editor.hasFocus) {
    event.preventDefault();
    if (event.shiftKey) redo(editor);
    else undo(editor);
  }
});

// A file that is dropped beside the text would otherwise take the page's place.
document.addEventListener('dragover', (event) => {
  if (event.dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  document.body.classList.add('dropping');
});
for (const name of ['dragleave', 'drop', 'dragend'] as const) {
  document.addEventListener(name, () => { document.body.classList.remove('dropping'); });
}
document.addEventListener('drop', (event) => {
  const files = [...event.dataTransfer?.files ?? []];
  if (files.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  void take(files);
}, { capture: true });

window.addEventListener('beforeunload', (event) => {
  const { doc } = editor.state;
  if (doc.length > 0 && (doc.length > LONGEST || doc.toString() !== state.safeAt)) event.preventDefault();
});

if (isMac) for (const key of document.querySelectorAll('.mod')) key.textContent = '⌘';
setUpAbout(() => (state.knowledge === null ? '' : `This is version ${state.knowledge.version}.`));
editor.dispatch(withSeverities(choices.severities));
draw();
editor.focus();
