//! Units of provisions: their names, their order, their part of an anchor.

use crate::legal::structure::phrase::{FirstWords, Phrase};
use crate::legal::structure::token::Token;

/// A unit with its number: `khoản 2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) level: Level,
    /// Its words, the usual way: `khoản 2`, `mẫu số 05`, `Mục II`.
    pub(super) words: String,
    /// Its part of an anchor: `khoan-2`; none for units that have no anchor.
    pub(super) anchor: Option<String>,
}

/// The order of units, small to large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// The name of a provision: `tên Điều 3`.
    Name,
    /// What has no place of its own: a row, a sentence, a dash.
    Piece,
    /// Mẫu, biểu
    Form,
    Point,
    Clause,
    /// A heading within an article, which no anchor names: `mục 4 Điều 1`.
    Heading,
    Article,
    Subsection,
    Section,
    Chapter,
    Part,
    Annex,
}

/// Names of units; longer ones first.
pub(super) const UNITS: [(Phrase, Level, &str); 26] = [
    (Phrase::new("tiểu mục"), Level::Subsection, "Tiểu mục"),
    (Phrase::new("phụ lục"), Level::Annex, "Phụ lục"),
    (Phrase::new("biểu mẫu"), Level::Form, "biểu mẫu"),
    (Phrase::new("mẫu biểu"), Level::Form, "mẫu biểu"),
    (Phrase::new("phụ biểu"), Level::Form, "phụ biểu"),
    (Phrase::new("mẫu"), Level::Form, "mẫu"),
    (Phrase::new("biểu"), Level::Form, "biểu"),
    (Phrase::new("bảng"), Level::Form, "bảng"),
    (Phrase::new("điểm"), Level::Point, "điểm"),
    (Phrase::new("khoản"), Level::Clause, "khoản"),
    (Phrase::new("điều"), Level::Article, "Điều"),
    (Phrase::new("mục"), Level::Section, "Mục"),
    (Phrase::new("chương"), Level::Chapter, "Chương"),
    (Phrase::new("phần"), Level::Part, "Phần"),
    (Phrase::new("gạch đầu dòng"), Level::Piece, ""),
    (Phrase::new("số thứ tự"), Level::Piece, ""),
    (Phrase::new("tiết"), Level::Piece, ""),
    (Phrase::new("đoạn"), Level::Piece, ""),
    (Phrase::new("câu"), Level::Piece, ""),
    (Phrase::new("dòng"), Level::Piece, ""),
    (Phrase::new("cột"), Level::Piece, ""),
    (Phrase::new("ý"), Level::Piece, ""),
    (Phrase::new("stt"), Level::Piece, ""),
    (Phrase::new("tên gọi"), Level::Name, ""),
    (Phrase::new("tên"), Level::Name, ""),
    (Phrase::new("tiêu đề"), Level::Name, ""),
];

/// The first words of [`UNITS`].
const UNIT_WORDS: FirstWords = {
    let (mut words, mut index) = (FirstWords::of(&[]), 0);
    while index < UNITS.len() {
        (words, index) = (words.and(&[UNITS[index].0.first()]), index + 1);
    }
    words
};

/// The letters of points in their order.
pub(super) const POINTS: [char; 23] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v',
    'x', 'y',
];

/// Most provisions that a range is opened to.
const MOST_IN_RANGE: u32 = 60;

/// The unit that is named at index `at`: its level, its name and the index of its value.
pub(super) fn unit_at(tokens: &[Token], at: usize) -> Option<(Level, &'static str, usize)> {
    tokens.get(at).filter(|token| UNIT_WORDS.may_be(token))?;
    let (_, level, name, end) = UNITS
        .iter()
        .find_map(|(phrase, level, name)| Some((phrase, *level, *name, phrase.ends_at(tokens, at)?)))?;
    Some((level, name, end))
}

/// What the units of a level are called in anchors; none for those that have no anchor.
pub(super) fn anchor_word(level: Level) -> Option<&'static str> {
    match level {
        Level::Name | Level::Piece | Level::Form | Level::Heading => None,
        Level::Point => Some("diem"),
        Level::Clause => Some("khoan"),
        Level::Article => Some("dieu"),
        Level::Subsection => Some("tieu-muc"),
        Level::Section => Some("muc"),
        Level::Chapter => Some("chuong"),
        Level::Part => Some("phan"),
        Level::Annex => Some("phu-luc"),
    }
}

/// The name of a unit without its number: `khoản`.
pub(super) fn name_of(unit: &Unit) -> String {
    unit.words.rsplit_once(' ').map_or_else(String::new, |(name, _)| name.to_owned())
}

/// The unit of a level with a name and a number.
pub(super) fn unit_of(level: Level, name: &str, value: &str) -> Unit {
    let letter = if level == Level::Point && value == "đ" { "dd" } else { value };
    let anchor = anchor_word(level).map(|word| format!("{word}-{letter}"));
    Unit { level, words: format!("{name} {value}"), anchor }
}

/// What lies between two numbers or two letters of points.
pub(super) fn between(from: &str, to: &str) -> Vec<String> {
    if let (Ok(from), Ok(to)) = (from.parse::<u32>(), to.parse::<u32>()) {
        let is_small = to > from && to - from <= MOST_IN_RANGE;
        return if is_small { (from + 1..to).map(|number| number.to_string()).collect() } else { Vec::new() };
    }
    let place = |letter: &str| {
        let letter = if letter == "dd" { "đ" } else { letter };
        POINTS.iter().position(|point| letter.chars().eq([*point]))
    };
    let (Some(from), Some(to)) = (place(from), place(to)) else { return Vec::new() };
    POINTS.iter().take(to).skip(from + 1).map(char::to_string).collect()
}
