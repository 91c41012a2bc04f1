// The sites under test: the sample, the sample with an English frame, a made-up portal of 300 documents, one very long
// resolution, one that takes effect after the build, and a folder of faults that the tests must see.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const repository = fileURLToPath(new URL('../..', import.meta.url));
export const DAY = '2026-01-01';
export const SITES = ['sample', 'english', 'demo', 'long', 'coming'];
export const LONG_RESOLUTION = 'nghi-quyet/01-2024-nq-hdnd/';
export const ARTICLES = 100;

// The program that the argument names, or one that was built.
export function findCongbao(argument) {
  const built = ['target/release/congbao', 'target/debug/congbao'].map((path) => join(repository, path));
  const congbao = argument ? resolve(argument) : built.find((path) => existsSync(path));
  if (!congbao || !existsSync(congbao)) throw new Error('no congbao is built: cargo build, or name it as argument');
  return congbao;
}

// The built sites lie in `folder/www`, one folder each.
export async function buildSites(congbao, folder, origin) {
  await mkdir(join(folder, 'www'), { recursive: true });
  const build = (name, root) =>
    run(congbao, ['build', '--root', root, '--output', join(folder, 'www', name), '--base-url', `${origin}/${name}/`, '--date', DAY]);

  const english = join(folder, 'english');
  await cp(join(repository, 'content'), join(english, 'content'), { recursive: true });
  const config = await readFile(join(repository, 'congbao.yaml'), 'utf8');
  await writeFile(join(english, 'congbao.yaml'), config.replace(/^language: vi$/m, 'language: en'));

  const long = join(folder, 'long');
  await mkdir(join(long, 'content/resolutions'), { recursive: true });
  await writeFile(join(long, 'congbao.yaml'), LONG_CONFIG);
  await writeFile(join(long, 'content/resolutions/01-2024-nq-hdnd.md'), longResolution());

  const coming = join(folder, 'coming');
  await mkdir(join(coming, 'content/resolutions'), { recursive: true });
  await writeFile(join(coming, 'congbao.yaml'), LONG_CONFIG);
  await writeFile(join(coming, 'content/resolutions/a.md'), COMING);

  await run(congbao, ['demo', join(folder, 'demo'), '--documents', '300', '--seed', '1']);
  await build('sample', repository);
  await build('english', english);
  await build('demo', join(folder, 'demo'));
  await build('long', long);
  await build('coming', coming);

  await mkdir(join(folder, 'www/control'));
  await writeFile(join(folder, 'www/control/index.html'), CONTROL);
  return join(folder, 'www');
}

const LONG_CONFIG = `title: Cổng thử văn bản dài
base_url: https://long.example/
language: vi
organization: Hội đồng nhân dân tỉnh Minh Giang
description: Một nghị quyết bịa ra, rất dài, để thử tốc độ.
`;

const COMING = `---
title: Đặt tên đường (văn bản hư cấu)
number: 9/NQ-HĐND
date: 2025-12-20
effective: 2026-02-01
---
`;

// More than 40,000 characters in 100 articles; nothing in it is real.
function longResolution() {
  const subjects = ['đường tự quản', 'chợ nổi', 'thư viện lưu động', 'vườn ươm', 'bến đò', 'sân phơi', 'đèn đường', 'kênh mương'];
  const articles = Array.from({ length: ARTICLES }, (_, index) => {
    const subject = subjects[index % subjects.length];
    return `## Điều ${index + 1}. Quy định thứ ${index + 1} về ${subject}

1. Xã, phường lập danh sách ${subject} trước ngày 15 tháng 3 hằng năm, nêu rõ vị trí, hiện trạng và người được giao trông coi từng nơi.

2. Mức hỗ trợ cho mỗi ${subject} không quá ${index + 3}.500.000 đồng một năm, chi trả trong hai lần:

a) Lần thứ nhất sau khi được nghiệm thu, bằng một nửa mức hỗ trợ;

b) Lần thứ hai vào cuối năm, sau khi kiểm tra.

3. Người dân được biết danh sách và kết quả kiểm tra nêu tại khoản 1 Điều này.
`;
  });
  return `---
title: Quy định chi tiết về hạ tầng nhỏ ở thôn, xóm (văn bản hư cấu)
number: 01/2024/NQ-HĐND
issuer: Hội đồng nhân dân tỉnh Minh Giang
date: 2024-06-20
issued: 2024-06-24
effective: 2024-07-01
signer: Cù Cảnh Sáng
session: Kỳ họp thứ 16, khóa XIV
topics: [Hạ tầng nông thôn]
---

${articles.join('\n')}`;
}

// Every fault that the tests look for, so that a test which sees nothing is found out.
const CONTROL = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Faults</title>
<link rel="stylesheet" href="faults.css">
<style>p { font-weight: bold }</style>
</head>
<body>
<main>
<h1>Faults</h1>
<img src="http://other.example/picture.png">
<p style="width: 3000px; overflow: hidden">A line with an attribute of style</p>
<pre>One line that is far too wide for a phone and for a desk, and that nothing lets break: ${'wide '.repeat(60)}</pre>
<button></button>
<script>document.title = 'changed'</script>
<p><font color="#6b6b6b" size="2">Words that are hard to see</font></p>
<p>An end tag that belongs to nothing</b></p>
</main>
</body>
</html>
`;
