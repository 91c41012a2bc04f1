// The preview follows what is saved: a page changes by itself, a fault shows over it and goes when it is mended, a style
// is put on without a reload.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { context, none, watch } from './browser.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;

export default function preview({ browser, congbao }) {
  describe('preview', () => {
    test('it follows what is saved', async (t) => {
      const folder = await mkdtemp(join(tmpdir(), 'congbao-preview-'));
      for (const part of ['content', 'congbao.yaml']) await cp(join(ROOT, part), join(folder, part), { recursive: true });
      await mkdir(join(folder, 'themes'));
      const server = spawn(congbao, ['--root', folder, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
      const view = await context(browser);
      try {
        const home = await new Promise((found, failed) => {
          server.stdout.once('data', (bytes) => found(String(bytes).split('\n')[0]));
          server.once('exit', () => failed(new Error('it ended')));
        });
        const page = await view.newPage();
        const { faults } = watch(page, new URL(home).origin);
        const file = join(folder, 'content/news/2023/be-mac-ky-hop-14.md');
        const text = await readFile(file, 'utf8');
        await page.goto(new URL('tin-tuc/be-mac-ky-hop-14/', home).href);

        const heading = page.locator('h1');
        await writeFile(file, text.replace(/^title: .*$/m, 'title: Tin đã sửa'));
        await heading.filter({ hasText: 'Tin đã sửa' }).waitFor();

        const overlay = page.locator('congbao-problems');
        await writeFile(file, text.replace(/^title: .*$/m, 'title: [Tin hỏng'));
        await overlay.filter({ hasText: 'be-mac-ky-hop-14.md' }).waitFor();
        assert.match(await overlay.innerText(), /error/);

        await writeFile(file, text);
        await heading.filter({ hasText: /thứ 14/ }).waitFor();
        await page.waitForFunction(() => !document.querySelector('congbao-problems .error'));

        // A template that cannot be rendered: the page stands as it was, and says so.
        const template = join(folder, 'themes/default/templates/news/page.html');
        const news = await readFile(join(ROOT, 'themes/default/templates/news/page.html'), 'utf8');
        await mkdir(join(folder, 'themes/default/templates/news'), { recursive: true });
        await writeFile(template, `${news}{{ page.no_such_thing.at_all }}`);
        await overlay.filter({ hasText: 'as it was before' }).waitFor();
        await overlay.filter({ hasText: 'news/page.html' }).waitFor();
        assert.match(await heading.innerText(), /thứ 14/);
        await writeFile(template, `${news}<p id="_mended">.</p>`);
        await page.locator('#_mended').waitFor();
        // The browser writes the fault down when it comes to it.
        for (let turn = 0; turn < 50 && faults.length === 0; turn++) await page.waitForTimeout(100);
        assert.deepEqual([...new Set(faults.splice(0).map((fault) => fault.includes('500') || fault))], [true], 'only the failed page');
        await page.waitForFunction(() => !document.querySelector('congbao-problems .error'));

        await page.evaluate(() => { globalThis.isSame = true; });
        const style = await readFile(join(ROOT, 'themes/default/styles/base.css'), 'utf8');
        await mkdir(join(folder, 'themes/default/styles'), { recursive: true });
        await writeFile(join(folder, 'themes/default/styles/base.css'), style);
        await page.waitForTimeout(500);
        await page.evaluate(() => { globalThis.isSame = true; });
        await writeFile(join(folder, 'themes/default/styles/base.css'), `${style}h1 { letter-spacing: 3px; }\n`);
        await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).letterSpacing === '3px');
        assert.equal(await page.evaluate(() => globalThis.isSame), true, 'no reload');
        none(faults);

        const times = [];
        for (let turn = 0; turn < 5; turn++) {
          const start = performance.now();
          await writeFile(file, text.replace(/^title: .*$/m, `title: Lần ${turn}`));
          await heading.filter({ hasText: `Lần ${turn}` }).waitFor();
          times.push(performance.now() - start);
        }
        t.diagnostic(`from a saved title to the new page: ${Math.round(times.sort((a, b) => a - b)[2])} ms`);

        const status = await new Promise((done, failed) => {
          request(home, { headers: { host: 'evil.example' } }, (answer) => done(answer.resume().statusCode)).on('error', failed).end();
        });
        assert.equal(status, 403, 'a name that another site has made lead here');
      } finally {
        await view.close();
        server.kill('SIGINT');
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
}
