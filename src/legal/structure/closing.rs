//! The end of a resolution: adoption formula, Nơi nhận, signature; and what is attached behind it.

use super::line::{Passage, Text};
use super::phrase::{Phrase, first_phrase, is_any, phrases, words};
use super::spoken_date::date_at;
use super::token::{Case, Kind, Token};

const ADOPTED: &[Phrase] = phrases!(
    "nghị quyết này do, nghị quyết này đã được, nghị quyết này được, nghị quyết đã được, nghị quyết được"
);
const PASSED: Phrase = Phrase::new("thông qua");
/// Within how many tokens the formula comes to `thông qua`.
const LONGEST_FORMULA: usize = 60;
const RECIPIENTS: Phrase = Phrase::new("nơi nhận");

/// Words before the office of a signer: TM., KT., Q., TL., TUQ.
const PREFIXES: &[u64] = words!("TM KT Q TL TUQ");
/// Offices, longer ones first.
const OFFICES: &[Phrase] = phrases!(
    "phó chủ tịch, quyền chủ tịch, chủ tịch, chủ tọa, trưởng ban, chánh văn phòng, trưởng đoàn, \
     hội đồng nhân dân, thường trực hội đồng nhân dân"
);
const SIGNED: Phrase = Phrase::new("đã ký");
const ENCLOSED: &[Phrase] = phrases!("ban hành kèm theo, kèm theo, ban hành theo, phê duyệt kèm theo");

/// Kinds of attached texts with their part of the anchor.
const REGULATIONS: [(Phrase, &str); 17] = [
    (Phrase::new("quy định"), "quy-dinh"),
    (Phrase::new("quy chế"), "quy-che"),
    (Phrase::new("đề án"), "de-an"),
    (Phrase::new("nội quy"), "noi-quy"),
    (Phrase::new("chương trình"), "chuong-trinh"),
    (Phrase::new("kế hoạch"), "ke-hoach"),
    (Phrase::new("phương án"), "phuong-an"),
    (Phrase::new("danh mục"), "danh-muc"),
    (Phrase::new("điều lệ"), "dieu-le"),
    (Phrase::new("quy tắc"), "quy-tac"),
    (Phrase::new("quy trình"), "quy-trinh"),
    (Phrase::new("hướng dẫn"), "huong-dan"),
    (Phrase::new("biểu"), "bieu"),
    (Phrase::new("bảng"), "bang"),
    (Phrase::new("mức thu"), "muc-thu"),
    (Phrase::new("định mức"), "dinh-muc"),
    (Phrase::new("quy hoạch"), "quy-hoach"),
];

/// Whether the adoption formula begins at index `at`.
pub(super) fn adoption_at(passage: &Passage<'_>, at: usize) -> bool {
    let tokens = passage.tokens;
    let Some((_, end)) = first_phrase(ADOPTED, tokens, at) else { return false };
    (end..tokens.len().min(end + LONGEST_FORMULA)).any(|index| PASSED.ends_at(tokens, index).is_some())
}

/// Whether the adoption formula begins at index `at` of a line and comes to `thông qua` on one of the next lines.
pub(super) fn adoption_over_lines(text: &Text<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let Some((_, end)) = first_phrase(ADOPTED, passage.tokens, at) else { return false };
    let start = passage.tokens.get(end).map_or(passage.start + passage.text.len(), |token| token.start);
    let rest = &text.tokens[text.tokens.partition_point(|token| token.start < start)..];
    let near = &rest[..rest.len().min(LONGEST_FORMULA)];
    let ends = near.iter().position(|token| token.is_one_of(&['.', ';', ':'])).unwrap_or(near.len());
    (0..ends).any(|index| PASSED.ends_at(near, index).is_some())
}

/// Whether an adoption formula has come to its day.
pub(super) fn is_whole_formula(tokens: &[Token]) -> bool {
    let passed = (0..tokens.len()).find_map(|at| PASSED.ends_at(tokens, at));
    passed.is_some_and(|at| (at..tokens.len().min(at + 4)).any(|at| date_at(tokens, at).is_some()))
}

/// The index behind `Nơi nhận:`, where it stands at index `at`.
pub(super) fn recipients_at(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let tokens = passage.tokens;
    let end = RECIPIENTS.ends_at(tokens, at).filter(|_| tokens[at].is_capital())?;
    match tokens.get(end) {
        Some(next) if next.is_mark(':') => Some(end + 1),
        Some(next) => (next.case == Case::Upper || next.kind == Kind::Mark).then_some(end),
        None => Some(end),
    }
}

/// The index behind the office of a signer, where it stands at index `at` in capitals. It fills the rest of the line
/// but for a name.
pub(super) fn signer_role_at(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const LONGEST_ROLE: usize = 20;
    let tokens = passage.tokens.get(at..).filter(|tokens| tokens.len() <= LONGEST_ROLE)?;
    let is_prefix = |first: &Token| first.is_among(PREFIXES);
    let begins = match tokens {
        [first, stop, _, ..] if stop.is_mark('.') && is_prefix(first) => true,
        _ => is_any(OFFICES, tokens, 0),
    };
    let is_loud = |token: &Token| token.kind == Kind::Mark || token.case == Case::Upper;
    let loud = tokens.iter().take_while(|token| is_loud(token)).count();
    let rest = &tokens[loud..];
    (begins && loud > 1 && (rest.is_empty() || is_name_of(rest))).then_some(at + loud)
}

/// `(Đã ký)`, `(đã ký và đóng dấu)`.
pub(super) fn is_signer_mark(passage: &Passage<'_>) -> bool {
    let from = usize::from(passage.tokens.first().is_some_and(|token| token.is_one_of(&['(', '['])));
    SIGNED.ends_at(passage.tokens, from).is_some() && passage.tokens.len() <= 10
}

/// Whether the line can be the name of a person: two to eight words with capitals, and ranks with full stops.
pub(super) fn is_name(passage: &Passage<'_>) -> bool {
    is_name_of(passage.tokens)
}

fn is_name_of(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let is_plain =
        tokens.iter().all(|token| token.is_capital() || token.is_one_of(&['.', ',', '\'', '’', '-', '|']));
    is_plain && (2..=8).contains(&words)
}

/// `(Ban hành kèm theo Nghị quyết số ...)`.
pub(super) fn is_enclosure(passage: &Passage<'_>) -> bool {
    let Some(first) = passage.tokens.first() else { return false };
    let from = usize::from(first.is_one_of(&['(', '[']));
    passage.tokens.get(from).is_some_and(|token| from == 1 || token.is_capital())
        && is_any(ENCLOSED, passage.tokens, from)
}

/// The kind of attached text that the line names in capitals: its part of the anchor.
pub(super) fn regulation(passage: &Passage<'_>) -> Option<&'static str> {
    let first = passage.tokens.first().filter(|token| token.case == Case::Upper)?;
    REGULATIONS
        .iter()
        .find(|(phrase, _)| {
            phrase.ends_at(passage.tokens, 0).is_some_and(|end| {
                let own = &passage.tokens[..end];
                first.kind == Kind::Word && own.iter().all(|token| token.case == Case::Upper)
            })
        })
        .map(|(_, anchor)| *anchor)
}

/// Whether all words are in capitals.
pub(super) fn is_loud(passage: &Passage<'_>) -> bool {
    let mut words = passage.tokens.iter().filter(|token| token.kind == Kind::Word).peekable();
    words.peek().is_some() && words.all(|token| token.case == Case::Upper)
}
