// Writes icons/light and icons/dark from the shapes below, so that both themes keep the same shapes.
//
//   node scripts/icons.mjs
//
// High contrast themes take the dark or the light ones. A level is told by its shape, not by its colour alone.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../icons/', import.meta.url));

// "line" is drawn, "fill" is filled; "cut" is drawn over it in the background's colour.
const ACTIONS = {
  check: '<path d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14"/><path d="M5 7l1.5 1.5L9.2 5.6"/>',
  pause: '<path d="M5.5 3v10M10.5 3v10"/>',
  resume: '<path d="M4.5 3v10l8-5Z"/>',
  explain: '<path d="M8 4C6.5 2.8 4.3 2.5 2 2.5v9.8c2.3 0 4.5.3 6 1.5 1.5-1.2 3.7-1.5 6-1.5V2.5c-2.3 0-4.5.3-6 1.5ZM8 4v9.5"/>',
  report: '<path d="M3.5 14.5v-13h6l3 3v10ZM9.5 1.5v3h3M5.5 7.5h5M5.5 10h5M5.5 12.3h3"/>',
};
const LEVELS = {
  error: { shape: '<circle cx="8" cy="8" r="6"/>', mark: '<path d="M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6"/>' },
  warning: { shape: '<path d="M8 2 14.5 13.5h-13Z"/>', mark: '<path d="M8 6.2v3.6M8 11.5v.7"/>' },
  hint: { shape: '<circle cx="8" cy="8" r="6"/>', mark: '<path d="M8 7.2v4M8 4.7v.7"/>' },
};
const THEMES = {
  light: { line: '#424242', error: '#c72e2e', warning: '#9a6700', hint: '#0060a8', cut: '#ffffff' },
  dark: { line: '#c5c5c5', error: '#f48771', warning: '#e0b64a', hint: '#75beff', cut: '#1e1e1e' },
};

function svg(body) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="none">${body}</svg>\n`;
}

function drawn(color, width, shapes) {
  return `<g stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${shapes}</g>`;
}

for (const [theme, colors] of Object.entries(THEMES)) {
  mkdirSync(here + theme, { recursive: true });
  for (const [name, shapes] of Object.entries(ACTIONS)) {
    writeFileSync(`${here}${theme}/${name}.svg`, svg(drawn(colors.line, 1.2, shapes)));
  }
  for (const [level, { shape, mark }] of Object.entries(LEVELS)) {
    writeFileSync(`${here}${theme}/${level}.svg`, svg(`<g fill="${colors[level]}">${shape}</g>${drawn(colors.cut, 1.5, mark)}`));
  }
}
