//! The instructions (chỉ dẫn) of a text: what each of its sentences does to one other document.

use std::borrow::Cow;

use serde::Serialize;

use super::{Document, document};
use crate::legal::instruction::{Doubt, Extent};
use crate::link::{DocumentIndex, NamedProvision, Relation, Site, certainty_name, doubt_of};
use crate::markdown;
use crate::text::{Date, Span};
use crate::view::{Scene, day_of};

/// What one sentence does to one document. Every key is always there; what is not known is `null`.
#[derive(Serialize)]
pub(super) struct Instruction<'a> {
    /// `replace`, `insert`, `delete-words`, `repeals`; for what is stated without a sentence the name of the relation.
    action: Cow<'static, str>,
    target: Document<'a>,
    /// `document` for its own provisions, `attachment` for those of a text attached to it.
    part: &'static str,
    provisions: Vec<Provision<'a>>,
    extent: &'static str,
    wording: Option<Range>,
    words: Option<Words<'a>>,
    from: Option<Date>,
    until: Option<Date>,
    /// Where it holds; `null` for the whole of the other document's unit.
    territory: Option<Vec<String>>,
    sentence: Option<&'a str>,
    place: Option<&'a str>,
    certainty: &'static str,
    doubt: Option<&'static str>,
    is_summary: bool,
    counts: bool,
}

/// A provision of the target.
#[derive(Serialize)]
struct Provision<'a> {
    words: &'a str,
    anchor: Option<String>,
    is_part: bool,
}

/// Words for words.
#[derive(Serialize)]
struct Words<'a> {
    from: &'a [String],
    to: Option<&'a str>,
}

/// Bytes of the file that the text is written in.
#[derive(Serialize)]
struct Range {
    start: u32,
    end: u32,
}

/// The instructions of a text in its order; what front matter states and no sentence says comes first.
pub(super) fn of(scene: Scene<'_>, index: DocumentIndex) -> Vec<Instruction<'_>> {
    let linked = scene.site.document(index);
    let mut found: Vec<(Option<Span>, Instruction<'_>)> = Vec::new();
    for relation in linked.relations.iter().chain(&linked.doubts) {
        let relation = scene.site.relation(*relation);
        let mut is_said = false;
        for (at, act) in acts(scene.site, index, relation) {
            is_said = true;
            found.push((Some(act.span), said(scene, relation, at, act)));
        }
        if !is_said && relation.changes() {
            found.push((None, stated(scene, relation)));
        }
    }
    found.sort_by_key(|(span, _)| span.map(|span| (span.start, span.end)));
    found.into_iter().map(|(_, instruction)| instruction).collect()
}

/// The instructions of a document's own text that a relation rests on, by the place of their passages.
fn acts<'a>(
    site: &'a Site,
    index: DocumentIndex,
    relation: &'a Relation,
) -> impl Iterator<Item = (usize, &'a markdown::Instruction)> {
    let passages = relation.passages.iter().enumerate();
    let own = passages.filter(move |(_, passage)| passage.document == index);
    own.filter_map(|(at, passage)| Some((at, site.instruction(*passage)?)))
}

fn said<'a>(
    scene: Scene<'a>,
    relation: &'a Relation,
    passage: usize,
    act: &'a markdown::Instruction,
) -> Instruction<'a> {
    let anchor = |words: &str| {
        let mut named = relation.provisions.iter().filter(|named| named.passage == Some(passage));
        named.find(|named| named.words == words).and_then(NamedProvision::anchor)
    };
    let provisions = act.provisions.iter().map(|provision| Provision {
        words: &provision.words,
        anchor: anchor(&provision.words).or_else(|| {
            provision.path.as_ref().map(|path| path.anchor().to_owned()).filter(|_| !act.in_attachment)
        }),
        is_part: provision.is_part,
    });
    Instruction {
        action: act.action.name().replace('_', "-").into(),
        part: if act.in_attachment { "attachment" } else { "document" },
        provisions: provisions.collect(),
        extent: extent(act.extent),
        wording: act.wording.map(|span| Range { start: span.start, end: span.end }),
        words: act.words.as_ref().map(|words| Words { from: &words.from, to: words.to.as_deref() }),
        sentence: Some(&act.sentence),
        place: act.place.as_deref(),
        is_summary: act.is_summary,
        ..stated(scene, relation)
    }
}

fn stated<'a>(scene: Scene<'a>, relation: &'a Relation) -> Instruction<'a> {
    let provisions = relation.provisions.iter().map(|named| Provision {
        words: &named.words,
        anchor: named.anchor(),
        is_part: named.is_part,
    });
    Instruction {
        action: relation.kind.name().replace('_', "-").into(),
        target: document(scene, relation.to),
        part: "document",
        provisions: provisions.collect(),
        extent: extent(relation.extent),
        wording: None,
        words: None,
        from: day_of(relation),
        until: relation.until,
        territory: None,
        sentence: None,
        place: None,
        certainty: certainty_name(relation.certainty),
        doubt: doubt_of(relation.certainty).map(Doubt::name),
        is_summary: false,
        counts: relation.outcome.counts(),
    }
}

fn extent(extent: Extent) -> &'static str {
    match extent {
        Extent::Whole => "whole",
        Extent::Partial => "partial",
    }
}
