//! Labels of provisions at the beginning of a line: what is written, whether or not it fits the numbering.

use super::line::Passage;
use super::phrase::words;
use super::spoken_number::{number_at, roman};
use super::token::{Case, DASHES, Kind, Token, token_at, word};

/// A kind of division (Phần, Chương, Mục, Tiểu mục).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Division {
    /// Phần
    Part,
    /// Chương
    Chapter,
    /// Mục
    Section,
    /// Tiểu mục
    Subsection,
}

/// A number with the letter of an inserted provision: `12a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ordinal {
    /// The number.
    pub(super) number: u32,
    /// The letter behind it, or NUL.
    pub(super) letter: char,
}

/// What a label says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Label {
    /// `Chương II`
    Division(Division, u32),
    /// `PHỤ LỤC I`; not all are numbered
    Annex(Option<Ordinal>),
    /// `Điều 12a.`
    Article(Ordinal),
    /// `1.`
    Clause(Ordinal),
    /// `2.1.`
    Subclause(Vec<u32>),
    /// `II.`
    Roman(u32),
    /// `đ)`
    Point(char),
    /// `-`, `+`
    Dash(char),
}

/// A label where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// What it says.
    pub(super) label: Label,
    /// Index of the token behind it.
    pub(super) end: usize,
    /// Whether it stands as the rules want it: a weak one counts only where its number had to come.
    pub(super) is_strong: bool,
}

const ARTICLE: u64 = word("điều");
const CHAPTER: u64 = word("chương");
const PART: u64 = word("phần");
const SECTION: u64 = word("mục");
const SMALL: u64 = word("tiểu");
const ANNEX: u64 = word("phụ");
const LIST: u64 = word("lục");
const NUMBER: u64 = word("số");
const ORDINAL: u64 = word("thứ");
/// Words that begin the name of a document: behind a number they make it a citation, not a label.
const DOCUMENTS: &[u64] = words!("nghị luật bộ thông quyết hiến pháp chương phụ khoản");

/// The label that begins at index `at`.
pub(super) fn label_at(passage: &Passage<'_>, at: usize) -> Option<Found> {
    let tokens = passage.tokens;
    let first = tokens.get(at)?;
    match first.kind {
        Kind::Number => subclause(passage, at).or_else(|| clause(passage, at)),
        Kind::Mark => dash(first, at),
        Kind::Word if first.letter != '\0' || first.case == Case::Upper => {
            point(passage, at).or_else(|| roman_heading(passage, at)).or_else(|| worded(passage, at))
        }
        Kind::Word => worded(passage, at),
    }
}

fn worded(passage: &Passage<'_>, at: usize) -> Option<Found> {
    let first = passage.tokens.get(at).filter(|token| token.is_capital())?;
    let next = passage.tokens.get(at + 1);
    match first.key {
        ARTICLE => article(passage, at),
        PART => division(passage, at + 1, Division::Part),
        CHAPTER => division(passage, at + 1, Division::Chapter),
        SECTION => division(passage, at + 1, Division::Section),
        SMALL if next?.is_word(SECTION) => division(passage, at + 2, Division::Subsection),
        ANNEX if next?.is_word(LIST) => annex(passage, at),
        _ => None,
    }
}

fn article(passage: &Passage<'_>, at: usize) -> Option<Found> {
    let number = ordinal(passage.tokens.get(at + 1)?)?;
    let (end, is_strong) = close_label(passage, at + 2)?;
    Some(Found { label: Label::Article(number), end, is_strong })
}

fn division(passage: &Passage<'_>, at: usize, division: Division) -> Option<Found> {
    let at = at + usize::from(passage.tokens.get(at)?.is_word(ORDINAL));
    let (number, end) = number_at(passage, at)?;
    let (end, is_strong) = close_label(passage, end)?;
    let is_strong = is_strong || passage.tokens.get(end).is_some_and(|token| token.case == Case::Upper);
    Some(Found { label: Label::Division(division, number), end, is_strong })
}

/// `PHỤ LỤC`, `Phụ lục I`, `PHỤ LỤC SỐ 02`, `Phụ lục 1a`; not `Phụ lục I ban hành kèm theo`.
fn annex(passage: &Passage<'_>, at: usize) -> Option<Found> {
    let tokens = passage.tokens;
    let is_loud = tokens[at].case == Case::Upper;
    let at = if token_at(tokens, at + 2).is_word(NUMBER) { at + 3 } else { at + 2 };
    let numbered = match tokens.get(at) {
        Some(token) if token.kind == Kind::Number => ordinal(token).map(|number| (number, at + 1)),
        _ => number_at(passage, at).map(|(number, end)| (Ordinal { number, letter: '\0' }, end)),
    };
    let Some((number, end)) = numbered else {
        let stands_alone = tokens.get(at).is_none_or(|token| {
            token.is_one_of(&[':', '.', '('])
                || is_loud && (token.case == Case::Upper || token.kind == Kind::Mark)
        });
        return stands_alone.then_some(Found { label: Label::Annex(None), end: at, is_strong: is_loud });
    };
    let (end, is_strong) = close_label(passage, end)?;
    Some(Found { label: Label::Annex(Some(number)), end, is_strong: is_strong || is_loud })
}

/// The index behind the full stop, colon or dash that ends a label, and whether there is one.
/// `None` where what follows shows that it is no label.
fn close_label(passage: &Passage<'_>, at: usize) -> Option<(usize, bool)> {
    let Some(next) = passage.tokens.get(at) else { return Some((at, true)) };
    match next.kind {
        Kind::Mark if next.is_one_of(&['.', ':']) => Some((at + 1, true)),
        Kind::Mark if next.is_one_of(&DASHES) => {
            let is_range = token_at(passage.tokens, at + 1).kind == Kind::Number;
            (!is_range).then_some((at + 1, true))
        }
        Kind::Mark => next.is_one_of(&['(', '“', '"', '[']).then_some((at, true)),
        Kind::Word => {
            let is_title = next.is_capital() && !DOCUMENTS.contains(&next.key);
            is_title.then_some((at, false))
        }
        Kind::Number => None,
    }
}

fn ordinal(token: &Token) -> Option<Ordinal> {
    let number = u32::try_from(token.key).ok().filter(|number| *number <= 9999)?;
    (token.kind == Kind::Number).then_some(Ordinal { number, letter: token.letter })
}

/// `1.`, `3a.`; weak: `1/`, `1)`, `1. chữ thường`.
fn clause(passage: &Passage<'_>, at: usize) -> Option<Found> {
    let number = ordinal(&passage.tokens[at]).filter(|number| number.number <= 999)?;
    let mark = passage.tokens.get(at + 1).filter(|_| passage.adjoins(at + 1))?;
    if !mark.is_one_of(&['.', '/', ')']) {
        return None;
    }
    let is_strong = match passage.tokens.get(at + 2) {
        None => false,
        Some(next) if next.kind == Kind::Number && passage.adjoins(at + 2) => return None,
        Some(next) if !mark.is_mark('.') && (passage.adjoins(at + 2) || next.kind != Kind::Word) => {
            return None;
        }
        Some(next) => {
            mark.is_mark('.') && (next.is_capital() || next.is_one_of(&['“', '"', '(', '[', '‘', '<']))
        }
    };
    Some(Found { label: Label::Clause(number), end: at + 2, is_strong })
}

/// `2.1.`, `2.1.3`; weak without the last full stop.
fn subclause(passage: &Passage<'_>, at: usize) -> Option<Found> {
    let tokens = passage.tokens;
    let mut numbers = vec![small_number(&tokens[at])?];
    let mut end = at + 1;
    while tokens.get(end)?.is_mark('.') && passage.adjoins(end) && passage.adjoins(end + 1) {
        let Some(number) = tokens.get(end + 1).filter(|token| token.kind == Kind::Number) else { break };
        numbers.push(small_number(number)?);
        if numbers.len() > 5 {
            return None;
        }
        end += 2;
    }
    let is_stopped = tokens.get(end)?.is_mark('.') && passage.adjoins(end);
    let end = end + usize::from(is_stopped);
    let next = tokens.get(end)?;
    let begins_text = next.is_capital() || next.is_one_of(&['“', '"', '(']);
    if numbers.len() < 2 || !begins_text || (!is_stopped && passage.adjoins(end)) {
        return None;
    }
    Some(Found { label: Label::Subclause(numbers), end, is_strong: is_stopped })
}

fn small_number(token: &Token) -> Option<u32> {
    token.number().filter(|number| (1..=99).contains(number))
}

/// `a)`, `đ)`; weak: `a.`, `a/`.
fn point(passage: &Passage<'_>, at: usize) -> Option<Found> {
    let letter = passage.tokens[at].letter;
    if passage.tokens[at].case != Case::Lower || !(letter.is_ascii_lowercase() || letter == 'đ') {
        return None;
    }
    let mark = passage.tokens.get(at + 1).filter(|_| passage.adjoins(at + 1))?;
    let is_strong = mark.is_mark(')');
    if !is_strong && (!mark.is_one_of(&['.', '/']) || passage.adjoins(at + 2)) {
        return None;
    }
    Some(Found { label: Label::Point(letter), end: at + 2, is_strong })
}

/// `II. TÊN`, `II. Tên`.
fn roman_heading(passage: &Passage<'_>, at: usize) -> Option<Found> {
    let number = roman(passage, &passage.tokens[at])?;
    let mark = passage.tokens.get(at + 1).filter(|_| passage.adjoins(at + 1))?;
    let next = passage.tokens.get(at + 2)?;
    if !mark.is_one_of(&['.', '/', ')']) || passage.adjoins(at + 2) || !next.is_capital() {
        return None;
    }
    Some(Found { label: Label::Roman(number), end: at + 2, is_strong: true })
}

fn dash(first: &Token, at: usize) -> Option<Found> {
    let mark = u32::try_from(first.key).ok().and_then(char::from_u32)?;
    let is_dash = mark == '+' || DASHES.contains(&mark);
    is_dash.then_some(Found { label: Label::Dash(mark), end: at + 1, is_strong: true })
}

#[cfg(test)]
mod tests {
    use super::super::line::tokens;
    use super::*;

    fn plain(number: u32) -> Ordinal {
        Ordinal { number, letter: '\0' }
    }

    #[test]
    fn labels_are_read_and_other_beginnings_are_not() {
        use Division::{Chapter, Part, Section, Subsection};
        for (text, expected) in [
            ("Điều 1. Thông qua", Some((Label::Article(plain(1)), true))),
            ("Điều 1: Thông qua", Some((Label::Article(plain(1)), true))),
            ("Điều\u{a0}1.Thông qua", Some((Label::Article(plain(1)), true))),
            ("**Điều 1.** Thông qua", Some((Label::Article(plain(1)), true))),
            ("ĐIỀU 12a", Some((Label::Article(Ordinal { number: 12, letter: 'a' }), true))),
            ("Điều 5 Phạm vi", Some((Label::Article(plain(5)), false))),
            ("Điều 5 Nghị quyết số 86", None),
            ("Điều 5 và Điều 6", None),
            ("Điều 5, khoản 2", None),
            ("Điều hành", None),
            ("điều 5. chữ", None),
            ("Phần thứ nhất", Some((Label::Division(Part, 1), true))),
            ("PHẦN II. TÊN", Some((Label::Division(Part, 2), true))),
            ("Chương II", Some((Label::Division(Chapter, 2), true))),
            ("CHƯƠNG II QUY ĐỊNH CHUNG", Some((Label::Division(Chapter, 2), true))),
            ("Chương II Luật Đất đai", None),
            ("Chương trình", None),
            ("Mục 3. Tên", Some((Label::Division(Section, 3), true))),
            ("Mục tiêu", None),
            ("Tiểu mục 2", Some((Label::Division(Subsection, 2), true))),
            ("PHỤ LỤC", Some((Label::Annex(None), true))),
            ("PHỤ LỤC IV", Some((Label::Annex(Some(plain(4))), true))),
            ("Phụ lục số 02: Danh mục", Some((Label::Annex(Some(plain(2))), true))),
            ("Phụ lục I ban hành kèm theo", None),
            ("Phụ lục kèm theo", None),
            ("10. Tăng cường", Some((Label::Clause(plain(10)), true))),
            ("1.Tăng cường", Some((Label::Clause(plain(1)), true))),
            ("1\\. Tăng cường", Some((Label::Clause(plain(1)), true))),
            ("3a. Bổ sung", Some((Label::Clause(Ordinal { number: 3, letter: 'a' }), true))),
            ("1. tăng", Some((Label::Clause(plain(1)), false))),
            ("1) Tăng", Some((Label::Clause(plain(1)), false))),
            ("1/ Tăng", Some((Label::Clause(plain(1)), false))),
            ("1)Tăng", None),
            ("2023. Sau", None),
            ("2023", None),
            ("12.300 tỷ đồng", None),
            ("12,3%", None),
            ("2.1. Thu", Some((Label::Subclause(vec![2, 1]), true))),
            ("2.1 Thu", Some((Label::Subclause(vec![2, 1]), false))),
            ("2.1 triệu", None),
            ("10.7.2024 là", None),
            ("a) Thu", Some((Label::Point('a'), true))),
            ("đ) Thu", Some((Label::Point('đ'), true))),
            ("a. Thu", Some((Label::Point('a'), false))),
            ("ă) Thu", None),
            ("II. MỤC TIÊU", Some((Label::Roman(2), true))),
            ("- Lưu: VT", Some((Label::Dash('-'), true))),
            ("+ Một", Some((Label::Dash('+'), true))),
            ("Phần lớn", None),
        ] {
            let tokens = tokens(text, 0);
            let passage = Passage { text, start: 0, tokens: &tokens };
            let found = label_at(&passage, 0).map(|found| (found.label, found.is_strong));
            assert_eq!(found, expected, "{text}");
        }
    }
}
