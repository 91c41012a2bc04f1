//! What a resolution does to other documents (chỉ dẫn sửa đổi, thay thế, bãi bỏ, ...): one instruction for each target
//! that a sentence names.
//!
//! Documents are not resolved here: an instruction holds the byte ranges of the words that name them, to be joined with
//! citations recognised elsewhere.

mod act;
mod agent;
mod cell;
mod clause;
mod context;
mod described;
mod doubt;
mod heading;
mod limit;
mod mention;
mod provision;
mod quoted;
mod remainder;
mod sentence;
mod silence;
mod target;
mod time;
mod title;
mod verb;
mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::legal::structure::phrase::Phrase;
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::{Token, tokenize, word};
use crate::legal::structure::{Block, Part, Role, Structure};
use crate::legal::{ProvisionPath, RelationKind};
use crate::text::{Date, slug};
use context::{Below, Context, Elsewhere};
use sentence::{Kept, Reading, Scope};
use verb::Family;

pub use cell::{Cell, CellSays};
pub use heading::Heading;
pub use silence::UnreadAct;
pub use title::{BareSentence, read_without_titles};

/// What an instruction does (hành động).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Action {
    /// New wording for provisions: `sửa đổi, bổ sung khoản 2 Điều 5 như sau`
    Replace,
    /// New provisions: `bổ sung khoản 4 vào sau khoản 3`
    Insert,
    /// Provisions are taken out: `bãi bỏ khoản 3 Điều 6`
    Delete,
    /// Other words for words: `thay thế cụm từ “A” bằng cụm từ “B”`
    ReplaceWords,
    /// Words are taken out: `bỏ cụm từ “A”`
    DeleteWords,
    /// Words are added: `bổ sung cụm từ “A” vào sau cụm từ “B”`
    InsertWords,
    /// Another name for a provision: `sửa đổi tên Điều 3`
    Rename,
    /// A change that is only described: a table, a figure, a form, or an adjustment in words.
    Other,
    /// Thay thế
    Replaces,
    /// Bãi bỏ, hủy bỏ
    Repeals,
    /// `... hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực`
    Ends,
    /// Ngưng hiệu lực, tạm ngưng, đình chỉ thi hành
    Suspends,
    /// Kéo dài, gia hạn thời gian thực hiện; tiếp tục thực hiện
    Extends,
    /// Đính chính
    Corrects,
    /// Quy định chi tiết, hướng dẫn thi hành
    Details,
    /// Hợp nhất
    Consolidates,
}

impl Action {
    /// The relation between documents that the action makes.
    #[must_use]
    pub fn relation(self) -> RelationKind {
        match self {
            Self::Replace
            | Self::Insert
            | Self::ReplaceWords
            | Self::DeleteWords
            | Self::InsertWords
            | Self::Rename
            | Self::Other => RelationKind::Amends,
            Self::Replaces => RelationKind::Replaces,
            Self::Repeals | Self::Ends | Self::Delete => RelationKind::Repeals,
            Self::Suspends => RelationKind::Suspends,
            Self::Extends => RelationKind::Extends,
            Self::Corrects => RelationKind::Corrects,
            Self::Details => RelationKind::Details,
            Self::Consolidates => RelationKind::Consolidates,
        }
    }

    /// The name in data: `replace`, `insert`, `delete_words`, `repeals`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Replace => "replace",
            Self::Insert => "insert",
            Self::Delete => "delete",
            Self::ReplaceWords => "replace_words",
            Self::DeleteWords => "delete_words",
            Self::InsertWords => "insert_words",
            Self::Rename => "rename",
            Self::Other => "other",
            Self::Replaces => "replaces",
            Self::Repeals => "repeals",
            Self::Ends => "ends",
            Self::Suspends => "suspends",
            Self::Extends => "extends",
            Self::Corrects => "corrects",
            Self::Details => "details",
            Self::Consolidates => "consolidates",
        }
    }

    /// Whether some of the old wording ends with it, so that the other document has ended in part (Luật 64/2025/QH15,
    /// Điều 57). What is only added ends nothing.
    #[must_use]
    pub fn ends_wording(self) -> bool {
        match self {
            Self::Replace
            | Self::Delete
            | Self::ReplaceWords
            | Self::DeleteWords
            | Self::Replaces
            | Self::Repeals
            | Self::Ends => true,
            Self::Insert
            | Self::InsertWords
            | Self::Rename
            | Self::Other
            | Self::Suspends
            | Self::Extends
            | Self::Corrects
            | Self::Details
            | Self::Consolidates => false,
        }
    }
}

/// How certain an instruction is. What is unsure changes no status, and is shown as unsure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Certainty {
    /// Front matter says so.
    Stated,
    /// The text says so in words that mean nothing else.
    Read,
    /// The text may say so.
    Unsure(Doubt),
}

impl Certainty {
    /// Whether it may change a status.
    #[must_use]
    pub fn is_sure(self) -> bool {
        !matches!(self, Self::Unsure(_))
    }
}

/// Why an instruction is unsure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Doubt {
    /// A title, heading or enacting sentence announces it, and nothing below it says to what.
    OnlyAnnounced,
    /// Several verbs stand before one document, and nothing below them tells which of them means what.
    SeveralVerbs,
    /// Other words stand between verb and document, so that the document may be no more than a ground.
    FarFromVerb,
    /// It depends on something that the text does not tell: `nếu`, `trường hợp`.
    Conditional,
    /// Two texts say what cannot both hold.
    Contradiction,
    /// The sentence has words that were not understood, so that it may end later, in part or not at all.
    NotUnderstood,
    /// It stands below a heading of tasks, plans or proposals.
    OnlyPlanned,
    /// A text that is neither of the two tells of it.
    ToldByOther,
    /// The day or the issuer that is said of the document is not that of the one with this number.
    OtherDocument,
    /// The document that is held has no such provision.
    NoSuchProvision,
}

impl Doubt {
    /// All reasons.
    pub const ALL: [Self; 10] = [
        Self::OnlyAnnounced,
        Self::SeveralVerbs,
        Self::FarFromVerb,
        Self::Conditional,
        Self::Contradiction,
        Self::NotUnderstood,
        Self::OnlyPlanned,
        Self::ToldByOther,
        Self::OtherDocument,
        Self::NoSuchProvision,
    ];

    /// The name in data and in catalogues of words: `only_announced`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnlyAnnounced => "only_announced",
            Self::SeveralVerbs => "several_verbs",
            Self::FarFromVerb => "far_from_verb",
            Self::Conditional => "conditional",
            Self::Contradiction => "contradiction",
            Self::NotUnderstood => "not_understood",
            Self::OnlyPlanned => "only_planned",
            Self::ToldByOther => "told_by_other",
            Self::OtherDocument => "other_document",
            Self::NoSuchProvision => "no_such_provision",
        }
    }
}

/// Who does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agent {
    /// The resolution that says so.
    This,
    /// Another document, named by these words: byte offsets. `Nghị quyết số A được sửa đổi bởi Nghị quyết số B`
    Other(Range<usize>),
}

/// How much of a document is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// The whole of it (toàn bộ), or nothing less is said.
    Whole,
    /// A part of it (một phần, một số điều, khoản 2 Điều 5, cụm từ).
    Partial,
}

/// A day that an action begins or ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Day {
    /// `ngày Nghị quyết này có hiệu lực`
    OfEffect,
    /// A day of the calendar.
    On(Date),
    /// An event whose day is not known: `cho đến khi có văn bản thay thế`. Only ends are said so.
    Event,
}

/// A provision of the target: `điểm a khoản 2 Điều 5`, `mẫu số 05 Phụ lục I`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetProvision {
    /// Its name, small to large, written the usual way.
    pub words: String,
    /// Its place, or the smallest place around it that an anchor can name; none where no anchor can.
    pub path: Option<ProvisionPath>,
    /// Whether only something within that place is meant: a form, a row, a sentence, its name.
    pub is_part: bool,
}

/// The quoted words of an instruction about words: byte offsets, quotation marks left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotedWords {
    /// The old words; empty where words are only added.
    pub from: Vec<Range<usize>>,
    /// The new words; none where words are taken out.
    pub to: Option<Range<usize>>,
}

/// An instruction (chỉ dẫn): someone does something to a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruction {
    /// What is done.
    pub action: Action,
    /// Who does it.
    pub agent: Agent,
    /// The words that name the document, `Nghị quyết số 12/2020/NQ-HĐND ngày 10/7/2020`: byte offsets.
    pub target: Range<usize>,
    /// Whether the provisions are those of a text attached to the document (quy định kèm theo).
    pub in_attachment: bool,
    /// The provisions; none where it is the whole, or where none is named.
    pub provisions: Vec<TargetProvision>,
    /// The words that name the provisions, `khoản 2 Điều 5`: byte offsets.
    pub provision_range: Option<Range<usize>>,
    /// The new wording, quotation marks included: byte offsets.
    pub wording: Option<Range<usize>>,
    /// The words that are replaced, taken out or added.
    pub words: Option<QuotedWords>,
    /// How much of the document.
    pub extent: Extent,
    /// From which day.
    pub from: Option<Day>,
    /// To which day, that day included.
    pub until: Option<Day>,
    /// The sentence that says so: byte offsets.
    pub sentence: Range<usize>,
    /// How certain it is.
    pub certainty: Certainty,
    /// Whether it only sums up what other instructions say one by one: a title, heading or enacting sentence.
    pub is_summary: bool,
}

/// Documents that an instruction leaves to an annex of its own text: `bãi bỏ các nghị quyết tại Phụ lục II`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexList {
    /// The number of the annex as anchors write it (`2`); none where it is not said.
    pub annex: Option<String>,
    /// What is done to each of them.
    pub action: Action,
    /// How much of them.
    pub extent: Extent,
    /// From which day.
    pub from: Option<Day>,
    /// To which day, that day included.
    pub until: Option<Day>,
    /// What makes it unsure.
    pub doubt: Option<Doubt>,
    /// The sentence that says so: byte offsets.
    pub sentence: Range<usize>,
    /// Whether the sentence is a heading that names no list, so that only a table right below it can be one.
    pub is_heading: bool,
}

/// How many documents a sentence says that something is done to: `bãi bỏ toàn bộ 05 nghị quyết sau`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedCount {
    /// How many.
    pub count: u32,
    /// What is done to them.
    pub relation: RelationKind,
    /// The sentence: byte offsets.
    pub sentence: Range<usize>,
}

/// What a text does to other documents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Instructions {
    /// The instructions, in the order of the text.
    pub found: Vec<Instruction>,
    /// Lists in annexes that hold no running text, so that their documents are not among the instructions.
    pub unread_lists: Vec<AnnexList>,
    /// Sentences that may do something, of which nothing was read.
    pub unread_acts: Vec<UnreadAct>,
    /// How many documents its sentences say that they do something to.
    pub counts: Vec<StatedCount>,
}

/// What a text does to other documents. Takes time in proportion to its length.
///
/// Its subject and the words that enact it announce what its articles do: such instructions are summaries. Recitals,
/// quoted new wordings and the list of recipients do nothing; of a recital only what it says of two other documents is
/// kept (`Luật A được sửa đổi bởi Luật B`).
#[must_use]
pub fn instructions(blocks: &[Block<'_>], structure: &Structure) -> Instructions {
    instructions_but_for(blocks, structure, &[])
}

/// The same, but for what stands in the byte ranges `struck`, which are in order: what is struck out on the page.
#[must_use]
pub fn instructions_but_for(
    blocks: &[Block<'_>],
    structure: &Structure,
    struck: &[Range<usize>],
) -> Instructions {
    let mut reading = Reading::default();
    let mut contexts: Vec<(usize, Context)> = Vec::new();
    // How deep the paragraph stands that leads to the items behind it (`Thay thế:`), and how many contexts there are with its own.
    let mut leading: Option<(usize, usize)> = None;
    let mut announced: Option<Context> = None;
    // The annex that the walk is in, by depth, with the list that it holds.
    let mut annex: Option<(usize, usize)> = None;
    // Lists that may stand right below the sentence that leads to them, by its depth.
    let mut open_lists: Vec<(usize, usize)> = Vec::new();
    let enacting = enacting(structure);
    let mut quotations = structure.quotations.as_slice();
    // The beginning of a sentence that goes on in the next part, with the depth of its part.
    let mut torn: Option<(Vec<Token>, usize)> = None;
    // What the last heading in an annex says of the list below it, where it stands in no division.
    let mut group: Option<Context> = None;
    for (index, part) in structure.parts.iter().enumerate() {
        let led = leading.filter(|(depth, _)| *depth == part.depth && is_item(structure, index));
        let is_led = led.is_some();
        leading = led.or(leading.filter(|(depth, _)| *depth < part.depth));
        // What one item leaves is not said of the next.
        contexts.truncate(led.map_or(contexts.len(), |(_, count)| count));
        let is_left = |depth: usize| depth > part.depth || (depth == part.depth && !is_led);
        while contexts.pop_if(|(depth, _)| is_left(*depth)).is_some() {}
        while open_lists.pop_if(|(depth, _)| is_left(*depth)).is_some() {}
        annex = annex.filter(|(depth, _)| *depth < part.depth);
        if annex.is_none() || matches!(part.role, Role::Part | Role::Chapter | Role::Section) {
            group = None;
        }
        while let Some((first, rest)) = quotations.split_first()
            && first.end <= part.text.start
        {
            quotations = rest;
        }
        if part.role == Role::Annex
            && let Some(list) = reading.elsewhere.iter().rposition(|list| list.is_in(&part.number))
        {
            contexts.push((part.depth, reading.elsewhere[list].context.clone()));
            annex = Some((part.depth, list));
            continue;
        }
        if !may_act(part) {
            let doubt = Some(Doubt::OnlyPlanned);
            contexts.push((part.depth, Context { doubt, ..Context::of(Below::Nothing) }));
            continue;
        }
        let Some(mut scope) = scope(part.role) else { continue };
        if scope == Scope::Acts && index < enacting {
            scope = Scope::TellsOfOthers;
        }
        // What stands behind a quotation in the same paragraph is said by this text again.
        let open = quotations.iter().find(|next| next.end > part.text.end || next.start >= part.text.end);
        let end = open.map_or(part.text.end, |next| next.start.max(part.text.start));
        let (mut tokens, struck_here) = tokens_of(blocks, structure, (part, end), struck);
        reading.silent.extend(unread_struck(&struck_here, scope));
        let mut depth = part.depth;
        let was_torn = torn.is_some();
        if let Some((mut begun, begun_depth)) = torn.take() {
            begun.extend_from_slice(&tokens);
            (tokens, depth) = (Cow::Owned(begun), begun_depth);
        }
        let is_of_annex = annex.is_some_and(|(depth, _)| contexts.last().is_some_and(|last| last.0 == depth));
        // A heading is compared with what is done to the list, not with the heading before.
        let of_list = contexts.last().map(|(_, context)| context).or(announced.as_ref());
        let headed = of_list.and_then(|above| Headed::of(blocks, part, &tokens, above, &reading, annex));
        let context = group.as_ref().filter(|_| is_of_annex && headed.is_none()).or(of_list);
        if scope == Scope::Acts && !is_row(blocks, part) && goes_on(structure, index, &tokens, was_torn) {
            torn = Some((tokens.into_owned(), depth));
            continue;
        }
        let (before, lists) = (reading.instructions.len(), reading.elsewhere.len());
        let mut left = None;
        if let Some(context) = sentence::read(&tokens, scope, context, &mut reading) {
            // What the enacting words name is meant by articles that name nothing.
            if scope == Scope::Announces
                && matches!(part.role, Role::Subject | Role::Enacting)
                && context.amends()
            {
                announced = Some(context.clone());
            }
            // A caption stands beside the articles of its chapter.
            let depth = if part.role == Role::Caption { depth.saturating_sub(1) } else { depth };
            left = Some((depth, context));
        }
        if let Some(headed) = headed {
            left = headed.leave(left, depth, lists, &mut reading.elsewhere);
            if is_of_annex && matches!(part.role, Role::Text | Role::Caption) {
                group = left.take().map(|(_, context)| context);
            }
        }
        if part.role == Role::Text
            && !is_led
            && left.is_some()
            && tokens.last().is_some_and(|last| last.is_mark(':'))
        {
            leading = Some((depth, contexts.len() + 1));
        }
        summarise_parents(&contexts, &mut reading.instructions, before);
        contexts.extend(left);
        if reading.instructions.len() > before {
            let above = open_lists.iter().filter(|(depth, _)| *depth < part.depth || is_led);
            for list in annex.iter().chain(above).map(|(_, list)| *list) {
                reading.elsewhere[list].is_read = true;
            }
        }
        open_lists.extend((lists..reading.elsewhere.len()).map(|list| (part.depth, list)));
        let wording = wording(structure, index, quotations);
        give_wording(wording.as_ref(), &mut reading.instructions[before..]);
    }
    weighed(structure, reading)
}

/// What a part that heads a list of documents says of them beside what is done to the list above it; `None` where it is no
/// such heading or says nothing of that. `III. NGHỊ QUYẾT GIỮ NGUYÊN HIỆU LỰC`
fn list_heading(blocks: &[Block<'_>], part: &Part, tokens: &[Token], above: &Context) -> Option<Heading> {
    const MOST: usize = 40;
    if above.below != Below::List || tokens.len() > MOST || part.role == Role::Subject {
        return None;
    }
    let names = |phrase: &Phrase| (0..tokens.len()).any(|at| phrase.ends_at(tokens, at).is_some());
    let ends_open = tokens.last().is_some_and(|last| last.is_mark(':'));
    let is_heading = ends_open
        || matches!(part.role, Role::Section | Role::Subsection | Role::Caption)
        || words::DOCUMENTS.iter().any(names)
        || names(&words::LIST);
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

/// Whether tokens name a document by its number.
fn names_symbol(tokens: &[Token]) -> bool {
    !mention::mentions(tokens).is_empty()
}

/// Whether the sentence of the list that an annex holds names that annex by its number.
fn names_annex(reading: &Reading, annex: Option<(usize, usize)>) -> bool {
    let list = annex.and_then(|(_, list)| reading.elsewhere.get(list));
    list.is_some_and(|list| list.annex.as_deref().is_some_and(|annex| !annex.is_empty()))
}

/// Gives the new wording that a part leads to to the instructions that it holds.
fn give_wording(wording: Option<&Range<usize>>, instructions: &mut [Instruction]) {
    for instruction in instructions {
        let has_wording = matches!(instruction.action, Action::Replace | Action::Insert | Action::Replaces)
            && !instruction.provisions.is_empty();
        instruction.wording = wording.filter(|_| has_wording).cloned();
    }
}

/// What the heading of a list leaves to the parts below it.
struct Headed {
    /// What is done to the list that the heading stands in.
    family: Family,
    /// What is left where the heading says something else of its documents.
    context: Option<Context>,
}

impl Headed {
    /// Reads the heading that a part is; `annex` is the annex around it, by depth and with the list that it holds.
    fn of(
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
    fn leave(
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

/// What was read, doubted where other parts of the text speak against it.
fn weighed(structure: &Structure, mut reading: Reading) -> Instructions {
    doubt_wordings(structure, &mut reading.instructions);
    compare_continued(structure, &reading.kept, &mut reading.instructions);
    doubt_named_by_place(&reading.kept, &mut reading.instructions);
    doubt_open_lists(structure, &mut reading.instructions);
    doubt_remarked(structure, &mut reading.instructions);
    doubt_days(structure, &mut reading.instructions);
    let unread_lists =
        reading.elsewhere.iter().filter(|list| !list.is_read).map(context::Elsewhere::annex_list).collect();
    Instructions {
        found: reading.instructions,
        unread_lists,
        unread_acts: reading.silent,
        counts: reading.counts,
    }
}

/// Whether the last sentence of part number `index`, whose tokens these are, goes on in the next part. `was_torn` says that it has
/// begun in the one before.
fn goes_on(structure: &Structure, index: usize, tokens: &[Token], was_torn: bool) -> bool {
    let next = structure.parts.get(index + 1).filter(|next| next.role == Role::Text);
    let Some((part, next)) = structure.parts.get(index).zip(next) else { return false };
    let behind = structure.tokens(next.text.start, next.text.end).unwrap_or_default();
    let is_torn = !was_torn && sentence::is_torn(tokens, part.role == Role::Text);
    is_torn
        || (sentence::lacks_document(tokens, behind) && sentence::begins_with_document(behind))
        || (!was_torn && sentence::breaks_in_name(tokens, behind))
}

/// Whether part number `index` is an item of a list that a paragraph as deep as it leads to; one without a number or dash names a
/// document: `Bãi bỏ các Nghị quyết sau:`, `Nghị quyết số A;`, `Nghị quyết số B.`
fn is_item(structure: &Structure, index: usize) -> bool {
    match structure.parts[index].role {
        Role::Clause | Role::Point | Role::Dash | Role::Item => return true,
        Role::Text => {}
        _ => return false,
    }
    names_listed(&structure.parts[index], structure) || is_remark(structure, index)
}

/// Whether a paragraph without a number or dash is an item of a list of documents.
fn names_listed(part: &Part, structure: &Structure) -> bool {
    structure.tokens(part.text.start, part.text.end).is_some_and(sentence::begins_with_listed)
}

/// Whether part number `index` stands between two items of a list and says something of the first: `- Nghị quyết số A;`, `Lý do: không
/// còn phù hợp.`, `- Nghị quyết số B.`
fn is_remark(structure: &Structure, index: usize) -> bool {
    let part = &structure.parts[index];
    let is_beside = |index: Option<usize>| {
        let beside = index.and_then(|index| structure.parts.get(index));
        beside.filter(|beside| beside.depth == part.depth).is_some_and(|beside| match beside.role {
            Role::Dash | Role::Item => true,
            Role::Text => names_listed(beside, structure),
            _ => false,
        })
    };
    let tokens = structure.tokens(part.text.start, part.text.end).unwrap_or_default();
    let leads = tokens.last().is_some_and(|last| last.is_mark(':'));
    is_beside(index.checked_sub(1)) && is_beside(Some(index + 1)) && !leads && !names_symbol(tokens)
}

/// Whether a part is a row of a table whose columns are parted by tabs.
fn is_row(blocks: &[Block<'_>], part: &Part) -> bool {
    let Some(block) = blocks.get(part.blocks.start) else { return false };
    let from = part.text.start.saturating_sub(block.start);
    let to = part.text.end.saturating_sub(block.start).min(block.text.len());
    block.text.get(from..to).is_some_and(|words| words.contains('\t'))
}

/// Doubts what may be said by the new wording of another document: `Sửa đổi Điều 5 như sau:`, and below without marks `Điều 5. Bãi bỏ
/// Nghị quyết số B`.
fn doubt_wordings(structure: &Structure, instructions: &mut [Instruction]) {
    let is_doubtful = |at: usize| {
        let behind = structure.doubtful.partition_point(|range| range.end <= at);
        structure.doubtful.get(behind).is_some_and(|range| range.start <= at)
    };
    for instruction in instructions.iter_mut().filter(|one| one.certainty == Certainty::Read) {
        if is_doubtful(instruction.target.start) {
            instruction.certainty = Certainty::Unsure(Doubt::NotUnderstood);
        }
    }
}

/// Leaves out days that cannot be those of an instruction, and doubts what would hold on days that cannot be.
fn doubt_days(structure: &Structure, instructions: &mut [Instruction]) {
    let earliest = structure.facts.adopted.as_ref().or(structure.facts.dated.as_ref()).map(|day| day.value);
    for instruction in instructions {
        // Nothing ends before the resolution that ends it: such a day belongs to something else in the sentence.
        let is_too_early =
            matches!(instruction.from, Some(Day::On(day)) if earliest.is_some_and(|own| day < own));
        // `trong năm 2025` begins with the resolution where that is of the same year.
        let is_year =
            instruction.action == Action::Suspends && time::is_year(instruction.from, instruction.until);
        if is_too_early && (instruction.action.ends_wording() || is_year) {
            instruction.from = None;
        }
        let is_told =
            is_too_early && instruction.action == Action::Ends && instruction.extent == Extent::Whole;
        let is_impossible = matches!((instruction.from, instruction.until),
            (Some(Day::On(from)), Some(Day::On(until))) if until < from);
        if (is_impossible || is_told) && instruction.certainty == Certainty::Read {
            instruction.certainty = Certainty::Unsure(Doubt::NotUnderstood);
        }
    }
}

/// A document that a text ends and of which another sentence says that it goes on (`Điều 4 Nghị quyết số A tiếp tục có hiệu lực`)
/// has not ended for certain. To go on without a day to come is nothing else than what it does anyway.
fn compare_continued(structure: &Structure, kept: &[Kept], instructions: &mut Vec<Instruction>) {
    let is_mere = |instruction: &Instruction| {
        instruction.action == Action::Extends
            && instruction.until.is_none()
            && instruction.certainty == Certainty::Unsure(Doubt::Contradiction)
    };
    let symbol = |named: &Range<usize>| -> Vec<u64> {
        mention::symbol(structure.tokens(named.start, named.end).unwrap_or_default()).collect()
    };
    let mere = instructions.iter().filter(|one| is_mere(one)).map(|one| (symbol(&one.target), None));
    let named = kept.iter().filter_map(|kept| Some((symbol(kept.document.as_ref()?), Some(kept.sentence))));
    let continued: BTreeSet<(Vec<u64>, Option<usize>)> = mere.chain(named).collect();
    if continued.is_empty() {
        return;
    }
    instructions.retain(|instruction| !is_mere(instruction));
    for instruction in instructions.iter_mut().filter(|instruction| instruction.ends_surely()) {
        let named = symbol(&instruction.target);
        let said = continued.range((named.clone(), None)..).take_while(|(of, _)| *of == named);
        if said.into_iter().any(|(_, sentence)| *sentence != Some(instruction.sentence.start)) {
            instruction.certainty = Certainty::Unsure(Doubt::Contradiction);
        }
    }
}

/// Doubts the whole ending of the last document of a sentence behind which a list may follow that was not read: `Bãi bỏ Nghị quyết
/// số A, gồm:`
fn doubt_open_lists(structure: &Structure, instructions: &mut [Instruction]) {
    let mut later: Option<Range<usize>> = None;
    for instruction in instructions.iter_mut().rev().filter(|one| one.agent == Agent::This) {
        let is_last = later.replace(instruction.sentence.clone()).as_ref() != Some(&instruction.sentence);
        let is_whole = is_last && instruction.ends_surely() && !instruction.is_summary;
        let (from, to) = (instruction.target.end, instruction.sentence.end);
        let tokens = if is_whole { structure.tokens(from, to) } else { None };
        if tokens.and_then(<[Token]>::last).is_some_and(|last| last.is_mark(':')) {
            instruction.certainty = Certainty::Unsure(Doubt::NotUnderstood);
        }
    }
}

/// Doubts the whole ending of a document of which the line below says how far or when: `1. Nghị quyết số A.`, `Nội dung bãi bỏ: Điều 3.`
fn doubt_remarked(structure: &Structure, instructions: &mut [Instruction]) {
    let part_of = |at: usize| structure.parts.partition_point(|part| part.text.start <= at).checked_sub(1);
    let acting: BTreeSet<usize> = instructions.iter().filter_map(|one| part_of(one.sentence.start)).collect();
    // What was found out of the part that was looked at last.
    let mut last: Option<(usize, bool)> = None;
    for instruction in instructions.iter_mut().filter(|one| one.ends_surely()) {
        let Some(index) = part_of(instruction.sentence.start) else { continue };
        let known = last.filter(|(of, _)| *of == index).map(|(_, is_limited)| is_limited);
        let is_limited =
            known.unwrap_or_else(|| !acting.contains(&(index + 1)) && is_limited_below(structure, index));
        last = Some((index, is_limited));
        if is_limited {
            instruction.certainty = Certainty::Unsure(Doubt::NotUnderstood);
        }
    }
}

/// Whether the part behind part number `index` belongs to it, names no document and tells of a part or of a day.
fn is_limited_below(structure: &Structure, index: usize) -> bool {
    let Some((part, next)) = structure.parts.get(index).zip(structure.parts.get(index + 1)) else {
        return false;
    };
    let is_below = match next.role {
        Role::Text => next.depth >= part.depth,
        Role::Point | Role::Dash | Role::Item => next.depth > part.depth && part.role != Role::Article,
        _ => false,
    };
    let from = next.label.end.max(next.text.start);
    let tokens = structure.tokens(from, next.text.end).unwrap_or_default();
    // `Các nghị quyết được giữ nguyên:` heads another list.
    let leads = tokens.last().is_some_and(|last| last.is_mark(':'));
    is_below && !leads && doubt::limits_what_stands_before(tokens) && !names_symbol(tokens)
}

/// Doubts what a text ends before a sentence that says more of some of these documents, it does not say which by their names.
fn doubt_named_by_place(kept: &[Kept], instructions: &mut [Instruction]) {
    let last = kept.iter().rfind(|kept| kept.document.is_none()).map(|kept| kept.sentence);
    let Some(last) = last else { return };
    for instruction in instructions.iter_mut().filter(|one| one.sentence.start < last && one.ends_surely()) {
        instruction.certainty = Certainty::Unsure(Doubt::Contradiction);
    }
}

/// Makes summaries of what is only announced above the instructions from number `before` on, which say it one by one:
/// `1. Nghị quyết số A:`, and below `a) Khoản 2 Điều 3`.
fn summarise_parents(contexts: &[(usize, Context)], instructions: &mut [Instruction], before: usize) {
    let says_more = |instruction: &Instruction| {
        instruction.agent == Agent::This
            && (!instruction.provisions.is_empty() || instruction.words.is_some())
    };
    if !instructions[before..].iter().any(says_more) {
        return;
    }
    for parent in contexts.iter().filter_map(|(_, context)| context.parent) {
        let Some(parent) = instructions.get_mut(parent) else { continue };
        parent.is_summary = true;
        parent.extent = Extent::Partial;
        if parent.action == Action::Repeals {
            parent.action = Action::Delete;
        }
    }
}

/// The provisions that a cell of a table names as what is done to the document of its row: `Bãi bỏ khoản 2 Điều 3`. None
/// where it names them for something else, as a reason may.
#[must_use]
pub fn provisions_of_cell(cell: &str) -> Vec<TargetProvision> {
    let mut tokens = Vec::new();
    tokenize(cell, 0, &mut tokens);
    let tokens = without_quoted(&tokens);
    // `Chỉ bãi bỏ Điều 3`
    let only = usize::from(tokens.first().is_some_and(|first| first.is_word(word("chỉ"))));
    sentence::provisions_of_cell(&tokens[only..])
}

/// The first day that some words name.
#[must_use]
pub fn day_in(words: &str) -> Option<Date> {
    let mut tokens = Vec::new();
    tokenize(words, 0, &mut tokens);
    (0..tokens.len()).find_map(|at| date_at(&tokens, at)?.date)
}

/// What a title says that its document does: `Sửa đổi, bổ sung một số điều của Nghị quyết số ...`. `start` is the
/// byte of the source where the title begins.
#[must_use]
pub fn instructions_of_title(title: &str, start: usize) -> Vec<Instruction> {
    let mut tokens = Vec::new();
    tokenize(title, start, &mut tokens);
    let mut reading = Reading::default();
    let _: Option<Context> = sentence::read(&without_quoted(&tokens), Scope::Announces, None, &mut reading);
    reading.instructions
}

/// The new wording that a part leads to: in its own words, or in the part right behind it.
fn wording(structure: &Structure, index: usize, quotations: &[Range<usize>]) -> Option<Range<usize>> {
    let part = structure.parts.get(index)?;
    let end = match structure.parts.get(index + 1) {
        Some(next) if next.role == Role::Quoted => next.text.start + 1,
        _ => part.text.end,
    };
    quotations.first().filter(|next| next.start >= part.text.start && next.start < end).cloned()
}

/// The number of the part that enacts (QUYẾT NGHỊ), where one stands before all provisions: nothing acts before it.
fn enacting(structure: &Structure) -> usize {
    let is_end = |part: &Part| {
        matches!(part.role, Role::Enacting | Role::Article | Role::Chapter | Role::Annex | Role::Regulation)
    };
    let end = structure.parts.iter().position(is_end);
    end.filter(|end| structure.parts[*end].role == Role::Enacting).unwrap_or(0)
}

/// Whether what stands below a part may do something: an annex and an attached plan hold figures, forms and tasks.
fn may_act(part: &Part) -> bool {
    const PLANS: [&str; 6] = ["de-an", "chuong-trinh", "ke-hoach", "phuong-an", "bieu", "bang"];
    let name = part.anchor.as_deref().unwrap_or_default();
    let is_plan = part.role == Role::Regulation && PLANS.iter().any(|plan| name.starts_with(plan));
    part.role != Role::Annex && !is_plan
}

/// What the sentences of a part can say; `None` where they say nothing of documents.
fn scope(role: Role) -> Option<Scope> {
    match role {
        Role::Basis | Role::Consideration => Some(Scope::TellsOfOthers),
        Role::Title | Role::Subject | Role::Enacting | Role::Part | Role::Chapter | Role::Caption => {
            Some(Scope::Announces)
        }
        Role::Article
        | Role::Section
        | Role::Clause
        | Role::Subclause
        | Role::Point
        | Role::Dash
        | Role::Item
        | Role::Text
        | Role::Adoption => Some(Scope::Acts),
        _ => None,
    }
}

/// What a part would do that is struck out.
fn unread_struck(struck: &[Token], scope: Scope) -> Option<UnreadAct> {
    if struck.is_empty() || scope != Scope::Acts {
        return None;
    }
    let mut reading = Reading::default();
    let _: Option<Context> = sentence::read(struck, scope, None, &mut reading);
    let act = reading.instructions.into_iter().find(|act| act.agent == Agent::This)?;
    Some(UnreadAct { action: act.action, document: act.target, sentence: act.sentence, is_struck: true })
}

/// The tokens of a part behind its label and before byte `end`, and those of them that are struck out; what is quoted is
/// left out.
fn tokens_of<'s>(
    blocks: &[Block<'_>],
    structure: &'s Structure,
    (part, end): (&Part, usize),
    struck: &[Range<usize>],
) -> (Cow<'s, [Token]>, Vec<Token>) {
    let (from, end) = (part.label.end.max(part.text.start), end.min(part.text.end));
    let tokens = match structure.tokens(from, end) {
        Some(tokens) => Cow::Borrowed(tokens),
        None => Cow::Owned(tokens_anew(blocks, part, from..end)),
    };
    let struck = struck_out(blocks, part, struck);
    let mut struck_tokens = Vec::new();
    let tokens = if struck.is_empty() {
        tokens
    } else {
        let is_left = |token: &Token| {
            let behind = struck.partition_point(|range| range.start <= token.start);
            behind.checked_sub(1).is_none_or(|at| struck[at].end <= token.start)
        };
        let (left, out): (Vec<Token>, Vec<Token>) = tokens.iter().partition(|token| is_left(token));
        struck_tokens = without_quoted(&out);
        Cow::Owned(left)
    };
    let tokens = match without_links(&tokens) {
        Some(bare) => Cow::Owned(bare),
        None => tokens,
    };
    if tokens.iter().any(|token| token.is_one_of(&['“', '"', '«'])) {
        return (Cow::Owned(without_quoted(&tokens)), struck_tokens);
    }
    (tokens, struck_tokens)
}

/// The byte ranges of a part that are struck out: by marks in its blocks, or as `struck` says.
fn struck_out(blocks: &[Block<'_>], part: &Part, struck: &[Range<usize>]) -> Vec<Range<usize>> {
    let first = struck.partition_point(|range| range.end <= part.text.start);
    let within = struck[first..].iter().take_while(|range| range.start < part.text.end);
    let mut found: Vec<Range<usize>> = within.cloned().collect();
    for block in blocks.iter().take(part.blocks.end).skip(part.blocks.start) {
        if block.start >= part.text.end {
            break;
        }
        let from = part.text.start.saturating_sub(block.start);
        let to = part.text.end - block.start;
        let Some(own) = block.text.get(from..to.min(block.text.len())) else { continue };
        // Nearly no text has one; a search for a pair costs more to begin.
        if memchr::memchr(b'~', own.as_bytes()).is_none() {
            continue;
        }
        let start = block.start + from;
        let marks: Vec<usize> = own.match_indices("~~").map(|(at, _)| start + at).collect();
        found.extend(marks.chunks_exact(2).map(|pair| pair[0]..pair[1]));
    }
    found.sort_by_key(|range| range.start);
    found
}

/// The tokens of a range of a part that begins or ends within a word, as in a head whose lines ran together.
fn tokens_anew(blocks: &[Block<'_>], part: &Part, range: Range<usize>) -> Vec<Token> {
    let mut tokens = Vec::new();
    for block in blocks.iter().take(part.blocks.end).skip(part.blocks.start) {
        let from = range.start.max(block.start);
        let to = range.end.min(block.start + block.text.len()).max(from);
        if let Some(text) = block.text.get(from - block.start..to - block.start) {
            tokenize(text, from, &mut tokens);
        }
    }
    tokens
}

/// The tokens without the marks and addresses of Markdown links: `[Nghị quyết số A](https://...)`; `None` where there are none.
fn without_links(tokens: &[Token]) -> Option<Vec<Token>> {
    const LONGEST_ADDRESS: usize = 200;
    if !tokens.iter().any(|token| token.is_mark('[')) {
        return None;
    }
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut open: Option<usize> = None;
    let mut marks: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let leads = || tokens.get(at + 1).is_some_and(|next| next.is_mark('(') && next.start == token.end);
        if token.is_mark('[') {
            open = Some(kept.len());
        } else if token.is_mark(']')
            && leads()
            && let Some(mark) = open.take()
            && let Some(length) =
                tokens[at..].iter().take(LONGEST_ADDRESS).position(|token| token.is_mark(')'))
        {
            marks.push(mark);
            at += length + 1;
            continue;
        }
        kept.push(*token);
        at += 1;
    }
    let mut marks = marks.into_iter().peekable();
    let is_left = |(index, token)| marks.next_if_eq(&index).is_none().then_some(token);
    Some(kept.into_iter().enumerate().filter_map(is_left).collect())
}

/// The tokens that stand in no quotation; the marks themselves stay.
fn without_quoted(tokens: &[Token]) -> Vec<Token> {
    let mut depth = 0_usize;
    let mut is_straight_open = false;
    let mut kept = Vec::with_capacity(tokens.len());
    for token in tokens {
        if token.is_one_of(&['”', '»']) {
            depth = depth.saturating_sub(1);
        }
        let is_straight = token.is_mark('"');
        if is_straight {
            is_straight_open = !is_straight_open;
        }
        if depth == 0 && (!is_straight_open || is_straight) {
            kept.push(*token);
        }
        if token.is_one_of(&['“', '«']) {
            depth += 1;
        }
    }
    kept
}
