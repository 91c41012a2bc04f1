//! What has been read of the files of a portal, kept from one round to the next.
//!
//! A preview reads a portal again after each change. A file whose text is the same says the same, so its front matter is
//! taken over; and so is its body, where people are looked for, if the names to look for are the same.

mod kept;

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::check;
use crate::config::Config;
use crate::diag::{Checked, Diagnostics};
use crate::document::{self, Document, Front, KnownDocument};
use crate::front;
use crate::inputs::Inputs;
use crate::legal::KnownNames;
use crate::manifest::Digest;
use crate::path::{Route, SitePath};
use crate::text::{FileId, Source, Span};
use crate::theme::Theme;

pub use kept::KeptMemo;

/// What earlier rounds have read. Whatever it holds, a round gives what a first one would give.
#[derive(Debug, Default)]
pub struct Memo {
    documents: Documents,
    /// What the theme was loaded from, and the theme; a build keeps none for the next.
    theme: Option<(u64, Option<Checked<Arc<Theme>>>)>,
}

/// The documents as they were read last, and whom their bodies were searched for.
#[derive(Debug, Default)]
struct Documents {
    files: HashMap<SitePath, Remembered>,
    names: KnownNames,
    /// Of all else: settings, what is known of other documents, pictures and scans, files that cannot be read.
    others: u64,
    /// Of the addresses that were published; `None` where whatever they are makes no difference.
    lock: Option<u64>,
}

impl Memo {
    /// Whether a document is known so well that its text need not be taken up; by the hash (XXH3, 64 bits) of its bytes.
    #[must_use]
    pub fn knows(&self, path: &SitePath, text: u64) -> bool {
        let file = self.documents.files.get(path);
        file.is_some_and(|file| file.text == text && file.origin == Origin::Kept && file.sum.is_some())
    }

    /// The sum of the text of a document, as far as it was kept.
    pub(crate) fn sum(&self, path: &SitePath) -> Option<Digest> {
        self.documents.files.get(path).and_then(|file| file.sum)
    }

    /// Reads theme and documents, as far as they are not known.
    pub(crate) fn read(
        &mut self,
        inputs: &Inputs,
        config: &Config,
    ) -> (Checked<Arc<Theme>>, Checked<Parsed>) {
        let Self { documents, theme } = self;
        let (loaded, mut parsed) = rayon::join(|| load(inputs, config, theme), || parse(inputs, documents));
        let (theme, is_same_theme) = loaded;
        if !is_same_theme {
            parsed.value.changed = Changed::Anything;
        }
        (theme, parsed)
    }
}

/// A file as it was read last.
#[derive(Debug, Clone)]
struct Remembered {
    /// Places in the file are told by its number, so it is part of what must be the same.
    id: FileId,
    text: u64,
    /// Of the text up to the body.
    front_text: u64,
    /// Of the text up to the body, without title and summary where no other field depends on them.
    frame_text: u64,
    /// The people whom its front matter names.
    people: Vec<String>,
    document: Option<Arc<Document>>,
    diagnostics: Diagnostics,
    /// Where it is from.
    origin: Origin,
    /// The sum of its text, where a build before kept it.
    sum: Option<Digest>,
}

/// Where it is from what is remembered of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// It was read.
    Read,
    /// A build before kept it.
    Kept,
    /// A build before kept only that it had problems: it is read again, so that they are told again.
    HadProblems,
}

/// What has been read of the documents.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) documents: Vec<Arc<Document>>,
    pub(crate) known: Vec<KnownDocument>,
    pub(crate) changed: Changed,
    /// Whether texts must be taken up that were thought to be known: then nothing has been read.
    pub(crate) lacks_texts: bool,
}

/// What is not as it was in the round before.
#[derive(Debug, Default)]
pub(crate) enum Changed {
    /// Whatever it may be.
    #[default]
    Anything,
    /// Nothing but the words of these documents, their titles and summaries, and the words mean the same to all other
    /// pages.
    Words(Vec<Reworded>),
}

/// A document whose words are others.
#[derive(Debug, Clone)]
pub struct Reworded {
    /// The document as it is now.
    pub document: Arc<Document>,
    /// Whether its title or summary is another.
    pub is_renamed: bool,
    /// Its mentions around which other words stand, by place.
    pub mentions: Vec<usize>,
}

impl Reworded {
    fn new(earlier: &Document, document: &Arc<Document>) -> Self {
        let shown = |document: &Document| {
            let common = &document.common;
            [&common.title, &common.summary].map(|text| text.as_ref().map(|text| text.value.clone()))
        };
        let (before, now) = (&earlier.body, &document.body);
        let pairs = before.mentions.iter().zip(&now.mentions).enumerate();
        let others = pairs.filter(|(_, (one, other))| before.words_around(one) != now.words_around(other));
        Self {
            document: Arc::clone(document),
            is_renamed: shown(earlier) != shown(document),
            mentions: others.map(|(mention, _)| mention).collect(),
        }
    }
}

/// Reads all documents, each alone: first what their front matter says, then their bodies, in which the people are
/// looked for whom any front matter names.
fn parse(inputs: &Inputs, memo: &mut Documents) -> Checked<Parsed> {
    let mut diagnostics = Diagnostics::new();
    let is_markdown = |source: &&Source| {
        source.path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
    };
    let mut known = Vec::new();
    let mut others = Xxh3::new();
    let mut lock = 0;
    let sources = &inputs.sources;
    for source in sources.iter().filter(|source| !is_markdown(source)) {
        if Some(source.id) == inputs.lock {
            lock = xxh3_64(source.text.as_bytes());
            continue;
        }
        for part in [source.path.as_str(), &source.text] {
            others.update(&part.len().to_le_bytes());
            others.update(part.as_bytes());
        }
        diagnostics.append(check::check_text(source));
        if Some(source.id) != inputs.config {
            known.extend(document::read_known(source).unpack(&mut diagnostics));
        }
    }
    inputs.assets.hash(&mut others);
    inputs.diagnostics.iter().for_each(|problem| problem.hash(&mut others));
    let others = others.digest();
    let before = &memo.files;
    let is_where_it_was = |source: &Source| before.get(&source.path).is_some_and(|file| file.id == source.id);
    let mut of_known = inputs.known.iter().filter_map(|id| inputs.source(*id));
    if !of_known.all(is_where_it_was) {
        return Checked::clean(Parsed { lacks_texts: true, ..Parsed::default() });
    }
    let fronts: Vec<FrontRead<'_>> = sources
        .par_iter()
        .filter(is_markdown)
        .map(|source| {
            let is_known = inputs.known.contains(&source.id);
            FrontRead::new(source, before.get(&source.path), is_known)
        })
        .collect();
    let has_same_fronts = fronts.len() == before.len() && fronts.iter().all(FrontRead::has_same_frame);
    let has_same_people = fronts.len() == before.len() && fronts.iter().all(FrontRead::names_the_same);
    let new_names = (!has_same_people)
        .then(|| KnownNames::new(fronts.iter().flat_map(|read| read.people.iter()).map(String::as_str)));
    let new_names = new_names.filter(|names| *names != memo.names);
    if new_names.is_some() && !inputs.known.is_empty() {
        return Checked::clean(Parsed { lacks_texts: true, ..Parsed::default() });
    }
    let names = new_names.as_ref().unwrap_or(&memo.names);
    let has_same_names = new_names.is_none();
    let files: Vec<(SitePath, Remembered)> = fronts
        .into_par_iter()
        .map(|read| (read.source.path.clone(), read.finish(has_same_names, names)))
        .collect();
    let mut documents = Vec::with_capacity(files.len());
    for (_, file) in &files {
        diagnostics.append(file.diagnostics.clone());
        documents.extend(file.document.clone());
    }
    let has_same_lock = memo.lock.is_none_or(|before| before == lock);
    let changed = if has_same_fronts && has_same_names && has_same_lock && others == memo.others {
        changed(before, &files)
    } else {
        Changed::Anything
    };
    memo.files = files.into_iter().collect();
    (memo.others, memo.lock) = (others, Some(lock));
    if let Some(names) = new_names {
        memo.names = names;
    }
    Checked { value: Parsed { documents, known, changed, lacks_texts: false }, diagnostics }
}

/// What has changed in files whose front matter is as it was, but for titles and summaries.
fn changed(before: &HashMap<SitePath, Remembered>, files: &[(SitePath, Remembered)]) -> Changed {
    let mut words = Vec::new();
    for (path, file) in files {
        let Some(earlier) = before.get(path) else { return Changed::Anything };
        if earlier.text == file.text {
            continue;
        }
        match (&earlier.document, &file.document) {
            (None, None) if earlier.origin == Origin::Read => {}
            (Some(earlier), Some(document)) if document.body.means_the_same_as(&earlier.body) => {
                words.push(Reworded::new(earlier, document));
            }
            _ => return Changed::Anything,
        }
    }
    Changed::Words(words)
}

/// Loads the theme, or takes over that of the round before; whether it did so.
fn load(
    inputs: &Inputs,
    config: &Config,
    memo: &mut Option<(u64, Option<Checked<Arc<Theme>>>)>,
) -> (Checked<Arc<Theme>>, bool) {
    let mut key = Xxh3::new();
    let settings = inputs.config.and_then(|id| inputs.source(id)).map_or("", |source| source.text.as_str());
    for part in [settings.as_bytes(), config.base_url.link(&Route::home()).as_bytes()] {
        key.update(&part.len().to_le_bytes());
        key.update(part);
    }
    for file in &inputs.theme {
        for part in [file.path.as_str().as_bytes(), &file.bytes] {
            key.update(&part.len().to_le_bytes());
            key.update(part);
        }
    }
    let key = key.digest();
    let is_same = memo.as_ref().is_some_and(|(of, _)| *of == key);
    let known = memo.take().filter(|_| is_same).and_then(|(_, theme)| theme);
    let theme = known.unwrap_or_else(|| {
        let Checked { value, diagnostics } = Theme::load(&inputs.theme, config);
        Checked { value: Arc::new(value), diagnostics }
    });
    *memo = Some((key, Some(theme.clone())));
    (theme, is_same)
}

/// A file with its front matter.
struct FrontRead<'a> {
    source: &'a Source,
    text: u64,
    front_text: u64,
    frame_text: u64,
    people: Vec<String>,
    /// What its front matter says, where that was read. It is not remembered: a document holds all of it, and to read it
    /// again is little beside reading a body.
    front: Option<Checked<Option<Front>>>,
    /// The file as it was read last, where its front matter was the same.
    before: Option<&'a Remembered>,
    /// The file as it was read last, whatever it said.
    earlier: Option<&'a Remembered>,
}

impl<'a> FrontRead<'a> {
    fn new(source: &'a Source, before: Option<&'a Remembered>, is_known: bool) -> Self {
        let known = before.filter(|_| is_known).map(|before| before.text);
        let text = known.unwrap_or_else(|| xxh3_64(source.text.as_bytes()));
        let earlier = before;
        let before = before.filter(|before| before.id == source.id);
        let taken_over = |front_text, before: &'a Remembered| Self {
            source,
            text,
            front_text,
            frame_text: before.frame_text,
            people: before.people.clone(),
            front: None,
            before: Some(before),
            earlier,
        };
        if let Some(before) = before.filter(|before| before.text == text) {
            return taken_over(before.front_text, before);
        }
        let body = front::split(source).map_or(source.text.len(), |parts| parts.body);
        let front_bytes = &source.text.as_bytes()[..body];
        let front_text = xxh3_64(front_bytes);
        if let Some(before) = before.filter(|before| before.front_text == front_text) {
            return taken_over(front_text, before);
        }
        let front = document::read(source);
        let frame_text = frame_text(front_bytes, front.value.as_ref());
        let people = front.value.iter().flat_map(Front::people).map(str::to_owned).collect();
        Self { source, text, front_text, frame_text, people, front: Some(front), before: None, earlier }
    }

    /// Whether its front matter says what it said before, but for title and summary.
    fn has_same_frame(&self) -> bool {
        self.is_taken_over()
            || self
                .earlier
                .is_some_and(|earlier| earlier.id == self.source.id && earlier.frame_text == self.frame_text)
    }

    fn is_taken_over(&self) -> bool {
        self.before.is_some()
    }

    /// Whether its front matter names the people that it named before.
    fn names_the_same(&self) -> bool {
        self.is_taken_over() || self.earlier.is_some_and(|earlier| earlier.people == self.people)
    }

    /// Reads the body, or takes over that of the round before.
    fn finish(self, has_same_names: bool, names: &KnownNames) -> Remembered {
        let Self { source, text, front_text, frame_text, people, front, before, .. } = self;
        let id = source.id;
        let is_known = |before: &&Remembered| {
            has_same_names && before.text == text && before.origin != Origin::HadProblems
        };
        if let Some(known) = before.filter(is_known) {
            return known.clone();
        }
        let mut diagnostics = Diagnostics::new();
        let front = front.unwrap_or_else(|| document::read(source)).unpack(&mut diagnostics);
        let document = front.map(|front| front.with_body(source, names));
        let document = document.map(|document| Arc::new(document.unpack(&mut diagnostics)));
        diagnostics.append(check::check_text(source));
        let had_problems =
            before.is_some_and(|before| before.text == text && before.origin == Origin::HadProblems);
        let origin = if had_problems { Origin::HadProblems } else { Origin::Read };
        let sum = None;
        Remembered { id, text, front_text, frame_text, people, document, diagnostics, origin, sum }
    }
}

/// A hash of front matter without title and summary: of a text they are shown, and mean nothing to other fields. Of
/// other kinds they are names.
fn frame_text(text: &[u8], front: Option<&Front>) -> u64 {
    let shown = front.filter(|front| front.kind().is_text());
    let shown = shown.into_iter().flat_map(|front| [&front.common.title, &front.common.summary]);
    let mut spans: Vec<Span> = shown.flatten().map(|text| text.span).collect();
    spans.sort_unstable_by_key(|span| span.start);
    let mut hash = Xxh3::new();
    let mut from = 0;
    for span in spans {
        let (start, end) = (span.start as usize, span.end as usize);
        hash.update(text.get(from..start).unwrap_or_default());
        // Where it stood is no part of it, that it was there is.
        hash.update(&[0]);
        from = end.max(from);
    }
    hash.update(text.get(from..).unwrap_or_default());
    hash.digest()
}
