// The editor: CodeMirror, dressed as a place for prose.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder, type ViewUpdate } from '@codemirror/view';
import { marks } from './marks.ts';

export interface EditorEvents {
  updated(update: ViewUpdate): void;
  /** True: taken care of. */
  pasted(data: DataTransfer, view: EditorView): boolean;
}

const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '1.0625rem', backgroundColor: 'var(--paper)', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.65', overflow: 'auto' },
  '.cm-content': { padding: '1rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1.1rem' },
  '.cm-placeholder': { color: 'var(--quiet)' },
});

export function createEditor(parent: HTMLElement, events: EditorEvents, keys: Extension): EditorView {
  const nonce = document.querySelector<HTMLStyleElement>('style[nonce]')?.nonce ?? '';
  const state = EditorState.create({
    extensions: [
      EditorView.cspNonce.of(nonce), theme, marks, history(), keys, keymap.of([...historyKeymap, ...defaultKeymap]),
      EditorView.lineWrapping, EditorView.perLineTextDirection.of(true),
      EditorView.contentAttributes.of({
        'aria-label': 'Your text', 'aria-describedby': 'privacy keys-hint', tabindex: '0',
        spellcheck: 'true', autocorrect: 'on', autocapitalize: 'sentences',
      }),
      placeholder('Write or paste your text here, or drop a file.'),
      EditorView.updateListener.of((update) => { events.updated(update); }),
      EditorView.domEventHandlers({
        paste: (event, view) => event.clipboardData !== null && events.pasted(event.clipboardData, view),
      }),
    ],
  });
  return new EditorView({ state, parent });
}
