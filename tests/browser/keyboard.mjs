// The keyboard alone: every link and control is reached, in the order of the page, in sight and marked; the menu and the
// contents open, lead on and keep nobody in.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, context, none } from './browser.mjs';
import { name, onePerKind } from './pages.mjs';

const WALKED = ['home', 'resolution', 'list of resolutions', 'session', 'official', 'free page'];

export default function keyboard({ browser, pages }) {
  const each = onePerKind(pages);
  const resolution = each.find(({ kind }) => kind === 'resolution');

  const views = new Map();
  const open = async (viewport, url) => {
    const page = await views.get(viewport).newPage();
    await page.goto(url);
    return page;
  };

  describe('keyboard', { concurrency: 2 }, () => {
    before(async () => {
      for (const viewport of [PHONE, DESK]) views.set(viewport, await context(browser, { viewport }));
    });
    after(() => Promise.all([...views.values()].map((view) => view.close())));

    for (const chosen of each.filter(({ kind }) => WALKED.includes(kind))) {
      for (const viewport of [PHONE, DESK]) {
        test(`every stop of ${name(chosen)} at ${viewport.width} px`, async () => {
          const page = await open(viewport, chosen.url);
          none(await walk(page));
          await page.close();
        });
      }
    }

    test('the first stop leads past the menu', async () => {
      const page = await open(PHONE, resolution.url);
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), 'a.skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
      await page.close();
    });

    test('the menu on a phone', async () => {
      const page = await open(PHONE, resolution.url);
      const links = page.locator('.menu a');
      assert.ok((await links.count()) >= 5);
      assert.equal(await links.first().isVisible(), false);
      await tabTo(page, '.menu summary');
      await page.keyboard.press('Enter');
      for (let index = 0; index < (await links.count()); index++) {
        await page.keyboard.press('Tab');
        assert.ok(await links.nth(index).evaluate((link) => link === document.activeElement), `link ${index + 1} of the menu`);
        assert.ok(await links.nth(index).isVisible());
      }
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.closest('.menu')), null, 'Tab leaves the menu');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.href !== resolution.url);
      await page.close();
    });

    test('the menu closes again', async () => {
      const page = await open(PHONE, resolution.url);
      await tabTo(page, '.menu summary');
      await page.keyboard.press('Space');
      assert.ok(await page.locator('.menu a').first().isVisible());
      await page.keyboard.press('Space');
      assert.equal(await page.locator('.menu a').first().isVisible(), false);
      await page.close();
    });

    test('the menu at a desk stands open', async () => {
      const page = await open(DESK, resolution.url);
      await tabTo(page, '.menu a');
      assert.equal(await page.locator('.menu summary').isVisible(), false);
      await page.close();
    });

    for (const viewport of [PHONE, DESK]) {
      test(`the contents at ${viewport.width} px lead to each part`, async () => {
        const page = await open(viewport, resolution.url);
        const links = page.locator('.contents a');
        const targets = await links.evaluateAll((all) => all.map((link) => link.hash.slice(1)));
        assert.ok(targets.length >= 5);
        const summary = page.locator('.contents summary');
        if (await summary.isVisible()) {
          await tabTo(page, '.contents summary');
          await page.keyboard.press('Enter');
        }
        for (const [index, target] of targets.entries()) {
          await links.nth(index).focus();
          await page.keyboard.press('Enter');
          await page.waitForFunction((id) => decodeURIComponent(location.hash.slice(1)) === id, decodeURIComponent(target));
          const fault = await page.evaluate(hidden, decodeURIComponent(target));
          assert.equal(fault, null, `#${target}`);
        }
        await page.close();
      });
    }
  });
}

// Goes on with Tab until the focus is on what the selector names.
async function tabTo(page, selector) {
  for (let steps = 0; steps < 200; steps++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`Tab never comes to ${selector}`);
}

function focused(page) {
  return page.evaluate(() => {
    const { localName, className } = document.activeElement;
    return className ? `${localName}.${className}` : localName;
  });
}

// Tabs through the whole page and tells what is wrong on the way.
async function walk(page) {
  const expected = await page.evaluate(numberStops);
  const faults = [];
  let last = -1;
  for (let steps = 0; steps < expected + 20; steps++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(judgeStop);
    if (!stop) break;
    if (stop.scrolls) continue;
    if (stop.number !== last + 1) faults.push(`stop ${stop.number} comes after stop ${last}: ${stop.what}`);
    last = stop.number;
    faults.push(...stop.faults.map((fault) => `${fault}: ${stop.what}`));
  }
  if (last !== expected - 1) faults.push(`the walk ends at stop ${last} of ${expected}`);
  return faults;
}

// Runs in the page: numbers what should be a stop, in the order of the source.
function numberStops() {
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled,
  );
  stops.forEach((element, index) => Object.assign(element, { stop: index }));
  const positive = document.querySelector('[tabindex]:not([tabindex="0"], [tabindex="-1"])');
  if (positive) throw new Error(`an order of its own: ${positive.outerHTML.slice(0, 90)}`);
  return stops.length;
}

// Runs in the page: the stop that has the focus; nothing at the end of the page.
function judgeStop() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const what = element.outerHTML.slice(0, 100);
  const style = getComputedStyle(element);
  const scrolls = element.stop === undefined && [style.overflowX, style.overflowY].some((value) => value === 'auto' || value === 'scroll');
  const faults = [];
  const marked = style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && !/transparent|, 0\)$/.test(style.outlineColor));
  if (!marked && !scrolls) faults.push('the focus is not marked');
  const rect = element.getClientRects()[0];
  const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
  if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) faults.push('the focus is out of sight');
  else {
    const top = document.elementFromPoint(x, y);
    if (top && !element.contains(top) && !top.contains(element)) faults.push(`the focus is covered by ${top.outerHTML.slice(0, 60)}`);
  }
  return { number: element.stop ?? -1, scrolls, what, faults };
}

// Runs in the page: why the beginning of a part cannot be seen, or nothing.
function hidden(id) {
  const part = document.getElementById(id);
  if (!part) return 'is not there';
  const range = document.createRange();
  range.selectNodeContents(part);
  const rect = [...range.getClientRects()].find(({ width, height }) => width && height);
  if (!rect) return 'shows nothing';
  if (rect.top < 0 || rect.bottom > innerHeight) return `lies at ${rect.top} of ${innerHeight} px`;
  const top = document.elementFromPoint(rect.left + 2, (rect.top + rect.bottom) / 2);
  return part.contains(top) || top?.contains(part) ? null : `is covered by ${top?.outerHTML.slice(0, 60)}`;
}
