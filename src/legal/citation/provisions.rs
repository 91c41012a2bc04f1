//! Provisions (điều khoản) as they are cited: `khoản 1, khoản 3 Điều 6 và khoản 2 Điều 9`, `từ Điều 3 đến Điều 7`.

use crate::legal::ProvisionPath;

use super::ProvisionBase;
use super::lexicon::{PROVISION, TYPE};
use super::reading::Reading;
use super::token::{Gap, Kind, Token};

/// Provisions that are named together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Chain {
    /// The token behind the last word.
    pub(super) end: usize,
    /// Each provision, as far as an anchor can name it.
    pub(super) provisions: Vec<ProvisionPath>,
    /// What they are counted from.
    pub(super) base: ProvisionBase,
}

/// Most provisions that one citation names; what stands behind is read as another.
const MOST: usize = 64;

/// Most provisions that a range (`từ Điều 3 đến Điều 7`) is opened to.
const MOST_IN_RANGE: u32 = 40;

/// Points run through this alphabet; d and đ are different points.
const POINTS: &str = "abcdđeghiklmnopqrstuvxy";

/// Words that count the dashes of a list: `gạch đầu dòng thứ nhất`.
const ORDINALS: [&str; 11] = ["nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// The order of provisions, small to large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Item,
    Point,
    Clause,
    Article,
    SubSection,
    Section,
    Chapter,
    Part,
    Annex,
}

/// Names of levels, as the lexicon writes them and as [`ProvisionPath`] reads them.
const LEVELS: [(&str, Level); 10] = [
    ("gạch đầu dòng", Level::Item),
    ("tiết", Level::Item),
    ("điểm", Level::Point),
    ("khoản", Level::Clause),
    ("điều", Level::Article),
    ("tiểu mục", Level::SubSection),
    ("mục", Level::Section),
    ("chương", Level::Chapter),
    ("phần", Level::Part),
    ("phụ lục", Level::Annex),
];

/// How a provision is joined to what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// By nothing, a comma or `của`: a larger provision holds the smaller one before it.
    Within,
    /// By `và` or `hoặc`: another one.
    Beside,
    /// By `đến`: the end of a range.
    Until,
}

/// Reads the provisions that begin at `at`.
pub(super) fn chain_at(reading: &Reading, at: usize) -> Option<Chain> {
    let mut paths = Paths::default();
    let mut joint = Joint::Within;
    let mut next = at;
    let mut end = None;
    let mut base = ProvisionBase::Document;
    while paths.count < MOST {
        let unit = skip_words(reading, next, &["các", "từ", "tại", "những"]);
        let Some((values, level)) = level_at(reading, unit) else { break };
        if reading.word(values) == "này" {
            base = base_of(level);
            end = Some(values + 1);
            break;
        }
        let Some(behind) = read_values(reading, values, level, joint, &mut paths) else { break };
        end = Some(behind);
        (next, joint) = joint_at(reading, behind);
    }
    Some(Chain { end: end?, provisions: paths.finish(), base })
}

/// All provisions that words name, each with what it is counted from, whosever they are.
pub(in crate::legal) fn provisions_in(text: &str) -> Vec<(ProvisionPath, ProvisionBase)> {
    let reading = Reading::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.len() {
        match chain_at(&reading, at) {
            Some(chain) if chain.end > at => {
                found.extend(chain.provisions.into_iter().map(|path| (path, chain.base)));
                at = chain.end;
            }
            _ => at += 1,
        }
    }
    found
}

fn base_of(level: Level) -> ProvisionBase {
    match level {
        Level::Item | Level::Point => ProvisionBase::Point,
        Level::Clause => ProvisionBase::Clause,
        Level::Article => ProvisionBase::Article,
        _ => ProvisionBase::Division,
    }
}

fn skip_words(reading: &Reading, at: usize, words: &[&str]) -> usize {
    at + usize::from(words.contains(&reading.word(at)))
}

fn level_at(reading: &Reading, at: usize) -> Option<(usize, Level)> {
    if !reading.token(at).has(PROVISION) {
        return None;
    }
    LEVELS.iter().find_map(|(name, level)| reading.phrase(at, name).map(|next| (next, *level)))
}

/// How the provisions go on at `at`: the token where the next may begin.
fn joint_at(reading: &Reading, at: usize) -> (usize, Joint) {
    let token = reading.token(at);
    if token.gap == Gap::Paragraph {
        return (at, Joint::Within);
    }
    let comma = at + usize::from(matches!(token.kind, Kind::Mark(b',' | b';')));
    match reading.word(comma) {
        "và" | "hoặc" | "hay" => (comma + 1, Joint::Beside),
        "đến" => (comma + 1, Joint::Until),
        "của" | "thuộc" | "tại" => (comma + 1, Joint::Within),
        _ => (comma, Joint::Within),
    }
}

/// Reads the values behind the name of a level: `1`, `1, 2 và 3`. The token behind the last.
fn read_values(
    reading: &Reading,
    at: usize,
    level: Level,
    mut joint: Joint,
    paths: &mut Paths,
) -> Option<usize> {
    let at = if level == Level::Annex { skip_words(reading, at, &["số"]) } else { at };
    let (value, mut end) = value_at(reading, at, level)?;
    paths.add(level, &value, joint);
    while paths.count < MOST {
        let (next, how) = joint_at(reading, end);
        if next == end || reading.word(next.wrapping_sub(1)) == "của" {
            break;
        }
        let Some((value, behind)) = value_at(reading, next, level) else { break };
        if !may_follow_value(reading.token(behind), reading.word(behind)) {
            break;
        }
        joint = if how == Joint::Until { Joint::Until } else { Joint::Beside };
        paths.add(level, &value, joint);
        end = behind;
    }
    Some(end)
}

/// Whether what stands behind a value of a list shows that it was one, and no count of something.
fn may_follow_value(token: Token, word: &str) -> bool {
    match token.kind {
        Kind::Word => {
            token.has(TYPE | PROVISION)
                || matches!(word, "và" | "hoặc" | "hay" | "đến" | "của" | "này" | "ban")
        }
        Kind::Mark(mark) => mark != b'%' && mark != b'/',
        Kind::Number => false,
        Kind::End => true,
    }
}

/// Reads one value of a level; the token behind it.
fn value_at(reading: &Reading, at: usize, level: Level) -> Option<(String, usize)> {
    let is_quoted = reading.token(at).kind == Kind::Mark(0) || reading.token(at).is_mark(b'"');
    if is_quoted && level == Level::Point {
        let (value, end) = value_at(reading, at + 1, level)?;
        return Some((value, end + 1));
    }
    let token = reading.token(at);
    let word = reading.word(at);
    if token.gap == Gap::Paragraph {
        return None;
    }
    let is_numbered = is_numbered_at(reading, at);
    match level {
        Level::Item if word == "thứ" => {
            let is_ordinal = is_numbered_at(reading, at + 1) || ORDINALS.contains(&reading.word(at + 1));
            is_ordinal.then(|| (reading.word(at + 1).to_owned(), at + 2))
        }
        Level::Item | Level::Point if token.kind == Kind::Word && is_point(word) => {
            let end = at + 1;
            Some((word.to_owned(), end + usize::from(reading.token(end).is_mark(b')'))))
        }
        Level::Article if is_numbered => Some((word.to_owned(), at + 1)),
        _ if is_numbered => Some((word.to_owned(), sub_number_end(reading, at))),
        Level::Item | Level::Point | Level::Clause | Level::Article => None,
        _ => {
            let plain = reading.plain(at).as_bytes();
            let is_roman =
                token.is_capital() && plain.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L'));
            let is_letter = level == Level::Part && matches!(plain, [b'A'..=b'H']);
            (is_roman || is_letter).then(|| (word.to_owned(), at + 1))
        }
    }
}

/// The token behind the number at `at` with those that count below it: `2.1`, `3.1.2`.
fn sub_number_end(reading: &Reading, at: usize) -> usize {
    let mut end = at + 1;
    while end < at + 5
        && reading.token(end).is_mark(b'.')
        && reading.token(end).gap == Gap::None
        && reading.token(end + 1).gap == Gap::None
        && is_numbered_at(reading, end + 1)
    {
        end += 2;
    }
    end
}

fn is_numbered_at(reading: &Reading, at: usize) -> bool {
    reading.token(at).kind == Kind::Number && is_number(reading.word(at))
}

fn is_point(word: &str) -> bool {
    let mut letters = word.chars();
    matches!((letters.next(), letters.next()), (Some(letter), None) if POINTS.contains(letter))
}

/// One to three digits, perhaps with the small letter of an inserted provision.
fn is_number(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits)
        && (word.len() == digits
            || (word.len() == digits + 1 && word.as_bytes()[digits].is_ascii_lowercase()))
}

/// Provisions while they are put together: each a list of levels and values, small to large.
#[derive(Debug, Default)]
struct Paths {
    paths: Vec<Vec<(Level, String)>>,
    count: usize,
}

impl Paths {
    fn add(&mut self, level: Level, value: &str, joint: Joint) {
        self.count += 1;
        if joint == Joint::Until {
            self.add_range(level, value);
            return;
        }
        let mut holds = false;
        if joint == Joint::Within {
            for path in &mut self.paths {
                if path.last().is_some_and(|(top, _)| *top < level) {
                    path.push((level, value.to_owned()));
                    holds = true;
                }
            }
        }
        if !holds {
            self.paths.push(vec![(level, value.to_owned())]);
        }
    }

    /// All provisions from the last one to `value`; only the end where they cannot be counted.
    fn add_range(&mut self, level: Level, value: &str) {
        let start = self.paths.last().and_then(|path| match path.as_slice() {
            [(known, start)] if *known == level => Some(start.clone()),
            _ => None,
        });
        for between in start.and_then(|start| between(&start, value)).unwrap_or_default() {
            self.paths.push(vec![(level, between)]);
        }
        self.paths.push(vec![(level, value.to_owned())]);
    }

    fn finish(self) -> Vec<ProvisionPath> {
        self.paths.iter().filter_map(|path| provision_path(path)).collect()
    }
}

/// Articles are numbered through a document: its divisions are no part of their anchor, an annex is. What is below a
/// point has no anchor, nor has a point with a number: the larger provision stands for it.
fn provision_path(path: &[(Level, String)]) -> Option<ProvisionPath> {
    let in_article = path.iter().any(|(level, _)| *level == Level::Article);
    let is_part = |level: Level| !in_article || level <= Level::Article || level == Level::Annex;
    let words: Vec<String> = path
        .iter()
        .filter(|(level, value)| is_part(*level) && has_anchor(*level, value))
        .filter_map(|(level, value)| {
            let name = LEVELS.iter().find(|(_, known)| known == level)?.0;
            Some(format!("{name} {value}"))
        })
        .collect();
    ProvisionPath::parse(&words.join(" "))
}

fn has_anchor(level: Level, value: &str) -> bool {
    match level {
        Level::Item => false,
        Level::Point => is_point(value),
        _ => true,
    }
}

/// What lies between two numbers or two points.
fn between(start: &str, end: &str) -> Option<Vec<String>> {
    if let (Ok(start), Ok(end)) = (start.parse::<u32>(), end.parse::<u32>()) {
        let is_small = end > start && end - start <= MOST_IN_RANGE;
        return is_small.then(|| (start + 1..end).map(|number| number.to_string()).collect());
    }
    let place = |point: &str| POINTS.chars().position(|letter| point.chars().eq([letter]));
    let (start, end) = (place(start)?, place(end)?);
    Some(POINTS.chars().take(end).skip(start + 1).map(String::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_name_each_provision() {
        for (text, anchors) in [
            ("Điều 75", &["dieu-75"] as &[&str]),
            ("điểm đ khoản 2 Điều 5", &["dieu-5-khoan-2-diem-dd"]),
            ("điểm b, khoản 2, Điều 5", &["dieu-5-khoan-2-diem-b"]),
            ("khoản 1, 2 và 3 Điều 4", &["dieu-4-khoan-1", "dieu-4-khoan-2", "dieu-4-khoan-3"]),
            (
                "khoản 1, khoản 3 Điều 6 và khoản 2 Điều 9",
                &["dieu-6-khoan-1", "dieu-6-khoan-3", "dieu-9-khoan-2"],
            ),
            ("các điều 5, 6 và 12", &["dieu-5", "dieu-6", "dieu-12"]),
            ("từ Điều 3 đến Điều 7", &["dieu-3", "dieu-4", "dieu-5", "dieu-6", "dieu-7"]),
            (
                "các điểm c, d và đ khoản 1 Điều 2",
                &["dieu-2-khoan-1-diem-c", "dieu-2-khoan-1-diem-d", "dieu-2-khoan-1-diem-dd"],
            ),
            (
                "từ điểm c đến điểm e khoản 1 Điều 2",
                &[
                    "dieu-2-khoan-1-diem-c",
                    "dieu-2-khoan-1-diem-d",
                    "dieu-2-khoan-1-diem-dd",
                    "dieu-2-khoan-1-diem-e",
                ],
            ),
            ("điểm a khoản 1, điểm b khoản 2 Điều 5", &["dieu-5-khoan-1-diem-a", "dieu-5-khoan-2-diem-b"]),
            ("Điều 12a", &["dieu-12a"]),
            ("Phụ lục II", &["phu-luc-2"]),
            ("Phụ lục số 02", &["phu-luc-2"]),
            ("Mục 1 Chương III", &["chuong-3-muc-1"]),
            ("khoản 2 Điều 5 Chương II", &["dieu-5-khoan-2"]),
            ("ĐIỀU 5", &["dieu-5"]),
            ("điểm “a” khoản 1 Điều 3", &["dieu-3-khoan-1-diem-a"]),
            ("khoản 1 Điều này", &["khoan-1"]),
            ("Tiết a điểm 2.1 khoản 2 Điều 1", &["dieu-1-khoan-2"]),
            ("tiết b điểm a khoản 2 Điều 1", &["dieu-1-khoan-2-diem-a"]),
            ("gạch đầu dòng thứ hai khoản 2 Điều 1", &["dieu-1-khoan-2"]),
            ("điểm 1.2, mục 1, phần II Phụ lục I", &["phu-luc-1-phan-2-muc-1"]),
            ("khoản 2.1.3 Điều 1", &["dieu-1-khoan-2"]),
            ("Mục II Phần A", &[]),
            ("Điều 5, 10 ngày", &["dieu-5"]),
        ] {
            let chain = chain_at(&Reading::new(text), 0).unwrap_or_else(|| panic!("{text}"));
            let found: Vec<&str> = chain.provisions.iter().map(ProvisionPath::anchor).collect();
            assert_eq!(found, anchors, "{text}");
        }
    }

    #[test]
    fn other_words_are_no_provisions() {
        for text in [
            "điều kiện",
            "điểm cầu",
            "khoản chi",
            "các ban",
            "từ ngày",
            "mục tiêu",
            "phần lớn",
            "Điều",
            "",
            "tiết kiệm",
            "tiết mục",
            "gạch đầu dòng",
            "gạch ngói",
            "Phần Lan",
            "phần a",
        ] {
            assert_eq!(chain_at(&Reading::new(text), 0), None, "{text}");
        }
    }
}
