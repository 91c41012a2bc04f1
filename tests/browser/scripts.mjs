// With scripts off a page is whole: every word and link that is there with scripts is there without, and nothing waits
// for a script that never comes. With scripts on, addresses and citations can be copied.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DESK, PHONE, context, none } from './browser.mjs';
import { name, onePerKind } from './pages.mjs';

export default function scripts({ browser, pages }) {
  describe('scripts off', () => {
    for (const viewport of [PHONE, DESK]) {
      test(`at ${viewport.width} px`, async () => {
        const faults = [];
        const [on, off] = await Promise.all([context(browser, { viewport }), context(browser, { viewport, javaScriptEnabled: false })]);
        const [with_, without] = [await on.newPage(), await off.newPage()];
        for (const chosen of onePerKind(pages)) {
          await Promise.all([with_.goto(chosen.url), without.goto(chosen.url)]);
          const [all, some] = [await with_.evaluate(shown), await without.evaluate(shown)];
          const there = new Set(some.words);
          for (const words of all.words) if (!there.has(words)) faults.push(`${name(chosen)}: only with scripts: ${words}`);
          for (const control of some.dead) faults.push(`${name(chosen)}: does nothing without scripts: ${control}`);
          if (await without.locator('.menu summary').isVisible()) {
            await without.locator('.menu summary').click();
            if (!(await without.locator('.menu a').first().isVisible())) faults.push(`${name(chosen)}: the menu does not open`);
          }
        }
        await Promise.all([on.close(), off.close()]);
        none(faults);
      });
    }
  });

  describe('copying', () => {
    test('an address and a citation', async () => {
      const allowed = await context(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
      const page = await allowed.newPage();
      await page.goto(onePerKind(pages).find((chosen) => chosen.kind === 'resolution').url);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      const said = page.locator('.said');

      const link = page.locator('a.self').first();
      await link.click();
      await said.filter({ hasText: /./ }).waitFor();
      assert.equal(await copied(), await link.evaluate((element) => element.href));

      const words = (await page.locator('[data-copy]').innerText()).trim();
      await page.locator('[data-copy] + button').press('Enter');
      await page.waitForFunction((text) => navigator.clipboard.readText().then((now) => now === text), words);
      assert.match(words, /https?:\/\//);
      await allowed.close();
    });
  });
}

// Runs in the page. What scripts may add are buttons and what they tell; the words of the page are in the page.
function shown() {
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const words = [...document.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption, a[href], svg')]
    .filter((element) => visible(element) && !element.closest('[role="status"], [aria-live]'))
    .map((element) => {
      const copy = element.cloneNode(true);
      copy.querySelectorAll('button, [role="status"], [aria-live]').forEach((added) => added.remove());
      return `${element.localName} ${element.getAttribute('href') ?? ''} ${copy.textContent.replace(/\s+/g, ' ').trim()}`;
    });
  const dead = [...document.querySelectorAll('button, input, select, textarea')]
    .filter((element) => visible(element) && !element.form?.hasAttribute('action'))
    .map((element) => element.outerHTML.slice(0, 100));
  return { words, dead };
}
