//! What the heading of a list says of the documents below it.

use super::context::{Below, Context, Elsewhere};
use super::mention::names_symbol;
use super::sentence::Reading;
use super::verb::Family;
use super::words::{DOCUMENTS, LIST, leads_below};
use super::{Action, Doubt};
use crate::legal::RelationKind;
use crate::legal::list::names;
use crate::legal::structure::phrase::Phrase;
use crate::legal::structure::token::Token;
use crate::legal::structure::{Block, Part, Role};
use crate::text::slug;

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

/// What a part that heads a list of documents says of them beside what is done to the list above it; `None` where it is no
/// such heading or says nothing of that. `III. NGHỊ QUYẾT GIỮ NGUYÊN HIỆU LỰC`
fn list_heading(blocks: &[Block<'_>], part: &Part, tokens: &[Token], above: &Context) -> Option<Heading> {
    const MOST: usize = 40;
    if above.below != Below::List || tokens.len() > MOST || part.role == Role::Subject {
        return None;
    }
    let names = |phrase: &Phrase| (0..tokens.len()).any(|at| phrase.ends_at(tokens, at).is_some());
    let ends_open = leads_below(tokens);
    let is_heading = ends_open
        || matches!(part.role, Role::Section | Role::Subsection | Role::Caption)
        || DOCUMENTS.iter().any(names)
        || names(&LIST);
    if !is_heading || tokens.last().is_some_and(|last| last.is_one_of(&['.', ';'])) || names_symbol(tokens) {
        return None;
    }
    let block = blocks.get(part.blocks.start)?;
    let from = part.text.start.checked_sub(block.start)?;
    let to = part.text.end.saturating_sub(block.start).min(block.text.len());
    let words = slug(block.text.get(from..to)?);
    let heading = match Heading::of(&words, above.verb.family.action()) {
        // What is neither ended nor kept may be ended in part.
        Heading::Other if Heading::of(&words, Action::Extends) != Heading::Same => Heading::Both,
        heading => heading,
    };
    (heading != Heading::Silent).then_some(heading)
}

/// Whether the sentence of the list that an annex holds names that annex by its number.
fn names_annex(reading: &Reading, annex: Option<(usize, usize)>) -> bool {
    let list = annex.and_then(|(_, list)| reading.elsewhere.get(list));
    list.is_some_and(|list| list.annex.as_deref().is_some_and(|annex| !annex.is_empty()))
}

/// What the heading of a list leaves to the parts below it.
pub(super) struct Headed {
    /// What is done to the list that the heading stands in.
    family: Family,
    /// What is left where the heading says something else of its documents.
    context: Option<Context>,
}

impl Headed {
    /// Reads the heading that a part is; `annex` is the annex around it, by depth and with the list that it holds.
    pub(super) fn of(
        blocks: &[Block<'_>],
        part: &Part,
        tokens: &[Token],
        above: &Context,
        reading: &Reading,
        annex: Option<(usize, usize)>,
    ) -> Option<Self> {
        let heading = list_heading(blocks, part, tokens, above)?;
        let is_named = part.role == Role::Caption && names_annex(reading, annex);
        let context = match heading {
            Heading::Same => None,
            Heading::Other if !is_named => Some(Context::of(Below::Nothing)),
            _ => Some(Context { doubt: Some(Doubt::NotUnderstood), ..above.clone() }),
        };
        Some(Self { family: above.verb.family, context })
    }

    /// What is left to the parts below, where the words of the heading leave `left`. The lists that they lead to have the numbers
    /// from `lists` on.
    pub(super) fn leave(
        self,
        left: Option<(usize, Context)>,
        depth: usize,
        lists: usize,
        elsewhere: &mut Vec<Elsewhere>,
    ) -> Option<(usize, Context)> {
        let says_own = left
            .as_ref()
            .is_some_and(|(_, left)| left.verb.family != self.family && !left.verb.family.amends());
        let Some(context) = self.context.filter(|_| !says_own) else { return left };
        for list in &mut elsewhere[lists..] {
            list.context.doubt = list.context.doubt.or(context.doubt);
        }
        if context.below == Below::Nothing {
            elsewhere.truncate(lists);
        }
        Some((depth, context))
    }
}
