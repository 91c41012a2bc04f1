//! What a text attached to a resolution (quy định, quy chế ban hành kèm theo) is called where one of its provisions is named.

use super::texts::ATTACHED;
use super::{NamedProvision, Relation, Site};
use crate::text::slug;

/// What attached texts are called. Annexes bear numbers of their own and are named by them.
const NAMES: [&str; 14] = [
    "Quy định",
    "Quy chế",
    "Điều lệ",
    "Nội quy",
    "Quy ước",
    "Quy trình",
    "Chương trình",
    "Kế hoạch",
    "Đề án",
    "Phương án",
    "Chiến lược",
    "Danh mục",
    "Bảng giá",
    "Hướng dẫn",
];

/// An attached text whose name nothing tells.
const SOME_TEXT: &str = "văn bản";

impl Site {
    /// What the attached text is called that a provision of a relation is in: `Quy định`; `văn bản` where nothing tells its
    /// name, and `None` where the provision is one of the document itself.
    #[must_use]
    pub fn attached_name(&self, relation: &Relation, named: &NamedProvision) -> Option<&'static str> {
        let passage = named.passage.and_then(|passage| relation.passages.get(passage));
        let act = passage.and_then(|passage| self.instruction(*passage));
        let of_anchor = |anchor: &String| NAMES.into_iter().find(|name| anchor.starts_with(&slug(name)));
        let of_sentence = || name_in(act.map_or("", |act| act.sentence.as_str()));
        match &named.attached {
            Some(anchor) => Some(of_anchor(anchor).or_else(of_sentence).unwrap_or(SOME_TEXT)),
            None if is_annex(named) || !act.is_some_and(|act| act.in_attachment) => None,
            None => Some(of_sentence().unwrap_or(SOME_TEXT)),
        }
    }
}

/// The provision that words name in a text attached to a document, without that text: `khoản 1 Điều 5` of `khoản 1 Điều 5
/// của Quy định ban hành kèm theo`; empty where the whole attached text is meant. `None` where no attached text is named.
pub(super) fn provision_in_attached(words: &str) -> Option<&str> {
    let name = name_in(words)?;
    let before = &words[..words.find(name)?];
    let before = before.trim().trim_end_matches(',').trim_end();
    Some(before.strip_suffix("của").map_or(before, str::trim_end))
}

/// Whether a provision is an annex, or in one: `mẫu số 05 Phụ lục I`.
fn is_annex(named: &NamedProvision) -> bool {
    named.words.to_lowercase().contains("phụ lục")
}

/// The attached text that a sentence names: `Quy định ... ban hành kèm theo Nghị quyết số ...`.
pub(super) fn name_in(sentence: &str) -> Option<&'static str> {
    let (before, _) = sentence.split_once(ATTACHED)?;
    let last = NAMES.into_iter().filter_map(|name| Some((before.rfind(name)?, name)));
    last.max_by_key(|(at, _)| *at).map(|(_, name)| name)
}
