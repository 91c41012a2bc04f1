//! The verbs of instructions.

use super::Action;
use super::provision::named_at;
use super::words::{CLOSING_QUOTES, PASSIVE, PROVISIONS, QUOTES, WORDINGS, is_one};
use crate::legal::structure::token::{FirstWords, Phrase, Token, first_phrase, word};

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
const PHRASES: [Phrase; 60] = [
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
    Phrase::new("tạm thời chưa áp dụng"),
    Phrase::new("tạm thời chưa thực hiện"),
    Phrase::new("tạm thời không áp dụng"),
    Phrase::new("tạm thời không thực hiện"),
    Phrase::new("cho phép áp dụng"),
    Phrase::new("hiệu chỉnh"),
    Phrase::new("nâng mức"),
    Phrase::new("tăng mức"),
    Phrase::new("giảm mức"),
    Phrase::new("hạ mức"),
    Phrase::new("kết thúc thực hiện"),
    Phrase::new("kết thúc áp dụng"),
    Phrase::new("chấm dứt thi hành"),
    Phrase::new("dừng thi hành"),
];
/// What each of [`PHRASES`] means.
const MEANINGS: [(Family, Order); 60] = [
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
    (Family::Suspend, Order::Far),
    (Family::Suspend, Order::Far),
    (Family::Suspend, Order::Far),
    (Family::Suspend, Order::Far),
    (Family::Continue, Order::Far),
    (Family::Adjust, Order::Far),
    (Family::Adjust, Order::Far),
    (Family::Adjust, Order::Far),
    (Family::Adjust, Order::Far),
    (Family::Adjust, Order::Far),
    (Family::End, Order::Near),
    (Family::End, Order::Near),
    (Family::End, Order::Near),
    (Family::Suspend, Order::Far),
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

/// Verbs before what they are done to only, as other words go on with them: `sửa khoản 2`, `quy định lại mức chi`.
const SHORT: [(Phrase, Verb); 10] = [
    (Phrase::new("sửa lại"), Verb { family: Family::Amend, order: Order::Far }),
    (Phrase::new("viết lại"), Verb { family: Family::Amend, order: Order::Far }),
    (Phrase::new("quy định lại"), Verb { family: Family::Amend, order: Order::Far }),
    (Phrase::new("sửa"), Verb { family: Family::Amend, order: Order::Far }),
    (Phrase::new("thay"), Verb { family: Family::Replace, order: Order::Near }),
    (Phrase::new("chuyển"), Verb { family: Family::Adjust, order: Order::Far }),
    (Phrase::new("không áp dụng"), Verb { family: Family::End, order: Order::Near }),
    (Phrase::new("hủy"), Verb { family: Family::Repeal, order: Order::Near }),
    (Phrase::new("thu hồi"), Verb { family: Family::Repeal, order: Order::Near }),
    (Phrase::new("kết thúc"), Verb { family: Family::End, order: Order::Before }),
];
/// `thay đổi tên gọi “A” thành “B”`
const RENAMES: [Phrase; 3] =
    [Phrase::new("thay đổi tên gọi"), Phrase::new("đổi tên gọi"), Phrase::new("đổi tên")];
/// Other words for `thay thế` before words: `thay đổi cụm từ “A” thành “B”`.
const SWAPS: [Phrase; 2] = [Phrase::new("thay đổi"), Phrase::new("đổi")];
/// `đưa 02 dự án ra khỏi Danh mục`
const TAKE: u64 = word("đưa");
const OUT: Phrase = Phrase::new("ra khỏi");

/// The first words of all verbs.
const FIRST_WORDS: FirstWords = FirstWords::of(&[SWAP, DROP, CHANGE, ADD, TAKE])
    .and_of(&PHRASES)
    .and_of(&DROPS)
    .and_of_pairs(&SHORT)
    .and_of(&RENAMES)
    .and_of(&SWAPS);

/// The verb at index `at`, and the index behind it.
#[inline]
pub(super) fn verb_at(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    tokens.get(at).filter(|token| FIRST_WORDS.may_be(token))?;
    read_verb(tokens, at)
}

/// Reads the verb at index `at`, where one may begin.
fn read_verb(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    if let Some((index, end)) = first_phrase(&PHRASES, tokens, at) {
        let (family, order) = *MEANINGS.get(index)?;
        return Some((Verb { family, order }, end));
    }
    if let Some(found) = short_verb(tokens, at) {
        return Some(found);
    }
    let first = tokens.get(at)?;
    let repeal = Verb { family: Family::Repeal, order: Order::Near };
    if let Some((_, end)) = first_phrase(&DROPS, tokens, at) {
        let drops = is_before_words(tokens, end) || is_before_provision(tokens, end);
        return drops.then_some((repeal, end));
    }
    // `đổi cụm từ “A”`, `đổi thành cụm từ “B”`
    let leads_to_new = |at: usize| {
        tokens.get(at).is_some_and(|next| is_one(next, &[word("bằng"), word("thành")]))
            && is_before_words(tokens, at + 1)
    };
    if let Some((_, end)) = first_phrase(&SWAPS, tokens, at)
        && (is_before_words(tokens, end) || leads_to_new(end))
    {
        return Some((Verb { family: Family::Replace, order: Order::Near }, end));
    }
    // `được thay bằng`, `Cụm từ “A” thay bằng`
    let is_passive_swap = || {
        let is_behind = at.checked_sub(1).is_some_and(|before| {
            is_one(&tokens[before], &PASSIVE) || tokens[before].is_one_of(&CLOSING_QUOTES)
        });
        is_behind
            && tokens
                .get(at + 1)
                .is_some_and(|next| is_one(next, &[word("bằng"), word("thành"), word("lần"), word("tương")]))
    };
    let is_about_words = is_before_words(tokens, at + 1)
        || (first.is_word(SWAP) && (is_passive_swap() || leads_to_new(at + 1)));
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

/// Reads a verb that is one only before what it is done to, at index `at`.
fn short_verb(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    const FARTHEST: usize = 25;
    let adjust = Verb { family: Family::Adjust, order: Order::Far };
    if tokens.get(at)?.is_word(TAKE) {
        let near = at + 1..tokens.len().min(at + FARTHEST);
        let clause = near.take_while(|at| !tokens[*at].is_one_of(&[';', '.', ':']));
        return clause.into_iter().find_map(|at| OUT.ends_at(tokens, at)).map(|end| (adjust, end));
    }
    if let Some((_, end)) = first_phrase(&RENAMES, tokens, at) {
        let is_quote = tokens.get(end).is_some_and(|token| token.is_one_of(&QUOTES));
        return is_quote.then_some((Verb { family: Family::Replace, order: Order::Far }, end));
    }
    let (index, end) = SHORT
        .iter()
        .enumerate()
        .find_map(|(index, (phrase, _))| Some((index, phrase.ends_at(tokens, at)?)))?;
    let verb = SHORT.get(index).map(|(_, verb)| *verb)?;
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let is_verb = match (index, verb.family) {
        (9, _) => ends_effect(tokens, at, end),
        (7 | 8, _) => is_before_document(tokens, end) || is_before_provision(tokens, end),
        (_, Family::End) => {
            is_before_provision(tokens, end) && before.is_none_or(|before| before.is_mark(','))
        }
        (0..=2, _) => is_before_provision(tokens, end) || is_before_wording(tokens, end),
        _ => is_before_provision(tokens, end),
    };
    is_verb.then_some((verb, end))
}

/// `Hiệu lực của Nghị quyết số A kết thúc vào ngày ...`, with the verb between two indexes.
fn ends_effect(tokens: &[Token], at: usize, end: usize) -> bool {
    const FARTHEST: usize = 60;
    const EFFECT: Phrase = Phrase::new("hiệu lực của");
    let is_dated = tokens.get(end).is_some_and(|next| is_one(next, &[word("vào"), word("từ"), word("kể")]));
    is_dated && (at.saturating_sub(FARTHEST)..at).any(|at| EFFECT.ends_at(tokens, at).is_some())
}

/// Whether a resolution is named at index `at`, by its number or as a whole: `Nghị quyết số`, `toàn bộ Nghị quyết`.
fn is_before_document(tokens: &[Token], at: usize) -> bool {
    const WHOLE: Phrase = Phrase::new("toàn bộ");
    const NAMES: [Phrase; 3] =
        [Phrase::new("nghị quyết số"), Phrase::new("các nghị quyết"), Phrase::new("nghị quyết")];
    first_phrase(&NAMES, tokens, WHOLE.ends_at(tokens, at).unwrap_or(at)).is_some()
}

/// Whether new wording or what it is of is named at index `at`: `như sau`, `thành`, `mức chi`.
fn is_before_wording(tokens: &[Token], at: usize) -> bool {
    const FOLLOWS: Phrase = Phrase::new("như sau");
    let next = tokens.get(at);
    FOLLOWS.ends_at(tokens, at).is_some()
        || next.is_some_and(|next| is_one(next, &[word("thành"), word("mức"), word("nội"), word("tên")]))
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
