// What a search is made of, apart from any page: words, the index and its files, ranking, excerpts. The index is described
// in ARCHITECTURE.md of the generator, its words in `src/text/word.rs`.

const RUN = /[\p{Alphabetic}\p{N}\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]+/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;
const LONGEST = 32;

// A run of letters in the two forms in which it is compared: without marks, and with them, the tone at the end.
export function word(run) {
  const small = run.normalize('NFD').toLowerCase().replace(INVISIBLE, '').replace(/[ðɖ]/g, 'đ').replaceAll('ς', 'σ');
  const exact = small.replace(TONES, '') + (small.match(TONES) ?? []).join('');
  const folded = exact.replace(MARKS, '').replaceAll('đ', 'd');
  return folded && [...folded].length <= LONGEST ? { exact, folded } : undefined;
}

export function words(text) {
  return (text.match(RUN) ?? []).map(word).filter(Boolean);
}

// --- what is asked

const YEAR = /^(19|20)\d\d$/;
const DIGITS = /^\d{1,5}$/;
// Words before a number that make it the number of a document.
const BEFORE_NUMBER = new Set(['so', 'quyet', 'dinh', 'luat', 'thi', 'hoach', 'cao', 'nq', 'trinh', 'van', 'ban', 'ban']);

// What a reader typed as units: words and quoted phrases. A phrase is words that must stand side by side.
export function parse(text) {
  const units = [];
  const normal = text.replace(/[“”„«»]/g, '"');
  normal.split('"').forEach((part, at) => {
    const found = words(part);
    if (at % 2 && found.length > 1) units.push({ phrase: true, words: found });
    else for (const one of found) units.push({ phrase: false, words: [one] });
  });
  const all = units.flatMap((unit) => unit.words);
  return { units, words: all, marked: all.map(({ exact, folded }) => exact !== folded), open: !/[\s".,;]$/.test(normal) };
}

// The keys under which own numbers may be found that stand in the query from a place on, longest first.
export function numberKeys(list, from) {
  const number = list[from].folded;
  if (!DIGITS.test(number)) return [];
  const first = `#${number.replace(/^0+(?=\d)/, '')}`;
  const rest = [];
  for (let at = from + 1; at < list.length && at <= from + 4; at++) {
    const { folded } = list[at];
    if (!/^[a-z]{1,6}\d{0,2}$/.test(folded) && !YEAR.test(folded)) break;
    rest.push(folded);
  }
  const keys = [];
  for (let length = rest.length; length > 0; length--) {
    const own = rest.slice(0, length);
    keys.push({ key: `${first} ${own.join(' ')}`, length: length + 1 });
    // The year may stand behind the codes, or behind words of its own.
    const year = own.findIndex((part) => YEAR.test(part));
    if (year > 0) {
      keys.push({ key: `${first} ${[own[year], ...own.filter((_, at) => at !== year)].join(' ')}`, length: length + 1 });
    }
  }
  const before = list[from - 1]?.folded;
  if (!YEAR.test(number) && (list.length === 1 || BEFORE_NUMBER.has(before))) keys.push({ key: first, length: 1 });
  if (YEAR.test(number) && (list.length === 1 || before === 'so')) keys.push({ key: first, length: 1 });
  return keys;
}

// --- the index

// What a class is worth: in the text seldom, at times, often; in a heading; among what it is about; in a long title, in a
// title, in a short one.
const WORTH = [1, 1.6, 2.2, 3.4, 3.6, 6, 6.6, 7.4];
// What neighbours are worth beside single words.
const NEIGHBOURS = 1.5;
// What a form with other marks than those typed is worth.
const OTHER_MARKS = 0.12;
// What a longer word is worth that begins like the one being typed.
const LONGER = 0.4;
const LONGER_MOST = 6;

// The index whose contents lie at an address; `load` fetches a file as bytes, or text of the contents.
export class Index {
  #folder;
  #fetch;
  #contents;
  #files = new Map();

  constructor(address, fetcher = (url) => fetch(url)) {
    this.#folder = address.slice(0, address.lastIndexOf('/') + 1);
    this.address = address;
    this.#fetch = fetcher;
  }

  async #get(url) {
    const response = await this.#fetch(url);
    if (!response.ok) throw new Error(`${response.status}: ${url}`);
    return response;
  }

  // What was asked for once is kept; what failed is asked for again.
  #once(name, make) {
    let own = this.#files.get(name);
    if (!own) {
      own = make();
      this.#files.set(name, own);
      own.catch(() => this.#files.delete(name));
    }
    return own;
  }

  contents() {
    this.#contents ??= this.#get(this.address).then((response) => response.json());
    this.#contents.catch(() => { this.#contents = undefined; });
    return this.#contents;
  }

  // A host may have taken the compression off already.
  async #bytes(name) {
    const bytes = new Uint8Array(await (await this.#get(`${this.#folder}${name}.bin`)).arrayBuffer());
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  }

  async #json(name) {
    return JSON.parse(new TextDecoder().decode(await this.#bytes(name)));
  }

  // Forms of a key with their lists; none where no entry has it.
  async forms(key) {
    const { postings } = await this.contents();
    let [low, high] = [0, postings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (postings[middle][0] <= key) low = middle + 1;
      else high = middle;
    }
    if (!low) return [];
    const [, name] = postings[low - 1];
    const keys = await this.#once(name, async () => read(await this.#bytes(name)));
    return keys.get(key) ?? [];
  }

  // What results are counted by: labels, each with its word in addresses, and the values of each entry.
  async column(name) {
    const { columns } = await this.contents();
    const file = columns.find(([own]) => own === name)[1];
    const [labels, values] = await this.#once(file, () => this.#json(file));
    return { labels, values };
  }

  async card(entry) {
    const { cards, share } = await this.contents();
    const name = cards[Math.floor(entry / share)];
    const all = await this.#once(name, () => this.#json(name));
    return all[entry % share];
  }

  // All words without digits, with the number of their entries.
  vocabulary() {
    return this.#once('words', async () => {
      const { words: name } = await this.contents();
      const lines = new TextDecoder().decode(await this.#bytes(name)).split('\n');
      lines.pop();
      return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), Number(line.slice(line.indexOf(' ') + 1))]));
    });
  }
}

// The keys of a file of postings.
function read(bytes) {
  const keys = new Map();
  const decoder = new TextDecoder();
  let at = 0;
  const number = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  };
  let before = new Uint8Array();
  while (at < bytes.length) {
    const shared = number();
    const length = number();
    const key = new Uint8Array(shared + length);
    key.set(before.subarray(0, shared));
    key.set(bytes.subarray(at, at + length), shared);
    at += length;
    before = key;
    const forms = [];
    for (let count = number(); count > 0; count--) {
      const letters = number();
      const exact = decoder.decode(bytes.subarray(at, at + letters));
      at += letters;
      const entries = number();
      const size = number();
      forms.push({ exact, count: entries, list: bytes.subarray(at, at + size) });
      at += size;
    }
    keys.set(decoder.decode(key), forms);
  }
  return keys;
}

// Tells every entry of a list with its class.
function each(list, tell) {
  let at = 0;
  const number = () => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = list[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
      shift += 7;
    }
  };
  while (at < list.length) {
    const head = number();
    const kind = (head >> 1) & 7;
    if (head & 1) {
      const end = number() + at;
      for (let entry = 0; at < end; entry += 8) {
        const byte = list[at++];
        for (let bit = 0; byte >> bit; bit++) if ((byte >> bit) & 1) tell(entry + bit, kind);
      }
    } else {
      let entry = -1;
      for (let count = head >> 4; count > 0; count--) {
        entry += number() + 1;
        tell(entry, kind);
      }
    }
  }
}

// --- searching

const rarity = (count, all) => Math.log(1 + (all - count + 0.5) / (count + 0.5));

// For one word: how well each entry fits it, 0 where it does not.
function scores(all, forms, exact, marked, weight, into) {
  const own = new Float32Array(all);
  const total = forms.reduce((sum, { count }) => Math.max(sum, count), 0);
  const rare = rarity(Math.min(total, all), all) + 0.3;
  for (const form of forms) {
    const factor = weight * rare * (!marked || form.exact === exact ? 1 : OTHER_MARKS);
    each(form.list, (entry, kind) => {
      const score = WORTH[kind] * factor;
      if (score > own[entry]) own[entry] = score;
    });
  }
  if (into) for (let entry = 0; entry < all; entry++) into[entry] = Math.max(into[entry], own[entry]);
  return into ?? own;
}

// The entries that fit a query, best first, as numbers; with what else may have been meant.
export async function search(index, text) {
  const query = parse(text);
  const list = query.words;
  if (!list.length) return { query, found: [], asked: list };
  const { count: all } = await index.contents();
  const pairs = list.slice(1).map((next, at) => `${list[at].folded} ${next.folded}`);
  const numbers = list.flatMap((_, at) => numberKeys(list, at));
  const [ownForms, pairForms, numberForms] = await Promise.all([
    Promise.all(list.map(({ folded }) => index.forms(folded))),
    Promise.all(pairs.map((key) => index.forms(key))),
    Promise.all(numbers.map(({ key }) => index.forms(key))),
  ]);

  // Numbers that are somebody's own go first, the longest before shorter ones.
  const bonus = new Map();
  numberForms.forEach((forms, at) => {
    for (const { list: entries } of forms) {
      each(entries, (entry) => bonus.set(entry, Math.max(bonus.get(entry) ?? 0, numbers[at].length)));
    }
  });
  const longest = Math.max(0, ...bonus.values());

  // A last word that nothing or little has may be half typed; a word that nothing has may be mistyped.
  const last = list.length - 1;
  let instead;
  const longer = [];
  const missing = list.map((_, at) => !ownForms[at].length);
  if (query.open && !longest && !/\d/.test(list[last].folded) && list[last].folded.length > 1 && (missing[last] || (pairForms.length && !pairForms.at(-1).length))) {
    const start = list[last].folded;
    const vocabulary = await index.vocabulary();
    const fits = [...vocabulary].filter(([folded]) => folded.startsWith(start) && folded !== start);
    fits.sort(([, one], [, other]) => other - one);
    longer.push(...fits.slice(0, LONGER_MOST).map(([folded]) => folded));
  }
  if (missing.some((is, at) => is && !(at === last && longer.length)) && !longest) {
    const vocabulary = await index.vocabulary();
    const near = list.map(({ folded, exact }, at) => (missing[at] && !(at === last && longer.length) ? nearest(folded, vocabulary) : exact.normalize('NFC')));
    if (near.every(Boolean)) instead = near.join(' ');
  }

  const parts = list.map(({ exact }, at) => scores(all, ownForms[at], exact, query.marked[at], 1));
  if (longer.length) {
    const before = list[last - 1]?.folded;
    const more = await Promise.all(longer.map(async (folded) => [
      await index.forms(folded), before ? await index.forms(`${before} ${folded}`) : [],
    ]));
    for (const [forms, beside] of more) {
      scores(all, forms, list[last].exact, false, LONGER, parts[last]);
      if (beside.length) pairForms.at(-1)?.push(...beside);
    }
  }
  const beside = pairForms.map((forms) => scores(all, forms, '', false, NEIGHBOURS));

  // Words of a phrase must be neighbours.
  const needed = [];
  let at = 0;
  for (const { phrase, words: own } of query.units) {
    if (phrase) for (let next = at; next < at + own.length - 1; next++) needed.push(beside[next]);
    at += own.length;
  }

  const fit = (least) => {
    const found = [];
    for (let entry = 0; entry < all; entry++) {
      let score = 0;
      let has = 0;
      for (const part of parts) if (part[entry]) { score += part[entry]; has++; }
      const own = bonus.get(entry);
      if (!own && (has < least || needed.some((part) => !part[entry]))) continue;
      for (const part of beside) score += part[entry];
      // Of equals the earlier entry, which is the newer one, stands first.
      found.push({ entry, score: score + (own === longest && own ? 10_000 : (own ?? 0) * 5) - (entry / all) * 0.3 });
    }
    return found;
  };
  let found = fit(list.length);
  if (!found.length && list.length > 2 && !needed.length) found = fit(list.length - Math.max(1, Math.floor(list.length / 3)));
  found.sort((one, other) => other.score - one.score || one.entry - other.entry);
  return { query, found, asked: list, longer, instead };
}

// The word nearest to one that nothing has; of equally near ones the most frequent.
export function nearest(folded, vocabulary) {
  const most = folded.length > 5 ? 2 : 1;
  let best;
  for (const [other, count] of vocabulary) {
    if (count < 2 && vocabulary.size > 2000) continue;
    if (Math.abs(other.length - folded.length) > most) continue;
    const steps = distance(folded, other, most);
    if (steps > most) continue;
    const first = other[0] === folded[0] ? 0 : 0.5;
    if (!best || steps + first < best.steps || (steps + first === best.steps && count > best.count)) {
      best = { other, steps: steps + first, count };
    }
  }
  return best?.other;
}

// Letters to change, add, leave out or swap, up to `most`.
function distance(one, other, most) {
  let [earlier, before] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      let least = Math.min(before[at] + 1, now[at - 1] + 1, before[at - 1] + (same ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
        least = Math.min(least, earlier[at - 2] + 1);
      }
      now.push(least);
    }
    if (Math.min(...now) > most) return most + 1;
    [earlier, before] = [before, now];
  }
  return before[other.length];
}

// --- excerpts

const BEFORE = 60;
const AROUND = 220;
// What is shorter says nothing of itself: the words NGHỊ QUYẾT at the head of a text.
const SHORT = 24;

// The part of some blocks that fits best: `blocks` are texts in order, each with the anchor it stands under. Answers the
// anchor and pieces of text, of which every second is to be marked.
export function excerpt(blocks, { words: asked, marked }, longer = []) {
  const tellers = asked.map(({ folded, exact }, at) => (found) =>
    (marked[at] && found.exact === exact ? 2 : found.folded === folded ? 1 : at === asked.length - 1 && longer.includes(found.folded) ? 0.8 : 0));
  let best;
  for (const block of blocks) {
    const hits = [];
    const seen = new Map();
    let together = 0;
    for (const match of block.text.matchAll(RUN)) {
      const found = word(match[0]);
      if (!found) continue;
      tellers.forEach((tell, at) => {
        const value = tell(found);
        if (!value) return;
        const before = hits.at(-1);
        if (before && before.at === at - 1 && match.index - before.end < 3) together += 2;
        if (before?.start !== match.index) hits.push({ start: match.index, end: match.index + match[0].length, at });
        else before.at = at;
        seen.set(at, Math.max(seen.get(at) ?? 0, value));
      });
    }
    if (!hits.length) continue;
    const score = [...seen.values()].reduce((sum, value) => sum + 2 + value, 0) + Math.min(together, 2 * asked.length) + (block.heading && block.text.length > SHORT ? 1.5 : 0);
    if (!best || score > best.score) best = { block, hits, score };
  }
  if (!best) return undefined;
  const { block: { text, anchor }, hits } = best;
  // The window with most of what was asked.
  let first = hits[0];
  let most = 0;
  for (const hit of hits) {
    const own = new Set(hits.filter(({ start }) => start >= hit.start && start < hit.start + AROUND - BEFORE).map(({ at }) => at)).size;
    if (own > most) [first, most] = [hit, own];
  }
  let from = Math.max(0, first.start - BEFORE);
  if (from) from = text.indexOf(' ', from) + 1 || from;
  let to = Math.min(text.length, from + AROUND);
  if (to < text.length) to = Math.max(text.lastIndexOf(' ', to), first.end);
  const pieces = [from ? '…' : ''];
  let at = from;
  for (const { start, end } of hits) {
    if (start < at || end > to) continue;
    pieces[pieces.length - 1] += text.slice(at, start);
    pieces.push(text.slice(start, end), '');
    at = end;
  }
  pieces[pieces.length - 1] += text.slice(at, to) + (to < text.length ? '…' : '');
  return { anchor, pieces };
}
