// Each kind of page, light and dark, on a phone and at a desk: axe, the console, other hosts, the content policy,
// sideways scroll, and how much is asked for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, context, none, sidewaysScroll, watch } from './browser.mjs';
import { chosenPages, name } from './pages.mjs';

const AXE = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const REQUESTS = 5;
// All that another scheme of colours can change.
const COLOURS = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
const OPTIONS = {
  runOnly: TAGS,
  preload: false,
  resultTypes: ['violations'],
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
};

export default function look({ browser, origin, pages }) {
  describe('look', { concurrency: 2 }, () => {
    const views = [];
    before(async () => {
      for (const viewport of [PHONE, DESK]) {
        views.push({ view: await withAxe(browser, viewport), width: viewport.width });
      }
    });
    after(() => Promise.all(views.map(({ view }) => view.close())));

    for (const chosen of chosenPages(pages)) {
      test(name(chosen), async () => none(await faultsOf(views, origin, chosen.url)));
    }

    test('the faults of the control page are seen', async () => {
      const faults = (await faultsOf(views, origin, `${origin}/control/`)).join('\n');
      for (const fault of [
        /Content Security Policy.*script|script.*Content Security Policy/,
        /Content Security Policy.*style|style.*Content Security Policy/,
        /asks another host: http:\/\/other\.example/,
        /status of 404/,
        /px wide/,
        /image-alt/,
        /button-name/,
        /light: color-contrast-enhanced/,
        /dark: color-contrast-enhanced/,
      ]) {
        assert.match(faults, fault);
      }
    });
  });

  test('look: no page of the sample can be moved sideways on a phone', async () => {
    const view = await context(browser, { viewport: PHONE });
    const page = await view.newPage();
    const { faults } = watch(page, origin);
    for (const { site, kind, url } of pages) {
      if (site !== 'sample' || kind === 'redirect') continue;
      await page.goto(url);
      const wide = await sidewaysScroll(page);
      if (wide) faults.push(`${url}: ${wide}`);
    }
    await view.close();
    none(faults);
  });
}

// A context whose pages have axe.
export async function withAxe(browser, viewport) {
  const view = await context(browser, { viewport, hasTouch: viewport === PHONE });
  await view.addInitScript(AXE);
  return view;
}

// What axe finds on a page in one of the two schemes; in the dark one, of colours only.
export async function violations(page, colorScheme) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const options = colorScheme === 'light' ? OPTIONS : { ...OPTIONS, runOnly: { type: 'rule', values: COLOURS }, rules: {} };
  const found = await page.evaluate((asked) => globalThis.axe.run(document, asked), options);
  return found.violations.flatMap(({ id, nodes }) => {
    const told = nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`);
    if (nodes.length > 3) told.push(`${nodes.length - 3} more`);
    return told.map((fault) => `${colorScheme}: ${id}: ${fault}`);
  });
}

async function faultsOf(views, origin, url) {
  const all = [];
  for (const { view, width } of views) {
    const page = await view.newPage();
    const { faults, requests } = watch(page, origin);
    await page.goto(url);
    const wide = await sidewaysScroll(page);
    if (wide) faults.push(wide);
    for (const colorScheme of ['light', 'dark']) {
      faults.push(...(await violations(page, colorScheme)));
    }
    // The mark is the icon too: asked for twice, it comes once.
    const files = [...new Set(requests)];
    if (files.length > REQUESTS) faults.push(`asks for ${files.length} files: ${files.join(' ')}`);
    for (const font of requests.filter((asked) => /\.(woff2?|ttf|otf)$/.test(asked))) faults.push(`asks for a font: ${font}`);
    for (const cookie of await view.cookies()) faults.push(`sets a cookie: ${cookie.name}`);
    all.push(...faults.map((fault) => `${width} px, ${fault}`));
    await page.close();
  }
  return all;
}
