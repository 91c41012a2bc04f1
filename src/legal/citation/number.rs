//! Symbols (số, ký hiệu) in running text: where one begins and ends, with odd gaps and dashes inside.

use super::reading::Reading;
use super::token::{Case, Gap, Kind};
use super::types::{is_assembly_code, is_letter_organ, type_of_code};
use crate::legal::Symbol;
use crate::legal::symbol::{MOST_DIGITS, short_year as short_year_of};

/// A symbol in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// The token behind it.
    pub(super) end: usize,
    /// The symbol as written, in form C and without gaps.
    pub(super) symbol: Symbol,
    /// The codes behind number and year: `NQ`, `HĐND`.
    pub(super) codes: Vec<String>,
}

/// How much else says that a symbol is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence {
    /// A type stands before it: codes may be unknown.
    Typed,
    /// Nothing: the codes must be known.
    Bare,
}

/// Most codes that a symbol has.
const MOST_CODES: usize = 6;

/// Reads the symbol that begins with the number at `at`.
pub(super) fn symbol_at(reading: &Reading, at: usize, evidence: Evidence) -> Option<Number> {
    let letter = digits_and_letter(reading.plain(at))?;
    let sign = reading.token(at + 1);
    let mut codes = Codes { reading, evidence, end: at + 1, list: Vec::new() };
    let mut year = None;
    let mut separator = '/';
    match sign.kind {
        Kind::Mark(b'/') if sign.gap < Gap::Paragraph => {
            let next = at + 2;
            if reading.token(next + 1).is_mark(b'/')
                && let Some(found) = reading.year(next).or_else(|| short_year(reading, next, evidence))
            {
                year = Some(found);
                codes.read(next + 2);
            } else {
                codes.read(next);
            }
        }
        Kind::Mark(b'-') if sign.gap < Gap::Paragraph => {
            let next = at + 2;
            if evidence == Evidence::Typed
                && reading.token(next + 1).is_mark(b'/')
                && let Some(found) = reading.year(next)
            {
                year = Some(found);
                codes.read(next + 2);
                if codes.list.len() < 2 || type_of_code(codes.list.first()?).is_none() {
                    return None;
                }
            } else {
                separator = '-';
                codes.read(next);
            }
        }
        Kind::Word if evidence == Evidence::Typed && !letter && sign.gap == Gap::Space => {
            separator = ' ';
            codes.read(at + 1);
            if codes.list.len() < 2 || type_of_code(codes.list.first()?).is_none() {
                return None;
            }
        }
        _ => return None,
    }
    if !codes.are_enough(year.is_some(), separator) {
        return None;
    }
    let text = tight(reading, at, codes.end, separator);
    let digits = text.trim_start_matches('0');
    let key: String = digits.chars().filter(|letter| *letter != ' ').collect::<String>().to_uppercase();
    Some(Number { end: codes.end, symbol: Symbol { text, key, year }, codes: codes.list })
}

/// Reads a number without codes, with or without a year: `47`, `43/2022`.
pub(super) fn partial_at(reading: &Reading, at: usize) -> Option<Number> {
    let plain = reading.plain(at);
    digits_and_letter(plain)?;
    let mut end = at + 1;
    let mut year = None;
    if reading.token(end).is_mark(b'/') {
        year = Some(reading.year(end + 1)?);
        end += 2;
    }
    let text = tight(reading, at, end, '/');
    let key = text.trim_start_matches('0').to_uppercase();
    Some(Number { end, symbol: Symbol { text, key, year }, codes: Vec::new() })
}

/// One to six digits; whether a small letter stands behind them.
fn digits_and_letter(text: &str) -> Option<bool> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=MOST_DIGITS).contains(&digits) || text.bytes().all(|byte| byte == b'0') {
        return None;
    }
    match &text.as_bytes()[digits..] {
        [] => Some(false),
        [letter] if letter.is_ascii_lowercase() => Some(true),
        _ => None,
    }
}

/// The year of two digits before the codes of a typed symbol: `12/05/NQ-HĐND`.
fn short_year(reading: &Reading, at: usize, evidence: Evidence) -> Option<i16> {
    let is_year = evidence == Evidence::Typed && type_of_code(reading.plain(at + 2)).is_some();
    short_year_of(reading.word(at)).filter(|_| is_year)
}

/// Tokens without the gaps between them; the gap of a symbol of the old form stays.
fn tight(reading: &Reading, from: usize, to: usize, separator: char) -> String {
    let mut text = String::new();
    for at in from..to {
        if separator == ' ' && at == from + 1 {
            text.push(' ');
        }
        text.push_str(reading.plain(at));
    }
    text
}

/// The codes of a symbol while they are read.
struct Codes<'r> {
    reading: &'r Reading,
    evidence: Evidence,
    end: usize,
    list: Vec<String>,
}

impl Codes<'_> {
    fn read(&mut self, first: usize) {
        let Some((code, mut end)) = self.code(first) else { return };
        self.list.push(code);
        self.end = end;
        while self.list.len() < MOST_CODES && self.may_continue(end) {
            let Some((code, next)) = self.code(end + 1) else { break };
            self.list.push(code);
            end = next;
            self.end = end;
        }
        self.read_suffix();
    }

    /// Whether a separator stands at `at` and belongs to the symbol.
    fn may_continue(&self, at: usize) -> bool {
        let separator = self.reading.token(at);
        let next = self.reading.token(at + 1);
        let gaps = (separator.gap, next.gap);
        match separator.kind {
            Kind::Mark(b'/') => gaps.0 < Gap::Paragraph && gaps.1 < Gap::Paragraph,
            Kind::Mark(b'-') => match gaps {
                (Gap::None, Gap::None) => true,
                (Gap::None, gap) | (gap, Gap::None) => gap < Gap::Paragraph,
                (Gap::Space | Gap::Line, Gap::Space | Gap::Line) => {
                    self.list.len() == 1 && self.list.first().is_some_and(|code| type_of_code(code).is_some())
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// A small letter that a drafting unit puts behind: `154/BC-UBPL15-m`.
    fn read_suffix(&mut self) {
        let hyphen = self.reading.token(self.end);
        let suffix = self.reading.token(self.end + 1);
        let is_suffix = self.list.len() >= 2
            && hyphen.is_mark(b'-')
            && hyphen.gap == Gap::None
            && suffix.gap == Gap::None
            && suffix.kind == Kind::Word
            && suffix.case == Case::Lower
            && self.reading.plain(self.end + 1).len() <= 2
            && self.reading.plain(self.end + 1).is_ascii();
        if is_suffix {
            self.end += 2;
        }
    }

    /// The code at `at` with its parts behind `.` and `&` (`QĐ.UB`), and the token behind it.
    fn code(&self, at: usize) -> Option<(String, usize)> {
        let token = self.reading.token(at);
        let word = self.reading.plain(at);
        let is_code = match token.case {
            _ if token.kind != Kind::Word || word.chars().count() > 20 => false,
            Case::Upper | Case::Single => true,
            Case::Capital => is_mixed_code(word),
            Case::Lower => self.is_small_code(word),
        };
        if !is_code {
            return None;
        }
        let mut code = word.to_owned();
        let mut end = at + 1;
        // A gap before the mark (`06/TT .HĐND`) is a slip; one behind it ends a sentence.
        while matches!(self.reading.token(end).kind, Kind::Mark(b'.' | b'&'))
            && self.reading.token(end).gap <= Gap::Space
            && self.reading.token(end + 1).gap == Gap::None
            && self.is_code_part(end + 1)
        {
            code.push_str(self.reading.plain(end));
            code.push_str(self.reading.plain(end + 1));
            end += 2;
        }
        Some((code, end))
    }

    /// Whether the token at `at` can stand behind `.` or `&` in a code: `UB`, `K7`.
    fn is_code_part(&self, at: usize) -> bool {
        match self.reading.token(at).case {
            Case::Upper => true,
            Case::Single => self.reading.plain(at).ends_with(|letter: char| letter.is_ascii_digit()),
            _ => false,
        }
    }

    /// Codes in small letters are read where the first names a type.
    fn is_small_code(&self, word: &str) -> bool {
        let is_short = word.chars().count() <= 8
            && word.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == 'đ');
        is_short
            && self.evidence == Evidence::Typed
            && match self.list.first() {
                None => type_of_code(word).is_some(),
                Some(first) => first.chars().all(char::is_lowercase),
            }
    }

    fn are_enough(&self, has_year: bool, separator: char) -> bool {
        let Some(first) = self.list.first() else { return false };
        let count = self.list.len();
        let is_known = type_of_code(first).is_some();
        let is_organ = |code: &str| code.chars().count() >= 2;
        match (self.evidence, separator) {
            (Evidence::Typed, '/') => has_year || count >= 2 || is_organ(first),
            (Evidence::Typed, _) => count >= 2 || (is_organ(first) && first.chars().all(char::is_uppercase)),
            (Evidence::Bare, '/') if has_year => {
                (is_known && count >= 2) || is_assembly_code(first) || first == "NĐCP"
            }
            (Evidence::Bare, '/') => count >= 2 && (is_known || is_letter_organ(first)),
            (Evidence::Bare, _) => count >= 2 && is_known,
        }
    }
}

/// Capitals with at most two small letters of the Latin alphabet among them: `CTr`, `TTg`, `QyĐ`.
fn is_mixed_code(word: &str) -> bool {
    let small = word.chars().filter(|letter| !letter.is_uppercase() && !letter.is_numeric()).count();
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    small <= 2
        && (capitals >= 2 || type_of_code(word).is_some())
        && word.chars().all(|letter| letter.is_uppercase() || letter.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, evidence: Evidence) -> Option<String> {
        symbol_at(&Reading::new(text), 0, evidence).map(|number| number.symbol.text)
    }

    #[test]
    fn symbols_are_read_to_their_end() {
        for (text, bare, typed) in [
            ("86/NQ-HĐND ngày", Some("86/NQ-HĐND"), Some("86/NQ-HĐND")),
            ("12/2024/NQ-HĐND.", Some("12/2024/NQ-HĐND"), Some("12/2024/NQ-HĐND")),
            ("77/2015/QH13;", Some("77/2015/QH13"), Some("77/2015/QH13")),
            ("01 /2018/TT-BTC", Some("01/2018/TT-BTC"), Some("01/2018/TT-BTC")),
            ("86/NQ -HĐND", Some("86/NQ-HĐND"), Some("86/NQ-HĐND")),
            ("86/NQ-\nHĐND", Some("86/NQ-HĐND"), Some("86/NQ-HĐND")),
            ("86/NQ – HĐND tỉnh", Some("86/NQ-HĐND"), Some("86/NQ-HĐND")),
            ("86/NQ‑HÐND", Some("86/NQ-HĐND"), Some("86/NQ-HĐND")),
            ("86/NQ−HĐND", Some("86/NQ-HĐND"), Some("86/NQ-HĐND")),
            ("473/TTr -\nNN&PTNT", Some("473/TTr-NN&PTNT"), Some("473/TTr-NN&PTNT")),
            ("12/NQ-HĐND - UBND tỉnh", Some("12/NQ-HĐND"), Some("12/NQ-HĐND")),
            ("14-CTr/TU ngày", Some("14-CTr/TU"), Some("14-CTr/TU")),
            ("820-CV/TU", Some("820-CV/TU"), Some("820-CV/TU")),
            ("154/BC-UBPL15-m ngày", Some("154/BC-UBPL15-m"), Some("154/BC-UBPL15-m")),
            ("17/QĐ-UBQGCĐS", Some("17/QĐ-UBQGCĐS"), Some("17/QĐ-UBQGCĐS")),
            ("415/UBND-TH", Some("415/UBND-TH"), Some("415/UBND-TH")),
            ("06/VBHN-VPQH", Some("06/VBHN-VPQH"), Some("06/VBHN-VPQH")),
            ("22/2013/TTLT/BYT-BTC", Some("22/2013/TTLT/BYT-BTC"), Some("22/2013/TTLT/BYT-BTC")),
            ("1190/NQ-UBTVQH15", Some("1190/NQ-UBTVQH15"), Some("1190/NQ-UBTVQH15")),
            ("45/QĐ.UB ngày", None, Some("45/QĐ.UB")),
            ("15/2004/NQ.HĐND.K7 ngày", None, Some("15/2004/NQ.HĐND.K7")),
            ("06/TT .HĐND ngày", None, Some("06/TT.HĐND")),
            ("06/TT. HĐND tỉnh", None, Some("06/TT")),
            ("12/05/NQ-HĐND ngày", None, Some("12/05/NQ-HĐND")),
            ("12-2020/NQ-HĐND ngày", None, Some("12-2020/NQ-HĐND")),
            ("12/05/Kế hoạch", None, None),
            ("2021-2026/KH", None, None),
            ("37 NQ/HĐND", None, Some("37 NQ/HĐND")),
            ("24/CP", None, Some("24/CP")),
            ("64-CP", None, Some("64-CP")),
            ("86/nq-hđnd", None, Some("86/nq-hđnd")),
            ("30/2020/NĐCP", Some("30/2020/NĐCP"), Some("30/2020/NĐCP")),
            ("12/XYZ-ABC", None, Some("12/XYZ-ABC")),
            ("08/12/2020", None, None),
            ("2021-2026", None, None),
            ("05/9", None, None),
            ("47/50 đại biểu", None, None),
            ("19-20 tháng", None, None),
            ("12 phố", None, None),
            ("01:2022/BTNMT", None, None),
            ("128/Kế hoạch", None, None),
            ("5 - Kế hoạch", None, None),
            ("000/NQ-HĐND", None, None),
            ("123456/NQ-HĐND", Some("123456/NQ-HĐND"), Some("123456/NQ-HĐND")),
            ("1234567/NQ-HĐND", None, None),
            ("24/7", None, None),
            ("12/A", None, None),
        ] {
            assert_eq!(read(text, Evidence::Bare).as_deref(), bare, "bare {text}");
            assert_eq!(read(text, Evidence::Typed).as_deref(), typed, "typed {text}");
        }
    }

    #[test]
    fn keys_are_those_of_symbols() {
        for text in ["086/NQ-HĐND", "01/2018/TT-BTC", "02-NQ/TU", "12a/2020/NQ-HĐND"] {
            let number = symbol_at(&Reading::new(text), 0, Evidence::Bare);
            assert_eq!(number.map(|number| number.symbol), Symbol::parse(text), "{text}");
        }
        for text in
            ["12/05/NQ-HĐND", "37 NQ/HĐND", "05 NQ/HĐ", "24/CP", "64-CP", "45/QĐ.UB", "22/2013/TTLT/BYT-BTC"]
        {
            let number = symbol_at(&Reading::new(text), 0, Evidence::Typed);
            assert_eq!(number.map(|number| number.symbol), Symbol::parse(text), "{text}");
        }
    }
}
