// A page that comes in pieces over a slow line, cut before every tag of its head part: what stands there already never moves.

import { describe, test } from 'node:test';
import { DESK, PHONE, context, none } from './browser.mjs';
import { onePerKind } from './pages.mjs';
import { serve } from './server.mjs';
import { LONG_RESOLUTION } from './sites.mjs';

const BETWEEN_PIECES = 40;

export default function arriving({ browser, origin, www, pages }) {
  const kinds = ['home', 'resolution', 'session', 'list of resolutions'];
  const addresses = onePerKind(pages).filter(({ kind }) => kinds.includes(kind)).map(({ url }) => url.replace(origin, ''));
  addresses.push(`/long/${LONG_RESOLUTION}`);

  // Each mostly waits.
  describe('arriving in pieces', { concurrency: 4 }, () => {
    for (const viewport of [PHONE, DESK]) {
      for (const address of addresses) {
        test(`${address} at ${viewport.width} px: nothing moves`, async () => none(await moved(browser, www, viewport, address)));
      }
    }
  });
}

async function moved(browser, www, viewport, address) {
  const server = await serve(www, { pieces: beforeEachTag, pause: BETWEEN_PIECES });
  const view = await context(browser, { viewport });
  try {
    const page = await view.newPage();
    await page.addInitScript(watchShifts);
    await page.goto(server.origin + address, { waitUntil: 'networkidle' });
    return await page.evaluate(() => globalThis.shifts);
  } finally {
    await view.close();
    server.stop();
  }
}

// The parts of a page, each up to the next tag, as far as the page's own head part goes; the rest is one.
function beforeEachTag(html) {
  const [from, to] = [html.indexOf('<body'), html.indexOf('</header>')];
  return [html.slice(0, from), ...html.slice(from, to).split(/(?=<)/), html.slice(to)];
}

// Runs in the page: from now on keeps what moves.
function watchShifts() {
  globalThis.shifts = [];
  const told = ({ node, previousRect, currentRect }) => {
    const at = ({ x, y, width, height }) => `${x},${y} ${width}x${height}`;
    return `${node?.outerHTML?.slice(0, 80)} from ${at(previousRect)} to ${at(currentRect)}`;
  };
  const keep = (list) => globalThis.shifts.push(...list.getEntries().map(({ value, sources }) => `${value.toFixed(4)} by ${sources.map(told).join('; ')}`));
  new PerformanceObserver(keep).observe({ type: 'layout-shift', buffered: true });
}
