// The system's Chromium, and what is watched on every page.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const PHONE = { width: 360, height: 800 };
export const DESK = { width: 1280, height: 900 };

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

export async function launch() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!executablePath) throw new Error(`no Chromium at ${PLACES.join(', ')}; name it in CHROMIUM`);
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-gpu', '--disable-sync'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath, args });
}

// Fails with all the faults, one a line.
export function none(faults) {
  if (faults.length) assert.fail(`\n${faults.join('\n')}`);
}

// Motion is off unless a test asks for it: what is looked at stands still.
export function context(browser, options = {}) {
  return browser.newContext({ reducedMotion: 'reduce', viewport: DESK, ...options });
}

// Collects what no page may do: errors and warnings on the console (breaches of the content policy are told there),
// requests to other hosts, requests that fail. Answers the list, and all addresses asked for.
export function watch(page, origin) {
  const faults = [];
  const requests = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    requests.push(request.url());
    if (new URL(request.url()).origin !== origin) faults.push(`asks another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // Left behind by going on to the next page.
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}: ${reason}`);
  });
  return { faults, requests };
}

// A page that is opened and watched; what it did wrong is told when it is closed.
export async function visit(view, url) {
  const page = await view.newPage();
  const watched = watch(page, new URL(url).origin);
  await page.goto(url);
  return {
    page,
    ...watched,
    close: async () => {
      await page.close();
      none(watched.faults);
    },
  };
}

// Whether the page can be moved sideways, and by what.
export function sidewaysScroll(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return null;
    const widest = [...document.body.querySelectorAll('*')]
      .map((element) => [element.getBoundingClientRect().right, element])
      .sort((a, b) => b[0] - a[0])[0];
    return `${document.scrollingElement.scrollWidth} px wide, by ${widest[1].outerHTML.slice(0, 120)}`;
  });
}

// Adds style to a page without breaking its content policy.
export function addStyle(page, css) {
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}
