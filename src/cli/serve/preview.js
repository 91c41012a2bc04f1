// Of the preview alone: reloads the page when the portal changes, and shows what is wrong with it.

const here = new URL('.', import.meta.url);
// The round that the page is of, and whether the page is older than that.
const [round, age] = new URL(import.meta.url).search.slice(1).split('-');
const news = new EventSource(new URL(`news?${round}`, here));

news.addEventListener('pages', () => location.reload());

// A new style is put on without a reload; the old one goes when the new one is there.
news.addEventListener('styles', ({ data }) => {
  for (const address of data.split('\n')) {
    const stem = (href) => href.replace(/\.[0-9a-f]{8}\.css$/, '');
    const next = new URL(address, location.href);
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"]')) {
      if (stem(sheet.href) !== stem(next.href) || sheet.href === next.href) continue;
      const fresh = sheet.cloneNode();
      fresh.href = next.href;
      fresh.addEventListener('load', () => sheet.remove());
      sheet.after(fresh);
    }
  }
  show();
});

// The server was away: what is shown may be old.
let isAway = false;
news.addEventListener('error', () => { isAway = true; });
news.addEventListener('open', () => { if (isAway) location.reload(); });

async function show() {
  const { problems, errors, warnings } = await (await fetch(new URL('problems.json', here))).json();
  document.querySelector('congbao-problems')?.remove();
  const told = problems.filter(({ severity }) => severity !== 'note');
  if (!told.length) return;
  const overlay = document.createElement('congbao-problems');
  overlay.setAttribute('role', 'region');
  overlay.setAttribute('aria-label', 'Congbao');
  const details = add(overlay, 'details', '');
  details.open = errors > 0;
  add(details, 'summary', `Congbao: ${errors} errors, ${warnings} warnings`);
  if (age === 'old') add(details, 'p', 'This page could not be made anew. You see it as it was before.', 'error');
  const list = add(details, 'ol', '');
  for (const problem of told.slice(0, 50)) {
    const row = add(list, 'li', '', problem.severity);
    const place = problem.file ? [problem.file, problem.line, problem.column].filter(Boolean).join(':') : problem.address;
    add(row, 'code', place ?? '');
    add(row, 'p', `${problem.severity}: ${problem.message}`);
    if (problem.text?.trim()) add(row, 'pre', problem.text.trim());
    if (problem.help) add(row, 'p', `→ ${problem.help}`);
  }
  if (told.length > 50) add(details, 'p', `+ ${told.length - 50}`);
  document.body.append(overlay);
}

function add(parent, name, text, className) {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  parent.append(element);
  return element;
}

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('preview.css', here);
document.head.append(style);
show();
