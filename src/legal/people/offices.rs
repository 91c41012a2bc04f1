//! Offices (chức vụ): `Phó Chủ tịch Thường trực HĐND tỉnh`, `nguyên Giám đốc Sở Tư pháp`, several joined by commas.

use crate::legal::citation::Reading;
use crate::legal::citation::lexicon::{BODY, OFFICE};
use crate::legal::citation::token::{Case, Gap, Kind};
use crate::legal::list::names;

/// Offices and ranks, as the lexicon writes, sorted; those that begin with `phó`, `quyền`, `nguyên` too.
const OFFICES: &[&str] = names!(
    "bí thư, bộ trưởng, chi cục trưởng, chánh thanh tra, chánh văn phòng, chánh án, chính uỷ, \
     chỉ huy trưởng, chủ nhiệm, chủ toạ, chủ toạ kỳ họp, chủ tịch, chủ tịch hội đồng quản trị, \
     chủ tịch hội đồng thành viên, cục trưởng, giám đốc, hiệu trưởng, huyện uỷ viên, hội trưởng, \
     kiểm toán trưởng, kế toán trưởng, người ký, quận uỷ viên, thiếu tá, thiếu tướng, thiếu uý, \
     thành uỷ viên, thư ký, thư ký kỳ họp, thường trực ban bí thư, thường trực thành uỷ, \
     thường trực tỉnh uỷ, thượng tá, thượng tướng, thượng uý, thống đốc, thủ trưởng, thủ tướng, \
     thứ trưởng, trung tá, trung tướng, trung uý, trưởng ban, trưởng bản, trưởng bộ môn, \
     trưởng chi nhánh, trưởng công an, trưởng khoa, trưởng khu phố, trưởng phòng, trưởng thôn, \
     trưởng tiểu ban, trưởng trạm, trưởng xóm, trưởng đoàn, trưởng ấp, tuv, tư lệnh, tỉnh uỷ viên, \
     tổ trưởng, tổng biên tập, tổng bí thư, tổng cục trưởng, tổng giám đốc, tổng kiểm toán, \
     tổng kiểm toán nhà nước, tổng thanh tra, tổng thư ký, uỷ viên, viện trưởng, vụ trưởng, đb, đbqh, \
     đại biểu, đại tá, đại tướng, đại uý, đảng uỷ viên"
);

/// Words before an office that belong to it.
const PREFIXES: [&str; 6] = ["phó", "quyền", "nguyên", "cựu", "các", "tổng"];

/// Names of units whose two syllables would else be read as a person's name; sorted.
const PLACES: &[&str] = names!(
    "an giang, bà rịa, bà rịa - vũng tàu, bình dương, bình phước, bình thuận, bình định, bạc liêu, \
     bắc giang, bắc kạn, bắc ninh, bắc thái, bến tre, cao bằng, cà mau, cần thơ, cửu long, gia lai, \
     gia lai - kon tum, hoà bình, hoàng liên sơn, huế, hà bắc, hà giang, hà nam, hà nam ninh, hà nội, \
     hà sơn bình, hà tuyên, hà tây, hà tĩnh, hưng yên, hải dương, hải hưng, hải phòng, hậu giang, \
     hồ chí minh, khánh hoà, kiên giang, kon tum, lai châu, long an, lào cai, lâm đồng, lạng sơn, \
     minh hải, nam hà, nam định, nghệ an, nghệ tĩnh, ninh bình, ninh thuận, phú khánh, phú thọ, \
     phú yên, quảng bình, quảng nam, quảng ngãi, quảng ninh, quảng trị, sóc trăng, sông bé, sơn la, \
     thanh hoá, thuận hải, thái bình, thái nguyên, thừa thiên - huế, thừa thiên huế, tiền giang, \
     trà vinh, tuyên quang, tây ninh, việt nam, vĩnh long, vĩnh phú, vĩnh phúc, yên bái, điện biên, \
     đà nẵng, đắk lắk, đắk nông, đồng nai, đồng tháp"
);

/// Words behind which the name of a place stands.
const LEVELS: &[&str] =
    names!("tỉnh, phố, huyện, quận, xã, phường, trấn, khu, tp, tx, hđnd, ubnd, uỷ, mttq, bộ, đoàn, đặc");

/// Words behind which the name of a unit stands: `Sở Công Thương`.
const UNITS: &[&str] =
    names!("sở, bộ, cục, vụ, ban, viện, hội, ngành, phòng, khối, trường, ty, trung, tâm, đài, báo");

/// Words before and behind a comma within the name of a unit: `Sở Văn hóa, Thể thao và Du lịch`.
const JOINED: [(&str, &str); 4] = [("hoá", "thể"), ("hoá", "xã"), ("tế", "ngân"), ("động", "thương")];

/// Most tokens of the words for one office.
const LONGEST: usize = 22;

/// The token behind the word for an office that stands at `at`, `phó` and the like included.
pub(super) fn office_at(reading: &Reading, at: usize) -> Option<usize> {
    if !reading.token(at).has(OFFICE | crate::legal::citation::lexicon::HONORIFIC) {
        return None;
    }
    let mut start = at;
    while start < at + 3
        && PREFIXES.contains(&reading.word(start))
        && reading.token(start + 1).kind == Kind::Word
    {
        if let Some(end) = longest(reading, start) {
            return Some(end);
        }
        start += 1;
    }
    longest(reading, start)
}

fn longest(reading: &Reading, at: usize) -> Option<usize> {
    reading.longest_of(at, OFFICES, |office| office).map(|(end, _)| end)
}

/// Where one office or several end, and the place within them behind which a name may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Offices {
    /// The token behind the last word that belongs to them.
    pub(super) end: usize,
    /// The first token of the name that follows, where `name` said that one begins.
    pub(super) name: Option<usize>,
    /// Where the last office begins.
    pub(super) last: usize,
    /// The token behind the office before the last; the start where there is one only.
    pub(super) before_last: usize,
}

/// Reads the offices that begin at `at`, joined by commas. `is_name` tells whether a person's name begins at a token.
pub(super) fn offices_at(reading: &Reading, at: usize, is_name: impl Fn(usize) -> bool) -> Option<Offices> {
    let mut end = office_at(reading, at)?;
    let mut offices = Offices { end, name: None, last: at, before_last: at };
    for _ in 0..12 {
        let (behind, name) = complement_end(reading, at, end, &is_name);
        offices = Offices { end: behind, name, ..offices };
        if name.is_some() {
            return Some(offices);
        }
        let is_bare_deputy = behind == end && reading.word(at) == "đại";
        end = behind;
        let comma = reading.token(end);
        let is_joint =
            matches!(comma.kind, Kind::Mark(b',' | b'-')) || matches!(reading.word(end), "kiêm" | "và");
        let next =
            office_at(reading, end + 1).filter(|_| is_joint && reading.token(end + 1).gap < Gap::Paragraph);
        match next {
            // `trả lời đại biểu, Giám đốc …`: the deputy is someone else.
            Some(_) if is_bare_deputy => return None,
            Some(next) => {
                offices.before_last = end;
                offices.last = end + 1;
                end = next;
            }
            None => break,
        }
    }
    Some(offices)
}

/// Reads the body behind an office, up to a name or to words that belong to neither.
fn complement_end(
    reading: &Reading,
    start: usize,
    from: usize,
    is_name: &impl Fn(usize) -> bool,
) -> (usize, Option<usize>) {
    let mut at = from;
    let mut place_end = from;
    while at < from + LONGEST {
        let is_unit = at > place_end && is_unit_word(reading, at) && capitals(reading, at) < 3;
        if let Some(name) = name_behind(reading, start, at, is_name).filter(|_| !is_unit) {
            return (at, Some(name));
        }
        // `Phó Chủ tịch UBND huyện - Trần Văn Ba`
        if reading.token(at).is_mark(b'-')
            && reading.token(at).gap == Gap::Space
            && capitals(reading, at + 1) >= 3
            && is_name(at + 1)
        {
            return (at, Some(at + 1));
        }
        if let Some(behind) = behind_place(reading, at) {
            at = behind;
            place_end = behind;
            continue;
        }
        let is_next = (reading.token(at).gap >= Gap::Line && office_at(reading, at).is_some())
            || (reading.word(at) == "và" && is_name(at + 1));
        if is_next || !belongs(reading, at) {
            break;
        }
        at += 1;
    }
    while at > from && matches!(reading.word_before(at), "và" | "của" | "thuộc") {
        at -= 1;
    }
    (at, None)
}

/// The first token of the name at `at`, where what lies between is only space, a sign of a table or `(đã ký)`.
fn name_behind(
    reading: &Reading,
    start: usize,
    at: usize,
    is_name: &impl Fn(usize) -> bool,
) -> Option<usize> {
    const SIGNED: [&str; 4] = ["( đã ký )", "[ đã ký ]", "đã ký :", "đã ký"];
    let mut name = at;
    if let Some(behind) = SIGNED.iter().find_map(|signed| reading.phrase(name, signed)) {
        name = behind;
    }
    if reading.word_before(at) == "ký" {
        while matches!(reading.token(name).kind, Kind::Mark(b':' | b'|' | b'*')) {
            name += 1;
        }
    }
    let is_signature = reading.before(at).case == Case::Upper || reading.begins(start);
    let is_near = reading.token(name).gap <= Gap::Space
        || is_signature
        || (name == at && reading.token(at).gap == Gap::Line && reading.before(at).case == Case::Lower);
    if !is_near || stands_in_place(reading, at, is_name) {
        return None;
    }
    is_name(name).then_some(name)
}

/// Whether the capitals at `at` are the name of a place: behind `tỉnh` and the like, with another name or none behind.
fn stands_in_place(reading: &Reading, at: usize, is_name: &impl Fn(usize) -> bool) -> bool {
    if place_at(reading, at).is_some() {
        return true;
    }
    if reading.token(at).gap >= Gap::Line
        || !LEVELS.contains(&reading.word_before(at))
        || is_behind_province(reading, at)
    {
        return false;
    }
    let capitals = capitals(reading, at);
    match capitals {
        0 => false,
        1 | 2 => !is_body_code(reading.word_before(at)) || capitals == 1,
        _ => !matches!(reading.word(at + 1), "thị" | "văn") && is_name(at + 2) && capitals >= 4,
    }
}

/// Whether the name of a place stands behind `word`: `huyện`.
pub(super) fn is_level_word(word: &str) -> bool {
    LEVELS.contains(&word)
}

/// Whether a unit is named behind the word before `at`: behind `Sở`, not behind `Nội vụ` or `Quốc hội`.
fn is_unit_word(reading: &Reading, at: usize) -> bool {
    let compound = (reading.word_before(at.saturating_sub(1)), reading.word_before(at));
    UNITS.contains(&compound.1) && !matches!(compound, ("nội", "vụ") | ("quốc" | "xã", "hội"))
}

/// Whether what stands at `at` belongs to the whole province, whose name would be in the table.
fn is_behind_province(reading: &Reading, at: usize) -> bool {
    match reading.word_before(at) {
        "tỉnh" => true,
        "uỷ" => reading.word_before(at.saturating_sub(1)) == "tỉnh",
        _ => false,
    }
}

fn is_body_code(word: &str) -> bool {
    matches!(word, "hđnd" | "ubnd" | "mttq" | "bộ" | "đoàn")
}

fn capitals(reading: &Reading, at: usize) -> usize {
    (at..at + 6)
        .take_while(|next| {
            reading.token(*next).is_capital() && (*next == at || reading.token(*next).gap == Gap::Space)
        })
        .count()
}

/// The token behind the place of the table that stands at `at`.
pub(super) fn place_at(reading: &Reading, at: usize) -> Option<usize> {
    if !reading.token(at).is_capital() {
        return None;
    }
    reading.longest_of(at, PLACES, |place| place).map(|(end, _)| end)
}

/// The token behind the place at `at`: one of the table, or capitals behind `huyện` and the like.
fn behind_place(reading: &Reading, at: usize) -> Option<usize> {
    if let Some(end) = place_at(reading, at) {
        return Some(end);
    }
    let is_level = matches!(
        reading.word_before(at),
        "phố" | "huyện" | "quận" | "xã" | "phường" | "trấn" | "khu" | "tp" | "tx"
    );
    let is_committee = reading.word_before(at) == "uỷ" && !is_behind_province(reading, at);
    let is_same_line = reading.token(at).gap <= Gap::Space && reading.token(at).case == Case::Capital;
    if !(is_level || is_committee) || !is_same_line {
        return None;
    }
    Some(at + capitals(reading, at).min(2)).filter(|end| *end > at)
}

/// Whether the token at `at` goes on with the name of the body.
fn belongs(reading: &Reading, at: usize) -> bool {
    let token = reading.token(at);
    let before = reading.before(at);
    if token.gap == Gap::Paragraph {
        return false;
    }
    if reading.word(at) == "và" || reading.word(at) == "của" {
        return reading.token(at + 1).is_capital() && office_at(reading, at + 1).is_none();
    }
    match token.kind {
        Kind::Word if token.case == Case::Lower => {
            let is_second = before.case == Case::Capital
                && !(reading.before(at - 1).case == Case::Capital
                    && LEVELS.contains(&reading.word_before(at.saturating_sub(2))));
            token.gap <= Gap::Line && (token.has(BODY) || (is_second && reading.word_before(at) != "uỷ"))
        }
        Kind::Word => token.gap <= Gap::Space || before.case == Case::Upper || before.case == Case::Lower,
        Kind::Mark(b'-' | b'&') => {
            reading.token(at + 1).is_capital()
                && office_at(reading, at + 1).is_none()
                && before.kind == Kind::Word
        }
        Kind::Mark(b'.') => {
            token.gap == Gap::None
                && matches!(reading.word_before(at), "tp" | "tx")
                && reading.token(at + 1).is_capital()
        }
        Kind::Mark(b',') => JOINED.contains(&(reading.word_before(at), reading.word(at + 1))),
        Kind::Number => matches!(reading.word_before(at), "quận" | "phường" | "khoá" | "số"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(OFFICES.is_sorted());
        assert!(PLACES.is_sorted());
    }

    #[test]
    fn offices_end_with_their_body() {
        for (text, offices) in [
            ("Chủ tịch HĐND tỉnh Quảng Ninh nhấn mạnh", "Chủ tịch HĐND tỉnh Quảng Ninh"),
            (
                "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh, chủ trì",
                "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh",
            ),
            ("nguyên Giám đốc Sở Kế hoạch và Đầu tư, lý do", "nguyên Giám đốc Sở Kế hoạch và Đầu tư"),
            ("Phó Chủ tịch Thường trực HĐND tỉnh;", "Phó Chủ tịch Thường trực HĐND tỉnh"),
            (
                "Trưởng ban Công tác đại biểu thuộc Ủy ban Thường vụ Quốc hội và Bí thư",
                "Trưởng ban Công tác đại biểu thuộc Ủy ban Thường vụ Quốc hội và Bí thư",
            ),
            ("Bí thư Tỉnh ủy phát biểu", "Bí thư Tỉnh ủy"),
            ("Quyền Chủ tịch UBND tỉnh, giải trình", "Quyền Chủ tịch UBND tỉnh"),
            (
                "Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh trình bày",
                "Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh",
            ),
        ] {
            let reading = Reading::new(text);
            let found = offices_at(&reading, 0, |_| false).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(reading.written(0, found.end), offices, "{text}");
        }
        for text in ["Chủ trì", "Phó", "Bí quyết", "Tổng số", "Thành phố", ""] {
            assert_eq!(office_at(&Reading::new(text), 0), None, "{text}");
        }
    }
}
