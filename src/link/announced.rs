//! Titles that say that a document changes another one, of which nothing was read from its text: the older document says
//! that it is to be compared.

use super::settle::{Cited, Settled, Settler};
use super::{DocumentIndex, LinkedDocument, Linker, MentionTarget, Outcome, Passage, Relation, Site, Work};
use crate::document::KindFields;
use crate::legal::instruction::{Action, Certainty, Doubt};
use crate::legal::{Citation, citations};
use crate::markdown::Instruction;
use crate::text::Span;

/// Enters what titles announce and nothing below says, as unsure.
pub(super) fn link(linker: &mut Linker<'_>) {
    let site = &linker.site;
    let is_open = |linked: &LinkedDocument| {
        let changes = linked.relations.iter().any(|relation| site.relation(*relation).changes());
        matches!(&linked.document.fields, KindFields::Resolution(fields, _)
            if !changes && fields.does_not_affect.as_ref().is_none_or(Vec::is_empty))
    };
    let documents = site.documents.iter().enumerate().filter(|(_, linked)| is_open(linked));
    let announcing: Vec<(DocumentIndex, Span, Action)> = documents
        .filter_map(|(at, linked)| {
            let (span, verb) = announced(linked)?;
            Some((DocumentIndex(at), span, action(verb)))
        })
        .collect();
    if announcing.is_empty() {
        return;
    }
    let settler = Settler::new(site);
    let found: Vec<(DocumentIndex, Work, Instruction)> = announcing
        .into_iter()
        .flat_map(|(index, span, action)| {
            let title = titles(site.document(index));
            let works = works_in(&settler, site, index, &title);
            works.into_iter().map(move |work| (index, work, remark(action, &title, span)))
        })
        .collect();
    for (document, to, act) in found {
        add_remark(linker, document, to, act, Doubt::OnlyAnnounced);
    }
}

/// The documents that a title names, but for those that stand in the titles of others and those of which the text says
/// something that is unsure anyway.
fn works_in(settler: &Settler<'_>, site: &Site, index: DocumentIndex, title: &str) -> Vec<Work> {
    let found: Vec<Citation> = citations(title).into_iter().filter(|citation| !citation.in_title).collect();
    let cited = found.iter().map(|citation| Cited { citation, place: None });
    let settled = settler.settle(Some(index), cited).into_iter();
    let linked = site.document(index);
    let is_told = |work: Work| {
        let mut all = linked.doubts.iter().chain(&linked.relations).map(|relation| site.relation(*relation));
        all.any(|relation| relation.to == work)
    };
    let mut works: Vec<Work> = settled
        .filter_map(|settled| match settled {
            Settled::Target(MentionTarget::Work(work @ Work::Held(_), _)) => Some(work),
            _ => None,
        })
        .filter(|work| *work != Work::Held(index) && !is_told(*work))
        .collect();
    works.sort_unstable();
    works.dedup();
    works
}

/// The title, with the subject that the text states where the title says nothing of a document.
fn titles(linked: &LinkedDocument) -> String {
    let title = linked.document.title();
    if verb_on_document(title).is_some() {
        return title.to_owned();
    }
    let subject = linked.document.body.law.as_ref().and_then(|law| law.facts.subject.as_ref());
    subject.map_or_else(|| title.to_owned(), |subject| subject.value.clone())
}

fn action(verb: &str) -> Action {
    match verb {
        "sửa đổi" => Action::Other,
        "thay thế" => Action::Replaces,
        _ => Action::Repeals,
    }
}

fn remark(action: Action, sentence: &str, span: Span) -> Instruction {
    Instruction { is_summary: true, ..Instruction::remark(action, Doubt::OnlyAnnounced, sentence, span) }
}

/// Enters that a document may do something to another: words that are no instruction of its text say so.
fn add_remark(linker: &mut Linker<'_>, document: DocumentIndex, to: Work, act: Instruction, doubt: Doubt) {
    let linked = &mut linker.site.documents[document.0];
    let read = linked.document.body.law.as_ref().map_or(0, |law| law.instructions.len());
    let passage = Passage { document, instruction: read + linked.remarks.len() };
    let relation = Relation {
        kind: act.action.relation(),
        from: Work::Held(document),
        to,
        provisions: Vec::new(),
        extent: act.extent,
        ends_wording: false,
        certainty: Certainty::Unsure(doubt),
        since: None,
        until: None,
        is_open_ended: false,
        note: None,
        declared: None,
        passages: vec![passage],
        outcome: Outcome::Unsure,
    };
    linked.remarks.push(act);
    super::relations::enter(linker, relation);
}

/// Where the title, or the subject that the text states, says that another document is changed, and with which verb.
#[must_use]
pub fn announced(linked: &LinkedDocument) -> Option<(Span, &'static str)> {
    let title = linked.document.common.title.as_ref()?;
    let subject = linked.document.body.law.as_ref().and_then(|law| law.facts.subject.as_ref());
    let verb = verb_on_document(&title.value).or_else(|| verb_on_document(&subject?.value))?;
    Some((title.span, verb))
}

/// Verbs that change a document.
const VERBS: [&[&str]; 5] =
    [&["sửa", "đổi"], &["thay", "thế"], &["bãi", "bỏ"], &["hủy", "bỏ"], &["huỷ", "bỏ"]];
const VERB_WORDS: [&str; 5] = ["sửa đổi", "thay thế", "bãi bỏ", "hủy bỏ", "huỷ bỏ"];

/// What a changed document, or a text attached to one, is called.
const DOCUMENTS: [&[&str]; 6] = [
    &["nghị", "quyết"],
    &["quyết", "định"],
    &["quy", "định"],
    &["quy", "chế"],
    &["văn", "bản"],
    &["chỉ", "thị"],
];

/// Words that may stand between the two.
const BETWEEN: &[&str] = &[
    "bổ", "sung", "sửa", "đổi", "thay", "thế", "bãi", "bỏ", "hủy", "huỷ", "và", "hoặc", "một", "số", "các",
    "toàn", "bộ", "phần", "nội", "dung", "điều", "khoản", "điểm", "tiết", "mục", "chương", "phụ", "lục",
    "biểu", "mẫu", "cụm", "từ", "tên", "tại", "của", "ở", "trong", "kèm", "theo", "ban", "hành", "những",
];

/// The verb of a title that stands before the document that it changes: `Bãi bỏ một số nghị quyết của ...`.
fn verb_on_document(title: &str) -> Option<&'static str> {
    let title = title.to_lowercase();
    let letters = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '\u{300}'..='\u{36f}');
    let words: Vec<&str> = title.split(letters).filter(|word| !word.is_empty()).collect();
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..)?;
        let (verb, shown) = VERBS.iter().zip(VERB_WORDS).find(|(verb, _)| rest.starts_with(verb))?;
        let mut rest = rest.get(verb.len()..)?;
        loop {
            if DOCUMENTS.iter().any(|document| rest.starts_with(document)) {
                return Some(shown);
            }
            let word = rest.first()?;
            // Numbers and letters of provisions: `khoản 2`, `Điều 5a`, `Phụ lục II`.
            let is_label =
                word.chars().count() <= 3 && word.chars().all(|letter| letter.is_ascii_alphanumeric());
            if !BETWEEN.contains(word) && !is_label {
                return None;
            }
            rest = rest.get(1..)?;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_announces_what_it_does_to_documents() {
        for (title, verb) in [
            ("Sửa đổi, bổ sung một số điều của Nghị quyết số 05/2021/NQ-HĐND", Some("sửa đổi")),
            ("Về việc bãi bỏ một số nghị quyết của Hội đồng nhân dân tỉnh", Some("bãi bỏ")),
            ("Nghị quyết thay thế Nghị quyết số 05/2021/NQ-HĐND", Some("thay thế")),
            (
                "Bãi bỏ khoản 2 Điều 5 và Phụ lục II Quy định ban hành kèm theo Nghị quyết số 5",
                Some("bãi bỏ"),
            ),
            ("Bãi bỏ toàn bộ các văn bản quy phạm pháp luật", Some("bãi bỏ")),
            ("Quy định mức hỗ trợ thay thế giống cây theo Quyết định số 12/QĐ-TTg", None),
            ("Về nhiệm vụ phát triển kinh tế - xã hội năm 2024", None),
            ("Bãi bỏ phí đò ngang", None),
            ("Quy định mức chi", None),
            ("", None),
        ] {
            assert_eq!(verb_on_document(title), verb, "{title}");
        }
    }
}
