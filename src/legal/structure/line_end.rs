//! How a line ends, and whether the sentence that breaks off there goes on in the next one.

use super::line::Passage;
use super::phrase::{Phrase, phrases, words};
use super::spoken_date::DAY;
use super::token::{Case, Kind, Token, token_at, word};

/// How the line before a label ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// With a colon: a list may begin.
    Colon,
    /// With a semicolon: a list goes on.
    Semicolon,
    /// With another mark that ends a sentence, or there is no line before.
    Stop,
    /// In the middle of a sentence, or a title without a full stop.
    None,
    /// With a word that something must follow: `theo`, `tại`.
    Dangling,
}

/// Words that something must follow: what stands on the next line is no label.
const DANGLING: &[u64] = words!("trừ theo tại của và hoặc với từ đến các bởi");

const POINT: u64 = word("điểm");

/// `điểm` is a provision behind these words, else the end of a compound such as `địa điểm`.
const BEFORE_POINT: &[u64] = words!("tại theo các và hoặc đến");

/// `từ` is a word behind these, else from.
const BEFORE_WORD: &[u64] = words!("cụm số bỏ thế");

/// Words that a document is named with before its number.
const DOCUMENTS: &[Phrase] =
    phrases!("nghị quyết, quyết định, nghị định, thông tư, chỉ thị, kế hoạch, tờ trình, luật");

/// Words that begin the name of a provision: khoản, điểm, điều.
const PROVISIONS: &[u64] = words!("khoản điểm điều");

impl Ending {
    /// How a line ends, marks of Markdown, brackets and quotation marks left aside.
    pub(super) fn of(passage: &Passage<'_>) -> Self {
        let Passage { text, tokens, .. } = *passage;
        let is_dangling = match tokens {
            [.., before, last] if last.is_word(POINT) => before.is_among(BEFORE_POINT),
            // Điểm đến: a destination.
            [.., before, last] if last.is_word(word("đến")) && before.is_word(POINT) => false,
            // Cụm từ, một số từ: words.
            [.., before, last] if last.is_word(word("từ")) && before.is_among(BEFORE_WORD) => false,
            [.., last] => last.is_among(DANGLING),
            [] => false,
        };
        if is_dangling {
            return Self::Dangling;
        }
        let words = text.trim_end_matches(['*', '_', ' ', '\t', '\u{a0}', '”', '"', '»', ')']);
        match words.chars().next_back() {
            Some(':') => Self::Colon,
            Some(';') => Self::Semicolon,
            Some('.' | '!' | '?' | '…') | None => Self::Stop,
            _ if words.len() < text.trim_end().len() && text.trim_end().ends_with(['”', '"', '»']) => {
                Self::Stop
            }
            _ => Self::None,
        }
    }
}

/// Whether a line breaks off within a citation that the next one goes on with.
pub(super) fn is_within_citation(before: &[Token], next: &[Token]) -> bool {
    let names_article = || {
        matches!(next, [article, number, rest @ ..] if article.is_word(word("điều"))
            && number.kind == Kind::Number
            && !rest.first().is_none_or(|mark| mark.is_one_of(&['.', ':'])))
    };
    match before {
        // `Nghị quyết số`
        [.., kind, last] if last.is_word(word("số")) => {
            let is_type = kind.is_among(words!("quyết định luật tư"));
            is_type && begins_with_number(next)
        }
        // `ngày 10 tháng`
        [.., number, last] if number.kind == Kind::Number && last.is_word(word("tháng")) => {
            let is_year = |next: &Token| next.is_word(word("năm")) || next.is_mark('/');
            begins_with_number(next) && next.get(1).is_some_and(is_year)
        }
        // `tháng 12 năm`
        [.., month, _, last] if month.is_word(word("tháng")) && last.is_word(word("năm")) => {
            begins_with_number(next)
        }
        [.., last] if last.is_word(DAY) => {
            begins_with_number(next)
                && next.get(1).is_some_and(|next| next.is_word(word("tháng")) || next.is_mark('/'))
        }
        // `khoản`, and below `2 Điều 3`
        [.., last] if last.is_among(PROVISIONS) => {
            begins_with_number(next) && next.get(1).is_some_and(|next| next.is_among(PROVISIONS))
        }
        // `khoản 2`, and below `Điều 3 Nghị quyết số A`
        [.., provision, number] if provision.is_among(PROVISIONS) => {
            let is_number = number.kind == Kind::Number || number.end <= number.start + 2;
            is_number && (names_article() || numbered_document(next).is_some())
        }
        _ => false,
    }
}

/// Whether tokens begin with a member of a list of documents or provisions: `khoản 1 Điều 3`, `Nghị quyết số 15/2021`.
pub(super) fn begins_with_member(tokens: &[Token]) -> bool {
    let names_provision = matches!(tokens, [provision, _, ..] if provision.case == Case::Lower
        && provision.is_among(PROVISIONS))
        && begins_with_number(&tokens[1..]);
    names_provision || numbered_document(tokens).is_some_and(|end| begins_with_number(&tokens[end..]))
}

/// Whether tokens begin with a number or letter and no sign that would make a label of it: `12/2020`, not `12.`.
fn begins_with_number(tokens: &[Token]) -> bool {
    let is_label = |next: &Token| next.is_one_of(&['.', ')', ':']);
    tokens.first().is_some_and(|first| first.kind == Kind::Number || first.end == first.start + 1)
        && !tokens.get(1).is_some_and(is_label)
}

/// The index behind the name of a document's type and `số`, where tokens begin with them.
fn numbered_document(tokens: &[Token]) -> Option<usize> {
    let end = DOCUMENTS.iter().find_map(|name| name.ends_at(tokens, 0))?;
    token_at(tokens, end).is_word(word("số")).then_some(end + 1)
}
