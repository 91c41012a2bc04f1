//! Laws, codes, ordinances and the constitution, which are named by their titles.

use crate::legal::laws::{self, Name, law_by_name, law_by_number, title_at};
use crate::text::PartialDate;

use super::CitationKind;
use super::date::{begins_range, date_at};
use super::document::{Found, behind_number_word};
use super::lexicon::TYPE;
use super::number::{Evidence, Number, symbol_at};
use super::reading::Reading;
use super::token::{Case, Gap, Kind};
use super::types::{ASSEMBLY, DocumentType, STANDING_COMMITTEE, type_at, type_of_code};

/// Words before `luật` that make another word of it: `pháp luật`, `Đại học Luật`.
const OTHER_LAW_BEFORE: [&str; 14] =
    ["pháp", "kỷ", "kỉ", "quy", "học", "trường", "khoa", "ngành", "ty", "hãng", "hội", "âm", "viện", "cử"];

/// Words that end a name which the table does not have.
const ENDS: &[&str] = &[
    "được", "có", "quy", "này", "thì", "là", "theo", "tại", "để", "đã", "của", "do", "trong", "khi", "cho",
    "từ", "đến", "bằng", "nhằm", "còn", "sẽ", "phải", "hiện", "hoặc", "vừa", "năm", "ngày", "số", "sửa",
    "thay", "ban", "ra", "vào", "đối", "không", "nên", "như", "trên", "dưới", "các", "những", "một", "mà",
    "sau", "trước", "cũng", "qua", "hết", "gia", "sư", "pháp", "nêu", "khoa", "đang", "bao", "tới", "vào",
    "thông", "cùng", "mới", "cũ",
];

/// Compounds that begin with one of those words, or with one that stands inside, and belong to names.
const COMPOUNDS: [(&str, &str); 8] = [
    ("quy", "phạm"),
    ("quy", "hoạch"),
    ("thông", "tin"),
    ("đối", "ngoại"),
    ("gia", "đình"),
    ("khoa", "học"),
    ("mới", "sáng"),
    ("sư", "phạm"),
];

/// Whether the word at `at` ends a name that the table does not have.
fn ends_name(reading: &Reading, at: usize) -> bool {
    ENDS.contains(&reading.word(at)) && !COMPOUNDS.contains(&(reading.word(at), reading.word(at + 1)))
}

/// Most tokens of a name.
const LONGEST: usize = 24;

/// Most tokens of the name of an amending law.
const LONGEST_AMENDING: usize = 90;

/// The law whose type stands from `at` to `next`.
pub(super) fn law_at(
    reading: &Reading,
    at: usize,
    next: usize,
    kind: &'static DocumentType,
) -> Option<Found> {
    if reading.word(at) == "luật" && OTHER_LAW_BEFORE.contains(&reading.word_before(at)) {
        return None;
    }
    if reading.word(at) == "hiến" {
        return constitution(reading, at, next);
    }
    if let Some(found) = numbered(reading, at, next) {
        return Some(found);
    }
    let is_draft = matches!(reading.word_before(at), "án" | "thảo");
    if is_draft {
        return None;
    }
    if reading.phrase(next, "sửa đổi").is_some() || reading.phrase(next, "bổ sung").is_some() {
        return amending(reading, at, next);
    }
    let is_list = reading.token(next).is_mark(b':') && matches!(reading.word_before(at), "các" | "những");
    if is_list && reading.word(at) == "luật" {
        let (end, name) = listed_name(reading, next + 1)?;
        return Some(with_tail(reading, at, end, &name, kind));
    }
    let (end, name) = name_at(reading, at, next)?;
    Some(with_tail(reading, at, end, &name, kind))
}

/// The next law of a list in which the word stands only before the first, behind a comma, a semicolon or `và` at `at`:
/// `các Luật Ngân sách nhà nước, Đầu tư công, Đấu thầu`.
pub(super) fn listed_at(reading: &Reading, at: usize, kind: &'static DocumentType) -> Option<Found> {
    let mark = at + usize::from(matches!(reading.token(at).kind, Kind::Mark(b',' | b';')));
    let start = mark + usize::from(reading.word(mark) == "và");
    let is_separated = start > at && reading.token(at).gap < Gap::Paragraph;
    if !is_separated || kind.key() != "luật" {
        return None;
    }
    let (end, name) = listed_name(reading, start)?;
    Some(with_tail(reading, start, end, &name, kind))
}

/// The name of a law at `at` that stands without the word: one of the table, or one with a number or a date behind it.
fn listed_name(reading: &Reading, at: usize) -> Option<(usize, Named)> {
    let first = reading.token(at);
    if !first.is_capital() || first.gap == Gap::Paragraph || type_at(reading, at).is_some() {
        return None;
    }
    if let Some((end, name)) = title_at(reading, at) {
        return Some((end, Named::Key(name)));
    }
    let end = (at + 1..at + LONGEST)
        .take_while(|end| *end == at + 1 || may_belong(reading, *end - 1))
        .find(|end| tail_begins(reading, *end))?;
    Some((end, Named::Other))
}

/// `Luật số 87/2025/QH15`, `Luật 80/2015/QH13`.
fn numbered(reading: &Reading, at: usize, next: usize) -> Option<Found> {
    let number_at = behind_number_word(reading, next);
    let number = symbol_of_law(reading, number_at, Evidence::Typed)?;
    let law = law_by_number(&number.symbol.key);
    let mut found = Found::numbered(reading, at, number_at, number);
    found.law = law;
    Some(found)
}

/// The symbol at `at` where it can be that of a law or an ordinance: not `Luật Đầu tư công và số 12/2016/NĐ-CP`.
fn symbol_of_law(reading: &Reading, at: usize, evidence: Evidence) -> Option<Number> {
    let number = symbol_at(reading, at, evidence)?;
    let kind = number.codes.first().and_then(|code| type_of_code(code));
    kind.is_none_or(|kind| matches!(kind.key(), "pháp lệnh" | "lệnh")).then_some(number)
}

/// `Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam`, `Hiến pháp năm 2013`, `Căn cứ Hiến pháp`.
fn constitution(reading: &Reading, at: usize, next: usize) -> Option<Found> {
    const COUNTRY: [&str; 3] =
        ["nước cộng hoà xã hội chủ nghĩa việt nam", "nước chxhcn việt nam", "nước chxhcnvn"];
    let whole = COUNTRY.iter().find_map(|country| reading.phrase(next, country));
    let mut found = Found::named(at, whole.unwrap_or(next), CitationKind::NamedLaw);
    found.name = reading.written(at, found.end);
    read_year(reading, &mut found);
    let is_basis = reading.word_before(at) == "cứ";
    (whole.is_some() || found.date.is_some() || is_basis).then_some(found)
}

/// How a law was named.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Named {
    /// A name of the table, whole.
    Key(&'static str),
    /// An abbreviation.
    Short(String),
    /// A name that the table does not have.
    Other,
}

/// The name that begins at `next`, behind the type at `at`: the token behind it.
fn name_at(reading: &Reading, at: usize, next: usize) -> Option<(usize, Named)> {
    if reading.token(next).gap == Gap::Paragraph || reading.token(next).kind != Kind::Word {
        return None;
    }
    let is_capital = reading.token(at).is_capital() || reading.token(next).is_capital();
    let known = laws::name_at(reading, at);
    if let Some((end, name)) = known.filter(|(end, _)| is_capital || tail_begins(reading, *end)) {
        return Some((longer_name(reading, end).unwrap_or(end), Named::Key(name)));
    }
    let case = reading.token(next).case;
    let plain = reading.plain(next);
    if case == Case::Upper && reading.token(at).case == Case::Capital && plain.chars().count() >= 3 {
        return Some((next + 1, Named::Short(plain.to_owned())));
    }
    if !is_capital || (case == Case::Lower && ends_name(reading, next)) {
        return None;
    }
    other_name(reading, at, next).map(|end| (end, Named::Other))
}

/// The end of a name of the table that goes on: `Luật Quốc phòng …, … số 12/2030/QH17`.
fn longer_name(reading: &Reading, from: usize) -> Option<usize> {
    if tail_begins(reading, from) {
        return None;
    }
    (from..from + LONGEST).take_while(|at| may_belong(reading, *at)).find_map(|at| {
        let next = at + 1;
        let number_at = behind_number_word(reading, next);
        (number_at > next && symbol_of_law(reading, number_at, Evidence::Bare).is_some()).then_some(next)
    })
}

/// The end of a name that the table does not have: before its number or date, else before a word that ends names.
fn other_name(reading: &Reading, at: usize, next: usize) -> Option<usize> {
    let mut end = next + 1;
    let is_capital = reading.token(next).is_capital();
    while end < next + LONGEST && may_belong(reading, end) {
        if tail_begins(reading, end + 1) && is_capital {
            return Some(end + 1);
        }
        end += 1;
    }
    if tail_begins(reading, next + 1) && is_capital {
        return Some(next + 1);
    }
    let has_case = reading.token(at).case == Case::Capital
        && reading.token(next).case == Case::Capital
        && reading.token(next + 1).case == Case::Lower
        && reading.token(next + 1).gap == Gap::Space
        && reading.token(next + 1).kind == Kind::Word
        && !ends_name(reading, next + 1);
    if !has_case {
        return None;
    }
    let small = |at: &usize| {
        let token = reading.token(*at);
        token.kind == Kind::Word
            && token.case == Case::Lower
            && token.gap <= Gap::Line
            && !ends_name(reading, *at)
            && reading.word(*at) != "và"
    };
    Some((next + 1..next + 8).take_while(small).last().map_or(next + 1, |last| last + 1))
}

/// Whether the token at `at` may belong to a name.
fn may_belong(reading: &Reading, at: usize) -> bool {
    let token = reading.token(at);
    match token.kind {
        _ if token.gap == Gap::Paragraph => false,
        Kind::Word => {
            !(token.has(TYPE) && type_at(reading, at).is_some() && reading.token(at).is_capital())
                && (!ends_name(reading, at) || matches!(reading.word(at), "của" | "thông" | "trên" | "pháp"))
        }
        Kind::Mark(b',') => reading.token(at + 1).case == Case::Lower,
        _ => false,
    }
}

/// Whether `số` with a symbol, a symbol, a year or a date stands at `at`.
fn tail_begins(reading: &Reading, at: usize) -> bool {
    let number_at = behind_number_word(reading, at);
    symbol_of_law(reading, number_at, Evidence::Bare).is_some()
        || (matches!(reading.word(at), "năm" | "ngày") && date_at(reading, at).is_some())
        || (reading.year(at).is_some() && !begins_range(reading, at))
}

/// The law with the number or the date behind its name, found in the table where it is there.
fn with_tail(reading: &Reading, at: usize, end: usize, name: &Named, kind: &'static DocumentType) -> Found {
    let words = reading.written(at, end);
    let behind =
        ["( sửa đổi )", "sửa đổi"].iter().find_map(|words| reading.phrase(end, words)).unwrap_or(end);
    let number_at = behind_number_word(reading, behind);
    if let Some(number) = symbol_of_law(reading, number_at, Evidence::Typed) {
        let law = law_by_number(&number.symbol.key);
        let mut found = Found::numbered(reading, at, number_at, number);
        found.name = words;
        found.law = match name {
            Named::Key(key) => law.filter(|law| law.key == *key),
            Named::Short(_) | Named::Other => law,
        };
        return found;
    }
    let mut found = Found::named(at, end, CitationKind::NamedLaw);
    found.name = words;
    if behind > end && tail_begins(reading, behind) {
        found.end = behind;
    }
    read_year(reading, &mut found);
    found.implied_issuer = Some(if kind.name == "Pháp lệnh" { STANDING_COMMITTEE } else { ASSEMBLY });
    found.law = match name {
        Named::Key(key) => law_by_name(Name::Key(key), found.date),
        Named::Short(short) => law_by_name(Name::Short(short), found.date),
        Named::Other => None,
    }
    .or_else(|| law_by_name(Name::Key(&spelled_out(reading, at, end)), found.date));
    found
}

/// The key of a name in which bodies are abbreviated: `Luật Tổ chức HĐND và UBND`.
fn spelled_out(reading: &Reading, at: usize, end: usize) -> String {
    const ABBREVIATIONS: [(&str, &str); 4] = [
        ("hđnd", "hội đồng nhân dân"),
        ("ubnd", "uỷ ban nhân dân"),
        ("vbqppl", "văn bản quy phạm pháp luật"),
        ("mttq", "mặt trận tổ quốc"),
    ];
    let mut key = String::new();
    for at in at..end {
        let word = reading.word(at);
        if !key.is_empty() && reading.token(at).kind == Kind::Word {
            key.push(' ');
        }
        let long = ABBREVIATIONS.iter().find(|(short, _)| *short == word);
        key.push_str(long.map_or(word, |(_, long)| long));
    }
    key
}

/// Reads `năm 2015`, `ngày 19/6/2015`, a bare `2015` behind a name.
fn read_year(reading: &Reading, found: &mut Found) {
    if let Some(year) = reading.year(found.end).filter(|_| !begins_range(reading, found.end)) {
        found.date = Some(PartialDate::Year(year));
        found.end += 1;
        found.read = found.end;
    } else {
        found.read = found.end;
        if !reading.token(found.end).is_mark(b',') || reading.word(found.end + 1) == "ngày" {
            found.read_date(reading);
        }
    }
}

/// `Luật sửa đổi, bổ sung một số điều của Luật A và Luật B năm 2019`: one document.
fn amending(reading: &Reading, at: usize, next: usize) -> Option<Found> {
    let mut end = None;
    let mut place = next;
    while place < next + LONGEST_AMENDING {
        let token = reading.token(place);
        match token.kind {
            _ if token.gap == Gap::Paragraph => break,
            Kind::Word if end.is_none() && tail_begins(reading, place) => {
                end = Some(place);
                break;
            }
            Kind::Word if token.has(TYPE) => match inner_law(reading, place) {
                Some(inner) => {
                    end = Some(inner);
                    match another_law(reading, inner) {
                        Some(another) if !tail_begins(reading, inner) => place = another,
                        _ => break,
                    }
                }
                None => place += 1,
            },
            Kind::Word | Kind::Number | Kind::Mark(b',') if end.is_none() => place += 1,
            _ => break,
        }
    }
    let end = end?;
    let mut found = with_tail(reading, at, end, &Named::Other, type_at(reading, at)?.1);
    if found.kind == CitationKind::NamedLaw {
        let known = laws::name_at(reading, at).filter(|(known, _)| *known == end);
        found.law = known.and_then(|(_, key)| law_by_name(Name::Key(key), found.date));
    }
    Some(found)
}

/// The end of the law that begins at `at` inside the name of an amending one.
fn inner_law(reading: &Reading, at: usize) -> Option<usize> {
    let (next, kind) = type_at(reading, at)?;
    if kind.naming != super::types::Naming::Title {
        return None;
    }
    match name_at(reading, at, next) {
        Some((end, _)) => Some(end),
        None => matches!(reading.token(next).case, Case::Single | Case::Upper).then_some(next + 1),
    }
}

/// The law that goes on with a list behind `at`.
fn another_law(reading: &Reading, at: usize) -> Option<usize> {
    let comma = at + usize::from(reading.token(at).is_mark(b','));
    let next = comma + usize::from(reading.word(comma) == "và");
    let is_law = type_at(reading, next).is_some_and(|(_, kind)| kind.naming == super::types::Naming::Title);
    (next > at && is_law).then_some(next)
}
