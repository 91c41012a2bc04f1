//! Whether a name in a text is whole: `Trần Thị Lan` in `Trần Thị Lan Anh` or `Nguyễn Trần Thị Lan` is another person's.
//!
//! What cannot be told apart from a longer name is taken for one.

use crate::legal::citation::Reading;
use crate::legal::citation::lexicon::FAMILY_NAME;
use crate::legal::citation::token::{Case, Gap, Kind, Token};
use crate::legal::list::names;

use super::names::is_word_for_unit;
use super::offices::{is_level_word, office_at, place_at};
use super::scan::{honorific_end, ranks_end};
use super::words::{GIVEN, ORDINARY};

/// Most syllables of one name; more are two names side by side.
const LONGEST: usize = 6;

/// Most signs of emphasis between two words.
const SIGNS: usize = 8;

/// Family names that are seldom a middle or given name.
const PURE_FAMILY_NAMES: [&str; 16] = [
    "nguyễn", "trần", "phạm", "huỳnh", "phan", "võ", "đặng", "bùi", "đỗ", "ngô", "đinh", "trịnh", "tạ",
    "trương", "hồ", "lê",
];

/// Abbreviations of offices and bodies that could be read as syllables, as the lexicon writes.
const ABBREVIATIONS: [&str; 18] = [
    "ubnd", "ub", "tuv", "ubmttq", "ubmt", "tand", "ubkt", "ubtv", "ubtvqh", "uv", "uvbtv", "uvbch", "uvtv",
    "cki", "ckii", "pgs", "ths", "nsưt",
];

/// Last two words of offices, bodies and forms of address before a name, where all words may have capitals.
const LEADS: [(&str, &str); 31] = [
    ("chủ", "tịch"),
    ("bí", "thư"),
    ("uỷ", "viên"),
    ("giám", "đốc"),
    ("thư", "ký"),
    ("người", "ký"),
    ("đại", "biểu"),
    ("đại", "tá"),
    ("thượng", "tá"),
    ("trung", "tá"),
    ("thiếu", "tá"),
    ("thiếu", "tướng"),
    ("trung", "tướng"),
    ("đại", "uý"),
    ("thượng", "uý"),
    ("chủ", "nhiệm"),
    ("chánh", "án"),
    ("chuyên", "viên"),
    ("giáo", "viên"),
    ("hội", "viên"),
    ("đảng", "viên"),
    ("nhân", "dân"),
    ("công", "an"),
    ("linh", "mục"),
    ("hoà", "thượng"),
    ("thượng", "toạ"),
    ("đại", "đức"),
    ("cử", "tri"),
    ("học", "sinh"),
    ("sinh", "viên"),
    ("tư", "lệnh"),
];

/// Single words that end a form of address, an office or a body.
const LEAD_WORDS: &[&str] = names!(
    "bà, ông, anh, chị, cô, chú, bác, cụ, vị, mẹ, thầy, em, cháu, ts, gs, bs, ks, ls, phó, trưởng, uỷ, \
     tỉnh, huyện, xã, phường, quận"
);

/// Whether the tokens `start..end` are a name that neither began earlier nor goes on.
pub(super) fn is_whole(reading: &Reading, start: usize, end: usize) -> bool {
    let bounds = Bounds { reading, start, end };
    !bounds.goes_on() && !bounds.began_earlier()
}

/// Whether the words at `at`, behind a name of `syllables`, are certainly none of its syllables.
pub(super) fn is_no_syllable(reading: &Reading, at: usize, syllables: usize) -> bool {
    let token = reading.token(at);
    office_at(reading, at).is_some()
        || (token.case == Case::Upper && is_abbreviation(reading.word(at)))
        || is_address(reading, at)
        || ranks_end(reading, at) > at
        || reading.longest_of(at, ORDINARY, |words| words).is_some()
        || is_part_of_text(reading, at)
        || begins_name(reading, at, syllables)
}

/// The token behind signs of emphasis at `at`, and what parts it from the word before: `**Trần Thị Lan** Anh`.
pub(super) fn behind_emphasis(reading: &Reading, from: usize) -> (usize, Gap) {
    let mut at = from;
    let mut gap = reading.token(at).gap;
    while at < from + SIGNS && matches!(reading.token(at).kind, Kind::Mark(b'*' | b'_')) && gap < Gap::Line {
        at += 1;
        gap = gap.max(reading.token(at).gap);
    }
    (at, gap)
}

/// Whether a dash without spaces joins two syllables at `at`.
pub(super) fn is_tight_dash(reading: &Reading, at: usize) -> bool {
    let next = reading.token(at + 1);
    reading.token(at).is_mark(b'-')
        && reading.token(at).gap == Gap::None
        && next.gap == Gap::None
        && next.is_capital()
        && reading.before(at).kind == Kind::Word
}

#[derive(Clone, Copy)]
struct Bounds<'r> {
    reading: &'r Reading,
    start: usize,
    end: usize,
}

impl Bounds<'_> {
    fn goes_on(self) -> bool {
        let reading = self.reading;
        let syllables = syllables(reading, self.start, self.end);
        let (next, gap) = behind_emphasis(reading, self.end);
        let token = reading.token(next);
        if gap == Gap::Paragraph {
            return false;
        }
        if token.is_mark(b'-') {
            let word = next + 1;
            let is_other = is_no_syllable(reading, word, syllables);
            // `Lan - Anh` may be one woman or two; `Lan - Thanh Hóa` has a place behind the dash.
            let is_alone = reading.token(word).gap <= Gap::Space && run_behind(reading, word) == 1;
            return !is_other && (is_tight_dash(reading, next) || (is_alone && is_given(reading, word)));
        }
        if is_apostrophe(reading, next) {
            return token.gap == Gap::None && reading.token(next + 1).gap == Gap::None;
        }
        if token.kind != Kind::Word || gap == Gap::None {
            return token.kind == Kind::Word;
        }
        if !token.is_capital() || is_no_syllable(reading, next, syllables) {
            return false;
        }
        // A new line mostly begins something new: `Thanh Hóa, ngày …`.
        let behind = run_behind(reading, next);
        let is_place = place_at(reading, next).is_some_and(|end| reading.token(end).is_mark(b','));
        gap < Gap::Line
            || !is_place && (is_given(reading, next) && behind <= 2 && syllables + behind <= LONGEST)
    }

    fn began_earlier(self) -> bool {
        let reading = self.reading;
        let start = self.start;
        let mut at = start;
        while start - at < SIGNS
            && matches!(reading.before(at).kind, Kind::Mark(b'*' | b'_'))
            && reading.token(at).gap == Gap::None
        {
            at -= 1;
        }
        let gap = reading.token(at).gap;
        if at > 0 && is_tight_dash(reading, at - 1) && at == start {
            return at >= 2 && reading.token(at - 2).is_capital() && !ends_lead(reading, at - 1);
        }
        if at > 1
            && is_apostrophe(reading, at - 1)
            && reading.token(at - 1).gap == Gap::None
            && gap == Gap::None
        {
            return reading.token(at - 2).kind == Kind::Word;
        }
        if gap == Gap::Paragraph || closing(reading, at) == at && !reading.before(at).is_capital() {
            return false;
        }
        let at = closing(reading, at);
        let Some(run) = self.run_before(at) else { return false };
        let syllables = syllables(reading, start, self.end);
        let before = at - run.from;
        let first = reading.token(start);
        let is_marked = matches!(reading.word(start + 1), "thị" | "văn");
        let is_pure = first.has(FAMILY_NAME)
            && (syllables > 2 || PURE_FAMILY_NAMES.contains(&reading.word(start)))
            && !matches!(reading.word(start), "thị" | "văn");
        if gap == Gap::Line {
            let is_family = reading.token(run.from).has(FAMILY_NAME);
            return is_family && (before == 1 || !is_pure || (before == 2 && syllables == 2));
        }
        // A lone surname before it, or all capitals behind `bà`: then one name.
        if !is_pure || (run.is_addressed && !(before >= 3 && is_marked)) {
            return true;
        }
        let begins = (run.from..at)
            .find(|from| reading.token(*from).has(FAMILY_NAME) && !is_word_for_unit(reading, *from));
        begins.is_some_and(|from| {
            let before = at - from;
            before + syllables <= LONGEST && !(before >= 3 && is_marked)
        })
    }

    /// The capitals before the token `at`, back to words that can be no part of a name; `None` where such stand right
    /// before it.
    fn run_before(self, at: usize) -> Option<Run> {
        let reading = self.reading;
        let mut from = at;
        let mut is_addressed = false;
        while at - from < LONGEST {
            if from < at && reading.token(from).gap != Gap::Space {
                break;
            }
            let token = reading.before(from);
            if ends_lead(reading, from) {
                is_addressed = is_addressed_at(reading, from);
                break;
            }
            if !token.is_capital() {
                is_addressed = is_addressed_at(reading, from);
                break;
            }
            from -= 1;
        }
        // `huyện Cao Lộc Lê Văn Bình`: two syllables name the place.
        let is_place = from > 0 && at - from >= 2 && is_level_word(reading.word_before(from));
        if let Some(end) = place_at(reading, from).filter(|end| *end <= at) {
            from = end;
        } else if is_place {
            from += 2;
        }
        (from < at).then_some(Run { from, is_addressed })
    }
}

/// Capitals before a name.
struct Run {
    /// The first of them.
    from: usize,
    /// Whether an honorific stands right before them.
    is_addressed: bool,
}

/// The token behind the word before `at`, before signs of emphasis that close: `**Nguyễn** Trần Thị Lan`.
fn closing(reading: &Reading, mut at: usize) -> usize {
    if reading.token(at).gap != Gap::Space {
        return at;
    }
    let from = at;
    while from - at < SIGNS
        && matches!(reading.before(at).kind, Kind::Mark(b'*' | b'_'))
        && at > 1
        && reading.before(at).gap == Gap::None
    {
        at -= 1;
    }
    if reading.before(at).is_capital() { at } else { from }
}

/// Whether the words before `at` end an honorific, an office, a body, a degree or a verb.
fn ends_lead(reading: &Reading, at: usize) -> bool {
    if at == 0 {
        return true;
    }
    let token = reading.before(at);
    let word = reading.word_before(at);
    let pair = (reading.word_before(at - 1), word);
    if pair == ("đồng", "chí") || LEADS.contains(&pair) || token.kind != Kind::Word {
        return true;
    }
    let is_inside = at > 1
        && token.gap == Gap::Space
        && reading.token(at - 2).is_capital()
        && reading.token(at - 2).has(FAMILY_NAME);
    let is_abbreviation = token.case == Case::Upper && is_abbreviation(word);
    is_abbreviation
        || (!is_inside && LEAD_WORDS.contains(&word))
        || (!is_inside && ORDINARY.binary_search(&word).is_ok())
        || is_ordinary_pair(reading, at)
}

fn is_ordinary_pair(reading: &Reading, at: usize) -> bool {
    at > 1 && reading.longest_of(at - 2, ORDINARY, |words| words).is_some_and(|(end, _)| end == at)
}

fn is_addressed_at(reading: &Reading, at: usize) -> bool {
    matches!(reading.word_before(at), "bà" | "ông" | "chị" | "anh" | "cô" | "chú" | "bác" | "cụ" | "đc")
        || (reading.word_before(at) == "chí" && at > 1 && reading.word(at - 2) == "đồng")
        || (reading.word_before(at) == "c" && at > 1 && reading.token(at - 2).is_mark(b'/'))
}

/// Whether an honorific begins at `at` that is no given name.
fn is_address(reading: &Reading, at: usize) -> bool {
    let Some(end) = honorific_end(reading, at) else { return false };
    reading.word(at) != "anh" || reading.token(end).has(FAMILY_NAME) && reading.token(end).is_capital()
}

/// `Điều 2`, `Mục II`
fn is_part_of_text(reading: &Reading, at: usize) -> bool {
    let next = reading.token(at + 1);
    matches!(
        reading.word(at),
        "điều" | "khoản" | "điểm" | "chương" | "mục" | "phần" | "tiểu" | "lớp" | "tổ" | "năm"
    ) && (next.kind == Kind::Number || matches!(reading.word(at + 1), "i" | "ii" | "iii" | "iv" | "v" | "vi"))
}

/// Whether another name begins at `at`: `Nguyễn Văn …`, or more syllables than one name has.
fn begins_name(reading: &Reading, at: usize, syllables: usize) -> bool {
    let token = reading.token(at);
    let next = reading.token(at + 1);
    if !token.has(FAMILY_NAME) || !next.is_capital() || next.gap > Gap::Space {
        return false;
    }
    let is_marked = matches!(reading.word(at + 1), "thị" | "văn");
    is_marked
        || PURE_FAMILY_NAMES.contains(&reading.word(at))
        || (syllables > 2 && syllables + run_behind(reading, at) >= LONGEST)
}

/// How many capitals stand side by side from `at` on that can be syllables of one name.
fn run_behind(reading: &Reading, at: usize) -> usize {
    let is_next = |next: usize| {
        let token = reading.token(next);
        let is_near = next == at || token.gap == Gap::Space;
        token.is_capital()
            && is_near
            && office_at(reading, next).is_none()
            && reading.longest_of(next, ORDINARY, |words| words).is_none()
    };
    (at..at + LONGEST).take_while(|next| is_next(*next)).count()
}

fn is_given(reading: &Reading, at: usize) -> bool {
    reading.token(at).is_capital() && GIVEN.binary_search(&reading.word(at)).is_ok()
}

/// Whether letters in capitals are an abbreviation: one of the table, or without a vowel.
fn is_abbreviation(word: &str) -> bool {
    const CONSONANTS: &str = "bcdđfghjklmnpqrstvwxz0123456789";
    ABBREVIATIONS.contains(&word) || word.chars().all(|letter| CONSONANTS.contains(letter))
}

fn is_apostrophe(reading: &Reading, at: usize) -> bool {
    matches!(reading.plain(at), "'" | "’" | "‘")
}

fn syllables(reading: &Reading, from: usize, to: usize) -> usize {
    let is_word = |token: Token| token.kind == Kind::Word;
    (from..to).filter(|at| is_word(reading.token(*at))).count()
}
