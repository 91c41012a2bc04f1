// A resolution on paper: the form of Decree 30/2020, appendix I: A4, margins, the head, page numbers from page 2, and
// nothing that only a screen needs.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { context } from './browser.mjs';
import { onePerKind } from './pages.mjs';
import { ARTICLES, LONG_RESOLUTION } from './sites.mjs';

const run = promisify(execFile);
const MILLIMETRE = 72 / 25.4;

export default function paper({ browser, origin, pages }) {
  describe('paper', () => {
    test('a resolution', async () => {
      const sheets = await print(browser, `${origin}/long/${LONG_RESOLUTION}`);
      const text = sheets.map(({ words }) => words.map(({ word }) => word).join(' '));
      assert.ok(sheets.length > 10, `${sheets.length} pages`);

      for (const { width, height } of sheets) {
        assert.ok(Math.abs(width / MILLIMETRE - 210) < 1 && Math.abs(height / MILLIMETRE - 297) < 1, `A4, not ${width} x ${height}`);
      }

      const first = sheets[0].words;
      const [council] = first.filter(({ word }) => word.toUpperCase() === 'HỘI');
      const [nation] = first.filter(({ word }) => word.toUpperCase() === 'CỘNG');
      assert.ok(Math.abs(council.top - nation.top) < 3, 'the head stands in two columns');
      const title = first.findIndex(({ word }) => word.toUpperCase() === 'NGHỊ');
      const column = (words) => words.map(({ word }) => word).join(' ');
      const left = column(first.slice(0, title).filter(({ left }) => left < nation.left - 5));
      const right = column(first.slice(0, title).filter(({ left }) => left >= nation.left - 5));
      assert.match(left, /^hội đồng nhân dân tỉnh minh giang số: 01\/2024\/nq-hđnd$/i);
      assert.match(right, /^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc .*ngày 20 tháng 6 năm 2024$/i);
      assert.match(column(first.slice(title)), /^NGHỊ QUYẾT (về )?Quy định chi tiết về hạ tầng nhỏ/i);
      for (const later of text.slice(1)) assert.doesNotMatch(later, /CỘNG HÒA/i);

      const all = text.join(' ');
      for (let article = 1; article <= ARTICLES; article++) {
        assert.ok(all.includes(`Điều ${article}. Quy định thứ ${article} `), `article ${article} is printed`);
      }
      assert.ok(text.at(-1).replaceAll(' ', '').includes(`/long/${LONG_RESOLUTION}`), 'the last page tells the address');
      for (const screen of ['Mục lục', 'Chuyển đến nội dung', 'Trang chủ', 'Sơ đồ trang']) {
        assert.ok(!all.includes(screen), `only for the screen: ${screen}`);
      }

      for (const [index, { words }] of sheets.entries()) {
        const above = words.filter(({ bottom }) => bottom < 22 * MILLIMETRE);
        assert.deepEqual(above.map(({ word }) => word), index ? [String(index + 1)] : [], `in the top margin of page ${index + 1}`);
        const [number] = above;
        if (number) assert.ok(Math.abs((number.left + number.right) / 2 / MILLIMETRE - 112) < 3, 'the number stands in the middle');
        for (const { word, left, right, bottom } of words) {
          assert.ok(left >= 30 * MILLIMETRE - 1 && right <= 195 * MILLIMETRE + 1, `page ${index + 1}: in the margin at the side: ${word}`);
          assert.ok(bottom <= 277 * MILLIMETRE + 1, `page ${index + 1}: in the margin below: ${word}`);
        }
      }
    });

    test('a heading stays with its text', async () => {
      const sheets = await print(browser, `${origin}/long/${LONG_RESOLUTION}`);
      for (const [index, { words }] of sheets.entries()) {
        const last = Math.max(...words.map(({ bottom }) => bottom));
        const line = words.filter(({ bottom }) => last - bottom < 6).map(({ word }) => word).join(' ');
        assert.doesNotMatch(line, /^Điều \d+\. Quy định/, `page ${index + 1} ends with a heading`);
      }
    });

    test('other pages are printed as plain text', async () => {
      for (const { kind, url } of onePerKind(pages)) {
        if (!['home', 'session', 'official', 'news', 'report'].includes(kind)) continue;
        const sheets = await print(browser, url);
        assert.ok(sheets[0].words.length > 30, `${kind}: ${sheets[0].words.length} words`);
        for (const { words, width } of sheets) {
          for (const { word, left, right } of words) assert.ok(left >= 0 && right <= width, `${kind}: cut off: ${word}`);
        }
      }
    });
  });
}

// The pages of the print with their words, in points from the top left.
async function print(browser, url) {
  const folder = await mkdtemp(join(tmpdir(), 'congbao-paper-'));
  const view = await context(browser);
  const page = await view.newPage();
  await page.goto(url);
  const file = join(folder, 'page.pdf');
  await writeFile(file, await page.pdf({ preferCSSPageSize: true }));
  await view.close();
  const { stdout } = await run('pdftotext', ['-bbox', file, '-'], { maxBuffer: 2 ** 28 });
  await rm(folder, { recursive: true });
  return stdout.split('<page ').slice(1).map((part) => {
    const [width, height] = [...part.matchAll(/(?:width|height)="([\d.]+)"/g)].map(([, value]) => Number(value));
    const words = [...part.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g)];
    return {
      width,
      height,
      words: words.map(([, left, top, right, bottom, word]) => {
        return { left: +left, top: +top, right: +right, bottom: +bottom, word: word.normalize('NFC') };
      }),
    };
  });
}
