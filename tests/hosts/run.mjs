// The sample portal on real hosts, at the root of a host and under a path: node --test-reporter=spec run.mjs CONGBAO

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { appendFile, chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { launch, visit } from '../browser/browser.mjs';
import { HOSTS, start } from './servers.mjs';

const congbao = resolve(process.argv[2]);
const repository = fileURLToPath(new URL('../..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'congbao-hosts-'));
await chmod(folder, 0o755);
const browser = await launch();
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const TYPES = {
  html: 'text/html', css: 'text/css', js: 'text/javascript', json: 'application/json', xml: 'application/xml', svg: 'image/svg+xml',
  csv: 'text/csv', ics: 'text/calendar', txt: 'text/plain', md: 'text/markdown', bin: 'application/octet-stream',
  jpg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf', gz: 'application/gzip', ttl: 'text/turtle', jsonld: 'application/ld+json',
};
const BY_NAME = { 'feed.xml': 'application/atom+xml', 'akn.xml': 'application/akn+xml', 'opensearch.xml': 'application/opensearchdescription+xml' };
const OURS = ['_headers', '_redirects', '.nojekyll', '.htaccess', 'nginx.conf', 'Caddyfile'];
// Files that have the names of feeds and the like: their types follow from that.
const MOVED = `---
title: Đã chuyển
aliases: [/cu/tin-1/, /cu/tin-1.html]
attachments:
${Object.keys(BY_NAME).map((file) => `  - {file: ${file}, title: ${file}}`).join('\n')}
---
Tin.
`;

const RENUMBERED = `---
title: Đổi số điều
number: 99/NQ-HĐND
date: 2025-01-02
issuer: Hội đồng nhân dân tỉnh Quảng Ninh
moved: {dieu-9: dieu-2}
---
Điều 1. Một

Điều 2. Hai
`;

async function portal(base) {
  const root = join(folder, base ? 'under-a-path' : 'at-the-root');
  await cp(join(repository, 'content'), join(root, 'content'), { recursive: true });
  await cp(join(repository, 'congbao.yaml'), join(root, 'congbao.yaml'));
  const hosts = '\nhosts: [netlify, cloudflare, github, apache, nginx, caddy]\nprecompress: [gz, br]\nattachments: {allow: [xml]}\n';
  await appendFile(join(root, 'congbao.yaml'), hosts);
  await mkdir(join(root, 'content/news/da-chuyen'));
  await writeFile(join(root, 'content/news/da-chuyen/index.md'), MOVED);
  for (const name of Object.keys(BY_NAME)) await writeFile(join(root, 'content/news/da-chuyen', name), '<x/>');
  await writeFile(join(root, 'content/news/da-go.md'), '---\ntitle: Đã gỡ\nwithdraw: {date: 2026-01-01, reason: Đăng nhầm}\n---\nKín.\n');
  await writeFile(join(root, 'content/resolutions/vi-du/doi-so.md'), RENUMBERED);
  execFileSync(congbao, ['--root', root, 'build', '--base-url', `http://127.0.0.1${base}/`, '--date', '2026-01-01']);
  await chmod(join(root, 'public'), 0o755);
  return join(root, 'public');
}

// One answer as it comes, nothing undone.
function ask(address, headers = {}) {
  return new Promise((done, fail) => {
    get(address, { headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) }));
    }).on('error', fail);
  });
}

async function filesOf(site) {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(site.length + 1));
}

const addressOf = (file) => file.replace(/(^|\/)index\.html$/, '$1');

for (const base of ['', '/hdnd']) {
  const site = await portal(base);
  const manifest = JSON.parse(await readFile(join(site, 'manifest.json')));
  const files = (await filesOf(site)).filter((file) => !OURS.includes(file));
  for (const name of Object.keys(HOSTS)) {
    const where = `${name} ${base ? `under ${base}/` : 'at the root'}`;
    const host = await start(name, site, base, folder);
    after(() => host.stop());
    const home = `${host.origin}${base}/`;

    test(`${where}: every file is served as it was built, with its type and the policy`, async () => {
      assert.ok(files.length > 200);
      const faults = [];
      for (const file of files) {
        const entry = manifest.files[file];
        const answer = await ask(home + addressOf(file));
        const say = (words) => faults.push(`${file}: ${words}`);
        if (entry?.redirect) {
          if (answer.status !== 301 || answer.headers.location?.replace(host.origin, '') !== entry.redirect) say(`${answer.status} to ${answer.headers.location}`);
          continue;
        }
        const wanted = entry?.status ?? 200;
        if (answer.status !== wanted) { say(`answers ${answer.status}`); continue; }
        if (entry && createHash('sha256').update(answer.bytes).digest('hex') !== entry.sha256) say('has other bytes');
        if (answer.headers['content-encoding']) say('is encoded though nobody asked for it');
        const runs = file.startsWith('tin-tuc/da-chuyen/') && file.endsWith('.xml');
        const policy = runs ? "default-src 'none'; style-src 'unsafe-inline'; sandbox" : "default-src 'self'";
        if (!answer.headers['content-security-policy']?.startsWith(policy)) say('has no policy, or another');
        if (runs !== (answer.headers['content-disposition'] === 'attachment')) say('is shown where it should be stored, or the other way round');
        if (answer.headers['x-content-type-options'] !== 'nosniff') say('may be sniffed');
        const ending = file.split('.').pop();
        const type = BY_NAME[file.split('/').pop()] ?? TYPES[ending];
        const said = answer.headers['content-type'] ?? '';
        if (type && said.split(';')[0] !== type) say(`is ${said}, not ${type}`);
        if (/^text|csv/.test(type) && !/charset=utf-8/i.test(said)) say(`has no encoding: ${said}`);
        const isHashed = /^theme\/[^/]+\.[0-9a-f]{8}\.[a-z]+$|^tim-kiem\/[^/]+\.bin$/.test(file);
        const cache = answer.headers['cache-control'] ?? '';
        if (isHashed !== cache.includes('immutable')) say(`is cached as ${cache}`);
        if (['csv', 'ics', 'json', 'jsonld', 'md', 'txt', 'xml'].includes(ending) !== (answer.headers['access-control-allow-origin'] === '*')) say('is not open as data are');
      }
      assert.deepEqual(faults, []);
    });

    test(`${where}: what is compressed beforehand is sent so, once`, async () => {
      const page = await ask(home, { 'Accept-Encoding': 'gzip' });
      if (page.headers['content-encoding']) {
        assert.deepEqual(gunzipSync(page.bytes), await readFile(join(site, 'index.html')));
        if (name !== 'apache') assert.deepEqual(page.bytes, await readFile(join(site, 'index.html.gz')), 'the form that lies there');
      } else assert.equal(name, 'apache');
      const index = files.find((file) => file.endsWith('.bin'));
      const part = await ask(home + index, { 'Accept-Encoding': 'gzip, br' });
      assert.equal(part.headers['content-encoding'], undefined);
      assert.deepEqual(part.bytes, await readFile(join(site, index)));
    });

    test(`${where}: old addresses lead on, unknown ones are told, files for hosts are kept back`, async () => {
      for (const old of ['cu/tin-1/', 'cu/tin-1', 'cu/tin-1.html']) {
        const answer = await ask(home + old);
        assert.equal(answer.status, 301, old);
        assert.equal(answer.headers.location.replace(host.origin, ''), `${base}/tin-tuc/da-chuyen/`);
      }
      const own = await readFile(join(site, '404.html'));
      for (const unknown of ['khong-co/', 'khong-co.html', 'x/feed.xml', 'x/y.json']) {
        const answer = await ask(home + unknown);
        assert.equal(answer.status, 404, unknown);
        assert.match(answer.headers['content-type'], /^text\/html/, unknown);
        assert.deepEqual(answer.bytes, own, unknown);
        assert.match(answer.headers['content-security-policy'], /^default-src 'self'/, unknown);
      }
      for (const file of OURS) assert.ok([403, 404].includes((await ask(home + file)).status), file);
      if (base) {
        const bare = await ask(home.slice(0, -1));
        assert.equal(bare.status, 301);
        assert.equal(bare.headers.location.replace(host.origin, ''), `${base}/`);
      }
      const folderAlone = await ask(`${home}tin-tuc`);
      assert.ok([301, 302, 307, 308].includes(folderAlone.status));
      assert.equal(folderAlone.headers.location.replace(host.origin, ''), `${base}/tin-tuc/`);
    });

    test(`${where}: pages work in a browser under the policy`, async () => {
      const view = await browser.newContext();
      for (const path of ['', 'nghi-quyet/', 'nghi-quyet/128-nq-hdnd-2022/', 'tim-kiem/?q=ngan+sach', 'du-lieu/', 'cu/tin-1/']) {
        const { page, close } = await visit(view, home + path);
        await page.waitForLoadState('networkidle');
        if (path.startsWith('tim-kiem')) await page.waitForSelector('main a[href*="nghi-quyet"]');
        await close();
      }
      // A provision that has another number now.
      const { page, close } = await visit(view, `${home}nghi-quyet/99-nq-hdnd-2025/#dieu-9`);
      await page.waitForFunction(() => location.hash === '#dieu-2');
      await close();
      await view.close();
    });

    test(`${where}: what was taken back is told as gone`, async () => {
      const answer = await ask(`${home}tin-tuc/da-go/`);
      assert.equal(answer.status, 410);
      assert.deepEqual(answer.bytes, await readFile(join(site, 'tin-tuc/da-go/index.html')));
      assert.match(answer.headers['content-type'], /^text\/html/);
      assert.match(answer.headers['content-security-policy'], /^default-src 'self'/);
    });

    test(`${where}: verify tells one changed byte`, async () => {
      const verify = () => new Promise((done) => {
        execFile(congbao, ['verify', home], (error, stdout, stderr) => done({ code: error?.code ?? 0, stdout, stderr }));
      });
      const good = await verify();
      assert.equal(good.code, 0, good.stdout + good.stderr);
      const file = join(site, 'nghi-quyet/index.html');
      const bytes = await readFile(file);
      const other = Buffer.from(bytes);
      other[100] ^= 1;
      try {
        await writeFile(file, other);
        const bad = await verify();
        assert.equal(bad.code, 1, bad.stdout + bad.stderr);
        assert.match(bad.stdout, /^changed: nghi-quyet\/index\.html\n0 of \d+ files missing, 1 changed, 0 extra\n$/);
        await rm(file);
        assert.match((await verify()).stdout, /^missing: nghi-quyet\/index\.html\n/);
      } finally {
        await writeFile(file, bytes);
      }
    });
  }
}
