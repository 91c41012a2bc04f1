//! The verbs of effect, and the words that may stand around them.

use super::Action;
use crate::legal::structure::token::{Phrase, Token, first_phrase, word};

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
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb {
    /// What it does.
    pub(super) action: Action,
    /// Where its object stands.
    pub(super) order: Order,
}

/// The verbs; longer ones before those that they begin with.
const PHRASES: [Phrase; 25] = [
    Phrase::new("sửa đổi bổ sung"),
    Phrase::new("điều chỉnh bổ sung"),
    Phrase::new("sửa đổi"),
    Phrase::new("bổ sung"),
    Phrase::new("điều chỉnh"),
    Phrase::new("thay thế"),
    Phrase::new("bãi bỏ"),
    Phrase::new("hủy bỏ"),
    Phrase::new("hết hiệu lực"),
    Phrase::new("chấm dứt hiệu lực"),
    Phrase::new("ngưng hiệu lực"),
    Phrase::new("ngừng hiệu lực"),
    Phrase::new("tạm ngưng"),
    Phrase::new("tạm dừng"),
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
];
/// What each of [`PHRASES`] means.
const MEANINGS: [(Action, Order); 25] = [
    (Action::Other, Order::Far),
    (Action::Other, Order::Far),
    (Action::Other, Order::Far),
    (Action::Other, Order::Far),
    (Action::Other, Order::Far),
    (Action::Replaces, Order::Near),
    (Action::Repeals, Order::Near),
    (Action::Repeals, Order::Near),
    (Action::Ends, Order::Before),
    (Action::Ends, Order::Before),
    (Action::Suspends, Order::Far),
    (Action::Suspends, Order::Far),
    (Action::Suspends, Order::Far),
    (Action::Suspends, Order::Far),
    (Action::Suspends, Order::Far),
    (Action::Extends, Order::Far),
    (Action::Extends, Order::Far),
    (Action::Corrects, Order::Far),
    (Action::Details, Order::Near),
    (Action::Details, Order::Near),
    (Action::Details, Order::Near),
    (Action::Consolidates, Order::Near),
    (Action::Ends, Order::Near),
    (Action::Ends, Order::Near),
    (Action::Suspends, Order::Far),
];

/// `thay cụm từ`, short for `thay thế cụm từ`.
const SWAP: u64 = word("thay");

/// The first words of all verbs.
const FIRST_WORDS: [u64; PHRASES.len() + 1] = first_words();
/// A bit for each of [`FIRST_WORDS`] by the top of its key: nearly all other words fail this one test in place of one
/// per verb.
const FIRST_BITS: [u64; 8] = first_bits();

const fn first_words() -> [u64; PHRASES.len() + 1] {
    let mut words = [SWAP; PHRASES.len() + 1];
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

/// The verb at index `at`, where a verb may begin.
fn read_verb(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    let Some((index, end)) = first_phrase(&PHRASES, tokens, at) else {
        let is_swap = tokens.get(at)?.is_word(SWAP) && first_phrase(&WORDINGS[..3], tokens, at + 1).is_some();
        return is_swap.then_some((Verb { action: Action::Other, order: Order::Far }, at + 1));
    };
    let (action, order) = *MEANINGS.get(index)?;
    Some((Verb { action, order }, end))
}

/// Words that make the verb behind them passive.
pub(super) const PASSIVE: [u64; 2] = [word("được"), word("bị")];
/// Words that lead from a passive verb to who did it.
pub(super) const BY: [u64; 4] = [word("bởi"), word("tại"), word("bằng"), word("theo")];

/// Names of the document that speaks.
pub(super) const SELVES: [Phrase; 6] = [
    Phrase::new("nghị quyết này"),
    Phrase::new("quy định này"),
    Phrase::new("quy chế này"),
    Phrase::new("quyết định này"),
    Phrase::new("văn bản này"),
    Phrase::new("đề án này"),
];

/// What may stand before an active verb that this document means for itself.
pub(super) const LEADS: [Phrase; 16] = [
    Phrase::new("thông qua việc"),
    Phrase::new("thông qua nội dung"),
    Phrase::new("thông qua"),
    Phrase::new("quyết định"),
    Phrase::new("quyết nghị"),
    Phrase::new("thống nhất"),
    Phrase::new("nhất trí"),
    Phrase::new("tán thành"),
    Phrase::new("phê chuẩn"),
    Phrase::new("chấp thuận"),
    Phrase::new("về việc"),
    Phrase::new("về"),
    Phrase::new("việc"),
    Phrase::new("cho phép"),
    Phrase::new("đồng thời"),
    Phrase::new("phê duyệt"),
];

/// The council as a subject: `Hội đồng nhân dân tỉnh`.
pub(super) const COUNCILS: [Phrase; 2] = [Phrase::new("hội đồng nhân dân"), Phrase::new("hđnd")];
/// Levels of a council.
pub(super) const LEVELS: [Phrase; 6] = [
    Phrase::new("tỉnh"),
    Phrase::new("thành phố"),
    Phrase::new("huyện"),
    Phrase::new("xã"),
    Phrase::new("phường"),
    Phrase::new("đặc khu"),
];

/// Words that may stand between a verb and the document near it.
pub(super) const FILLERS: [u64; 70] = [
    word("các"),
    word("một"),
    word("phần"),
    word("toàn"),
    word("bộ"),
    word("số"),
    word("điều"),
    word("khoản"),
    word("điểm"),
    word("chương"),
    word("mục"),
    word("phụ"),
    word("lục"),
    word("tiểu"),
    word("tiết"),
    word("đoạn"),
    word("dòng"),
    word("gạch"),
    word("đầu"),
    word("thứ"),
    word("cột"),
    word("của"),
    word("tại"),
    word("và"),
    word("nội"),
    word("dung"),
    word("quy"),
    word("định"),
    word("hiệu"),
    word("lực"),
    word("thi"),
    word("hành"),
    word("việc"),
    word("ban"),
    word("kèm"),
    word("theo"),
    word("văn"),
    word("bản"),
    word("nghị"),
    word("quyết"),
    word("cụm"),
    word("từ"),
    word("danh"),
    word("biểu"),
    word("mẫu"),
    word("bảng"),
    word("thời"),
    word("gian"),
    word("hạn"),
    word("thực"),
    word("hiện"),
    word("áp"),
    word("dụng"),
    word("sau"),
    word("đây"),
    word("gồm"),
    word("bao"),
    word("tên"),
    word("hội"),
    word("đồng"),
    word("nhân"),
    word("dân"),
    word("tỉnh"),
    word("đã"),
    word("hđnd"),
    word("chế"),
    word("trong"),
    word("đối"),
    word("với"),
    word("khác"),
];

/// Objects of replacing and repealing that other words may describe: `bãi bỏ quy định về mức thu tại ...`.
pub(super) const CONTENTS: [Phrase; 12] = [
    Phrase::new("nội dung"),
    Phrase::new("các nội dung"),
    Phrase::new("một số nội dung"),
    Phrase::new("quy định"),
    Phrase::new("các quy định"),
    Phrase::new("một số quy định"),
    Phrase::new("chính sách"),
    Phrase::new("các chính sách"),
    Phrase::new("mức"),
    Phrase::new("định mức"),
    Phrase::new("chế độ"),
    Phrase::new("chủ trương"),
];

/// Words that make someone else act.
pub(super) const ORDERS: [Phrase; 6] = [
    Phrase::new("giao"),
    Phrase::new("đề nghị"),
    Phrase::new("yêu cầu"),
    Phrase::new("kiến nghị"),
    Phrase::new("trách nhiệm"),
    Phrase::new("nhiệm vụ"),
];

/// Words that deny the verb behind them.
pub(super) const DENIALS: [u64; 3] = [word("không"), word("chưa"), word("chẳng")];

/// Words that a proper name may follow: `Hội đồng nhân dân tỉnh Quảng Ninh`.
pub(super) const NAMED: [u64; 7] =
    [word("tỉnh"), word("phố"), word("huyện"), word("xã"), word("phường"), word("khu"), word("dân")];

/// Words behind which a document is only a ground for what is done.
pub(super) const GROUNDS: [u64; 9] = [
    word("theo"),
    word("cứ"),
    word("để"),
    word("nhằm"),
    word("giao"),
    word("trình"),
    word("nếu"),
    word("khi"),
    word("khác"),
];

/// Words and phrases as objects: the document that they stand in is amended only.
pub(super) const WORDINGS: [Phrase; 7] = [
    Phrase::new("cụm từ"),
    Phrase::new("các cụm từ"),
    Phrase::new("một số cụm từ"),
    Phrase::new("từ ngữ"),
    Phrase::new("các từ"),
    Phrase::new("từ"),
    Phrase::new("cụm số"),
];
/// The word before the new wording.
pub(super) const BY_WORDING: u64 = word("bằng");

/// Words that name provisions.
pub(super) const PROVISIONS: [u64; 12] = [
    word("điều"),
    word("khoản"),
    word("điểm"),
    word("chương"),
    word("mục"),
    word("phần"),
    word("phụ"),
    word("tiết"),
    word("đoạn"),
    word("biểu"),
    word("mẫu"),
    word("danh"),
];

/// Phrases that say how much is meant.
pub(super) const PARTLY: [Phrase; 7] = [
    Phrase::new("một phần"),
    Phrase::new("một số điều"),
    Phrase::new("một số nội dung"),
    Phrase::new("một số khoản"),
    Phrase::new("một số điểm"),
    Phrase::new("một số quy định"),
    Phrase::new("nội dung"),
];

/// Whether a token is one of these words.
pub(super) fn is_one(token: &Token, words: &[u64]) -> bool {
    words.iter().any(|key| token.is_word(*key))
}
