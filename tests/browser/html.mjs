// Every page of every site passes the Nu HTML checker, started once over the folder.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { none } from './browser.mjs';

const JAR = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

export default function html({ www, pages }) {
  test(`html: ${pages.length} pages are valid`, async () => {
    const { messages } = JSON.parse(await check(www));
    const wrong = messages.map(({ url, lastLine, lastColumn, message, extract }) => {
      return `${url.replace(/.*\/www/, '')}:${lastLine}:${lastColumn}: ${message} ${extract ?? ''}`;
    });
    assert.ok(wrong.some((line) => line.startsWith('/control/')), 'the faults of the control page are seen');
    none(wrong.filter((line) => !line.startsWith('/control/')));
  });
}

function check(folder) {
  const args = ['-jar', JAR, '--skip-non-html', '--errors-only', '--format', 'json', '--stdout', folder];
  return new Promise((done, failed) => {
    execFile('java', args, { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      // It ends with 1 when it found errors, and it always does: there is the control page.
      if (error && error.code !== 1) failed(new Error(`the HTML checker did not run: ${error.message}\n${stderr}`));
      else done(stdout);
    });
  });
}
