// Tests of the theme in a browser: node --test-reporter=spec run.mjs [path of congbao]

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { launch } from './browser.mjs';
import { allPages } from './pages.mjs';
import { serve } from './server.mjs';
import { buildSites, findCongbao } from './sites.mjs';

const folder = await mkdtemp(join(tmpdir(), 'congbao-browser-'));
const server = await serve(join(folder, 'www'));
const congbao = findCongbao(process.argv[2]);
const www = await buildSites(congbao, folder, server.origin);
const browser = await launch();
after(async () => {
  await browser.close();
  server.stop();
  await rm(folder, { recursive: true, force: true });
});

const portal = { browser, congbao, origin: server.origin, www, pages: await allPages(www, server.origin) };
// ONLY=look,paper runs these subjects alone.
const only = process.env.ONLY?.split(',');
for (const subject of ['speed', 'arriving', 'html', 'look', 'keyboard', 'spacing', 'scripts', 'lists', 'search', 'paper', 'budgets', 'preview']) {
  if (!only || only.includes(subject)) (await import(`./${subject}.mjs`)).default(portal);
}
