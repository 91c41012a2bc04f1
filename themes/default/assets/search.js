// The page of the search. It offers lists without it; page.js fetches it when the form is used, or when an address asks.

const STEP = 10;
const CHOICES = 8;
// How long more letters are waited for, and an answer, before that is said; milliseconds.
const WAIT = 300;
const WORKING = 700;

const place = document.querySelector('.search');
const { contents, engine, home } = place.dataset;
const { Index, search, excerpt } = await import(engine);
const index = new Index(contents);

const form = document.querySelector('#_tim');
const input = form.elements.q;
const listed = document.querySelector('.listed');
const [said, meant, failure, advice, found] = place.children;
const filter = found.querySelector('.filter');
const fieldsets = [...filter.querySelectorAll('fieldset')];
const clear = filter.querySelector(':scope > button');
const order = found.querySelector('select');
const results = found.querySelector('ol');
const more = found.querySelector('.results > button');
const model = results.firstElementChild;
model.remove();
const statuses = [...place.querySelectorAll(':scope > data')].map(({ value }) => value);

const { lang } = document.documentElement;
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: document.body.dataset.zone }).format(new Date());
const number = new Intl.NumberFormat(lang);
const fill = (pattern, value) => pattern.replace(/\{\w+\}/, () => value);

function written(date) {
  const [year, month, day] = date.split('-');
  if (!day) return year;
  if (lang === 'vi') return `${day}/${month < 3 ? month : Number(month)}/${year}`;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

// --- the state, which stands in the address

let chosen = new Map(fieldsets.map(({ dataset }) => [dataset.column, new Set()]));

function recall() {
  const query = new URLSearchParams(location.search);
  input.value = query.get('q') ?? '';
  chosen = new Map(fieldsets.map(({ dataset }) => [dataset.column, new Set(query.getAll(dataset.column))]));
  order.value = query.get(order.name) ?? '';
  if (order.selectedIndex === -1) order.value = '';
}

function addressOf(words) {
  const address = new URL(location);
  address.search = '';
  address.hash = '';
  if (words) address.searchParams.set('q', words);
  for (const [column, values] of chosen) for (const value of values) address.searchParams.append(column, value);
  if (order.value) address.searchParams.set(order.name, order.value);
  return address;
}

function remember(typed) {
  const address = addressOf(input.value.trim());
  if (address.href === location.href) return;
  // Letters of one search are one step back.
  if (typed && history.state?.typed) history.replaceState({ typed }, '', address);
  else history.pushState({ typed }, '', address);
}

// --- results

// The texts of a page in order, each with the anchor it stands under.
const pages = new Map();
function blocks(path) {
  if (!pages.has(path)) {
    pages.set(path, (async () => {
      const response = await fetch(home + path);
      if (!response.ok) throw new Error(String(response.status));
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const text = page.querySelector('.text');
      if (!text) return [];
      for (const other of text.querySelectorAll('a.self, .remark, .mark')) other.remove();
      let anchor;
      return [...text.querySelectorAll('h2, h3, h4, h5, h6, p, li, td, th, pre')].flatMap((element) => {
        anchor = element.id || anchor;
        const isWhole = !element.querySelector('p, li');
        const own = isWhole ? element.textContent.replace(/\s+/g, ' ').trim() : '';
        return own ? [{ text: own, anchor, heading: element.tagName.startsWith('H') }] : [];
      });
    })());
    pages.get(path).catch(() => pages.delete(path));
  }
  return pages.get(path);
}

// `dieu-1-khoan-2-diem-dd` as it is cited: điểm đ khoản 2 Điều 1.
const UNITS = { 'phu-luc': 'Phụ lục', phan: 'Phần', chuong: 'Chương', muc: 'Mục', dieu: 'Điều', khoan: 'khoản', diem: 'điểm' };
function cited(anchor) {
  const parts = [...anchor.matchAll(/(phu-luc|phan|chuong|muc|dieu|khoan|diem)-([a-z0-9.]+)/g)];
  if (!parts.length || parts.map(([part]) => part).join('-') !== anchor) return '';
  const words = parts.reverse().map(([, unit, value]) => `${UNITS[unit]} ${value === 'dd' ? 'đ' : unit === 'diem' ? value : value.toUpperCase()}`);
  return words.join(' ').replace(/^./, (letter) => letter.toUpperCase());
}

let round = 0;
let answer;
let matching = [];
// The columns that have been loaded.
const columns = new Map();
const names = fieldsets.map(({ dataset }) => dataset.column);
const [KIND, YEAR, STATUS] = names;

async function load(wanted) {
  const found = await Promise.all(wanted.map((name) => index.column(name)));
  wanted.forEach((name, at) => columns.set(name, found[at]));
}

const cells = (row) => Object.fromEntries([...row.querySelectorAll('[data-cell]')].map((cell) => [cell.dataset.cell, cell]));

async function row({ entry }) {
  const card = await index.card(entry);
  const copy = model.cloneNode(true);
  const own = cells(copy);
  own.title.textContent = card.title;
  own.title.href = home + card.path;
  const kinds = columns.get(KIND);
  own.kind.textContent = kinds.labels[kinds.values[entry][0]][1];
  const status = columns.get(STATUS);
  const [first] = status.values[entry];
  if (first === undefined) own.status.remove();
  else {
    const now = card.later.findLast(([from]) => from <= today)?.[1] ?? first;
    own.status.textContent = status.labels[now][1];
    own.status.classList.add(`status-${statuses[now]}`);
  }
  if (card.number) own.number.textContent = card.number;
  else own.number.remove();
  if (card.date) Object.assign(own.date, { textContent: written(card.date), dateTime: card.date });
  else own.date.remove();
  own.excerpt.textContent = card.summary;
  own.place.parentElement.hidden = true;
  return { copy, own, card };
}

// Puts marked words into an element.
function mark(element, pieces) {
  element.replaceChildren(...pieces.filter(Boolean).length ? pieces.map((piece, at) => {
    if (at % 2 === 0) return piece;
    const marked = document.createElement('mark');
    marked.textContent = piece;
    return marked;
  }) : []);
}

async function explain({ own, card }, { query, longer }) {
  const title = excerpt([{ text: card.title }], query, longer);
  // A title is shown whole.
  if (title && !title.pieces[0].startsWith('…') && !title.pieces.at(-1).endsWith('…')) mark(own.title, title.pieces);
  const best = excerpt(await blocks(card.path).catch(() => []), query, longer);
  const shown = best ?? excerpt([{ text: card.summary }], query, longer);
  if (shown) mark(own.excerpt, shown.pieces);
  const name = best?.anchor && cited(best.anchor);
  if (!name) return;
  own.place.textContent = name;
  own.place.href = `${home}${card.path}#${best.anchor}`;
  own.place.parentElement.hidden = false;
}

// Shows the next results; comes back with the first of them, and with what waits for their excerpts.
async function extend(mine) {
  const start = results.children.length;
  const rows = await Promise.all(matching.slice(start, start + STEP).map(row));
  if (mine !== round) return {};
  results.append(...rows.map(({ copy }) => copy));
  const left = matching.length - results.children.length;
  more.hidden = !left;
  more.textContent = fill(more.dataset.words, number.format(Math.min(STEP, left)));
  return { first: rows[0]?.copy, explained: Promise.all(rows.map((one) => explain(one, answer))) };
}

// --- facets

const fits = (entry, except) => {
  for (const [column, wanted] of chosen) {
    if (column === except || !wanted.size) continue;
    const { labels, values } = columns.get(column);
    if (!values[entry].some((value) => wanted.has(labels[value][0]))) return false;
  }
  return true;
};

function count(column) {
  const { labels, values } = columns.get(column);
  const counts = new Uint32Array(labels.length);
  for (const { entry } of answer.found) if (fits(entry, column)) for (const value of values[entry]) counts[value]++;
  return counts;
}

const opened = new Set();
function offer(fieldset) {
  const { column } = fieldset.dataset;
  const { labels } = columns.get(column);
  const counts = count(column);
  const wanted = chosen.get(column);
  const all = [...labels.keys()].filter((value) => counts[value] || wanted.has(labels[value][0]));
  // Years stand in their order, all else by how much there is.
  if (column !== YEAR) all.sort((one, other) => counts[other] - counts[one] || one - other);
  const shown = all.filter((value, at) => at < CHOICES || opened.has(column) || wanted.has(labels[value][0]));
  const list = fieldset.querySelector('ul');
  const focused = list.contains(document.activeElement) ? document.activeElement.value : undefined;
  list.replaceChildren(...shown.map((value) => {
    const [key, title] = labels[value];
    const item = document.createElement('li');
    const label = document.createElement('label');
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: column, value: key, checked: wanted.has(key) });
    const text = document.createElement('span');
    text.textContent = title;
    if (lang !== 'vi' && column !== KIND && column !== STATUS) text.lang = 'vi';
    label.append(box, ' ', text, ` (${number.format(counts[value])})`);
    item.append(label);
    return item;
  }));
  [...list.querySelectorAll('input')].find(({ value }) => value === focused)?.focus();
  fieldset.hidden = all.length < 2 && !wanted.size;
  const rest = all.length - shown.length;
  const button = fieldset.querySelector('button');
  button.hidden = !rest;
  button.textContent = fill(button.dataset.words, number.format(rest));
}

function offerAll() {
  for (const fieldset of fieldsets) {
    if (columns.has(fieldset.dataset.column)) offer(fieldset);
    else fieldset.hidden = true;
  }
}

// --- the whole

function arrange() {
  matching = answer.found.filter(({ entry }) => fits(entry));
  const sort = order.selectedOptions[0].dataset.sort;
  // Entries are numbered from new to old; those without a day stand last.
  if (sort) {
    const year = columns.get(YEAR);
    const dated = (entry) => year.values[entry].length > 0;
    const way = sort === 'oldest' ? -1 : 1;
    matching.sort((one, other) => dated(other.entry) - dated(one.entry) || way * (one.entry - other.entry));
  }
}

async function show() {
  const mine = ++round;
  const words = input.value.trim();
  failure.hidden = true;
  if (!words) {
    said.textContent = '';
    meant.hidden = advice.hidden = found.hidden = true;
    listed.hidden = false;
    return;
  }
  listed.hidden = true;
  const slow = setTimeout(() => { if (mine === round) said.textContent = said.dataset.working; }, WORKING);
  try {
    // What results need goes first, what they are counted by follows.
    const needed = names.filter((name) => [KIND, YEAR, STATUS].includes(name) || chosen.get(name).size);
    const [asked] = await Promise.all([search(index, words), load(needed)]);
    if (mine !== round) return;
    answer = asked;
    arrange();
    // What is shown stays until there is more to show.
    const old = [...results.children];
    results.replaceChildren();
    try {
      offerAll();
      clear.hidden = ![...chosen.values()].some(({ size }) => size);
      advice.hidden = matching.length > 0;
      found.hidden = !answer.found.length;
      order.parentElement.hidden = !matching.length;
      await (await extend(mine)).explained;
    } catch (error) {
      if (mine === round) results.replaceChildren(...old);
      throw error;
    }
    if (mine !== round) return;
    clearTimeout(slow);
    const { length } = matching;
    said.textContent = !length ? fill(said.dataset.none, words)
      : length === 1 ? said.dataset.one : fill(said.dataset.words, number.format(length));
    const link = meant.querySelector('a');
    meant.hidden = !answer.instead;
    link.textContent = answer.instead ?? '';
    link.href = addressOf(answer.instead ?? '');
    await load(names);
    if (mine === round) offerAll();
  } catch {
    if (mine !== round) return;
    said.textContent = '';
    meant.hidden = advice.hidden = found.hidden = true;
    failure.hidden = false;
  } finally {
    clearTimeout(slow);
  }
}

let waiting;
function later(typed) {
  clearTimeout(waiting);
  waiting = setTimeout(() => { remember(typed); show(); }, typed ? WAIT : 0);
}

form.addEventListener('input', () => later(true));
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  remember(false);
  const isRetry = event.submitter?.parentElement === failure;
  await show();
  if (isRetry && failure.hidden) input.focus();
});
filter.addEventListener('change', ({ target }) => {
  const values = chosen.get(target.name);
  if (target.checked) values.add(target.value);
  else values.delete(target.value);
  remember(false);
  show();
});
for (const fieldset of fieldsets) {
  fieldset.querySelector('button').addEventListener('click', () => {
    const { length } = fieldset.querySelectorAll('input');
    opened.add(fieldset.dataset.column);
    offer(fieldset);
    fieldset.querySelectorAll('input')[length]?.focus();
  });
}
clear.addEventListener('click', () => {
  chosen.forEach((values) => values.clear());
  remember(false);
  show();
  input.focus();
});
order.addEventListener('change', () => { remember(false); show(); });
more.addEventListener('click', async () => {
  try {
    (await extend(round)).first?.querySelector('a').focus();
  } catch {
    failure.hidden = false;
  }
});
meant.querySelector('a').addEventListener('click', (event) => {
  event.preventDefault();
  input.value = event.target.textContent;
  remember(false);
  show();
  input.focus();
});
addEventListener('popstate', () => { recall(); show(); });

filter.open = matchMedia('(min-width: 62rem)').matches;
// What was typed before this was fetched, else what the address says.
if (input.value.trim() && !new URLSearchParams(location.search).has('q')) remember(true);
else recall();
show();
