// Readers who set more space between words and lines (WCAG 1.4.12), and readers who enlarge to 400 % (1.4.10), lose no
// word: none is cut off, covered by another, or beside the screen.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DESK, PHONE, addStyle, context, none, sidewaysScroll } from './browser.mjs';
import { name, onePerKind } from './pages.mjs';

const SPACING = `
  *, ::before, ::after { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }
`;
// A screen of 1280 by 1024 at 400 %.
const ENLARGED = { width: 320, height: 256 };

export default function spacing({ browser, pages }) {
  const chosen = onePerKind(pages);

  describe('spacing', { concurrency: 2 }, () => {
    for (const viewport of [PHONE, DESK]) {
      test(`text spacing at ${viewport.width} px`, async () => {
        none(await eachPage(browser, viewport, chosen, async (page) => {
          await addStyle(page, SPACING);
          return lostWords(page);
        }));
      });
    }

    test('400 %', async () => {
      none(await eachPage(browser, ENLARGED, chosen, async (page) => {
        const faults = [];
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
        const stuck = await page.evaluate(stuckHeight);
        if (stuck > ENLARGED.height / 3) faults.push(`${stuck} px of the screen are covered by what sticks to it`);
        return [...faults, ...(await lostWords(page))];
      }));
    });

    test('lost words are seen', async () => {
      const view = await context(browser, { viewport: PHONE });
      const page = await view.newPage();
      await page.goto(chosen[0].url);
      await addStyle(page, `
        h1 { height: 1em; overflow: hidden }
        h2 { position: absolute; left: 80vw; white-space: nowrap }
        footer { margin-top: -6rem }
      `);
      const faults = (await lostWords(page)).join('\n');
      await view.close();
      for (const fault of [/cut off/, /beside the screen/, /covered/]) assert.match(faults, fault);
    });
  });
}

async function eachPage(browser, viewport, pages, look) {
  const view = await context(browser, { viewport });
  const page = await view.newPage();
  const faults = [];
  for (const chosen of pages) {
    await page.setViewportSize(viewport);
    await page.goto(chosen.url);
    faults.push(...(await look(page)).map((fault) => `${name(chosen)}: ${fault}`));
  }
  await view.close();
  return faults;
}

async function lostWords(page) {
  const faults = [];
  const wide = await sidewaysScroll(page);
  if (wide) faults.push(wide);
  // The whole page on one screen, so that each word can be asked what lies on top of it.
  const { width } = page.viewportSize();
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  return [...faults, ...(await page.evaluate(findLostWords))];
}

function stuckHeight() {
  return [...document.querySelectorAll('body *')]
    .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
    .map((element) => element.getBoundingClientRect())
    .filter(({ top, bottom, height }) => height && top <= 0 && bottom > 0)
    .reduce((sum, { bottom }) => sum + bottom, 0);
}

// Runs in the page.
function findLostWords() {
  const faults = [];
  const screen = document.documentElement.clientWidth;
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || element.closest('.skip') || !element.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    const tell = (what) => faults.push(`${what}: "${text.data.trim().slice(0, 60)}" in ${element.outerHTML.slice(0, 90)}`);
    const fault = rects.map((rect) => wrong(element, rect)).find(Boolean);
    if (fault) tell(fault);
  }
  return faults;

  function wrong(element, rect) {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const { top, right, bottom, left, width, height } = box.getBoundingClientRect();
      // Words for screen readers alone stand in a box of one pixel.
      if (width <= 1 || height <= 1) return null;
      const outside = rect.left < left - 1 || rect.right > right + 1 || rect.top < top - 2 || rect.bottom > bottom + 2;
      const scrolls = [overflowX, overflowY].some((value) => ['auto', 'scroll'].includes(value));
      if (outside && scrolls) return null;
      // An inline box is higher than its letters: half of what a line has to spare may go.
      if (outside) return 'cut off';
    }
    if (rect.left < -1 || rect.right > screen + 1) return 'beside the screen';
    const middle = (rect.top + rect.bottom) / 2;
    for (const x of [rect.left + 2, (rect.left + rect.right) / 2, rect.right - 2]) {
      const top = document.elementFromPoint(x, middle);
      if (top && !top.contains(element) && !element.contains(top)) return `covered by ${top.outerHTML.slice(0, 60)}`;
    }
    return null;
  }
}
