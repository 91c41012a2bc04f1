// Narrows the list of resolutions. The list is complete without it; page.js fetches it when it is first used.

const STEP = 50;
// Tones that stand on the first of two vowels in one spelling and on the second in another: hòa, hoà.
const TONES = /(o(?=.[ae])|u(?=.y))([\u0300\u0301\u0303\u0309\u0323])([aey])(?![\p{L}\p{M}])/gu;
const MARKS = /\p{M}/gu;

const finder = document.querySelector('.finder');
const listed = document.querySelector('.listed');
const template = finder.querySelector('template');
const [, details, said, failure, found] = finder.children;
const form = details.querySelector('form');
const advice = found.querySelector('.note');
const table = found.querySelector('table');
const more = found.querySelector('button');
const model = table.querySelector('tbody tr');
model.remove();

const { lang } = document.documentElement;
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: document.body.dataset.zone }).format(new Date());
const number = new Intl.NumberFormat(lang);
const collator = new Intl.Collator('vi', { ignorePunctuation: true, numeric: true });
const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => number.format(values[name]));

const field = (by) => form.querySelector(`[data-by="${by}"]`);
// A status is known by its key; people read its words and addresses its slug.
const statuses = new Map([...field('status').options].map(({ dataset, value, text }) => [dataset.status, { value, text }]));
// A page of one year or status narrows its own rows only.
const fixed = { year: finder.dataset.year, status: statuses.get(finder.dataset.status)?.value };
for (const by of ['year', 'status']) if (fixed[by]) field(by).parentElement.remove();
const fields = [...form.querySelectorAll('[data-by]')];

// Words as they are compared: in small letters, decomposed, in one spelling.
const spelt = (text) => text.normalize('NFD').toLowerCase().replace(TONES, '$1$3$2');
const bare = (text) => spelt(text).replace(MARKS, '').replaceAll('đ', 'd');

// The index is asked for once; after a failure again.
let asked;
function rows() {
  asked ??= fetch(template.dataset.index)
    .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
    .then(read);
  asked.catch(() => { asked = undefined; });
  return asked;
}

// The columns of the index as rows.
function read(index) {
  const abstracts = new Set(index.abstracts);
  return index.paths.map((path, at) => {
    const date = index.dates[at];
    const [session, address, term] = index.session_names[index.sessions[at]] ?? [];
    const steps = [['', index.statuses[at]], ...(index.later[at] ?? [])];
    const status = index.status_names[steps.findLast(([from]) => from <= today)[1]];
    const words = spelt(`${index.numbers[at]} ${index.titles[at]} ${date.slice(0, 4)}`);
    return {
      href: `${index.base}${path}/`, number: index.numbers[at], title: index.titles[at], date, session, address,
      key: status, abstract: abstracts.has(at), words, bare: bare(words),
      year: date.slice(0, 4), term, topics: index.topics[at].map((topic) => index.topic_names[topic]),
      status: statuses.get(status).value,
    };
  });
}

function chosen() {
  return { ...fixed, ...Object.fromEntries(fields.map(({ dataset, value }) => [dataset.by, value.trim()])) };
}

const isAny = (row, { year, status }) => (!year || row.year === year) && (!status || row.status === status);

function fits({ words, year, status, term, topic }) {
  // Who types diacritics means them.
  const asked = words.split(/\s+/).filter(Boolean).map((word) => [spelt(word), bare(word)]);
  return (row) =>
    isAny(row, { year, status }) && (!term || row.term === term) && (!topic || row.topics.includes(topic)) &&
    asked.every(([exact, plain]) => (exact === plain ? row.bare.includes(plain) : row.words.includes(exact)));
}

// Rows come from new to old; what is not known stands last.
function sorted(rows, by) {
  if (by === 'oldest') return [...rows.filter(({ date }) => date).reverse(), ...rows.filter(({ date }) => !date)];
  if (!by) return rows;
  return rows.toSorted((one, other) => !one[by] - !other[by] || collator.compare(one[by], other[by]));
}

function written(date) {
  const [year, month, day] = date.split('-');
  if (!day) return year;
  if (lang === 'vi') return `${day}/${month < 3 ? month : Number(month)}/${year}`;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

function filled(row) {
  const copy = model.cloneNode(true);
  const cells = {
    number: row.number && { textContent: row.number },
    title: { textContent: row.title, href: row.href },
    date: row.date && { textContent: written(row.date), dateTime: row.date },
    status: { textContent: statuses.get(row.key).text, className: `tag status-${row.key}` },
    abstract: row.abstract && {},
    session: row.session && { textContent: row.session, href: row.address },
  };
  for (const cell of copy.querySelectorAll('[data-cell]')) {
    const value = cells[cell.dataset.cell];
    if (value) {
      Object.assign(cell, value);
      cell.parentElement.querySelector('.unknown')?.remove();
    } else cell.remove();
  }
  return copy;
}

let matching = [];
function extend() {
  const [body] = table.tBodies;
  const start = body.rows.length;
  body.append(...matching.slice(start, start + STEP).map(filled));
  const shown = body.rows.length;
  const { labels, selectedOptions } = field('sort');
  const order = `${labels[0].textContent}: ${selectedOptions[0].text}`;
  const { caption } = table;
  caption.textContent = shown < matching.length
    ? `${fill(caption.dataset.words, { n: shown, m: matching.length })} · ${order}` : order;
  more.hidden = shown === matching.length;
  more.textContent = fill(more.dataset.words, { n: Math.min(STEP, matching.length - shown) });
  return body.rows[start];
}

// Shows what is chosen; of several at once the last counts.
let round = 0;
async function show() {
  const own = ++round;
  const values = chosen();
  const isActive = fields.some(({ value }) => value.trim());
  failure.hidden = true;
  if (!isActive) {
    said.textContent = '';
  } else {
    try {
      const all = (await rows()).filter((row) => isAny(row, fixed));
      if (own !== round) return;
      matching = sorted(all.filter(fits(values)), field('sort').selectedOptions[0].dataset.sort);
      said.textContent = fill(said.dataset.words, { shown: matching.length, total: all.length });
    } catch {
      if (own === round) {
        said.textContent = '';
        failure.hidden = false;
        listed.hidden = !(found.hidden = true);
      }
      return;
    }
    table.tBodies[0].replaceChildren();
    extend();
    table.hidden = !matching.length;
    advice.hidden = !table.hidden;
  }
  found.hidden = !isActive;
  listed.hidden = isActive;
}

// The choices stand in the address, so that they can be sent on and gone back to.
function recall() {
  const query = new URLSearchParams(location.search);
  for (const own of fields) {
    own.value = query.get(own.name) ?? '';
    if (own.selectedIndex === -1) own.value = '';
  }
  return show();
}

function remember(typed) {
  const address = new URL(location);
  for (const { name, value } of fields) {
    if (value.trim()) address.searchParams.set(name, value.trim());
    else address.searchParams.delete(name);
  }
  address.hash = '';
  if (address.href === location.href) return;
  // Letters of one word are one step back.
  if (typed && history.state?.typed) history.replaceState({ typed }, '', address);
  else history.pushState({ typed }, '', address);
}

let waiting;
form.addEventListener('input', ({ target }) => {
  const typed = target.dataset.by === 'words';
  clearTimeout(waiting);
  waiting = setTimeout(() => { remember(typed); show(); }, typed ? 200 : 0);
});
// Enter, or the button of what could not be loaded.
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const isRetry = event.submitter?.parentElement === failure;
  await show();
  if (isRetry && failure.hidden) fields[0].focus();
});
form.querySelector('button').addEventListener('click', () => {
  clearTimeout(waiting);
  for (const own of fields) own.value = '';
  remember(false);
  show();
});
more.addEventListener('click', () => extend().querySelector('a').focus());
addEventListener('popstate', recall);
// What was chosen before this was fetched, else what the address says.
if (fields.some(({ value }) => value.trim())) {
  remember(true);
  show();
} else recall();
