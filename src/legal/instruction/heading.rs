//! What the heading of a list says of the documents below it.

use super::Action;
use crate::legal::RelationKind;
use crate::legal::list::names;

/// What the heading of a list says of its documents, beside what a sentence does to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Nothing.
    Silent,
    /// The same.
    Same,
    /// Something else: `còn hiệu lực`, where the sentence ends documents.
    Other,
    /// Both.
    Both,
}

/// Slugs of what the heading of a list says of documents that end, that go on, and that are changed.
const ENDING: &[&str] = names!(
    "bai-bo, huy-bo, het-hieu-luc, khong-con-hieu-luc, khong-tiep-tuc, cham-dut, thay-the, ngung, \
     dinh-chi"
);
const GOING_ON: &[&str] =
    names!("con-hieu-luc, tiep-tuc, giu-nguyen, giu-lai, keo-dai, gia-han, duoc-ap-dung, chua-het-hieu-luc");
const CHANGING: &[&str] = &["sua-doi", "bo-sung", "dinh-chinh"];
/// Words of an ending that hold words of going on, and the other way round.
const WITHIN_OTHERS: [(&str, &str); 7] = [
    ("khong-con-hieu-luc", "het-hieu-luc"),
    ("khong-tiep-tuc", "het-hieu-luc"),
    ("chua-het-hieu-luc", "con-hieu-luc"),
    ("khong-bai-bo", "con-hieu-luc"),
    ("chua-bai-bo", "con-hieu-luc"),
    ("khong-thay-the", "con-hieu-luc"),
    ("khong-het-hieu-luc", "con-hieu-luc"),
];

impl Heading {
    /// What a heading says beside an action; `heading` is a slug.
    #[must_use]
    pub fn of(heading: &str, action: Action) -> Self {
        let heading =
            WITHIN_OTHERS.iter().fold(heading.to_owned(), |heading, (from, to)| heading.replace(from, to));
        let says = |words: &[&str]| words.iter().any(|word| heading.contains(word));
        let (same, others) = match action.relation() {
            RelationKind::Replaces | RelationKind::Repeals | RelationKind::Suspends => {
                (ENDING, [GOING_ON, CHANGING])
            }
            RelationKind::Extends => (GOING_ON, [ENDING, CHANGING]),
            _ => (CHANGING, [ENDING, GOING_ON]),
        };
        match (says(same), others.iter().any(|words| says(words))) {
            (false, false) => Self::Silent,
            (true, false) => Self::Same,
            (false, true) => Self::Other,
            (true, true) => Self::Both,
        }
    }
}
