// Writing and rewording: what is underlined, what is applied, what is undone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { open } from './page.mjs';

// The engine takes a moment to start: most tests share a page, and each begins with an empty text.
let shared;
async function fresh() {
  // In pasted HTML the browser refuses styles and scripts before the page has thrown them away.
  shared ??= await open({ expected: [/Applying inline style|Executing inline event handler/] });
  const { page } = shared;
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => { setTimeout(done, 0); }); }));
  if (await page.isEnabled('#clear')) await page.click('#clear');
  await shared.says(/Ready/);
  await page.focus('.cm-content');
  return shared;
}

/** Puts `marked` in and expects a line under exactly what is between [[ and ]]. */
async function check(marked, format = 'plain') {
  const it = await fresh();
  await it.paste(marked.replaceAll(/\[\[|\]\]/g, ''));
  await it.page.selectOption('#format', format);
  const expected = [...marked.matchAll(/\[\[(.*?)\]\]/gs)].map(([, words]) => words);
  await it.says(expected.length === 0 ? /reads well/ : new RegExp(`^${expected.length} place`));
  const places = await it.page.evaluate(() => {
    const { view } = document.querySelector('.cm-content').cmTile;
    return [...document.querySelectorAll('.cm-content .finding')].map((one) => [view.posAtDOM(one, 0), one.textContent]);
  });
  let shift = 0;
  const wanted = [...marked.matchAll(/\[\[(.*?)\]\]/gs)].map((match) => {
    const at = match.index - shift;
    shift += 4;
    return [at, match[1]];
  });
  assert.deepEqual(places, wanted);
}

for (const [name, text, format] of [
  ['in plain words', 'He is an [[addict]].'],
  ['after an emoji', '😀 He is an [[addict]], 👩‍👩‍👧‍👦 and she is a [[junkie]].'],
  ['after combining marks', 'Jose\u0301 and Zoe\u0308: “an [[addict]]”, a\u0301\u0302 [[junkie]].'],
  ['on later lines', 'One.\n\nTwo 😀.\n\nHe is an [[addict]].'],
  ['in Markdown, but not in its code', '# An [[addict]]\n\n`an addict` in code\n', 'markdown'],
  ['in HTML, but not in its tags', '<p title="x">An [[addict]] &amp; <i class="addict">friends</i></p>', 'html'],
  ['after a lone surrogate', 'a \ud800 b \udc00 c. He is an [[addict]].'],
  ['nowhere, where there is nothing', 'Please keep clean water with you.'],
  ['from right to left beside it', 'שלום. He is an [[addict]]. שלום'],
]) test(`words are underlined ${name}`, () => check(text, format));

test('a finding in focus says why, who says so, and what to write', async () => {
  const it = await fresh();
  await it.paste('If you are an addict, call.');
  await it.says(/1 place/);
  await it.page.click('#list .item');
  const detail = await it.page.textContent('.detail');
  for (const part of ['makes a condition into the whole person', 'In studies', 'have a substance use disorder', 'instead of “are an addict”',
    'if a diagnosis is stated', 'Words Matter', 'Alcohol and other drugs', 'people/addict']) assert.ok(detail.includes(part), part);
  const links = await it.page.$$eval('.sources a', (all) => all.map(({ target, rel, href }) => [target, rel, href.startsWith('https://')]));
  assert.ok(links.length > 3);
  for (const link of links) assert.deepEqual(link, ['_blank', 'noopener noreferrer', true]);
});

test('a wording is applied where the words stand by then, and undone in one step', async () => {
  const it = await fresh();
  await it.paste('If you are an addict, call.');
  await it.says(/1 place/);
  await it.page.focus('.cm-content');
  await it.page.keyboard.press('Control+Home');
  await it.page.keyboard.type('😀 Hi! ');
  await it.page.click('#list .item');
  await it.page.click('.fixes button');
  assert.equal(await it.text(), '😀 Hi! If you have a substance use disorder, call.');
  await it.says(/reads well/);
  await it.page.click('#undo');
  assert.equal(await it.text(), '😀 Hi! If you are an addict, call.');
  await it.says(/1 place/);
});

test('a finding that stays is not drawn anew while somebody writes on, but shows what surrounds it', async () => {
  const it = await fresh();
  await it.paste('An addict came.');
  await it.says(/1 place/);
  await it.page.click('#list .item');
  await it.page.waitForSelector('.fixes button');
  await it.page.evaluate(() => { document.querySelector('.fixes button').isTheSame = true; });
  await it.page.focus('.cm-content');
  await it.page.keyboard.press('Control+End');
  await it.page.keyboard.type(' Later he left.');
  await it.page.waitForTimeout(1000);
  assert.equal(await it.page.textContent('.snippet'), 'An addict came. Later he left.');
  assert.equal(await it.page.evaluate(() => document.querySelector('.fixes button').isTheSame), true);
});

test('all safe wordings are applied at once, and undone in one step', async () => {
  const it = await fresh();
  const text = 'The van is open to any drug user. An addict came. No drug user is sent away.';
  await it.paste(text);
  await it.says(/3 places/);
  assert.equal(await it.page.textContent('#apply-safe'), 'Apply all 2 safe ones');
  await it.page.click('#apply-safe');
  assert.equal(await it.text(), 'The van is open to any person who uses drugs. An addict came. No person who uses drugs is sent away.');
  assert.equal(await it.focus(), 'findings-title');
  await it.says(/1 place/);
  await it.page.keyboard.press('Control+z');
  assert.equal(await it.text(), text);
});

test('a finding that somebody keeps is gone, for that place or for those words, until they want it back', async () => {
  const it = await fresh();
  await it.paste('An addict. An addict. A junkie. An addict.');
  await it.says(/4 places/);
  await it.page.click('#list li:nth-child(2) .item');
  await it.page.click('text=Keep it here');
  await it.says(/3 places/);
  assert.deepEqual(await it.lined(), ['addict', 'junkie', 'addict']);
  await it.page.focus('.cm-content');
  await it.page.keyboard.press('Control+Home');
  await it.page.keyboard.type('So. ');
  await it.says(/3 places/);
  await it.page.click('#list li:nth-child(3) .item');
  await it.page.click('text=Keep every “addict”');
  await it.says(/1 place/);
  assert.deepEqual(await it.lined(), ['junkie']);
  assert.match(await it.page.textContent('#kept'), /3 findings are kept/);
  await it.page.click('#show-kept');
  await it.says(/4 places/);
});

test('findings are filtered by how strong they are and by what they are about', async () => {
  const it = await fresh();
  await it.paste('An addict smoked marijuana. He committed suicide.');
  await it.says(/2 places/);
  await it.page.click('#choices summary');
  await it.page.uncheck('input[value=hint]');
  await it.says(/1 place .*1 not shown/);
  assert.deepEqual(await it.lined(), ['addict']);
  await it.page.check('input[value=suicide]');
  await it.says(/2 places/);
  assert.deepEqual(await it.lined(), ['addict', 'committed suicide']);
  await it.page.uncheck('input[value=core]');
  await it.says(/1 place/);
  assert.deepEqual(await it.lined(), ['committed suicide']);
  await it.page.uncheck('input[value=suicide]');
  await it.page.uncheck('input[value=framing]');
  await it.says(/Nothing is chosen/);
  for (const value of ['core', 'framing', 'hint']) await it.page.check(`input[value=${value}]`);
  await it.says(/2 places/);
  await it.page.click('#choices summary');
});

test('only settings are remembered, and only when somebody asks', async () => {
  const it = await fresh();
  await it.paste('An addict.');
  await it.says(/1 place/);
  const stored = () => it.page.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.equal(await stored(), '{}');
  await it.page.click('#choices summary');
  await it.page.check('#remember');
  await it.page.uncheck('input[value=hint]');
  assert.match(await stored(), /severities.*error.*warning/);
  assert.doesNotMatch(await stored(), /addict|hint/);
  await it.page.check('input[value=hint]');
  await it.page.uncheck('#remember');
  assert.equal(await stored(), '{}');
  assert.equal(await it.page.evaluate(() => document.cookie), '');
  await it.page.click('#choices summary');
});

for (const [name, text, format] of [
  ['a page', '<p>Some <b>words</b></p>', 'html'], ['Markdown', '# Title\n\nSome *words*.', 'markdown'], ['prose', 'Is 3 < 4? Yes - and so on.', 'plain'],
]) test(`what is pasted is read as ${format} when it looks like ${name}`, async () => {
  const it = await fresh();
  await it.paste(text);
  assert.equal(await it.page.inputValue('#format'), format);
});

test('formatted text is pasted as words, and its formatting is kept when somebody wants it', async () => {
  const it = await fresh();
  await it.paste('Big\nAn addict came', '<html><body><h1 style="color:red" class="MsoTitle">Big</h1><p>An <b onclick="x()">addict</b> came'
    + '<script>x()</script><img src="https://example.org/x.png"></p><o:p></o:p></body></html>');
  assert.equal(await it.text(), 'Big\nAn addict came');
  await it.notes(/had formatting/);
  await it.page.click('text=Keep the formatting');
  assert.equal(await it.text(), '<h1>Big</h1>\n<p>An <b>addict</b> came</p>\n');
  assert.equal(await it.page.inputValue('#format'), 'html');
  assert.equal(await it.focus(), 'editor');
  await it.says(/1 place/);
});

async function copied(it) {
  await it.page.evaluate(() => {
    // The page answers the event and lets nobody else see it: look at what it puts there.
    const give = DataTransfer.prototype.setData;
    window.given = {};
    DataTransfer.prototype.setData = function setData(type, value) {
      window.given[type] = value;
      give.call(this, type, value);
    };
  });
  await it.page.click('#copy');
  await it.notes(/Copied/);
  return it.page.evaluate(() => window.given);
}

test('HTML is copied with its formatting, and as words beside it', async () => {
  const it = await fresh();
  const html = '<h1>Title &amp; more</h1>\n<ul><li>One <b>two</b></li><li>three</li></ul><p>Four<br>five</p>';
  await it.paste(html);
  assert.deepEqual(await copied(it), { 'text/html': html, 'text/plain': 'Title & more\n\n• One two\n• three\n\nFour\nfive' });
});

test('other text is copied as it is', async () => {
  const it = await fresh();
  await it.paste('Some *words* 😀');
  assert.deepEqual(await copied(it), { 'text/plain': 'Some *words* 😀' });
});

test('text is saved as a download, under its name', async () => {
  const it = await fresh();
  await it.drop('leaflet.md', '# An addict\n');
  await it.says(/1 place/);
  const [download] = await Promise.all([it.page.waitForEvent('download'), it.page.click('#save')]);
  assert.equal(download.suggestedFilename(), 'leaflet.md');
  assert.equal(readFileSync(await download.path(), 'utf8'), '# An addict\n');
});

function docx(body) {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml), 'word/media/image1.png': new Uint8Array(1000) });
}

test('a Word file gives its words, without what was deleted in it', async () => {
  const it = await fresh();
  const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  await it.drop('plan.docx', docx(`<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>${run('Our ')}${run('plan &amp; you 😀')}</w:p><w:p/>`
    + `<w:p>${run('He is an ad')}${run('dict')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>${run('.')}</w:ins></w:p>`
    + `<w:tbl><w:tr><w:tc><w:p>${run('Cell')}<w:r><w:tab/></w:r>${run('two')}</w:p></w:tc></w:tr></w:tbl>`
    + `<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>Once</w:t></mc:Choice><mc:Fallback><w:t>Twice</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`), 'header');
  await it.says(/1 place/);
  assert.equal(await it.text(), 'Our plan & you 😀\n\nHe is an addict.\n\nCell\ttwo\n\nOnce\n');
  assert.match(await it.notice(), /words of “plan.docx”. Fonts, pictures, notes and layout are not kept/);
  assert.equal(await it.page.inputValue('#format'), 'plain');
});

test('a file that is opened takes the place of the text, which undo brings back', async () => {
  const it = await fresh();
  await it.paste('My text.');
  await it.drop('a.txt', 'An addict.');
  await it.says(/1 place/);
  assert.match(await it.notice(), /Undo brings back/);
  await it.page.click('#undo');
  assert.equal(await it.text(), 'My text.');
});

for (const [name, bytes, words] of [
  ['UTF-16', Buffer.from('\ufeffZoë is an addict.', 'utf16le'), 'Zoë is an addict.'],
  ['Windows-1252', Buffer.from('Zoë is an addict.', 'latin1'), 'Zoë is an addict.'],
  ['UTF-8 with a mark', Buffer.from('\ufeffZoë is an addict.\r\n'), 'Zoë is an addict.\n'],
]) test(`a file in ${name} is read`, async () => {
  const it = await fresh();
  await it.drop('a.txt', bytes);
  await it.says(/1 place/);
  assert.equal(await it.text(), words);
  assert.deepEqual(await it.lined(), ['addict']);
});

test('nothing left the page meanwhile', async () => {
  await shared.close();
});
