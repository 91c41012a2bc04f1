//! The verbs of instructions.

use super::Action;
use super::provision::named_at;
use super::words::{PASSIVE, PROVISIONS, QUOTES, WORDINGS, is_one};
use crate::legal::structure::token::{Phrase, Token, first_phrase, word};

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

/// The verbs; longer ones before those that they begin with.
const PHRASES: [Phrase; 46] = [
    Phrase::new("sửa đổi bổ sung"),
    Phrase::new("điều chỉnh bổ sung"),
    Phrase::new("sửa đổi"),
    Phrase::new("bổ sung"),
    Phrase::new("điều chỉnh"),
    Phrase::new("thay thế"),
    Phrase::new("bãi bỏ"),
    Phrase::new("hủy bỏ"),
    Phrase::new("hết hiệu lực"),
    Phrase::new("không còn hiệu lực"),
    Phrase::new("chấm dứt hiệu lực"),
    Phrase::new("ngưng hiệu lực"),
    Phrase::new("ngừng hiệu lực"),
    Phrase::new("tạm ngưng"),
    Phrase::new("tạm dừng"),
    Phrase::new("tạm đình chỉ"),
    Phrase::new("đình chỉ"),
    Phrase::new("kéo dài"),
    Phrase::new("gia hạn"),
    Phrase::new("đính chính"),
    Phrase::new("quy định chi tiết"),
    Phrase::new("quy định biện pháp thi hành"),
    Phrase::new("hướng dẫn thi hành"),
    Phrase::new("hợp nhất"),
    Phrase::new("chấm dứt việc"),
    Phrase::new("chấm dứt thực hiện"),
    Phrase::new("dừng thực hiện"),
    Phrase::new("không tiếp tục thực hiện"),
    Phrase::new("không tiếp tục áp dụng"),
    Phrase::new("không thực hiện"),
    Phrase::new("thôi áp dụng"),
    Phrase::new("thôi thực hiện"),
    Phrase::new("tiếp tục thực hiện"),
    Phrase::new("tiếp tục áp dụng"),
    Phrase::new("tiếp tục được thực hiện"),
    Phrase::new("tiếp tục được áp dụng"),
    Phrase::new("tiếp tục có hiệu lực"),
    Phrase::new("chấm dứt áp dụng"),
    Phrase::new("ngừng áp dụng"),
    Phrase::new("ngừng thực hiện"),
    Phrase::new("tạm ngừng"),
    Phrase::new("dừng áp dụng"),
    Phrase::new("kết thúc việc"),
    Phrase::new("thay cho"),
    Phrase::new("hết giá trị"),
    Phrase::new("không còn giá trị"),
];
/// What each of [`PHRASES`] means.
const MEANINGS: [(Family, Order); 46] = [
    (Family::Amend, Order::Far),
    (Family::Adjust, Order::Far),
    (Family::Amend, Order::Far),
    (Family::Add, Order::Far),
    (Family::Adjust, Order::Far),
    (Family::Replace, Order::Near),
    (Family::Repeal, Order::Near),
    (Family::Repeal, Order::Near),
    (Family::End, Order::Before),
    (Family::End, Order::Before),
    (Family::End, Order::Before),
    (Family::Suspend, Order::Far),
    (Family::Suspend, Order::Far),
    (Family::Suspend, Order::Far),
    (Family::Suspend, Order::Far),
    (Family::Suspend, Order::Far),
    (Family::Suspend, Order::Far),
    (Family::Extend, Order::Far),
    (Family::Extend, Order::Far),
    (Family::Correct, Order::Far),
    (Family::Detail, Order::Near),
    (Family::Detail, Order::Near),
    (Family::Detail, Order::Near),
    (Family::Consolidate, Order::Near),
    (Family::End, Order::Near),
    (Family::End, Order::Near),
    (Family::Suspend, Order::Far),
    (Family::End, Order::Near),
    (Family::End, Order::Near),
    (Family::End, Order::Near),
    (Family::End, Order::Near),
    (Family::End, Order::Near),
    (Family::Continue, Order::Far),
    (Family::Continue, Order::Far),
    (Family::Continue, Order::Before),
    (Family::Continue, Order::Before),
    (Family::Continue, Order::Before),
    (Family::End, Order::Near),
    (Family::End, Order::Near),
    (Family::Suspend, Order::Far),
    (Family::Suspend, Order::Far),
    (Family::End, Order::Near),
    (Family::End, Order::Near),
    (Family::Replace, Order::Near),
    (Family::End, Order::Before),
    (Family::End, Order::Before),
];

/// `thay cụm từ`, short for `thay thế cụm từ`.
const SWAP: u64 = word("thay");
/// `bỏ cụm từ`, short for `bãi bỏ cụm từ`.
const DROP: u64 = word("bỏ");
/// Other words for `bãi bỏ` before words and provisions: `lược bỏ cụm từ`.
const DROPS: [Phrase; 5] = [
    Phrase::new("lược bỏ"),
    Phrase::new("loại bỏ"),
    Phrase::new("xóa bỏ"),
    Phrase::new("gạch bỏ"),
    Phrase::new("cắt bỏ"),
];

/// `sửa cụm từ`, short for `sửa đổi cụm từ`.
const CHANGE: u64 = word("sửa");
/// `thêm khoản 9`, another word for `bổ sung`.
const ADD: u64 = word("thêm");

/// The first words of all verbs.
const FIRST_WORDS: [u64; PHRASES.len() + DROPS.len() + 3] = first_words();
/// A bit for each of [`FIRST_WORDS`] by the top of its key: nearly all other words fail this one test in place of one
/// per verb.
const FIRST_BITS: [u64; 8] = first_bits();

const fn first_words() -> [u64; PHRASES.len() + DROPS.len() + 3] {
    let mut words = [SWAP; PHRASES.len() + DROPS.len() + 3];
    words[PHRASES.len() + 1] = DROP;
    words[PHRASES.len() + 2] = ADD;
    let mut index = 0;
    while index < DROPS.len() {
        words[PHRASES.len() + 3 + index] = DROPS[index].first();
        index += 1;
    }
    let mut index = 0;
    while index < PHRASES.len() {
        words[index] = PHRASES[index].first();
        index += 1;
    }
    words
}

const fn first_bits() -> [u64; 8] {
    let mut bits = [0; 8];
    let mut index = 0;
    while index < FIRST_WORDS.len() {
        let (part, bit) = bit(FIRST_WORDS[index]);
        bits[part] |= bit;
        index += 1;
    }
    bits
}

/// The bit of a key: one of 64, in one of eight numbers.
const fn bit(key: u64) -> (usize, u64) {
    ((key >> 61) as usize, 1 << (key >> 55 & 63))
}

/// Whether a verb may begin with the token.
#[inline]
fn may_begin(token: &Token) -> bool {
    let (part, bit) = bit(token.key);
    FIRST_BITS[part] & bit != 0 && FIRST_WORDS.contains(&token.key)
}

/// The verb at index `at`, and the index behind it.
#[inline]
pub(super) fn verb_at(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    tokens.get(at).filter(|token| may_begin(token))?;
    read_verb(tokens, at)
}

/// Reads the verb at index `at`, where one may begin.
fn read_verb(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    if let Some((index, end)) = first_phrase(&PHRASES, tokens, at) {
        let (family, order) = *MEANINGS.get(index)?;
        return Some((Verb { family, order }, end));
    }
    let first = tokens.get(at)?;
    let repeal = Verb { family: Family::Repeal, order: Order::Near };
    if let Some((_, end)) = first_phrase(&DROPS, tokens, at) {
        let drops = is_before_words(tokens, end) || is_before_provision(tokens, end);
        return drops.then_some((repeal, end));
    }
    // `được thay bằng`
    let is_passive_swap = || {
        let is_behind = at.checked_sub(1).is_some_and(|before| is_one(&tokens[before], &PASSIVE));
        is_behind
            && tokens
                .get(at + 1)
                .is_some_and(|next| is_one(next, &[word("bằng"), word("thành"), word("lần"), word("tương")]))
    };
    let is_about_words = is_before_words(tokens, at + 1) || (first.is_word(SWAP) && is_passive_swap());
    if first.is_word(ADD) {
        let adds = is_about_words || tokens.get(at + 1).is_some_and(|next| is_one(next, &PROVISIONS));
        return adds.then_some((Verb { family: Family::Add, order: Order::Far }, at + 1));
    }
    let family = if first.is_word(CHANGE) {
        Family::Amend
    } else if first.is_word(SWAP) {
        Family::Replace
    } else if first.is_word(DROP)
        && !at.checked_sub(1).is_some_and(|before| is_one(&tokens[before], &COMPOUNDS))
    {
        return (is_about_words || is_before_provision(tokens, at + 1)).then_some((repeal, at + 1));
    } else {
        return None;
    };
    is_about_words.then_some((Verb { family, order: Order::Near }, at + 1))
}

/// Whether words of a text are named at index `at`: `cụm từ “A”`.
fn is_before_words(tokens: &[Token], at: usize) -> bool {
    let is_quote = |at: usize| tokens.get(at).is_some_and(|token| token.is_one_of(&QUOTES));
    let named = first_phrase(&WORDINGS, tokens, at).map(|(_, end)| end);
    named.is_some_and(|end| end > at + 1 || is_quote(end)) || is_quote(at)
}

/// Whether a provision with its number is named at index `at`: `khoản 3`.
fn is_before_provision(tokens: &[Token], at: usize) -> bool {
    let at = at + usize::from(tokens.get(at).is_some_and(|token| token.is_word(word("các"))));
    tokens.get(at).is_some_and(|token| is_one(token, &PROVISIONS)) && named_at(tokens, at).is_some()
}

/// Words that `bỏ` is the end of.
const COMPOUNDS: [u64; 8] = [
    word("bãi"),
    word("hủy"),
    word("huỷ"),
    word("loại"),
    word("lược"),
    word("xóa"),
    word("gạch"),
    word("cắt"),
];
