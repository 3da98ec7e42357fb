// How the page looks and sounds: axe in every state and dress, narrow and enlarged, with the keyboard alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './page.mjs';

const dresses = [
  { label: 'light' },
  { label: 'dark', colorScheme: 'dark' },
  { label: 'forced', forcedColors: 'active' },
  { label: 'narrow', width: 360, height: 640 },
  { label: 'narrow-dark', width: 360, height: 640, colorScheme: 'dark' },
  { label: 'zoomed', width: 1280, height: 900, scale: 2 },
];

const scrollsSideways = ({ page }) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const { label, ...dress } of dresses) {
  test(`axe finds nothing wrong, and nothing scrolls sideways: ${label}`, async () => {
    const it = await open({ ...dress, bypassCSP: true });
    const look = async (name) => {
      await it.picture(`${name}-${label}`);
      await it.axe(`${name}, ${label}`);
      assert.equal(await scrollsSideways(it), 0, name);
    };
    await it.says(/Ready/);
    await look('empty');
    await it.page.click('#sample');
    await it.says(/7 places/);
    await look('sample');
    await it.page.click('#list li:nth-child(2) .item');
    await it.page.click('.more summary');
    await look('finding');
    await it.page.click('#choices summary');
    await it.page.click('#keys summary');
    await it.page.locator('#remember').scrollIntoViewIfNeeded();
    await look('choices');
    await it.page.click('#choices summary');
    await it.page.click('#keys summary');
    await it.page.click('#about-open');
    await it.page.click('#notices-text details:nth-child(2) summary');
    await look('about');
    await it.page.click('#about-close');
    await it.drop('photo.png', Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]));
    await it.notes(/not a text/);
    await look('notice');
    await it.page.click('#clear');
    await it.paste('All is well.');
    await it.says(/reads well/);
    await look('well');
    await it.close();
  });
}

test('axe would have complained about a button without a name', async () => {
  const it = await open({ bypassCSP: true });
  await it.page.evaluate(() => { document.getElementById('open').textContent = ''; });
  await assert.rejects(it.axe('spoilt'), /button-name/);
  await it.close();
});

test('everything can be done with the keyboard alone, and focus is never lost', async () => {
  const it = await open();
  const { page } = it;
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  assert.equal(await it.focus(), 'editor');
  await page.keyboard.type('If you are an addict, call. A junkie came. Any drug user may come.');
  await it.says(/3 places/);
  await press('F8');
  assert.match(await page.textContent('#live').then(() => page.waitForFunction(() => document.getElementById('live').textContent).then((one) => one.jsonValue())), /./);
  assert.equal(await it.focus(), 'editor');
  assert.equal(await page.textContent('.open mark'), 'addict');
  await page.waitForFunction(() => document.getElementById('live').textContent.includes('3 suggestions'));
  await press('F8', 'F8', 'F8');
  assert.equal(await page.textContent('.open mark'), 'addict', 'it goes round');
  await press('Shift+F8');
  assert.equal(await page.textContent('.open mark'), 'drug user');
  await press('Control+Enter');
  assert.equal(await it.text(), 'If you are an addict, call. A junkie came. Any person who uses drugs may come.');
  assert.equal(await it.focus(), 'editor');
  await it.says(/2 places/);
  await press('Control+z');
  await it.says(/3 places/);
  await press('Control+Home', 'F8', 'Control+.');
  assert.match(await it.focus(), /have a substance use disorder/);
  await press('F8');
  assert.match(await it.focus(), /junkie/, 'in the list, focus goes along');
  await press('Shift+F8', 'Control+.', 'Tab', 'Enter');
  assert.equal(await it.text(), 'If you have an addiction, call. A junkie came. Any drug user may come.');
  assert.match(await it.focus(), /junkie/, 'then comes the next');
  await press('Escape');
  assert.equal(await it.focus(), 'editor');
  // The tab key leaves the editor, both ways.
  await press('Tab');
  assert.equal(await it.focus(), 'format');
  await press('Shift+Tab', 'Shift+Tab');
  assert.equal(await it.focus(), 'clear');
  await press('Escape', 'Control+.');
  await it.says(/2 places/);
  await page.focus('.keep button');
  await press('Enter');
  await it.says(/1 place/);
  assert.match(await it.focus(), /drug user/);
  await page.focus('.keep button');
  await press('Enter');
  assert.equal(await it.focus(), 'findings-title', 'after the last one');
  assert.notEqual(await it.focus(), 'lost');
  await it.close();
});

test('skip links lead to the text and to the findings', async () => {
  const it = await open();
  await it.page.focus('#skip-text');
  assert.ok(await it.page.evaluate(() => document.activeElement.getBoundingClientRect().left === 0), 'it is seen');
  await it.page.keyboard.press('Enter');
  assert.equal(await it.focus(), 'editor');
  await it.page.focus('#skip-findings');
  await it.page.keyboard.press('Enter');
  assert.equal(await it.focus(), 'findings-title');
  await it.close();
});

test('a screen reader hears the number of findings once it has come to rest, not at every letter', async () => {
  const it = await open();
  await it.says(/Ready/);
  await it.page.evaluate(() => {
    window.heard = [];
    new MutationObserver(() => { window.heard.push(document.getElementById('live').textContent); })
      .observe(document.getElementById('live'), { childList: true, characterData: true, subtree: true });
  });
  await it.page.keyboard.type('An addict and a junkie, an addict and a junkie.', { delay: 30 });
  await it.says(/4 places/);
  await it.page.waitForFunction(() => window.heard.length > 0);
  await it.page.waitForTimeout(1500);
  const heard = await it.page.evaluate(() => window.heard);
  assert.equal(heard.at(-1), '4 places worth another look.');
  assert.ok(heard.length <= 3, heard.join(' | '));
  await it.close();
});

test('findings are a list, and the one in focus says so', async () => {
  const it = await open();
  await it.page.click('#sample');
  await it.says(/7 places/);
  await it.page.keyboard.press('F8');
  const seen = await it.page.locator('#findings').ariaSnapshot();
  assert.match(seen, /list "Findings"/);
  assert.equal((await it.page.$$('#list > li')).length, 7);
  assert.match(seen, /button "Best avoided Substance abuse touches many families in our town\. If …" \[expanded\]/);
  await it.close();
});
