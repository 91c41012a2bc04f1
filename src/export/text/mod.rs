//! Texts without their pages: plain (text/plain) and with marks of structure (`CommonMark` with tables of GFM). Both are
//! written from the body as it was read, so they have every word of it and no word of the page around it.

mod inline;
mod table;
mod writer;

use writer::{Form, Writer};

use crate::document::KindFields;
use crate::link::DocumentIndex;
use crate::markdown::unescaped;
use crate::text::{one_line, or_replacement};
use crate::view::Scene;

/// A text as words alone, under what is known of it.
pub(super) fn plain(scene: Scene<'_>, index: DocumentIndex) -> Vec<u8> {
    let mut text = String::new();
    text.push_str(&one_line(&scene.title(index)));
    text.push_str("\n\n");
    for (label, value) in facts(scene, index) {
        text.push_str(&format!("{label}: {value}\n"));
    }
    finished(scene, index, &text, Form::Plain, 0)
}

/// A text as Markdown, under what is known of it.
pub(super) fn markdown(scene: Scene<'_>, index: DocumentIndex) -> Vec<u8> {
    let mut text = String::from("# ");
    text.push_str(&escaped(&one_line(&scene.title(index))));
    text.push_str("\n\n");
    for (label, value) in facts(scene, index) {
        text.push_str(&format!("- {}: {}\n", escaped(label), escaped(&value)));
    }
    // The headings of a page begin a level lower below those of its own parts.
    let raised = u8::from(!matches!(scene.site.document(index).document.fields, KindFields::News(_)));
    finished(scene, index, &text, Form::Markdown, raised)
}

fn escaped(words: &str) -> String {
    let mut inline = inline::Inline::new(Form::Markdown);
    inline.words(words);
    inline.take()
}

/// The head of a text and its body. Bodies are free of what may not stand in a file when they are read; what front
/// matter says is not.
fn finished(scene: Scene<'_>, index: DocumentIndex, head: &str, form: Form, raised: u8) -> Vec<u8> {
    let body = &scene.site.document(index).document.body;
    let mut text = String::with_capacity(head.len() + body.tree.size_as_html());
    text.extend(head.chars().map(or_replacement));
    Writer::new(form, raised, &mut text).write(body.pieces(), &|link| whole_address(scene, index, link));
    text.into_bytes()
}

/// The whole address of a relative link or picture, for a text that is read apart from its page.
fn whole_address(scene: Scene<'_>, index: DocumentIndex, link: usize) -> Option<String> {
    let address = scene.link_address(index, link)?;
    let base = &scene.config.base_url;
    let start = if address.starts_with('#') {
        base.whole(scene.plan.addresses.document(index))
    } else {
        base.origin().to_owned()
    };
    Some(format!("{start}{}", unescaped(&address)))
}

/// What is known of a text, with its words: labels and values, each on one line.
fn facts(scene: Scene<'_>, index: DocumentIndex) -> Vec<(&str, String)> {
    let (site, words) = (scene.site, scene.words);
    let linked = site.document(index);
    let day = |label: &'static str, day: Option<crate::text::Date>| day.map(|day| (label, day.to_string()));
    let resolution = linked.document.fields.resolution();
    let effective = resolution.and_then(|fields| fields.effective.as_ref()).map(|day| day.value);
    let issued = resolution.and_then(|fields| fields.issued.as_ref()).map(|day| day.value);
    let issued = issued.filter(|day| Some(*day) != linked.date);
    let known = [
        scene.number(index).map(|number| ("doc_number", number.to_owned())),
        linked.issuer.map(|body| ("issuing_body", site.body(body).name.clone())),
        day(if resolution.is_some() { "date_passed" } else { "date" }, linked.date),
        day("date_issued", issued),
        day("date_effective", effective),
        linked.signer.map(|signer| ("signer", site.official(signer).name.clone())),
        linked.session.map(|session| ("session", scene.session_title(session))),
        day("date_updated", linked.document.common.updated.as_ref().map(|day| day.value)),
        Some(("permanent_address", scene.config.base_url.whole(scene.plan.addresses.document(index)))),
    ];
    known.into_iter().flatten().map(|(key, value)| (words.word(key), one_line(&value))).collect()
}

#[cfg(test)]
mod tests;
