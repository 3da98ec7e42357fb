// Writes what the module's shims know of characters: node characters.mjs ICU_HEADER RE2_GROUPS OUT
//
// From ICU's uchar_props_data.h, the few properties that the engine asks for, of the dozens that stand there; from RE2's
// unicode_groups.cc, the scripts. Classes such as Lu are the same in both (that is checked), and ICU has them in the module anyway.
import { readFileSync, writeFileSync } from 'node:fs';

const [icuHeader, re2Groups, out] = process.argv.slice(2);
const icu = readFileSync(icuHeader, 'utf8');
const kCodePoints = 0x110000;

function numbers(name) {
  const found = new RegExp(`\\b${name}\\[\\d+\\]=\\{([^}]*)\\}`).exec(icu);
  if (!found) throw new Error(`${icuHeader} has no ${name}`);
  return found[1].split(',').map(Number);
}

// The value of each code point in one of ICU's frozen tries of 16 bits (utrie2.h). Lone surrogates have those of their pairs'
// first halves; no text has them.
function values(name) {
  const index = numbers(`${name}_index`);
  const trie = new RegExp(`static const UTrie2 ${name}=\\{([^}]*)\\}`).exec(icu)[1].split(',').map((part) => part.trim());
  const [highStart, highValue] = [Number(trie[9]), Number(trie[10])];
  const of = (block, c) => index[(index[block] << 2) + (c & 0x1f)];
  const value = (c) => {
    if (c < 0x10000) return of(c >> 5, c);
    if (c >= highStart) return index[highValue];
    return of(index[0x820 + (c >> 11)] + ((c >> 5) & 0x3f), c);
  };
  return Array.from({ length: kCodePoints }, (_, c) => value(c));
}

// ---- properties: see uprops.h for where they stand ----
const vectors = numbers('propsVectors');
const kAlphabetic = 1, kWhiteSpace = 2, kWide = 4, kFormat = 8;
const flagsOf = (vector) => {
  const [shape, binary, breaks] = vectors.slice(vector, vector + 3);
  const width = (shape >>> 17) & 7, word = (breaks >>> 10) & 31;
  return ((binary >>> 8) & 1 ? kAlphabetic : 0) | (binary & 1 ? kWhiteSpace : 0) |
    (width === 3 || width === 5 ? kWide : 0) | (word === 2 || word === 16 ? kFormat : 0);
};

function number(value, bytes) {
  for (; value >= 0x80; value = Math.floor(value / 128)) bytes.push(0x80 | (value & 0x7f));
  bytes.push(value);
}

const lengths = [], flags = [];
const vectorOf = values('propsVectorsTrie');
for (let c = 0, start = 0; c < kCodePoints; c = start) {
  const now = flagsOf(vectorOf[c]);
  for (start = c + 1; start < kCodePoints && flagsOf(vectorOf[start]) === now;) ++start;
  number(start - c, lengths);
  flags.push(now);
}

// ---- groups ----
const re2 = readFileSync(re2Groups, 'utf8');
const ranges = {};
for (const [, name, list] of re2.matchAll(/URange(?:16|32) (\w+)_range(?:16|32)\[\] = \{([^;]*)\};/g)) {
  for (const [, low, high] of list.matchAll(/\{ (\d+), (\d+) \}/g)) (ranges[name] ??= []).push([Number(low), Number(high)]);
}
const names = [...re2.matchAll(/\{ "(\w+)", \+1,/g)].map((group) => group[1]);
const classes = ['Cn', 'Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Mn', 'Me', 'Mc', 'Nd', 'Nl', 'No', 'Zs', 'Zl', 'Zp', 'Cc', 'Cf', 'Co', 'Cs', 'Pd', 'Ps',
  'Pe', 'Pc', 'Po', 'Sm', 'Sc', 'Sk', 'So', 'Pi', 'Pf'];
const classOf = values('propsTrie').map((value) => classes[value & 31]);
const isSurrogate = (c) => c >= 0xd800 && c <= 0xdfff;
const scripts = [];
for (const name of names) {
  if (name.length > 1 && !classes.includes(name)) {
    scripts.push(name);
    continue;
  }
  const held = new Uint8Array(kCodePoints);
  for (const [low, high] of ranges[name]) held.fill(1, low, high + 1);
  for (let c = 0; c < kCodePoints; ++c) {
    if (!isSurrogate(c) && (held[c] === 1) !== (classOf[c] !== 'Cn' && classOf[c].startsWith(name)))
      throw new Error(`ICU and RE2 do not agree about ${name} and U+${c.toString(16)}`);
  }
}
const gaps = [], spans = [], counts = [];
for (const name of scripts) {
  let end = 0;
  number(ranges[name].length, counts);
  for (const [low, high] of ranges[name]) {
    number(low - end, gaps);
    number(high - low, spans);
    end = high;
  }
}

const array = (name, bytes) => `constexpr unsigned char ${name}[] = {${bytes.join(',')}};\n`;
writeFileSync(out, `// Made by characters.mjs.\n#pragma once\n
// Of all code points in order: how many follow each other, and what they are.
constexpr unsigned char kAlphabetic = ${kAlphabetic}, kWhiteSpace = ${kWhiteSpace}, kWide = ${kWide}, kFormat = ${kFormat};
${array('kRunLengths', lengths)}${array('kRunFlags', flags)}
// Names in order, those of classes, too; then of each script: how many ranges, how far each is from the last, how far it goes.
constexpr const char* kGroupNames[] = {${names.map((name) => `"${name}"`).join(',')}};
constexpr int kGroups = ${names.length};
constexpr int kRanges = ${scripts.reduce((sum, name) => sum + ranges[name].length, 0)};
${array('kRangeCounts', counts)}${array('kRangeGaps', gaps)}${array('kRangeSpans', spans)}`);
