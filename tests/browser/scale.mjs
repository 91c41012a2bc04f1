// What a search of a large portal costs its readers: node scale.mjs SITE KB MS. SITE is a made-up portal, built for the
// path `/x/`; KB is what ten results with their excerpts may weigh from an empty cache, MS how long a query may compute
// whose files have come.

import { symlink, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { context, launch } from './browser.mjs';
import { serve } from './server.mjs';

const QUERIES = [
  'nghị quyết 128', '12/NQ-HĐND', 'thu hồi đất', 'thu hoi dat', '"chuyển đổi số"', 'ngân sách nhà nước', 'hỗ trợ hộ nghèo',
  'hoc phi', 'bảng giá đất', 'đầu tư công trung hạn', 'bảo vệ môi trường', 'chất vấn kỳ họp thứ 5',
];

// What a file is for.
function sort(path) {
  if (path.endsWith('/tim-kiem/')) return 'page';
  if (path.endsWith('/danh-muc.json')) return 'contents';
  if (path.endsWith('.bin')) return 'index';
  return /\.(css|js|png|svg)$/.test(path) ? 'theme' : 'texts';
}

const [site, most, longest] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'congbao-scale-'));
await symlink(resolve(site), join(folder, 'x'));
const server = await serve(folder);
const browser = await launch();
const faults = [];
try {
  for (const query of QUERIES) {
    const view = await context(browser, { viewport: { width: 360, height: 800 } });
    const page = await view.newPage();
    // When the number of results is told, these are there with their excerpts; what they are counted by comes after.
    await page.addInitScript(() => {
      globalThis.told = new Promise((tell) => {
        addEventListener('DOMContentLoaded', () => {
          const said = document.querySelector('.search > [role="status"]');
          const look = () => { if (/\d/.test(said.textContent)) tell(performance.now()); };
          new MutationObserver(look).observe(said, { childList: true, characterData: true, subtree: true });
        });
      });
    });
    await page.goto(`${server.origin}/x/tim-kiem/?q=${encodeURIComponent(query)}`);
    const files = await page.evaluate(async () => {
      const end = await globalThis.told;
      const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      return all.filter(({ responseEnd }) => responseEnd <= end).map(({ name, transferSize }) => ({ name, size: transferSize }));
    });
    const sizes = { page: 0, theme: 0, contents: 0, index: 0, texts: 0 };
    for (const { name, size } of files) sizes[sort(new URL(name).pathname)] += size;
    const rows = await page.locator('.results li').count();
    const marked = await page.locator('.results li:has(mark)').count();
    const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    // The same query once more, its files at hand.
    const took = await page.evaluate(async (asked) => {
      const { contents, engine } = document.querySelector('.search').dataset;
      const { Index, search } = await import(engine);
      const index = new Index(contents);
      await search(index, asked);
      // Other work on the machine only ever adds.
      let best = Infinity;
      for (let round = 0; round < 5; round++) {
        const start = performance.now();
        await search(index, asked);
        best = Math.min(best, performance.now() - start);
      }
      return best;
    }, query);
    const parts = Object.entries(sizes).map(([part, size]) => `${part} ${Math.round(size / 1000)}`).join(', ');
    console.log(`${query}: ${rows} rows, ${marked} with marks, ${Math.round(total / 1000)} KB (${parts}), ${took.toFixed(0)} ms`);
    if (rows === 0) faults.push(`${query}: nothing is found`);
    if (total > most * 1000) faults.push(`${query}: ${Math.round(total / 1000)} KB`);
    if (took > longest) faults.push(`${query}: ${took.toFixed(0)} ms`);
    await view.close();
  }
} finally {
  await browser.close();
  server.stop();
  await rm(folder, { recursive: true, force: true });
}
if (faults.length) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
