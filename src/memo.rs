//! What has been read of the files of a portal, kept from one round to the next.
//!
//! A preview reads a portal again after each change. A file whose text is the same says the same, so its front matter is
//! taken over; and so is its body, where people are looked for, if the names to look for are the same.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::config::Config;
use crate::diag::{Checked, Diagnostics};
use crate::document::{self, Document, Front, KnownDocument};
use crate::inputs::Inputs;
use crate::legal::KnownNames;
use crate::path::{Route, SitePath};
use crate::text::{FileId, Source};
use crate::theme::Theme;

/// What earlier rounds have read. Whatever it holds, a round gives what a first one would give.
#[derive(Debug, Default)]
pub struct Memo {
    documents: Documents,
    theme: Option<(u64, Checked<Arc<Theme>>)>,
}

/// The documents as they were read last, and whom their bodies were searched for.
#[derive(Debug, Default)]
struct Documents {
    files: HashMap<SitePath, Remembered>,
    names: KnownNames,
}

impl Memo {
    /// Reads theme and documents, as far as they are not known.
    pub(crate) fn read(
        &mut self,
        inputs: &Inputs,
        config: &Config,
    ) -> (Checked<Arc<Theme>>, Checked<Parsed>) {
        let Self { documents, theme } = self;
        rayon::join(|| load(inputs, config, theme), || parse(inputs, documents))
    }
}

/// A file as it was read last.
#[derive(Debug)]
struct Remembered {
    /// Places in the file are told by its number, so it is part of what must be the same.
    id: FileId,
    text: u64,
    front: Arc<Checked<Option<Front>>>,
    document: Option<Arc<Document>>,
    diagnostics: Diagnostics,
}

/// What has been read of the documents.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) documents: Vec<Arc<Document>>,
    pub(crate) known: Vec<KnownDocument>,
}

/// Reads all documents, each alone: first what their front matter says, then their bodies, in which the people are
/// looked for whom any front matter names.
fn parse(inputs: &Inputs, memo: &mut Documents) -> Checked<Parsed> {
    let mut diagnostics = Diagnostics::new();
    let is_markdown = |source: &&Source| {
        source.path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
    };
    let mut known = Vec::new();
    let sources = &inputs.sources;
    for source in sources.iter().filter(|source| !is_markdown(source) && Some(source.id) != inputs.config) {
        known.extend(document::read_known(source).unpack(&mut diagnostics));
    }
    let before = &memo.files;
    let fronts: Vec<FrontRead<'_>> = sources
        .par_iter()
        .filter(is_markdown)
        .map(|source| FrontRead::new(source, before.get(&source.path)))
        .collect();
    let people = fronts.iter().filter_map(|read| read.front.value.as_ref()).flat_map(Front::people);
    let names = KnownNames::new(people);
    let has_same_names = names == memo.names;
    let files: Vec<(SitePath, Remembered)> = fronts
        .into_par_iter()
        .map(|read| {
            let before = read.before.filter(|_| has_same_names);
            (read.source.path.clone(), read.finish(before, &names))
        })
        .collect();
    let mut documents = Vec::with_capacity(files.len());
    for (_, file) in &files {
        diagnostics.append(file.diagnostics.clone());
        documents.extend(file.document.clone());
    }
    memo.files = files.into_iter().collect();
    memo.names = names;
    Checked { value: Parsed { documents, known }, diagnostics }
}

/// Loads the theme, or takes over that of the round before.
fn load(
    inputs: &Inputs,
    config: &Config,
    memo: &mut Option<(u64, Checked<Arc<Theme>>)>,
) -> Checked<Arc<Theme>> {
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
    match memo {
        Some((of, theme)) if *of == key => theme.clone(),
        _ => {
            let Checked { value, diagnostics } = Theme::load(&inputs.theme, config);
            let theme = Checked { value: Arc::new(value), diagnostics };
            *memo = Some((key, theme.clone()));
            theme
        }
    }
}

/// A file with its front matter.
struct FrontRead<'a> {
    source: &'a Source,
    text: u64,
    front: Arc<Checked<Option<Front>>>,
    before: Option<&'a Remembered>,
}

impl<'a> FrontRead<'a> {
    fn new(source: &'a Source, before: Option<&'a Remembered>) -> Self {
        let text = xxh3_64(source.text.as_bytes());
        let before = before.filter(|before| before.id == source.id && before.text == text);
        let front =
            before.map_or_else(|| Arc::new(document::read(source)), |before| Arc::clone(&before.front));
        Self { source, text, front, before }
    }

    /// Reads the body, or takes over that of the round before.
    fn finish(self, before: Option<&Remembered>, names: &KnownNames) -> Remembered {
        let Self { source, text, front, .. } = self;
        if let Some(before) = before {
            let (document, diagnostics) = (before.document.clone(), before.diagnostics.clone());
            return Remembered { id: source.id, text, front, document, diagnostics };
        }
        let mut diagnostics = front.diagnostics.clone();
        let document = front.value.clone().map(|front| front.with_body(source, names));
        let document = document.map(|document| Arc::new(document.unpack(&mut diagnostics)));
        Remembered { id: source.id, text, front, document, diagnostics }
    }
}
