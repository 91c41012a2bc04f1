// The search: its words are those of the generator, judged queries find what they should, and the page in a browser: by
// mouse and keyboard, each state looked at by axe, in the address and back, when nothing is found or loaded.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { DESK, PHONE, context, none, sidewaysScroll, visit } from './browser.mjs';
import { violations, withAxe } from './look.mjs';
import { DAY } from './sites.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const ENGINE = read('../../themes/default/assets/search-engine.js');
const { Index, excerpt, nearest, parse, search, words } = await import(`data:text/javascript;base64,${Buffer.from(ENGINE).toString('base64')}`);
const SHARED = JSON.parse(read('../search/words.json'));
const QUERIES = JSON.parse(read('../search/queries.json'));
const ORIGINALS = JSON.parse(read('../search/originals.json'));
const INDEX_FILE = /\/tim-kiem\/[^/]+\.(bin|json)$/;
const SCRIPT = /\/search(-engine)?\.\w+\.js$/;
// How long a warm search may compute, in milliseconds.
const WARM = 50;

const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

// The real texts of a folder as a portal below `www`: each file is called by the digits that its name begins with.
async function buildOriginals(congbao, texts, www, origin) {
  const folder = await mkdtemp(join(tmpdir(), 'congbao-originals-'));
  for (const kind of ['news', 'resolutions']) await mkdir(join(folder, 'content', kind), { recursive: true });
  await writeFile(join(folder, 'congbao.yaml'), 'title: Văn bản gốc\nbase_url: https://originals.example/\n');
  for (const name of await readdir(texts)) {
    const text = await readFile(join(texts, name), 'utf8');
    const lines = text.split('\n').map((line) => line.replace(/^[#\s]+|\s+$/g, '')).filter(Boolean);
    const isResolution = lines[0] === 'NGHỊ QUYẾT';
    const title = JSON.stringify(lines[isResolution ? 1 : 0]);
    const file = join(folder, 'content', isResolution ? 'resolutions' : 'news', `${name.slice(0, 3)}.md`);
    await writeFile(file, `---\ntitle: ${title}\n---\n${text}`);
  }
  const output = ['--output', join(www, 'originals'), '--base-url', `${origin}/originals/`];
  await promisify(execFile)(congbao, ['build', '--root', folder, '--date', DAY, ...output]);
  await rm(folder, { recursive: true });
}

export default function searches({ browser, congbao, origin, www }) {
  describe('search: words', () => {
    test('are those of the generator', () => {
      for (const { text, words: expected } of SHARED.vectors) {
        assert.deepEqual(words(text).map(({ folded, exact }) => [folded, exact]), expected, JSON.stringify(text));
      }
    });

    test('of made-up texts are those of the generator', () => {
      let state = 1;
      let hash = 0x811c9dc5;
      const next = (below) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return (state >>> 16) % below;
      };
      const encoder = new TextEncoder();
      for (let round = 0; round < SHARED.rounds; round++) {
        let text = '';
        for (let length = next(24); length > 0; length--) text += SHARED.alphabet[next(SHARED.alphabet.length)];
        for (const { folded, exact } of words(text)) {
          for (const byte of encoder.encode(`${folded} ${exact}\n`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
        }
      }
      assert.equal(hash, SHARED.hash);
    });

    test('a mistyped word has a nearest one', () => {
      const vocabulary = new Map([['quyet', 9], ['quyen', 3], ['ngan', 5], ['sach', 7]]);
      for (const [typed, expected] of [['quyt', 'quyet'], ['qyuet', 'quyet'], ['sahc', 'sach'], ['xyzxyz', undefined]]) {
        assert.equal(nearest(typed, vocabulary), expected, typed);
      }
    });

    test('excerpts mark what was asked for, in the provision that fits best', () => {
      const blocks = [
        { text: 'Căn cứ Luật Đất đai', anchor: 'can-cu' },
        { text: 'Việc thu hồi đất được công bố trước', anchor: 'dieu-2' },
      ];
      assert.deepEqual(excerpt(blocks, parse('thu hoi dat')), { anchor: 'dieu-2', pieces: ['Việc ', 'thu', ' ', 'hồi', ' ', 'đất', ' được công bố trước'] });
      assert.equal(excerpt(blocks, parse('biển')), undefined);
    });
  });

  describe('search: judged queries', () => {
    const open = (site) => new Index(`${origin}/${site}/tim-kiem/danh-muc.json`);

    // The mean of 1 / rank of the first wanted document, and what did not come first.
    const judge = async (index, queries, change, t) => {
      let sum = 0;
      for (const [query, ...wanted] of queries) {
        const { found } = await search(index, change(query));
        const paths = await Promise.all(found.slice(0, 20).map(async ({ entry }) => (await index.card(entry)).path));
        const rank = paths.findIndex((path) => wanted.includes(path)) + 1;
        if (rank !== 1) t.diagnostic(`rank ${rank || 'none'} of ${found.length}: ${change(query)}: ${paths.slice(0, 3).join(', ')}`);
        sum += rank && 1 / rank;
      }
      t.diagnostic(`${queries.length} queries: ${(sum / queries.length).toFixed(3)}`);
      return sum / queries.length;
    };

    for (const [how, change, least] of [['with diacritics', (text) => text, 0.95], ['without', bare, 0.9]]) {
      test(`${how}: mean reciprocal rank at least ${least}`, async (t) => {
        assert.ok(QUERIES.length >= 60);
        const mean = await judge(open('sample'), QUERIES, change, t);
        assert.ok(mean >= least, `${mean}`);
      });
    }

    // CONGBAO_ORIGINALS names a folder of real texts that are not part of this repository.
    if (process.env.CONGBAO_ORIGINALS) {
      test('in real texts', async (t) => {
        await buildOriginals(congbao, process.env.CONGBAO_ORIGINALS, www, origin);
        const queries = ORIGINALS.map(([query, name]) => [query, `tin-tuc/${name}/`, `nghi-quyet/${name}/`]);
        for (const [change, least] of [[(text) => text, 0.95], [bare, 0.9]]) {
          const mean = await judge(open('originals'), queries, change, t);
          assert.ok(mean >= least, `${mean}`);
        }
      });
    }

    test('every number finds its document first', async () => {
      for (const site of ['sample', 'demo']) {
        const index = open(site);
        const { count } = await index.contents();
        const faults = [];
        for (let entry = 0; entry < count; entry++) {
          const { number } = await index.card(entry);
          if (!number) continue;
          const { found: [first] } = await search(index, number);
          const other = first && (await index.card(first.entry)).number;
          const same = (text = '') => words(text).map(({ folded }) => folded.replace(/^0+(?=\d)/, '')).join(' ');
          if (same(other) !== same(number)) faults.push(`${site}: ${number} finds ${other}`);
        }
        none(faults);
      }
    });

    test('who types diacritics sees first what has them', async () => {
      const index = open('demo');
      const title = async ({ entry }) => (await index.card(entry)).title;
      const { found } = await search(index, 'đất');
      const all = await search(index, 'dat');
      assert.equal(found.length, all.found.length, 'others follow');
      assert.match(await title(found[0]), /đất/i);
    });

    test('a phrase in quotation marks is one', async () => {
      const index = open('demo');
      const [loose, strict] = [await search(index, 'hội nghị nhân dân'), await search(index, '"hội nghị nhân dân"')];
      assert.ok(strict.found.length < loose.found.length, `${strict.found.length} of ${loose.found.length}`);
    });

    test('a half typed word finds longer ones, a mistyped one is told', async () => {
      const index = open('sample');
      const half = await search(index, 'chuyen doi s');
      assert.ok(half.found.length, 'half typed');
      const typo = await search(index, 'ngan sahc ');
      assert.equal(typo.instead, 'ngan sach');
    });

    test('a warm search is quick', async (t) => {
      const index = open('demo');
      for (const query of ['hoi dong nhan dan', 'nghị quyết', 'thu hoi dat', '128/NQ-HĐND']) {
        await search(index, query);
        const start = performance.now();
        await search(index, query);
        const took = performance.now() - start;
        t.diagnostic(`${query}: ${took.toFixed(1)} ms`);
        assert.ok(took <= WARM, `${query}: ${took} ms`);
      }
    });
  });

  describe('search: the page', { concurrency: 2 }, () => {
    let view;
    before(async () => { view = await context(browser); });
    after(() => view.close());

    const enter = (url, own = view) => visit(own, url);
    const demo = `${origin}/demo/tim-kiem/`;
    const said = (page) => page.locator('.search > [role="status"]');
    const says = (page, pattern) => said(page).filter({ hasText: pattern }).waitFor({ timeout: 10_000 });
    const titles = (page) => page.locator('.results .card-title').allTextContents();

    test('from the head of any page, in the address, and back', async () => {
      const { page, requests, close } = await enter(`${origin}/demo/nghi-quyet/`);
      await page.keyboard.press('/');
      await page.keyboard.type('hỗ trợ hộ nghèo');
      const used = () => requests.filter((request) => INDEX_FILE.test(request) || SCRIPT.test(request));
      assert.deepEqual(used(), [], 'nothing before use');
      await page.keyboard.press('Enter');
      await page.waitForURL(/tim-kiem\/\?q=/);
      await says(page, /^[\d.]+ kết quả$/);
      const before = await titles(page);
      assert.ok(before.length > 0 && before.length <= 10);
      assert.ok((await page.locator('.results mark').count()) > 0, 'marks');
      const box = page.locator('fieldset[data-column="nam"] input').first();
      const year = await box.inputValue();
      await box.check();
      await page.waitForURL(new RegExp(`nam=${year}`));
      await page.waitForFunction((wanted) => [...document.querySelectorAll('.results time')].every(({ dateTime }) => dateTime.startsWith(wanted)), year);
      const shared = await enter(page.url());
      await says(shared.page, await said(page).textContent());
      assert.deepEqual(await titles(shared.page), await titles(page), 'the address shows the same');
      await shared.close();
      await page.goBack();
      await page.waitForFunction((wanted) => document.querySelector('.results .card-title')?.textContent === wanted, before[0]);
      await page.getByLabel('Sắp xếp').selectOption({ label: 'Mới nhất trước' });
      await page.waitForURL(/sap-xep=moi-nhat/);
      await page.waitForFunction(() => {
        const days = [...document.querySelectorAll('.results time')].map(({ dateTime }) => dateTime);
        return days.length > 1 && days.every((day, at) => !at || day <= days[at - 1]);
      });
      await close();
    });

    test('by keyboard on a phone: results, more, a provision', async () => {
      const phone = await context(browser, { viewport: PHONE });
      const { page, close } = await enter(demo, phone);
      assert.equal(await page.locator('.find').isVisible(), false, 'one field for words');
      await page.keyboard.press('/');
      await page.keyboard.type('nghi quyet');
      await says(page, /kết quả$/);
      const field = page.locator('#_tim-q');
      assert.ok(await field.evaluate((element) => element === document.activeElement), 'the focus stays');
      assert.equal(new URL(page.url()).searchParams.get('q'), 'nghi quyet');
      const more = page.locator('.results > button');
      await more.focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelectorAll('.results .card').length === 20 && document.activeElement.closest('.card'));
      const place = await page.evaluate(() => [...document.querySelectorAll('.results .card')].indexOf(document.activeElement.closest('.card')));
      assert.equal(place, 10, 'the focus goes on to the first new result');
      assert.equal(await sidewaysScroll(page), null);
      const link = page.locator('.place:not([hidden]) a').first();
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/#/);
      assert.ok(await page.evaluate(() => document.querySelector(':target')), 'the provision is there');
      await close();
      await phone.close();
    });

    test('a file that cannot be loaded: an error with a retry, never an empty list', async () => {
      const { page } = await enter(demo);
      let isBroken = true;
      await page.route(INDEX_FILE, (route) => (isBroken && route.request().url().endsWith('.bin') ? route.abort() : route.continue()));
      await page.locator('#_tim-q').fill('thu hoi dat');
      const error = page.getByText('Không tải được dữ liệu tìm kiếm.');
      await error.waitFor();
      assert.equal(await page.locator('.found').isVisible(), false);
      assert.equal(await said(page).textContent(), '');
      isBroken = false;
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await says(page, /kết quả$/);
      assert.equal(await error.isVisible(), false);
      assert.ok(await page.locator('#_tim-q').evaluate((element) => element === document.activeElement));
      await page.close();
    });

    test('nothing found, and what may have been meant', async () => {
      const { page, close } = await enter(`${demo}?q=qwxzqwxz+zzzzz`);
      await says(page, 'Không tìm thấy kết quả cho “qwxzqwxz zzzzz”');
      assert.ok(await page.getByText('Thử từ khóa ngắn hơn').isVisible());
      await page.locator('#_tim-q').fill('nghi quyt');
      const meant = page.locator('.meant a');
      await meant.waitFor();
      await meant.click();
      await says(page, /kết quả$/);
      await close();
    });

    test('without scripts the page offers lists, and its form keeps what was asked', async () => {
      const plain = await context(browser, { javaScriptEnabled: false });
      const page = await plain.newPage();
      await page.goto(demo);
      assert.ok(await page.getByText('Trình duyệt chưa bật JavaScript').isVisible());
      assert.ok((await page.locator('.listed a').count()) > 10);
      await page.locator('#_tim-q').fill('đất');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\?q=/);
      await plain.close();
    });

    for (const [state, query, ready] of [
      ['empty', '', null],
      ['results', '?q=hỗ trợ', /kết quả$/],
      ['filtered', '?q=hỗ trợ&loai=nghi-quyet', /kết quả$/],
      ['no result', '?q=qwxzqwxz', /Không tìm thấy/],
      ['error', '?q=đất', ''],
    ]) {
      test(`axe: ${state}`, async () => {
        const faults = [];
        for (const viewport of [PHONE, DESK]) {
          const own = await withAxe(browser, viewport);
          const page = await own.newPage();
          if (state === 'error') await page.route(INDEX_FILE, (route) => route.abort());
          for (const site of ['demo/tim-kiem/', 'english/search/']) {
            if (site.startsWith('english') && state !== 'empty') continue;
            await page.goto(`${origin}/${site}${query}`);
            if (ready === '') await page.locator('.note-bad').waitFor();
            else if (ready) await says(page, ready);
            if (state === 'filtered' && viewport === PHONE) await page.locator('.filter summary').click();
            for (const scheme of ['light', 'dark']) {
              for (const fault of await violations(page, scheme)) faults.push(`${site} ${viewport.width} ${scheme}: ${fault}`);
            }
            const wide = await sidewaysScroll(page);
            if (wide) faults.push(`${viewport.width}: ${wide}`);
          }
          await own.close();
        }
        none(faults);
      });
    }
  });
}
