// Enhancements of a page; all of it is complete without them.

const { copied, zone } = document.body.dataset;

// The badge follows the day: the page was built on an earlier one.
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
const badge = document.querySelector('.resolution .top .tag');
for (const row of document.querySelectorAll('.later [data-from]')) {
  if (badge && row.dataset.from <= today) {
    badge.className = `tag status-${row.dataset.status}`;
    badge.textContent = row.querySelector('strong').textContent;
  }
}

// So do the badges of rows, which bring what they become: a day, a status and its words.
for (const tag of document.querySelectorAll('.tag[data-later]')) {
  for (const [from, status, ...words] of tag.dataset.later.split(';').map((step) => step.split(' '))) {
    if (from <= today) {
      tag.className = `tag status-${status}`;
      tag.textContent = words.join(' ');
    }
  }
}

// A provision that has another number now is shown where it went.
const goOn = () => {
  const old = document.getElementById(location.hash.slice(1));
  if (old?.dataset.moved) location.replace(`#${old.dataset.moved}`);
};
goOn();
addEventListener('hashchange', goOn);

// The form of a list is put in; what it does is fetched when it is first used, or when an address brings its choices.
const finder = document.querySelector('.finder');
if (finder) {
  finder.append(document.importNode(finder.querySelector('template').content, true));
  finder.querySelector('details').open = Boolean(location.search) || matchMedia('(min-width: 62rem)').matches;
  const start = () => import(finder.dataset.script).catch(() => {
    // Its button sends the form: the page comes again, with what was chosen in its address.
    finder.querySelector('.note-bad').hidden = false;
  });
  if (location.search) start();
  else finder.addEventListener('input', start, { once: true });
}

// So it is with the search: nothing of it is fetched before it is used.
const search = document.querySelector('.search');
if (search) {
  search.append(document.importNode(search.querySelector('template').content, true));
  search.querySelector('template').remove();
  const field = document.querySelector('#_tim-q');
  const asked = new URLSearchParams(location.search);
  field.value ||= asked.get('q') ?? '';
  let isAsked = false;
  const start = () => {
    if (isAsked) return;
    isAsked = true;
    import(search.dataset.script).catch(() => { search.querySelector('.note-bad').hidden = false; });
  };
  if (asked.get('q')) {
    document.querySelector('.listed').hidden = true;
    start();
  } else field.addEventListener('input', start);
}

// A slash leads to the search.
document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest?.('input, select, textarea, [contenteditable]');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  const field = document.querySelector('.ask input') ?? document.querySelector('.find input');
  if (!field) return;
  event.preventDefault();
  field.focus();
});

// The contents stand open where there is room, and show which section is read.
const contents = document.querySelector('.contents');
if (contents) {
  const details = contents.querySelector('details');
  const roomy = matchMedia('(min-width: 62rem)');
  const fit = () => { details.open = roomy.matches; };
  roomy.addEventListener('change', fit);
  fit();

  const links = new Map([...contents.querySelectorAll('a')].map((link) => [link.hash.slice(1), link]));
  const places = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let current;
  const watcher = new IntersectionObserver(() => {
    const read = places.findLast((place) => place.getBoundingClientRect().top < innerHeight / 3);
    const link = read && links.get(read.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    current = link;
  }, { rootMargin: '0px 0px -66% 0px', threshold: [0, 1] });
  places.forEach((place) => watcher.observe(place));
}

// A link to a provision is copied as a whole address, a citation by its button; a live region says so.
if (navigator.clipboard) {
  const said = document.createElement('p');
  said.className = 'said';
  said.setAttribute('role', 'status');
  document.body.append(said);

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = '';
      requestAnimationFrame(() => { said.textContent = copied; });
      setTimeout(() => { said.textContent = ''; }, 3000);
    } catch {
      // Nothing is lost: a link has been followed, a text can be marked by hand.
    }
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a:is(.self, .own)');
    if (link) copy(link.href);
  });
  for (const text of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = text.dataset.copy;
    button.addEventListener('click', () => copy(text.textContent.trim()));
    text.after(button);
  }
}

// Escape closes the menu.
document.addEventListener('keydown', (event) => {
  const menu = document.querySelector('.menu details[open]');
  if (event.key !== 'Escape' || !menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});
