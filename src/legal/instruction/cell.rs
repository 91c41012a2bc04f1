//! What the cells of a table say of the document of their row, besides the provisions that they name.

use super::mention::mentions;
use super::places::Provisions;
use super::provision::named_at;
use super::sentence::{Scope, Sentence, lists, sentence_end};
use super::spoken::without_quoted;
use super::verb::verb_at;
use super::words::FILLERS;
use super::{Action, Heading, TargetProvision};
use crate::legal::RelationKind;
use crate::legal::list::names;
use crate::legal::structure::phrase::{Phrase, first_phrase, phrases, words};
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::{Kind, Token, tokenize, word};
use crate::text::{Date, slug};

/// A cell of a row, with the heading of its column.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// The heading; empty where there is none.
    pub head: &'a str,
    /// The words of the cell.
    pub words: &'a str,
}

/// What cells say of a document.
#[expect(clippy::struct_excessive_bools, reason = "each is said or not whatever else is said")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellSays {
    /// The day on which it is done.
    pub day: Option<Date>,
    /// Whether only a part is meant: `một phần`.
    pub is_part: bool,
    /// Whether the whole is meant: `toàn bộ`.
    pub is_whole: bool,
    /// Whether the day is that on which the text takes effect.
    is_of_effect: bool,
    /// Whether the document goes on: `giữ nguyên`, `không bãi bỏ`.
    keeps: bool,
    /// Whether provisions are named.
    names_provisions: bool,
    /// Whether something was not understood that may say so.
    is_unclear: bool,
}

impl CellSays {
    /// What two cells of one row say together; where they tell different days, that is unclear.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let differ = self.day.zip(other.day).is_some_and(|(one, two)| one != two)
            || (self.is_of_effect && other.day.is_some())
            || (other.is_of_effect && self.day.is_some());
        Self {
            day: self.day.or(other.day),
            is_part: self.is_part || other.is_part,
            is_whole: self.is_whole || other.is_whole,
            is_of_effect: self.is_of_effect || other.is_of_effect,
            keeps: self.keeps || other.keeps,
            names_provisions: self.names_provisions || other.names_provisions,
            is_unclear: self.is_unclear || other.is_unclear || differ,
        }
    }

    /// Whether nothing is done to the document.
    #[must_use]
    pub fn is_kept(self) -> bool {
        let says_more = self.is_part || self.is_whole || self.names_provisions || self.day.is_some();
        self.keeps && !says_more && !self.is_unclear
    }

    /// Whether it is not certain what is meant.
    #[must_use]
    pub fn is_unclear(self) -> bool {
        self.is_unclear || self.keeps || (self.is_part && self.is_whole)
    }
}

/// What a document does that goes on.
const KEEPING: &[Phrase] = phrases!(
    "giữ nguyên hiệu lực, giữ nguyên, giữ lại, không bãi bỏ, chưa bãi bỏ, không thay thế, \
     không hết hiệu lực, chưa hết hiệu lực, còn hiệu lực, tiếp tục có hiệu lực, tiếp tục áp dụng, \
     tiếp tục thực hiện, tiếp tục thi hành, tiếp tục, còn áp dụng, còn phù hợp"
);
/// Why a document ends.
const UNFIT: Phrase = Phrase::new("không còn phù hợp");
const WHOLE: &[Phrase] = phrases!("toàn bộ, toàn văn, tất cả, không còn hiệu lực");
const PART: &[Phrase] = phrases!("một phần, 1 phần");
/// The day on which the text itself takes effect.
const OF_EFFECT: &[Phrase] = phrases!(
    "ngày nghị quyết này có hiệu lực, ngày quyết định này có hiệu lực, khi nghị quyết này có hiệu lực"
);
/// Words that make less of what stands beside them.
const LIMITING: &[Phrase] = phrases!(
    "trừ, ngoại, riêng, nếu, trường hợp, đến khi, đến hết, đến ngày, sau khi, chờ, dự kiến, đề nghị"
);
/// The last words of what is left over: `các khoản khác`, `phần còn lại`.
const REST: &[u64] = words!("khác lại");
/// Words that say nothing by themselves.
const LIGHT: &[u64] = words!(
    "chỉ kể từ ngày vào nội dung quy định tại của và văn bản nghị quyết này áp dụng thực hiện hiệu lực \
     được bị đã vẫn còn các br thời điểm phần"
);
/// Slugs of words in the headings of columns that tell what is done.
const TELLING: [&str; 6] = ["bai-bo", "het-hieu-luc", "thay-the", "ngung", "huy-bo", "cham-dut"];
/// Slugs of words in the headings of columns that tell what the document is, or why something is done.
const DESCRIBING: &[&str] = names!(
    "trich-yeu, ten, tieu-de, ve-viec, van-ban, nghi-quyet, so, ky-hieu, stt, tt, co-quan, don-vi, \
     linh-vuc, ly-do, can-cu, ngay, nam, nguoi-ky, loai, co-hieu-luc"
);
/// Slugs of the first words of subjects, in a column that may tell either.
const SUBJECTS: &[&str] = names!(
    "ve-, quy-dinh-, ban-hanh-, thong-qua-, phe-, sua-doi, dieu-chinh-, quyet-dinh-, keo-dai-, muc-, \
     chinh-sach-"
);

impl Cell<'_> {
    /// What it says of a document that a list does `action` to. `own_day` is that of the text itself, before which nothing is
    /// done.
    #[must_use]
    pub fn says(&self, action: Action, own_day: Option<Date>) -> CellSays {
        let ends = matches!(
            action.relation(),
            RelationKind::Repeals | RelationKind::Replaces | RelationKind::Suspends
        );
        let head = slug(self.head);
        let in_head =
            |words: &[&str]| words.iter().any(|word| format!("-{head}-").contains(&format!("-{word}-")));
        let tells = in_head(&TELLING);
        if ends
            && Heading::of(&head, action) == Heading::Other
            && Heading::of(&head, Action::Extends) == Heading::Same
        {
            // `| Giữ nguyên |`, and below a tick
            let keeps = self.words.chars().count() == 1;
            return CellSays { keeps, is_unclear: !keeps, ..CellSays::default() };
        }
        let is_day_column = in_head(&["ngay", "thoi-diem", "thoi-gian"]);
        if !tells && in_head(DESCRIBING) && !in_head(&["thoi-diem"]) {
            return CellSays::default();
        }
        let is_subject = || {
            let words = slug(self.words);
            in_head(&["noi-dung"]) && !tells && SUBJECTS.iter().any(|first| words.starts_with(first))
        };
        if !ends || is_subject() {
            return self.changes(ends);
        }
        let mut tokens = Vec::new();
        tokenize(self.words, 0, &mut tokens);
        let tokens = without_quoted(&tokens);
        // A day before that of the text is the older document's.
        let earliest = own_day.filter(|_| !tells);
        let names_another = !mentions(&tokens).is_empty();
        let mut says = read(&tokens, earliest, names_another);
        if names_another {
            // Days and provisions beside another document are those of that one.
            let is_unclear = says.is_unclear && says.day.is_none() && !says.names_provisions;
            says = CellSays { day: None, names_provisions: false, is_unclear, ..says };
        }
        says.is_unclear |= says.names_provisions && provisions_of_cell(self.words).is_empty();
        // `| Bãi bỏ toàn bộ | Bãi bỏ một phần |`, and below ticks
        let (of_whole, of_part) = (tells && in_head(&["toan-bo"]), tells && in_head(&["mot-phan"]));
        let says_how_much = says.is_whole || says.is_part || says.names_provisions;
        says.is_unclear |= of_whole && of_part && !says_how_much;
        says.is_whole |= of_whole && !of_part;
        says.is_part |= of_part && !of_whole && !says.is_whole;
        // `Ngày hết hiệu lực`, and below no day
        says.is_unclear |= tells && is_day_column && says.day.is_none() && !says.keeps && !says.is_of_effect;
        says
    }

    /// What it says of a document that is changed or goes on: no more than that it is left as it is.
    fn changes(&self, ends: bool) -> CellSays {
        let mut tokens = Vec::new();
        tokenize(self.words, 0, &mut tokens);
        let is_left = |phrases: &[Phrase]| matches!(first_phrase(phrases, &tokens, 0), Some((_, end)) if end == tokens.len());
        CellSays { keeps: !ends && is_left(&KEEPING[1..3]), ..CellSays::default() }
    }
}

/// What the words of a cell say; days before the earliest say nothing, nor do verbs beside another document.
fn read(tokens: &[Token], earliest: Option<Date>, names_another: bool) -> CellSays {
    let mut says = CellSays::default();
    let (mut has_other_words, mut is_limited, mut is_narrowed) = (false, false, false);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let phrase = |phrases: &[Phrase]| first_phrase(phrases, tokens, at).map(|(_, end)| end);
        let next = if let Some(end) = UNFIT.ends_at(tokens, at) {
            end
        } else if let Some(end) = phrase(KEEPING) {
            // `các khoản khác giữ nguyên`
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let is_rest = before.is_some_and(|word| word.is_among(REST));
            says.is_part |= is_rest;
            says.keeps |= !is_rest;
            end
        } else if let Some(end) = phrase(WHOLE) {
            says.is_whole = true;
            end
        } else if let Some(end) = phrase(PART) {
            says.is_part = true;
            end
        } else if let Some(end) = phrase(OF_EFFECT) {
            says.is_of_effect = true;
            end
        } else if let Some(end) = phrase(LIMITING) {
            is_limited = true;
            end
        } else if let Some(day) = date_at(tokens, at) {
            let is_past = day.date.zip(earliest).is_some_and(|(day, earliest)| day < earliest);
            if !is_past {
                says.is_unclear |= day.date.is_none() || says.day.is_some();
                says.day = day.date;
            }
            day.end
        } else if let Some(named) = named_at(tokens, at) {
            says.names_provisions = true;
            is_limited |= named.is_excepted;
            named.to
        } else if let Some((verb, end)) = verb_at(tokens, at) {
            // `Sửa đổi, bổ sung` beside a document of a list of what ends
            is_limited |= verb.family.amends() && !names_another;
            end
        } else {
            is_narrowed |= token.is_word(word("chỉ")) || token.is_word(word("phần"));
            has_other_words |= token.kind != Kind::Mark && !token.is_among(LIGHT);
            at + 1
        };
        at = next.max(at + 1);
    }
    let matters = says.keeps || says.day.is_some();
    says.is_unclear |= is_limited || (has_other_words && matters) || (says.keeps && says.names_provisions);
    // `Chỉ bãi bỏ phần học phí`
    says.is_unclear |= is_narrowed && has_other_words && !says.names_provisions && !says.is_part;
    says
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
    provisions_that_lead(&tokens[only..])
}

/// The provisions that a cell of a table begins with, or that stand behind a verb that it begins with.
fn provisions_that_lead(tokens: &[Token]) -> Vec<TargetProvision> {
    let Some(first) = lists(tokens).into_iter().next() else { return Vec::new() };
    let mut at = 0;
    while at < first.from {
        match verb_at(tokens, at) {
            Some((_, end)) => at = end,
            None if tokens[at].kind == Kind::Mark || tokens[at].is_among(FILLERS) => at += 1,
            None => return Vec::new(),
        }
    }
    if !mentions(tokens).is_empty() || first.is_own {
        return Vec::new();
    }
    let sentence = Sentence::new(tokens, Scope::Acts, None);
    let Provisions { entries, holder, .. } = sentence.provisions(0, sentence_end(tokens, 0));
    entries.into_iter().map(|entry| entry.within(holder.as_ref()).provision()).collect()
}
