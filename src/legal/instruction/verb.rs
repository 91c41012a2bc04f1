//! The verbs of instructions.

use super::Action;
use super::provision::named_at;
use super::words::{CLOSING_QUOTES, FOLLOWS, PASSIVE, PROVISIONS, QUOTES, WORDINGS};
use crate::legal::structure::phrase::{FirstWords, Phrase, first_phrase, phrases, words};
use crate::legal::structure::token::{Token, token_at, word};

/// What a verb means; what is done follows from it and from what it is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// Sửa đổi; sửa đổi, bổ sung
    Amend,
    /// Bổ sung
    Add,
    /// Điều chỉnh
    Adjust,
    /// Thay thế
    Replace,
    /// Bãi bỏ, hủy bỏ
    Repeal,
    /// Hết hiệu lực, chấm dứt hiệu lực
    End,
    /// Ngưng hiệu lực
    Suspend,
    /// Kéo dài thời gian thực hiện
    Extend,
    /// Tiếp tục thực hiện
    Continue,
    /// Đính chính
    Correct,
    /// Quy định chi tiết
    Detail,
    /// Hợp nhất
    Consolidate,
}

impl Family {
    /// What is done to a document as a whole, or to a part that is not said more closely.
    pub(super) fn action(self) -> Action {
        match self {
            Self::Amend => Action::Replace,
            Self::Add => Action::Insert,
            Self::Adjust => Action::Other,
            Self::Replace => Action::Replaces,
            Self::Repeal => Action::Repeals,
            Self::End => Action::Ends,
            Self::Suspend => Action::Suspends,
            Self::Extend | Self::Continue => Action::Extends,
            Self::Correct => Action::Corrects,
            Self::Detail => Action::Details,
            Self::Consolidate => Action::Consolidates,
        }
    }

    /// Whether it changes wording and leaves the document in effect.
    pub(super) fn amends(self) -> bool {
        matches!(self, Self::Amend | Self::Add | Self::Adjust)
    }

    /// Whether its days are said with it: `từ ngày ... đến hết ngày ...`.
    pub(super) fn has_term(self) -> bool {
        matches!(self, Self::Suspend | Self::Extend | Self::Continue)
    }
}

/// Where the document stands that something is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Behind the verb, with nothing but names of provisions and the like between: `thay thế Nghị quyết số A`.
    Near,
    /// Behind the verb, with other words between: `sửa đổi mức chi tại Nghị quyết số A`.
    Far,
    /// Before the verb: `Nghị quyết số A hết hiệu lực`.
    Before,
}

/// A verb of effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// What it means.
    pub(super) family: Family,
    /// Where its object stands.
    pub(super) order: Order,
}

impl Verb {
    const fn new(family: Family, order: Order) -> Self {
        Self { family, order }
    }
}

/// The verbs by what they mean; longer ones before those that they begin with.
const VERBS: [(Verb, &[Phrase]); 14] = [
    (Verb::new(Family::Amend, Order::Far), phrases!("sửa đổi bổ sung, sửa đổi")),
    (
        Verb::new(Family::Adjust, Order::Far),
        phrases!("điều chỉnh bổ sung, điều chỉnh, hiệu chỉnh, nâng mức, tăng mức, giảm mức, hạ mức"),
    ),
    (Verb::new(Family::Add, Order::Far), phrases!("bổ sung")),
    (Verb::new(Family::Replace, Order::Near), phrases!("thay thế, thay cho")),
    (Verb::new(Family::Repeal, Order::Near), phrases!("bãi bỏ, hủy bỏ")),
    (
        Verb::new(Family::End, Order::Before),
        phrases!("hết hiệu lực, không còn hiệu lực, chấm dứt hiệu lực, hết giá trị, không còn giá trị"),
    ),
    (
        Verb::new(Family::Suspend, Order::Far),
        phrases!(
            "ngưng hiệu lực, ngừng hiệu lực, tạm ngưng, tạm dừng, tạm đình chỉ, đình chỉ, \
             dừng thực hiện, ngừng thực hiện, tạm ngừng, tạm thời chưa áp dụng, \
             tạm thời chưa thực hiện, tạm thời không áp dụng, tạm thời không thực hiện, dừng thi hành"
        ),
    ),
    (Verb::new(Family::Extend, Order::Far), phrases!("kéo dài, gia hạn")),
    (Verb::new(Family::Correct, Order::Far), phrases!("đính chính")),
    (
        Verb::new(Family::Detail, Order::Near),
        phrases!("quy định chi tiết, quy định biện pháp thi hành, hướng dẫn thi hành"),
    ),
    (Verb::new(Family::Consolidate, Order::Near), phrases!("hợp nhất")),
    (
        Verb::new(Family::End, Order::Near),
        phrases!(
            "chấm dứt việc, chấm dứt thực hiện, không tiếp tục thực hiện, không tiếp tục áp dụng, \
             không thực hiện, thôi áp dụng, thôi thực hiện, chấm dứt áp dụng, ngừng áp dụng, \
             dừng áp dụng, kết thúc việc, kết thúc thực hiện, kết thúc áp dụng, chấm dứt thi hành"
        ),
    ),
    (
        Verb::new(Family::Continue, Order::Far),
        phrases!("tiếp tục thực hiện, tiếp tục áp dụng, cho phép áp dụng"),
    ),
    (
        Verb::new(Family::Continue, Order::Before),
        phrases!("tiếp tục được thực hiện, tiếp tục được áp dụng, tiếp tục có hiệu lực"),
    ),
];

/// `thay cụm từ`, short for `thay thế cụm từ`.
const SWAP: u64 = word("thay");
/// `bỏ cụm từ`, short for `bãi bỏ cụm từ`.
const DROP: u64 = word("bỏ");
/// Other words for `bãi bỏ` before words and provisions: `lược bỏ cụm từ`.
const DROPS: &[Phrase] = phrases!("lược bỏ, loại bỏ, xóa bỏ, gạch bỏ, cắt bỏ");

/// `sửa cụm từ`, short for `sửa đổi cụm từ`.
const CHANGE: u64 = word("sửa");
/// `thêm khoản 9`, another word for `bổ sung`.
const ADD: u64 = word("thêm");

/// What follows a short verb where it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Provision,
    /// A provision, with the verb at the beginning of a clause.
    LeadingProvision,
    /// A provision or its new wording.
    Rewording,
    /// A provision or a resolution.
    Document,
    /// A day, with the effect of a document before the verb.
    Day,
}

/// Verbs before what they are done to only, as other words go on with them: `sửa khoản 2`, `quy định lại mức chi`.
const SHORT: [(Phrase, (Verb, Before)); 10] = [
    (Phrase::new("sửa lại"), (Verb::new(Family::Amend, Order::Far), Before::Rewording)),
    (Phrase::new("viết lại"), (Verb::new(Family::Amend, Order::Far), Before::Rewording)),
    (Phrase::new("quy định lại"), (Verb::new(Family::Amend, Order::Far), Before::Rewording)),
    (Phrase::new("sửa"), (Verb::new(Family::Amend, Order::Far), Before::Provision)),
    (Phrase::new("thay"), (Verb::new(Family::Replace, Order::Near), Before::Provision)),
    (Phrase::new("chuyển"), (Verb::new(Family::Adjust, Order::Far), Before::Provision)),
    (Phrase::new("không áp dụng"), (Verb::new(Family::End, Order::Near), Before::LeadingProvision)),
    (Phrase::new("hủy"), (Verb::new(Family::Repeal, Order::Near), Before::Document)),
    (Phrase::new("thu hồi"), (Verb::new(Family::Repeal, Order::Near), Before::Document)),
    (Phrase::new("kết thúc"), (Verb::new(Family::End, Order::Before), Before::Day)),
];
/// `thay đổi tên gọi “A” thành “B”`
const RENAMES: &[Phrase] = phrases!("thay đổi tên gọi, đổi tên gọi, đổi tên");
/// Other words for `thay thế` before words: `thay đổi cụm từ “A” thành “B”`.
const SWAPS: &[Phrase] = phrases!("thay đổi, đổi");
/// `đưa 02 dự án ra khỏi Danh mục`
const TAKE: u64 = word("đưa");
const OUT: Phrase = Phrase::new("ra khỏi");

/// The first words of all verbs.
const FIRST_WORDS: FirstWords = FirstWords::of(&[SWAP, DROP, CHANGE, ADD, TAKE])
    .and_of_groups(&VERBS)
    .and_of(DROPS)
    .and_of_pairs(&SHORT)
    .and_of(RENAMES)
    .and_of(SWAPS);

/// The verb at index `at`, and the index behind it.
#[inline]
pub(super) fn verb_at(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    tokens.get(at).filter(|token| FIRST_WORDS.may_be(token))?;
    read_verb(tokens, at)
}

/// Reads the verb at index `at`, where one may begin.
fn read_verb(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    let verb = VERBS.iter().find_map(|(verb, phrases)| Some((*verb, first_phrase(phrases, tokens, at)?.1)));
    if verb.is_some() {
        return verb;
    }
    if let Some(found) = short_verb(tokens, at) {
        return Some(found);
    }
    let first = tokens.get(at)?;
    let repeal = Verb::new(Family::Repeal, Order::Near);
    if let Some((_, end)) = first_phrase(DROPS, tokens, at) {
        let drops = is_before_words(tokens, end) || is_before_provision(tokens, end);
        return drops.then_some((repeal, end));
    }
    // `đổi cụm từ “A”`, `đổi thành cụm từ “B”`
    let leads_to_new =
        |at: usize| token_at(tokens, at).is_among(words!("bằng thành")) && is_before_words(tokens, at + 1);
    if let Some((_, end)) = first_phrase(SWAPS, tokens, at)
        && (is_before_words(tokens, end) || leads_to_new(end))
    {
        return Some((Verb::new(Family::Replace, Order::Near), end));
    }
    // `được thay bằng`, `Cụm từ “A” thay bằng`
    let is_passive_swap = || {
        let is_behind = at.checked_sub(1).is_some_and(|before| {
            tokens[before].is_among(PASSIVE) || tokens[before].is_one_of(&CLOSING_QUOTES)
        });
        is_behind && token_at(tokens, at + 1).is_among(words!("bằng thành lần tương"))
    };
    let is_about_words = is_before_words(tokens, at + 1)
        || (first.is_word(SWAP) && (is_passive_swap() || leads_to_new(at + 1)));
    if first.is_word(ADD) {
        let adds = is_about_words || token_at(tokens, at + 1).is_among(PROVISIONS);
        return adds.then_some((Verb::new(Family::Add, Order::Far), at + 1));
    }
    let family = if first.is_word(CHANGE) {
        Family::Amend
    } else if first.is_word(SWAP) {
        Family::Replace
    } else if first.is_word(DROP)
        && !at.checked_sub(1).is_some_and(|before| tokens[before].is_among(COMPOUNDS))
    {
        return (is_about_words || is_before_provision(tokens, at + 1)).then_some((repeal, at + 1));
    } else {
        return None;
    };
    is_about_words.then_some((Verb { family, order: Order::Near }, at + 1))
}

/// Reads a verb that is one only before what it is done to, at index `at`.
fn short_verb(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    const FARTHEST: usize = 25;
    let adjust = Verb::new(Family::Adjust, Order::Far);
    if tokens.get(at)?.is_word(TAKE) {
        let near = at + 1..tokens.len().min(at + FARTHEST);
        let clause = near.take_while(|at| !tokens[*at].is_one_of(&[';', '.', ':']));
        return clause.into_iter().find_map(|at| OUT.ends_at(tokens, at)).map(|end| (adjust, end));
    }
    if let Some((_, end)) = first_phrase(RENAMES, tokens, at) {
        let is_quote = token_at(tokens, end).is_one_of(&QUOTES);
        return is_quote.then_some((Verb::new(Family::Replace, Order::Far), end));
    }
    let (verb, before, end) = SHORT
        .iter()
        .find_map(|(phrase, (verb, before))| Some((*verb, *before, phrase.ends_at(tokens, at)?)))?;
    let begins = || at.checked_sub(1).is_none_or(|before| tokens[before].is_mark(','));
    let is_verb = match before {
        Before::Day => ends_effect(tokens, at, end),
        Before::Document => is_before_document(tokens, end) || is_before_provision(tokens, end),
        Before::LeadingProvision => is_before_provision(tokens, end) && begins(),
        Before::Rewording => is_before_provision(tokens, end) || is_before_wording(tokens, end),
        Before::Provision => is_before_provision(tokens, end),
    };
    is_verb.then_some((verb, end))
}

/// `Hiệu lực của Nghị quyết số A kết thúc vào ngày ...`, with the verb between two indexes.
fn ends_effect(tokens: &[Token], at: usize, end: usize) -> bool {
    const FARTHEST: usize = 60;
    const EFFECT: Phrase = Phrase::new("hiệu lực của");
    let is_dated = token_at(tokens, end).is_among(words!("vào từ kể"));
    is_dated && (at.saturating_sub(FARTHEST)..at).any(|at| EFFECT.ends_at(tokens, at).is_some())
}

/// Whether a resolution is named at index `at`, by its number or as a whole: `Nghị quyết số`, `toàn bộ Nghị quyết`.
fn is_before_document(tokens: &[Token], at: usize) -> bool {
    const WHOLE: Phrase = Phrase::new("toàn bộ");
    const NAMES: &[Phrase] = phrases!("nghị quyết số, các nghị quyết, nghị quyết");
    first_phrase(NAMES, tokens, WHOLE.ends_at(tokens, at).unwrap_or(at)).is_some()
}

/// Whether new wording or what it is of is named at index `at`: `như sau`, `thành`, `mức chi`.
fn is_before_wording(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at);
    FOLLOWS.ends_at(tokens, at).is_some()
        || next.is_some_and(|next| next.is_among(words!("thành mức nội tên")))
}

/// Whether words of a text are named at index `at`: `cụm từ “A”`.
fn is_before_words(tokens: &[Token], at: usize) -> bool {
    let is_quote = |at: usize| token_at(tokens, at).is_one_of(&QUOTES);
    let named = first_phrase(WORDINGS, tokens, at).map(|(_, end)| end);
    named.is_some_and(|end| end > at + 1 || is_quote(end)) || is_quote(at)
}

/// Whether a provision with its number is named at index `at`: `khoản 3`.
fn is_before_provision(tokens: &[Token], at: usize) -> bool {
    let at = at + usize::from(token_at(tokens, at).is_word(word("các")));
    token_at(tokens, at).is_among(PROVISIONS) && named_at(tokens, at).is_some()
}

/// Words that `bỏ` is the end of.
const COMPOUNDS: &[u64] = words!("bãi hủy huỷ loại lược xóa gạch cắt");
