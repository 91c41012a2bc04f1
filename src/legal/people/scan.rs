//! The walk through a text: honorifics, offices and names, lists of them.

use crate::legal::citation::Reading;
use crate::legal::citation::lexicon::{FAMILY_NAME, HONORIFIC, OFFICE};
use crate::legal::citation::token::{Gap, Kind};
use crate::legal::list::names;

use super::Person;
use super::names::{FoundName, KnownNames, Names, Strictness};
use super::offices::{office_at, offices_at};

/// Honorifics, as the lexicon writes; sorted.
const HONORIFICS: &[&str] = &[
    "anh",
    "bà",
    "chị",
    "các bà",
    "các vị",
    "các ông",
    "các ông bà",
    "các ông, bà",
    "các đ . c",
    "các đ / c",
    "các đc",
    "các đồng chí",
    "cử tri",
    "ông",
    "ông, bà",
    "đ . c",
    "đ / c",
    "đc",
    "đồng chí",
];

/// Academic degrees and the like between honorific and name; sorted.
const RANKS: &[&str] = names!(
    "bs, bs ., bscki, bsckii, bác sĩ, bác sĩ cki, bác sĩ ckii, giáo sư, gs, gs ., gs . ts, kỹ sư, \
     luật sư, nhà giáo, pgs, pgs ., pgs . ts, phó giáo sư, ths, ths ., thạc sĩ, tiến sĩ, ts, ts ."
);

/// Words before a name that make a place or an award of it.
const NAMED_AFTER: &[&str] = names!(
    "đường, phố, phường, xã, huyện, quận, trường, thpt, thcs, học, ngõ, hẻm, giải, thưởng, quỹ, viện, \
     viên, cầu, chợ, khu, thôn, làng, ấp, bản, đền, hồ, tượng"
);

/// Words before a capital `Ông` or `Bà` that is part of the name of a place: `đền Ông Hoàng Mười`.
const NAMED_PLACES: &[&str] = names!(
    "đường, phố, phường, trường, đền, chùa, miếu, cầu, chợ, xã, sông, núi, hồ, suối, kênh, lăng, phủ, \
     đình, làng, ấp, thôn, đèo, giếng, dốc, cồn, rạch"
);

/// Words of a credit, before the colon.
const CREDITS: [&str; 12] =
    ["ảnh", "tin", "bài", "giả", "tin ảnh", "nguồn", "theo", "viết", "phẩm", "clip", "video", "hoạ"];

/// Finds the people of a text.
pub(super) fn scan(reading: &Reading, known: &KnownNames) -> Vec<Person> {
    let names = Names { reading, known };
    let mut scanner = Scanner { names, reading, people: Vec::new() };
    // Offices are many and cost much to read; few paragraphs have a name beside them.
    if !names.may_be_found() {
        return scanner.people;
    }
    let mut at = 0;
    while at < reading.len() {
        at = scanner.read(at).max(at + 1);
    }
    scanner.people
}

/// What a list of people shares.
#[derive(Debug, Clone, Default)]
struct Shared {
    honorific: Option<String>,
    role: Option<String>,
    is_list: bool,
}

struct Scanner<'r> {
    names: Names<'r>,
    reading: &'r Reading,
    people: Vec<Person>,
}

impl Scanner<'_> {
    /// Reads what begins at `at`; the token behind it, `at` where nothing does.
    fn read(&mut self, at: usize) -> usize {
        let token = self.reading.token(at);
        if token.kind != Kind::Word {
            return at;
        }
        if token.has(HONORIFIC)
            && let Some(read) = self.honorific(at)
        {
            return read;
        }
        if token.has(OFFICE)
            && let Some(read) = self.office(at, &Shared::default())
        {
            return read;
        }
        if !self.names.known.is_empty() {
            return self.known(at);
        }
        if token.has(FAMILY_NAME) && token.is_capital() {
            return self.named_before_office(at);
        }
        at
    }

    /// `đồng chí Nguyễn Xuân Ký, Bí thư Tỉnh ủy`; `các đồng chí: A, Chủ tịch …; B, Phó Chủ tịch …`
    fn honorific(&mut self, at: usize) -> Option<usize> {
        let reading = self.reading;
        let end = honorific_end(reading, at)?;
        let is_place = reading.token(at).is_capital()
            && reading.token(at).gap == Gap::Space
            && NAMED_PLACES.contains(&reading.word_before(at));
        if is_place {
            return None;
        }
        let strictness = match reading.word(at) {
            "anh" | "chị" | "cử" => Strictness::FullName,
            _ => Strictness::Any,
        };
        let is_list = reading.word(at) == "các" || reading.phrase(at, "ông, bà").is_some();
        let shared = Shared { honorific: Some(reading.written(at, end)), role: None, is_list };
        let colon = end + usize::from(reading.token(end).is_mark(b':'));
        let read = self.member(colon, &shared, strictness)?;
        Some(self.rest_of_list(read, &shared))
    }

    /// One person at `at`: a name with offices behind it, or offices with a name behind them.
    fn member(&mut self, at: usize, shared: &Shared, strictness: Strictness) -> Option<usize> {
        let reading = self.reading;
        let own = honorific_end(reading, at);
        let shared = &Shared {
            honorific: own.map(|end| reading.written(at, end)).or_else(|| shared.honorific.clone()),
            ..shared.clone()
        };
        let start = self.behind_ranks(own.unwrap_or(at));
        if reading.token(start).gap == Gap::Paragraph {
            return None;
        }
        if office_at(reading, start).is_some() {
            return self.office(start, shared);
        }
        let name = self.names.name_at(start, strictness)?;
        Some(self.push(name, None, shared))
    }

    fn behind_ranks(&self, at: usize) -> usize {
        ranks_end(self.reading, at)
    }

    /// Further people of a list: behind `;`, behind a comma or `và` where a name follows.
    fn rest_of_list(&mut self, mut read: usize, shared: &Shared) -> usize {
        while let Some(next) = self.next_member(read, shared) {
            read = next;
        }
        read
    }

    fn next_member(&mut self, read: usize, shared: &Shared) -> Option<usize> {
        let reading = self.reading;
        let alone = Shared { role: shared.role.clone(), ..Shared::default() };
        let listed = if shared.is_list { shared } else { &alone };
        if let Some(and) = behind_separator(reading, read)
            && let Some(next) = self.member(and, listed, Strictness::FamilyName)
        {
            return Some(next);
        }
        if !shared.is_list {
            return None;
        }
        let semicolon = (read..read + 60).find(|at| {
            let token = reading.token(*at);
            matches!(token.kind, Kind::Mark(b';' | b'.' | b':') | Kind::End) || token.gap == Gap::Paragraph
        })?;
        if !reading.token(semicolon).is_mark(b';') {
            return None;
        }
        let next = semicolon + 1 + usize::from(reading.word(semicolon + 1) == "và");
        self.member(next, shared, Strictness::Any)
    }

    /// `Chủ tịch UBND tỉnh Trần Văn A`; `các Phó Chủ tịch HĐND tỉnh A, B`.
    fn office(&mut self, at: usize, shared: &Shared) -> Option<usize> {
        let reading = self.reading;
        let names = self.names;
        let is_name = |at: usize| {
            let at = self.behind_honorific(at);
            names.name_at(at, Strictness::FamilyName).is_some()
        };
        if reading.word(at) == "đại" && matches!(reading.word_before(at), "tổ" | "đoàn") {
            return None;
        }
        let mut offices = offices_at(reading, at, is_name)?;
        // `các Phó Chủ tịch UBND tỉnh: A, B và C`, but not `Chủ tịch UBND các xã: …`.
        let has_colon = offices.name.is_none()
            && reading.token(offices.end).is_mark(b':')
            && !(at + 1..offices.end).any(|at| reading.word(at) == "các");
        if has_colon {
            offices.name = Some(offices.end + 1);
        }
        let start = self.behind_honorific(offices.name?);
        let strictness = if has_colon { Strictness::FullName } else { Strictness::FamilyName };
        let name = names.name_at(start, strictness)?;
        let role = reading.written(at, offices.end);
        let is_list = has_colon || reading.word(at) == "các" || reading.word_before(at) == "các";
        let honorific = (offices.name != Some(start))
            .then(|| offices.name.map(|from| reading.written(from, start)))
            .flatten()
            .or_else(|| shared.honorific.clone());
        let own = Shared { honorific, role: Some(role.clone()), is_list: false };
        let mut read = self.push(name, Some(role), &own);
        if is_list {
            while let Some(next) = self.next_member(read, &own) {
                read = next;
            }
        } else if reading.word(at) == "đại" {
            // `đại biểu A, B và C`: behind a comma also the name of a unit may stand.
            let alone = Shared { role: own.role.clone(), ..Shared::default() };
            while let Some(next) = behind_separator(reading, read)
                && let Some(name) = names.name_at(next, Strictness::FullName)
            {
                read = self.push(name, None, &alone);
            }
        }
        Some(read)
    }

    fn behind_honorific(&self, at: usize) -> usize {
        let token = self.reading.token(at);
        if !token.has(HONORIFIC) {
            return self.behind_ranks(at);
        }
        self.behind_ranks(honorific_end(self.reading, at).unwrap_or(at))
    }

    /// A known name without honorific or office before it.
    fn known(&mut self, at: usize) -> usize {
        match self.names.name_at(at, Strictness::FamilyName) {
            Some(name) => self.push(name, None, &Shared::default()),
            None => at,
        }
    }

    /// `Trịnh Thị Minh Thanh, Phó Chủ tịch …`, `Hồ Quốc Dũng - Ủy viên …` without an honorific.
    fn named_before_office(&mut self, at: usize) -> usize {
        let reading = self.reading;
        let before = reading.before(at);
        let is_inside = before.is_capital() && reading.token(at).gap <= Gap::Space && !reading.begins(at - 1);
        if is_inside {
            return at;
        }
        let Some(name) = self.names.name_at(at, Strictness::FamilyName) else { return at };
        match office_behind(reading, name.end) {
            Some(_) => self.push(name, None, &Shared::default()),
            None => at,
        }
    }

    /// Keeps a person with the offices behind the name; the token behind both.
    fn push(&mut self, name: FoundName, role: Option<String>, shared: &Shared) -> usize {
        let reading = self.reading;
        if is_credit(reading, name.start) || is_named_after(reading, &name) {
            return name.end;
        }
        let mut read = name.end;
        let mut role = role;
        if let Some(start) = office_behind(reading, name.end) {
            let names = self.names;
            let is_name = |at: usize| names.name_at(at, Strictness::FamilyName).is_some();
            if let Some(offices) = offices_at(reading, start, is_name) {
                // The last office is the next person's where a name stands behind it.
                let end = if offices.name.is_some() { offices.before_last } else { offices.end };
                if end > start {
                    let behind = reading.written(start, end);
                    role = Some(role.filter(|role| !is_rank(role)).unwrap_or(behind));
                    read = end;
                }
            }
        }
        self.people.push(Person {
            range: reading.raw(name.start, name.end),
            name: name.name,
            role: role.or_else(|| shared.role.clone()),
            honorific: shared.honorific.clone(),
        });
        read
    }
}

/// The token behind the comma, the `và` or both at `at`.
fn behind_separator(reading: &Reading, at: usize) -> Option<usize> {
    let comma = at + usize::from(reading.token(at).is_mark(b','));
    let and = comma + usize::from(matches!(reading.word(comma), "và" | "cùng"));
    (and > at).then_some(and)
}

/// Whether an office is only a military or police rank: `Thiếu tướng`.
fn is_rank(role: &str) -> bool {
    let mut words = role.split(' ');
    let is_grade = words
        .next()
        .is_some_and(|word| matches!(word.to_lowercase().as_str(), "đại" | "thượng" | "trung" | "thiếu"));
    is_grade
        && words.next().is_some_and(|word| matches!(word.to_lowercase().as_str(), "tướng" | "tá"))
        && words.next().is_none()
}

/// The token behind the academic degrees at `at`; `at` where there is none.
pub(super) fn ranks_end(reading: &Reading, mut at: usize) -> usize {
    for _ in 0..3 {
        let Some((end, _)) = reading.longest_of(at, RANKS, |rank| rank) else {
            break;
        };
        at = end + usize::from(reading.token(end).is_mark(b'.'));
    }
    at
}

/// The token behind the honorific at `at`.
pub(super) fn honorific_end(reading: &Reading, at: usize) -> Option<usize> {
    reading.longest_of(at, HONORIFICS, |words| words).map(|(end, _)| end)
}

/// The office behind a name: after a comma, a dash or a bracket.
fn office_behind(reading: &Reading, at: usize) -> Option<usize> {
    let sign = reading.token(at);
    let is_joint = matches!(sign.kind, Kind::Mark(b',' | b'-' | b'('));
    let next = at + 1;
    (is_joint && reading.token(next).gap < Gap::Paragraph && office_at(reading, next).is_some())
        .then_some(next)
}

/// `Ảnh: …`, `Tác giả: …`
fn is_credit(reading: &Reading, at: usize) -> bool {
    reading.before(at).is_mark(b':') && at >= 2 && CREDITS.contains(&reading.word(at - 2))
}

/// `đường Nguyễn Huệ`, but not `Sở Tài nguyên và Môi trường Bùi Văn Ba` and `UBND huyện Trần Văn Bình`: no town or
/// district bears a name of three syllables.
fn is_named_after(reading: &Reading, name: &FoundName) -> bool {
    let at = name.start;
    let compound = (reading.word_before(at.saturating_sub(1)), reading.word_before(at));
    let is_level = matches!(compound, ("thành", "phố") | ("thị", "xã") | (_, "huyện" | "quận"));
    NAMED_AFTER.contains(&compound.1)
        && reading.token(at).gap <= Gap::Space
        && !matches!(compound, ("uỷ" | "đặc", _) | ("môi", "trường"))
        && !(is_level && name.end - at >= 3)
}
