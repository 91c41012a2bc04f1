// What a first visit may weigh; how many requests it may make is counted in look.mjs.

import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { context, watch } from './browser.mjs';
import { LONG_RESOLUTION } from './sites.mjs';

const KILOBYTE = 1024;
const RESOLUTION = 40 * KILOBYTE;
const PICTURES_OF_HOME = 60 * KILOBYTE;

export default function budgets({ browser, origin, www, pages }) {
  // The file that the address names.
  const file = (url) => join(www, decodeURIComponent(new URL(url).pathname));
  const packed = (bytes) => gzipSync(bytes, { level: 9 }).length;

  const visit = async (url) => {
    const view = await context(browser);
    const page = await view.newPage();
    const { requests } = watch(page, origin);
    await page.goto(url, { waitUntil: 'networkidle' });
    return { view, page, requests };
  };

  describe('budgets', { concurrency: 2 }, () => {
    for (const [which, url] of [
      ['the long resolution', `${origin}/long/${LONG_RESOLUTION}`],
      ['the largest resolution of the sample', pages.find(({ site, kind }) => site === 'sample' && kind === 'resolution').url],
      ['the largest resolution of the made-up portal', pages.find(({ site, kind }) => site === 'demo' && kind === 'resolution').url],
    ]) {
      test(`${which}: HTML, CSS and JS without the legal text`, async (t) => {
        const { view, page, requests } = await visit(url);
        const { own, length } = await page.evaluate(() => {
          const text = document.querySelector('.text');
          const length = text.textContent.length;
          text.replaceChildren();
          return { own: document.documentElement.outerHTML, length };
        });
        await view.close();
        const parts = { html: packed(own) };
        for (const asked of requests.filter((asked) => /\.(css|js)$/.test(asked))) {
          parts[asked.split('/').at(-1)] = packed(await readFile(file(asked)));
        }
        const sum = Object.values(parts).reduce((a, b) => a + b);
        t.diagnostic(`${which}, ${length} characters: ${sum} bytes: ${JSON.stringify(parts)}`);
        assert.ok(sum <= RESOLUTION, `${sum} bytes: ${JSON.stringify(parts)}`);
        if (which === 'the long resolution') assert.ok(length >= 40_000, `the text has ${length} characters`);
      });
    }

    test('pictures of the home pages', async () => {
      for (const { site, url } of pages.filter(({ kind }) => kind === 'home')) {
        const { view, page } = await visit(url);
        const pictures = await page.evaluate(() => [...document.images].map(({ src, attributes }) => {
          return { src, sized: Boolean(attributes.width && attributes.height) };
        }));
        await view.close();
        let sum = 0;
        for (const { src, sized } of pictures) {
          assert.ok(sized, `${site}: no width and height: ${src}`);
          sum += (await stat(file(src))).size;
        }
        assert.ok(sum <= PICTURES_OF_HOME, `${site}: ${sum} bytes`);
      }
    });
  });
}
