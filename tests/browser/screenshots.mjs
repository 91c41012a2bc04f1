// Takes the pictures of the README from the sample portal: node screenshots.mjs [path of congbao]

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESK, context, launch } from './browser.mjs';
import { allPages, onePerKind } from './pages.mjs';
import { fewColours } from './png.mjs';
import { serve } from './server.mjs';
import { buildSites, findCongbao, repository } from './sites.mjs';

const KINDS = ['home', 'resolution', 'session', 'official'];
const LIMIT = 150 * 1024;

const folder = await mkdtemp(join(tmpdir(), 'congbao-screenshots-'));
const server = await serve(join(folder, 'www'));
const www = await buildSites(findCongbao(process.argv[2]), folder, server.origin);
const browser = await launch();
const view = await context(browser, { viewport: DESK, colorScheme: 'light' });
const page = await view.newPage();
const pages = onePerKind(await allPages(www, server.origin));
for (const kind of KINDS) {
  const { site, url } = pages.find((page) => page.kind === kind);
  assert.equal(site, 'sample');
  await page.goto(url, { waitUntil: 'networkidle' });
  const picture = fewColours(await page.screenshot());
  assert.ok(picture.length <= LIMIT, `${kind}: ${picture.length} bytes`);
  await writeFile(join(repository, 'tests/screenshots', `${kind}.png`), picture);
  console.log(`tests/screenshots/${kind}.png: ${picture.length} bytes`);
}
await browser.close();
server.stop();
await rm(folder, { recursive: true, force: true });
