// Every kind of page, with the addresses that show most of it, found in the built sites.

import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { SITES } from './sites.mjs';

// The first that fits. A page that fits none is an error: a new kind of page belongs into this table.
const KINDS = [
  ['home', /^$/],
  ['not found', /^404\.html$/],
  ['redirect', /^cu\/|^old\//],
  ['data', /^(du-lieu|data)\/$/],
  ['gaps', /^(du-lieu|data)\/(khoang-trong|gaps)\/$/],
  ['search', /^(tim-kiem|search)\/$/],
  ['site map', /^(so-do-trang|site-map|sitemap)\/$/],
  ['list of resolutions', /^(nghi-quyet|resolutions)\/$/],
  ['list of sessions', /^(ky-hop|sessions)\/$/],
  ['list of officials', /^(dai-bieu|officials)\/$/],
  ['list of topics', /^(chu-de|topics)\/$/],
  ['list of bodies', /^(co-quan|bodies)\/$/],
  ['list of terms', /^(khoa|terms)\/$/],
  ['list of news', /^(tin-tuc|news)\/$/],
  ['list of reports', /^(bao-cao|reports)\/$/],
  ['list of cited documents', /^(van-ban|documents)\/$/],
  ['later page of a list', /\/(trang|page)-\d+\/$/],
  ['status', /^(nghi-quyet|resolutions)\/(con-hieu-luc|chua-co-hieu-luc|het-hieu-luc-(mot-phan|toan-bo)|ngung-hieu-luc|chua-xac-dinh|(not-yet-|no-longer-)?in-force|partly-expired|suspended|validity-unknown)\/$/],
  ['year', /^[^/]+\/(nam|year)-\d+\/$/],
  ['resolution', /^(nghi-quyet|resolutions)\/[^/]+\/$/],
  ['session', /^(ky-hop|sessions)\/[^/]+\/$/],
  ['official', /^(dai-bieu|officials)\/[^/]+\/$/],
  ['topic', /^(chu-de|topics)\/[^/]+\/$/],
  ['body', /^(co-quan|bodies)\/[^/]+\/$/],
  ['term', /^(khoa|terms)\/[^/]+\/$/],
  ['news', /^(tin-tuc|news)\/[^/]+\/$/],
  ['report', /^(bao-cao|reports)\/[^/]+\/$/],
  ['cited document', /^(van-ban|documents)\/[^/]+\/$/],
  ['free page', /^[^/]+\/$/],
];

// All pages of all sites: { site, kind, address, url, file, size }, the largest first.
export async function allPages(www, origin) {
  const pages = [];
  for (const site of SITES) {
    const folder = join(www, site);
    for (const entry of await readdir(folder, { recursive: true })) {
      if (!entry.endsWith('.html')) continue;
      const file = join(folder, entry);
      const address = relative(folder, file).split(sep).join('/').replace(/(^|\/)index\.html$/, '$1');
      const kind = KINDS.find(([, pattern]) => pattern.test(address))?.[0];
      if (!kind) throw new Error(`${site}/${address} is of no known kind: name it in tests/browser/pages.mjs`);
      pages.push({ site, kind, address, url: `${origin}/${site}/${address}`, file, size: (await stat(file)).size });
    }
  }
  return pages.sort((a, b) => b.size - a.size || (a.url < b.url ? -1 : 1));
}

// What stands apart from case to case on the pages of single things, so that one page does not show it all.
const VARIED = ['resolution', 'session', 'official', 'report', 'later page of a list'];
const IN_ENGLISH = ['home', 'resolution', 'session'];

// The pages to look at closely: of each kind the largest of the sample, or the middle one of the made-up portal where
// the sample has none; both and the smallest of the sample where pages vary; some of the English sample.
export function chosenPages(pages) {
  const chosen = new Set();
  for (const [kind] of KINDS) {
    const of = (site) => pages.filter((page) => page.site === site && page.kind === kind);
    const [sample, demo, english] = [of('sample'), of('demo'), of('english')];
    if (kind === 'redirect') continue;
    if (!sample.length && !demo.length) throw new Error(`neither the sample nor the made-up portal has a page of the kind: ${kind}`);
    if (sample.length) chosen.add(sample[0]);
    if (demo.length && (!sample.length || VARIED.includes(kind))) chosen.add(demo[Math.floor(demo.length / 2)]);
    if (kind === 'resolution') chosen.add(sample.at(-1));
    if (IN_ENGLISH.includes(kind)) chosen.add(english[0]);
  }
  return [...chosen];
}

// One page of each kind: the largest of the sample, or of the made-up portal where the sample has none.
export function onePerKind(pages) {
  return KINDS.filter(([kind]) => kind !== 'redirect').map(([kind]) =>
    ['sample', 'demo'].map((site) => pages.find((page) => page.site === site && page.kind === kind)).find(Boolean),
  );
}

export function name(page) {
  return `${page.kind}: /${page.site}/${page.address}`;
}
