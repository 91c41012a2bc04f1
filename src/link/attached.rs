//! What a text attached to a resolution (quy định, quy chế ban hành kèm theo) is called where one of its provisions is named.

use super::{DocumentIndex, NamedProvision, Relation, Site, Work};
use crate::front::Text;
use crate::legal::ProvisionPath;
use crate::legal::instruction::TargetProvision;
use crate::legal::structure::Role;
use crate::markdown::Instruction;
use crate::markdown::Provision;
use crate::text::slug;

/// What attached texts are called. Annexes bear numbers of their own and are named by them.
pub(super) const NAMES: [&str; 14] = [
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

/// Behind what is attached to a document, where that is named.
const ISSUED_WITH: &str = "ban hành kèm theo";

impl Site {
    /// What the attached text is called that a provision of a relation is in: `Quy định`; `văn bản` where nothing tells its
    /// name, and `None` where the provision is one of the document itself.
    #[must_use]
    pub fn attached_name(&self, relation: &Relation, named: &NamedProvision) -> Option<&'static str> {
        let passage = named.passage.and_then(|passage| relation.passages.get(passage));
        name_of(named, passage.and_then(|passage| self.instruction(*passage)))
    }

    /// The words of a provision of a relation, with the attached text that it is in: `Điều 5 của Quy định ban hành kèm theo`.
    #[must_use]
    pub fn provision_words(&self, relation: &Relation, named: &NamedProvision) -> String {
        words_with(&named.words, self.attached_name(relation, named))
    }

    /// A provision of a relation as front matter can name it, so that it means the same.
    #[must_use]
    pub fn provision_field(&self, relation: &Relation, named: &NamedProvision) -> String {
        let words = self.provision_words(relation, named);
        match (&named.attached, &named.path) {
            (Some(attached), Some(path))
                if attached_in(self, relation.to, &words).as_ref() != Some(attached) =>
            {
                format!("{attached}-{}", path.anchor())
            }
            _ => words,
        }
    }
}

impl Site {
    /// What a place of a document is called: `khoản 1 Điều 3`, `khoản 3 của Danh mục kèm theo`, else the words of its heading.
    #[must_use]
    pub fn place_words(&self, document: DocumentIndex, anchor: &str) -> Option<String> {
        if let Some(words) = ProvisionPath::words_of(anchor) {
            return Some(words);
        }
        let body = &self.document(document).document.body;
        for text in attached_texts(self, Work::Held(document)) {
            let Some(rest) = anchor.strip_prefix(text.anchor.as_str()) else { continue };
            let name =
                NAMES.into_iter().find(|name| text.anchor.starts_with(&slug(name))).unwrap_or(&text.label);
            if rest.is_empty() {
                return Some(name.to_owned());
            }
            if let Some(words) = rest.strip_prefix('-').and_then(ProvisionPath::words_of) {
                return Some(format!("{words} của {name} {ATTACHED}"));
            }
        }
        if let Some(heading) = body.headings.iter().find(|heading| heading.anchor == anchor) {
            return Some(heading.text.clone());
        }
        let provisions = body.law.iter().flat_map(|law| &law.provisions);
        provisions
            .filter(|provision| provision.anchor == anchor)
            .map(|provision| provision.label.clone())
            .next()
    }
}

/// The words of a provision as a sentence says them, with the attached text that it is in.
pub(super) fn words_said(named: &NamedProvision, act: &Instruction) -> String {
    words_with(&named.words, name_of(named, Some(act)))
}

fn name_of(named: &NamedProvision, act: Option<&Instruction>) -> Option<&'static str> {
    let of_anchor = |anchor: &String| NAMES.into_iter().find(|name| anchor.starts_with(&slug(name)));
    let of_sentence = || name_in(act.map_or("", |act| act.sentence.as_str()));
    match &named.attached {
        Some(anchor) => Some(of_anchor(anchor).or_else(of_sentence).unwrap_or(SOME_TEXT)),
        None if is_annex(named) || !act.is_some_and(is_in_attached) => None,
        None => Some(of_sentence().unwrap_or(SOME_TEXT)),
    }
}

fn words_with(words: &str, attached: Option<&str>) -> String {
    match attached {
        Some(_) if words.to_lowercase().contains(ATTACHED) => words.to_owned(),
        Some(name) if words.starts_with(name) => format!("{words} {ISSUED_WITH}"),
        Some(name) => format!("{words} của {name} {ISSUED_WITH}"),
        None => words.to_owned(),
    }
}

/// Whether the provisions of an instruction are those of a text attached to the other document. What is attached to the very
/// text that says so (`tại Phụ lục II ban hành kèm theo Nghị quyết này`) is none of the other's.
pub(super) fn is_in_attached(act: &Instruction) -> bool {
    act.in_attachment && (!act.sentence.contains(ATTACHED) || names_attached(&act.sentence))
}

/// Whether a sentence speaks of what is attached to another document than its own.
pub(super) fn names_attached(sentence: &str) -> bool {
    attachments_of_others(sentence).next().is_some()
}

/// What stands before each `kèm theo` that means another document than the one in which the sentence stands.
pub(super) fn attachments_of_others(sentence: &str) -> impl Iterator<Item = &str> {
    const OWN: [&str; 3] = ["Nghị quyết này", "Quyết định này", "văn bản này"];
    sentence.match_indices(ATTACHED).filter_map(move |(at, word)| {
        let behind = sentence.get(at + word.len()..)?.trim_start();
        let is_own = OWN.iter().any(|own| behind.starts_with(own));
        sentence.get(..at).filter(|_| !is_own)
    })
}

/// Where front matter says that a provision is.
pub(super) struct Stated {
    pub(super) path: Option<ProvisionPath>,
    /// The anchor of the attached text that it is in.
    pub(super) attached: Option<String>,
}

impl Stated {
    /// Reads what front matter says: `khoản 2 Điều 5`, `khoản 1 Điều 3 của Quy định ban hành kèm theo`, or an anchor.
    pub(super) fn read(site: &Site, to: Work, provision: &Text) -> Self {
        let words = provision.value.as_str();
        if let Some(stated) = Self::of_anchor(site, to, words) {
            return stated;
        }
        if let Some(inner) = in_attached(words) {
            let attached = attached_in(site, to, words);
            // A place in an attached text that is not there is none in the document itself.
            return Self { path: ProvisionPath::parse(inner).filter(|_| attached.is_some()), attached };
        }
        let before = words.split(ATTACHED).next().unwrap_or_default().trim_end();
        let own = before.strip_suffix("ban hành").unwrap_or(before);
        Self { path: ProvisionPath::parse(own), attached: None }
    }

    /// Reads an anchor: `dieu-5-khoan-2`, `quy-dinh-2-dieu-3`.
    fn of_anchor(site: &Site, to: Work, words: &str) -> Option<Self> {
        if words.contains(char::is_whitespace) {
            return None;
        }
        let own = ProvisionPath::from_anchor(words).map(|path| Self { path: Some(path), attached: None });
        own.or_else(|| {
            attached_texts(site, to).find_map(|text| {
                let rest = words.strip_prefix(text.anchor.as_str())?.strip_prefix('-')?;
                let path = ProvisionPath::from_anchor(rest)?;
                Some(Self { path: Some(path), attached: Some(text.anchor.clone()) })
            })
        })
    }
}

/// The anchor of the attached text that words of front matter name.
fn attached_in(site: &Site, to: Work, words: &str) -> Option<String> {
    in_attached(words)?;
    attached_anchor(site, to, words)
}

/// The provision that words of front matter name in an attached text, with or without the words `ban hành kèm theo`; empty
/// where the whole attached text is meant.
pub(super) fn in_attached(words: &str) -> Option<&str> {
    provision_in_attached(words).or_else(|| {
        let inner = provision_in_attached(&format!("{words} {ATTACHED}"))?.len();
        words.get(..inner)
    })
}

/// The provision that words name in a text attached to a document, without that text: `khoản 1 Điều 5` of `khoản 1 Điều 5
/// của Quy định ban hành kèm theo`; empty where the whole attached text is meant. `None` where no attached text is named.
fn provision_in_attached(words: &str) -> Option<&str> {
    let some_text = || words.contains(ATTACHED).then(|| words.find(SOME_TEXT)).flatten();
    let at = name_in(words).and_then(|name| words.find(name)).or_else(some_text)?;
    let before = words.get(..at)?.trim().trim_end_matches(',').trim_end();
    Some(before.strip_suffix("của").map_or(before, str::trim_end))
}

/// Whether a provision is an annex, or in one: `mẫu số 05 Phụ lục I`.
fn is_annex(named: &NamedProvision) -> bool {
    named.words.to_lowercase().contains("phụ lục")
}

/// The attached text that a sentence names: `Quy định ... ban hành kèm theo Nghị quyết số ...`.
pub(super) fn name_in(sentence: &str) -> Option<&'static str> {
    let before = attachments_of_others(sentence).next()?;
    let last = NAMES.into_iter().filter_map(|name| Some((before.rfind(name)?, name)));
    last.max_by_key(|(at, _)| *at).map(|(_, name)| name)
}

/// Where in the other document the provisions are that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Within {
    /// In the document itself.
    Itself,
    /// In the text attached to it that has this anchor.
    Attached(String),
    /// In an attached text, but not certain in which.
    Unclear,
}

/// Says that a text is attached to another.
pub(super) const ATTACHED: &str = "kèm theo";

/// Which attached text of a document a sentence names: `của Quy định ban hành kèm theo Nghị quyết số ...`.
pub(super) fn within(site: &Site, work: Work, sentence: &str) -> Within {
    let before = slug(attachments_of_others(sentence).next().unwrap_or(sentence));
    let attached = attached_texts(site, work).filter(|provision| before.contains(&provision.anchor));
    the_only(attached).unwrap_or(Within::Unclear)
}

/// The anchor of the attached text of a document that words name: `Điều 5 của Quy định ban hành kèm theo`.
pub(super) fn attached_anchor(site: &Site, work: Work, words: &str) -> Option<String> {
    match within(site, work, words) {
        Within::Attached(anchor) => Some(anchor),
        Within::Itself | Within::Unclear => None,
    }
}

/// The only text that is attached to a document.
pub(super) fn within_only(site: &Site, work: Work) -> Within {
    the_only(attached_texts(site, work)).unwrap_or(Within::Unclear)
}

fn the_only<'a>(mut attached: impl Iterator<Item = &'a Provision>) -> Option<Within> {
    let first = attached.next()?;
    attached.next().is_none().then(|| Within::Attached(first.anchor.clone()))
}

/// The texts that are attached to a document, its annexes apart.
pub(super) fn attached_texts(site: &Site, work: Work) -> impl Iterator<Item = &Provision> {
    let law = match work {
        Work::Held(index) => site.document(index).document.body.law.as_ref(),
        Work::Known(_) => None,
    };
    let provisions = law.map(|law| law.provisions.as_slice()).unwrap_or_default();
    provisions.iter().filter(|provision| {
        provision.depth == 0
            && provision.role != Role::Basis
            && ProvisionPath::from_anchor(&provision.anchor).is_none()
    })
}

/// The provisions that a sentence names, with the attached text that they are in.
pub(super) fn provisions_said(act: &Instruction, within: &Within) -> Vec<NamedProvision> {
    let named = |TargetProvision { words, path, is_part }: &TargetProvision| NamedProvision {
        words: words.clone(),
        // Annexes are numbered apart from what else is attached.
        path: path.as_ref().filter(|path| *within != Within::Unclear || is_of_annex(path)).cloned(),
        attached: match within {
            Within::Attached(anchor) if !path.as_ref().is_some_and(is_of_annex) => Some(anchor.clone()),
            _ => None,
        },
        is_part: *is_part,
        span: act.span,
        is_declared: false,
        passage: None,
    };
    act.provisions.iter().map(named).collect()
}

fn is_of_annex(path: &ProvisionPath) -> bool {
    path.anchor().starts_with("phu-luc-")
}
