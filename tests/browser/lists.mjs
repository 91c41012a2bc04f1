// The list of resolutions narrowed: by mouse and by keyboard, with and without diacritics, in the address and back; what
// it asks for and when; when nothing is found or loaded.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, context, none, sidewaysScroll, visit } from './browser.mjs';
import { withAxe, violations } from './look.mjs';

const INDEX = /danh-muc\.json$/;
const SCRIPT = /\/list\.\w+\.js$/;

export default function lists({ browser, origin }) {
  const list = `${origin}/demo/nghi-quyet/`;
  const english = `${origin}/english/resolutions/`;

  describe('lists', { concurrency: 2 }, () => {
    let view;
    before(async () => { view = await context(browser); });
    after(() => view.close());

    // With how often the index was asked for.
    const open = async (url, own = view) => {
      const opened = await visit(own, url);
      return { ...opened, asked: () => opened.requests.filter((request) => INDEX.test(request)).length };
    };
    const said = (page) => page.locator('.finder > [role="status"]');
    const shown = (page) => page.locator('.found tbody tr');
    const says = (page, words) => said(page).filter({ hasText: words }).waitFor({ timeout: 5000 });
    const titles = (page) => page.locator('.found tbody th a').allTextContents();

    test('by mouse, in the address, and back', async () => {
      const { page, requests, asked, close } = await open(list);
      const before = await page.locator('.listed').innerHTML();
      await page.getByLabel('Từ khóa').focus();
      assert.deepEqual(requests.filter((request) => INDEX.test(request) || SCRIPT.test(request)), [], 'nothing before use');
      await page.getByLabel('Lọc theo năm').selectOption('2013');
      await says(page, 'Đang hiển thị 20 trong 180 nghị quyết');
      assert.equal(new URL(page.url()).search, '?nam=2013');
      assert.equal(await shown(page).count(), 20);
      assert.equal(await page.locator('.listed').isVisible(), false);
      const times = await page.locator('.found tbody time').evaluateAll((all) => all.map(({ dateTime }) => dateTime));
      assert.ok(times.every((day) => day.startsWith('2013-')), times.join());
      await page.getByLabel('Lọc theo tình trạng hiệu lực').selectOption({ label: 'Còn hiệu lực' });
      await page.waitForURL(/tinh-trang=con-hieu-luc/);
      assert.equal(asked(), 1, 'the index is asked for once');
      const badges = await page.locator('.found .tag:not([data-cell="abstract"])').allTextContents();
      assert.deepEqual([...new Set(badges)], ['Còn hiệu lực']);

      const shared = await open(page.url());
      await says(shared.page, await said(page).textContent());
      assert.deepEqual(await titles(shared.page), await titles(page), 'the address shows the same');
      await shared.close();

      await page.goBack();
      await says(page, 'Đang hiển thị 20 trong 180 nghị quyết');
      assert.equal(await page.getByLabel('Lọc theo tình trạng hiệu lực').inputValue(), '');
      await page.goBack();
      await page.locator('.listed').waitFor();
      assert.equal(await page.locator('.found').isVisible(), false);
      assert.equal(await page.locator('.listed').innerHTML(), before, 'the list is as it was');
      await page.goForward();
      await says(page, 'Đang hiển thị 20 trong 180 nghị quyết');
      await page.getByRole('button', { name: 'Xóa bộ lọc' }).click();
      await page.locator('.listed').waitFor();
      assert.equal(new URL(page.url()).search, '');
      await close();
    });

    test('by keyboard on a phone', async () => {
      const phone = await context(browser, { viewport: PHONE });
      const { page, asked, close } = await open(list, phone);
      const field = page.getByLabel('Từ khóa');
      assert.equal(await field.isVisible(), false, 'the form is folded');
      await page.locator('.filter summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(await field.evaluate((element) => element === document.activeElement));
      await page.keyboard.type('bai bo');
      await page.waitForURL((url) => url.searchParams.get('tu-khoa') === 'bai bo');
      await says(page, /^Đang hiển thị \d+ trong 180 nghị quyết$/);
      assert.ok(await field.evaluate((element) => element === document.activeElement), 'the focus stays');
      for (const title of await titles(page)) assert.match(title, /bãi bỏ/i);
      await page.keyboard.press('Tab');
      await page.keyboard.press('2');
      await page.keyboard.press('Tab');
      await page.waitForURL(/nam=2/);
      assert.equal(asked(), 1);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      assert.equal(page.url().split('?')[0], list, 'Enter sends nothing');
      assert.equal(await sidewaysScroll(page), null);
      await close();
      await phone.close();
    });

    test('diacritics count where they are typed', async () => {
      const { page, close } = await open(list);
      const count = async (words) => {
        await page.getByLabel('Từ khóa').fill(words);
        await page.waitForFunction((text) => new URLSearchParams(location.search).get('tu-khoa') === text, words);
        await says(page, /Đang hiển thị/);
        return Number(/\d+/.exec(await said(page).textContent())[0]);
      };
      const bare = await count('DAT');
      const exact = await count('đất');
      assert.ok(exact > 0 && bare > exact, `${bare} and ${exact}`);
      assert.equal(await count('đất'.normalize('NFD')), exact, 'decomposed');
      assert.equal(await count('đât'), 0);
      assert.equal(await count('nq-hdnd'), 180);
      // Both ways to place a tone are one.
      assert.equal(await count('hòa'), await count('hoà'));
      await close();
    });

    test('past one page: steps of 50, and the order', async () => {
      const { page, close } = await open(`${list}trang-2/`);
      await page.getByLabel('Sắp xếp').selectOption({ label: 'Cũ nhất trước' });
      await says(page, 'Đang hiển thị 180 trong 180 nghị quyết');
      assert.equal(await shown(page).count(), 50);
      const caption = page.locator('.found caption');
      assert.equal(await caption.textContent(), 'Đang hiển thị 50 mục đầu trong 180 · Sắp xếp: Cũ nhất trước');
      for (const [count, left] of [[100, 50], [150, 30]]) {
        await page.getByRole('button', { name: 'Xem thêm 50 mục' }).click();
        assert.equal(await shown(page).count(), count);
        const focused = await page.evaluate(() => document.activeElement.closest('tr')?.rowIndex);
        assert.equal(focused, count - 49, 'the focus goes on to the first new row');
        assert.ok(await page.getByRole('button', { name: `Xem thêm ${left} mục` }).isVisible());
      }
      await page.getByRole('button', { name: 'Xem thêm 30 mục' }).click();
      assert.equal(await shown(page).count(), 180);
      assert.equal(await page.locator('.found > button').isVisible(), false);
      assert.equal(await caption.textContent(), 'Sắp xếp: Cũ nhất trước');
      const days = await page.locator('.found tbody time').evaluateAll((all) => all.map(({ dateTime }) => dateTime));
      assert.deepEqual(days, days.toSorted());
      await page.getByLabel('Sắp xếp').selectOption({ label: 'Số hiệu' });
      await page.waitForURL(/sap-xep=so-hieu/);
      const numbers = (await page.locator('.found tbody tr td:first-child').allTextContents()).map(parseFloat);
      assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b));
      await close();
    });

    test('rows are those of the page', async () => {
      const { page, close } = await open(`${list}nam-2013/`);
      const rows = (selector) => page.locator(`${selector} tbody tr`).evaluateAll((all) =>
        all.map((row) => row.innerHTML.replace(/ (data-cell|data-later|target)="[^"]*"/g, '').replace(/\s+/g, ' ')));
      assert.equal(await page.getByLabel('Lọc theo năm').isVisible(), false, 'the year is that of the page');
      const listed = await rows('.listed');
      await page.getByLabel('Từ khóa').fill('hđnd');
      await says(page, 'Đang hiển thị 20 trong 20 nghị quyết');
      const clean = (row) => row.replace(/ (class|href|datetime)="/g, ' $1="').split(/(?=<)/).map((tag) => tag.split(' ').sort().join(' ').trim());
      assert.deepEqual((await rows('.found')).map(clean), listed.map(clean));
      await close();
    });

    test('nothing found', async () => {
      const { page, close } = await open(`${list}?tu-khoa=kh%C3%B4ng+th%E1%BB%83+c%C3%B3`);
      await says(page, 'Đang hiển thị 0 trong 180 nghị quyết');
      assert.ok(await page.getByText('Thử từ khóa ngắn hơn').isVisible());
      assert.equal(await page.locator('.found table').isVisible(), false);
      await close();
    });

    test('what cannot be loaded is told and tried again', async () => {
      const { page, faults } = await open(list);
      await page.route(INDEX, (route) => route.fulfill({ status: 503, body: '' }));
      await page.getByLabel('Lọc theo năm').selectOption('2013');
      await page.getByText('Không tải được danh mục nghị quyết.').waitFor();
      assert.ok(await page.locator('.listed').isVisible(), 'the list stays');
      assert.equal(await said(page).textContent(), '');
      await page.unroute(INDEX);
      faults.length = 0;
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await says(page, 'Đang hiển thị 20 trong 180 nghị quyết');
      assert.equal(await page.getByText('Không tải được danh mục nghị quyết.').isVisible(), false);
      assert.equal(await page.evaluate(() => document.activeElement.dataset.by), 'words', 'the focus is not lost');
      await page.close();
      none(faults);
    });

    test('without its script the form sends what was chosen', async () => {
      const { page, faults } = await open(list);
      await page.route(SCRIPT, (route) => route.abort());
      await page.getByLabel('Lọc theo năm').selectOption('2013');
      await page.getByText('Không tải được danh mục nghị quyết.').waitFor();
      assert.ok(await page.locator('.listed').isVisible(), 'the list stays');
      await page.unroute(SCRIPT);
      faults.length = 0;
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await says(page, 'Đang hiển thị 20 trong 180 nghị quyết');
      assert.equal(await page.getByLabel('Lọc theo năm').inputValue(), '2013');
      await page.close();
      none(faults);
    });

    test('the status of a row follows the day of the reader', async () => {
      // The clock is set before a page is there to have one of its own.
      const badges = async (now) => {
        const own = await context(browser);
        await own.clock.setFixedTime(now);
        const { page, close } = await open(`${origin}/coming/nghi-quyet/`, own);
        const listed = await page.locator('.listed .tag[data-later]').allTextContents();
        await page.getByLabel('Từ khóa').fill('9/nq');
        await says(page, 'Đang hiển thị 1 trong 1 nghị quyết');
        const found = await page.locator('.found [data-cell="status"]').textContent();
        await close();
        await own.close();
        return [...listed, found];
      };
      assert.deepEqual(await badges('2026-01-10T12:00:00+07:00'), ['Chưa có hiệu lực', 'Chưa có hiệu lực']);
      assert.deepEqual(await badges('2026-02-01T00:30:00+07:00'), ['Còn hiệu lực', 'Còn hiệu lực']);
    });

    test('in English', async () => {
      const { page, close } = await open(english);
      await page.getByLabel('Words').fill('2022');
      await says(page, /^Showing \d+ of \d+ resolutions$/);
      assert.equal(new URL(page.url()).search, '?words=2022');
      assert.match(await page.locator('.found time').first().textContent(), /^\d+ [A-Z][a-z]+ \d{4}$/);
      await close();
    });

    test('without scripts the list is whole and says its order', async () => {
      const off = await context(browser, { javaScriptEnabled: false });
      const { page, close } = await open(list, off);
      assert.equal(await page.locator('.finder').evaluate((finder) => finder.getBoundingClientRect().height), 0);
      assert.match(await page.locator('caption').textContent(), /Mới nhất trước$/);
      assert.equal(await page.locator('main :is(input, select, button)').count(), 0);
      await close();
      await off.close();
    });

    for (const viewport of [PHONE, DESK]) {
      test(`axe on what is found, not found and not loaded at ${viewport.width} px`, async () => {
        const own = await withAxe(browser, viewport);
        const all = [];
        for (const [state, search] of [['found', '?nam=2013'], ['not found', '?tu-khoa=xyz'], ['not loaded', '?nam=2013']]) {
          const page = await own.newPage();
          if (state === 'not loaded') await page.route(INDEX, (route) => route.abort());
          await page.goto(list + search);
          await page.locator(state === 'not loaded' ? '.note-bad' : '.found').waitFor();
          const wide = await sidewaysScroll(page);
          if (wide) all.push(`${state}: ${wide}`);
          for (const colorScheme of ['light', 'dark']) {
            all.push(...(await violations(page, colorScheme)).map((fault) => `${state}, ${fault}`));
          }
          await page.close();
        }
        await own.close();
        none(all);
      });
    }
  });
}
