//! `announced-effect`: a title says that the resolution changes another document, and nothing of the kind was read from its
//! text or is stated. The older document would go on being shown as if nothing had happened.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::{LinkedDocument, MentionTarget, Site};
use crate::text::Span;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let linked = site.document(*index);
        let changes = linked.relations.iter().any(|relation| site.relation(*relation).changes());
        if changes || !linked.doubts.is_empty() || is_refused(linked) || is_told_already(linked) {
            continue;
        }
        if let Some((span, verb)) = announced(linked) {
            diagnostics.push(problem(span, verb));
        }
    }
}

/// Whether somebody has looked: front matter says that it does nothing to some document.
fn is_refused(linked: &LinkedDocument) -> bool {
    let crate::document::KindFields::Resolution(fields, _) = &linked.document.fields else { return false };
    fields.does_not_affect.as_ref().is_some_and(|list| !list.is_empty())
}

/// Whether something was read that makes no relation, such as what is done to a document that is not clear: that is told at
/// its place.
fn is_told_already(linked: &LinkedDocument) -> bool {
    linked.document.body.law.as_ref().is_some_and(|law| {
        let leads_nowhere =
            |target: usize| !matches!(linked.mentions.get(target), Some(MentionTarget::Work(..)));
        let mut own = law.instructions.iter().filter(|act| act.agent.is_none() && !act.is_summary);
        own.any(|act| leads_nowhere(act.target))
            || !law.unread_lists.is_empty()
            || !law.unread_acts.is_empty()
    })
}

fn problem(span: Span, verb: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("announced-effect"),
        span,
        format!(
            "the title says `{verb}`, and nothing was read from the text that it does to another document"
        ),
    )
    .help("state it in the front matter, such as `repeals: [05/2021/NQ-HĐND]` or `amends: [05/2021/NQ-HĐND]`")
}

/// Where the title, or the subject that the text states, says that another document is changed, and with which verb.
fn announced(linked: &LinkedDocument) -> Option<(Span, &'static str)> {
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
