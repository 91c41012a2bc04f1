//! One document as it is named: type, qualifier, symbol, date, in the orders that occur.

use crate::legal::Symbol;
use crate::legal::laws::Law;
use crate::text::PartialDate;

use super::CitationKind;
use super::body::{body_end, issuer_at, title_begins};
use super::date::{FoundDate, date_at, date_in_brackets};
use super::law;
use super::lexicon::TYPE;
use super::number::{Evidence, Number, partial_at, symbol_at};
use super::reading::Reading;
use super::token::{Case, Gap, Kind};
use super::types::{DocumentType, Naming, issuer_of_codes, type_at, type_of_code};

/// A document that is named in a text. Places are tokens.
#[derive(Debug)]
pub(super) struct Found {
    /// Where its name begins.
    pub(super) start: usize,
    /// The token behind the name and the date that follows at once.
    pub(super) end: usize,
    /// The token behind all that was read, issuer included.
    pub(super) read: usize,
    /// How it is named.
    pub(super) kind: CitationKind,
    /// Its type.
    pub(super) document_type: Option<&'static DocumentType>,
    /// The type or the name of the law as written, qualifier included.
    pub(super) name: String,
    /// Its symbol, or its bare number.
    pub(super) symbol: Option<Symbol>,
    /// The tokens of the symbol.
    pub(super) symbol_tokens: Option<(usize, usize)>,
    /// The codes of the symbol.
    pub(super) codes: Vec<String>,
    /// The issuer as written.
    pub(super) issuer: Option<String>,
    /// The issuer that the codes name without doubt.
    pub(super) implied_issuer: Option<&'static str>,
    /// Its date.
    pub(super) date: Option<PartialDate>,
    /// The law, where the table has it.
    pub(super) law: Option<&'static Law>,
    /// Whether it stands in a list (`các Nghị quyết số …`).
    pub(super) is_plural: bool,
}

impl Found {
    /// A document named by words alone.
    pub(super) fn named(start: usize, end: usize, kind: CitationKind) -> Self {
        Self {
            start,
            end,
            read: end,
            kind,
            document_type: None,
            name: String::new(),
            symbol: None,
            symbol_tokens: None,
            codes: Vec::new(),
            issuer: None,
            implied_issuer: None,
            date: None,
            law: None,
            is_plural: false,
        }
    }

    /// A document with a symbol or a number, the date and the issuer behind it included.
    pub(super) fn numbered(reading: &Reading, start: usize, at: usize, number: Number) -> Self {
        let kind = if number.codes.is_empty() { CitationKind::Partial } else { CitationKind::Numbered };
        let mut found = Self::named(start, number.end, kind);
        found.symbol_tokens = Some((at, number.end));
        found.implied_issuer = issuer_of_codes(number.codes.iter().map(String::as_str));
        found.symbol = Some(number.symbol);
        found.codes = number.codes;
        found.read_date(reading);
        found.read_issuer(reading);
        found
    }

    /// Reads the date behind it; words such as `tỉnh` may stand between (`88/KH-UBND tỉnh ngày 02/3/2022`).
    pub(super) fn read_date(&mut self, reading: &Reading) {
        let found = date_at(reading, self.end).or_else(|| date_at(reading, behind_level(reading, self.end)?));
        if let Some(FoundDate { end, date }) = found {
            self.end = end;
            self.read = end;
            self.date = date;
        } else if let Some(FoundDate { end, date }) = date_in_brackets(reading, self.end) {
            self.read = end;
            self.date = date;
        }
    }

    /// Reads the issuer behind it, and a date that stands behind the issuer.
    pub(super) fn read_issuer(&mut self, reading: &Reading) {
        let Some((end, issuer)) = issuer_at(reading, self.read).or_else(|| agent_at(reading, self.read))
        else {
            return;
        };
        self.issuer = Some(issuer);
        self.read = end;
        if self.date.is_some() {
            return;
        }
        let behind = behind_session(reading, end);
        let found = date_at(reading, behind).filter(|_| reading.word(behind) != "năm");
        if let Some(found) = found.or_else(|| date_in_brackets(reading, end)) {
            self.date = found.date;
            self.read = found.end;
        }
    }

    /// Whether two documents bear a code in common, so that one issuer may stand for both.
    pub(super) fn shares_code(&self, other: &Self) -> bool {
        self.codes.is_empty() && other.codes.is_empty() && self.document_type == other.document_type
            || self.codes.iter().any(|code| other.codes.contains(code))
    }
}

/// Who made a document, behind `do` or `được`, with the token behind the verb: `do HĐND tỉnh ban hành`.
fn agent_at(reading: &Reading, at: usize) -> Option<(usize, String)> {
    const VERBS: [&str; 4] = ["ban hành", "thông qua", "ký ban hành", "ký"];
    if !matches!(reading.word(at), "do" | "được") || reading.token(at).gap == Gap::Paragraph {
        return None;
    }
    let end = body_end(reading, at + 1);
    let behind = VERBS.iter().find_map(|verb| reading.phrase(end, verb)).filter(|_| end > at + 1)?;
    Some((behind, reading.written(at + 1, end)))
}

/// The token behind the term and the session of an issuer at `at`: `, nhiệm kỳ 2016 - 2021, kỳ họp thứ 5 thông qua`.
fn behind_session(reading: &Reading, at: usize) -> usize {
    let mut end = at;
    for _ in 0..3 {
        let next = end + usize::from(matches!(reading.token(end).kind, Kind::Mark(b',' | b'-' | b'(')));
        let behind = if let Some(first) = reading.phrase(next, "nhiệm kỳ") {
            let is_range = reading.token(first + 1).is_mark(b'-') && reading.year(first + 2).is_some();
            first + if is_range { 3 } else { 1 }
        } else if let Some(ordinal) =
            reading.phrase(next, "kỳ họp thứ").or_else(|| reading.phrase(next, "tại kỳ họp thứ"))
        {
            ordinal + 1
        } else if let Some(ordinal) = reading.phrase(next, "khoá") {
            ordinal + 1
        } else {
            break;
        };
        end = behind + usize::from(reading.token(behind).is_mark(b')'));
    }
    end
}

/// The token behind `tỉnh`, `thành phố Hạ Long` or `(khóa X)` at `at`.
fn behind_level(reading: &Reading, at: usize) -> Option<usize> {
    const LEVELS: [&str; 9] =
        ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"];
    if let Some(term) = reading.phrase(at, "khoá") {
        return Some(term + 1);
    }
    if let Some(term) = reading.phrase(at, "( khoá") {
        return reading.token(term + 1).is_mark(b')').then_some(term + 2);
    }
    let mut next = LEVELS.iter().find_map(|level| reading.phrase(at, level))?;
    let most = next + 4;
    while next < most && reading.token(next).is_capital() {
        next += 1;
    }
    Some(next)
}

/// The document whose type stands at `at`.
pub(super) fn document_at(reading: &Reading, at: usize) -> Option<Found> {
    if !reading.token(at).has(TYPE) {
        return None;
    }
    let (next, kind) = type_at(reading, at)?;
    let mut found = if reading.word(next) == "này" {
        let is_name = reading.token(at).is_capital() || kind.naming != Naming::Symbol;
        is_name.then(|| Found::named(at, next + 1, CitationKind::OwnDocument))?
    } else if kind.naming == Naming::Title {
        law::law_at(reading, at, next, kind)?
    } else {
        let (number_at, number, issuer) = number_behind(reading, at, next, kind)?;
        let mut found = Found::numbered(reading, at, number_at, number);
        found.issuer = issuer.or(found.issuer);
        found.date = found.date.or_else(|| date_between(reading, next, number_at));
        found
    };
    let name_end = found.symbol_tokens.map_or(next, |(symbol, _)| behind_name(reading, at, symbol));
    if found.name.is_empty() {
        found.name = reading.written(at, name_end);
    }
    found.document_type = Some(kind);
    found.is_plural = matches!(reading.word_before(at), "các" | "những");
    Some(found)
}

/// The date among the words between type and number: `Nghị quyết ngày 05/7/2016 số 12/NQ-HĐND`.
fn date_between(reading: &Reading, from: usize, to: usize) -> Option<PartialDate> {
    let at = (from..to).find(|at| reading.word(*at) == "ngày")?;
    date_at(reading, at)?.date
}

/// The token behind the name of a document whose symbol begins at `symbol`: without `số:`.
fn behind_name(reading: &Reading, start: usize, symbol: usize) -> usize {
    let mut end = symbol;
    while end > start + 1
        && (reading.before(end).kind == Kind::Mark(b':') || matches!(reading.word_before(end), "số" | "hiệu"))
    {
        end -= 1;
    }
    end
}

/// The token behind `số`, `số:` or `số hiệu` at `at`; `at` where none stands there.
pub(super) fn behind_number_word(reading: &Reading, at: usize) -> usize {
    if reading.word(at) != "số" || reading.token(at).gap == Gap::Paragraph {
        return at;
    }
    let next = at + 1 + usize::from(reading.word(at + 1) == "hiệu");
    next + usize::from(matches!(reading.token(next).kind, Kind::Mark(b':' | b'.')))
}

/// The symbol or number of a document whose type ends at `next`: where it begins, what it is, the issuer between.
fn number_behind(
    reading: &Reading,
    at: usize,
    next: usize,
    kind: &'static DocumentType,
) -> Option<(usize, Number, Option<String>)> {
    let number_at = behind_number_word(reading, next);
    if reading.token(number_at).gap < Gap::Paragraph {
        if let Some(number) = symbol_at(reading, number_at, Evidence::Typed) {
            return Some((number_at, number, None));
        }
        if reading.token(number_at).kind == Kind::Number {
            let number = partial(reading, at, number_at, kind, number_at > next)?;
            return Some((number_at, number, None));
        }
    }
    let number_at = behind_qualifier(reading, next, kind)?;
    let number = symbol_at(reading, number_at, Evidence::Typed)?;
    Some((number_at, number, issuer_between(reading, next, behind_name(reading, next, number_at))))
}

/// A number without codes, where the words around say that a document is meant.
fn partial(
    reading: &Reading,
    at: usize,
    number_at: usize,
    kind: &'static DocumentType,
    has_number_word: bool,
) -> Option<Number> {
    let number = partial_at(reading, number_at)?;
    let has_date = date_at(reading, number.end).is_some_and(|date| date.date.is_some());
    let is_numbered_type = kind.naming == Naming::Number;
    let is_meant = if has_number_word {
        (is_numbered_type || has_date) && !is_counted(reading, number.end)
    } else {
        let is_year = number.symbol.year.is_none() && reading.year(number_at).is_some();
        is_numbered_type && reading.token(at).is_capital() && !is_year && may_end_number(reading, number.end)
    };
    is_meant.then_some(number)
}

/// Whether the number before `at` counts or measures something.
fn is_counted(reading: &Reading, at: usize) -> bool {
    let token = reading.token(at);
    match token.kind {
        Kind::Mark(b'%' | b'/') => true,
        Kind::Mark(b'.' | b',' | b'-' | b':') => {
            token.gap == Gap::None
                && reading.token(at + 1).kind == Kind::Number
                && reading.token(at + 1).gap == Gap::None
        }
        _ => matches!(reading.word(at), "phố" | "đường" | "ngõ" | "tỷ" | "triệu" | "đồng" | "người"),
    }
}

/// Whether what stands at `at` shows that the number before it was no count: `Nghị quyết 43 của`, not `Nghị quyết 5 năm`.
fn may_end_number(reading: &Reading, at: usize) -> bool {
    const WORDS: [&str; 34] = [
        "ngày", "của", "về", "và", "hoặc", "cũng", "được", "đã", "có", "là", "đến", "vào", "trong", "trên",
        "theo", "tại", "thì", "do", "năm", "sửa", "thay", "quy", "ban", "khi", "với", "cho", "để", "còn",
        "sẽ", "nêu", "ra", "mang", "khoá", "này",
    ];
    let token = reading.token(at);
    match token.kind {
        Kind::End => true,
        _ if token.gap >= Gap::Line => true,
        Kind::Mark(_) => {
            !is_counted(reading, at)
                && !matches!(token.kind, Kind::Mark(b'/' | b'%' | b'-') if token.gap == Gap::None)
        }
        Kind::Word if matches!(reading.word(at), "ngày" | "năm") => date_at(reading, at).is_some(),
        Kind::Word => WORDS.contains(&reading.word(at)),
        Kind::Number => false,
    }
}

/// Most tokens between type and `số`.
const LONGEST_QUALIFIER: usize = 18;

/// The symbol behind a qualifier (`Báo cáo thẩm tra số`) or an issuer (`báo cáo của UBND tỉnh số`).
fn behind_qualifier(reading: &Reading, next: usize, kind: &'static DocumentType) -> Option<usize> {
    let mut date_end = next;
    for at in next..next + LONGEST_QUALIFIER {
        let token = reading.token(at);
        match token.kind {
            _ if token.gap == Gap::Paragraph => return None,
            _ if at < date_end => {}
            Kind::Word if reading.word(at) == "ngày" => {
                date_end = date_at(reading, at).filter(|found| found.date.is_some())?.end;
            }
            Kind::Mark(b',' | b'-' | b'&') => {}
            Kind::Mark(_) | Kind::End => return None,
            Kind::Number => {
                let number = symbol_at(reading, at, Evidence::Bare)?;
                let is_same = number.codes.first().and_then(|code| type_of_code(code)) == Some(kind);
                return is_same.then_some(at);
            }
            Kind::Word if reading.word(at) == "số" => {
                let number_at = behind_number_word(reading, at);
                if reading.token(number_at).kind == Kind::Number {
                    return Some(number_at);
                }
            }
            Kind::Word if token.has(TYPE) && at > next && begins_other(reading, at) => return None,
            Kind::Word => {}
        }
    }
    None
}

/// Whether another document's type stands at `at`.
fn begins_other(reading: &Reading, at: usize) -> bool {
    let Some((next, kind)) = type_at(reading, at) else { return false };
    let is_number = behind_number_word(reading, next) > next || reading.token(next).kind == Kind::Number;
    is_number || (reading.token(at).case == Case::Capital && kind.naming != Naming::Symbol)
}

/// The issuer among the words between type and number.
fn issuer_between(reading: &Reading, from: usize, to: usize) -> Option<String> {
    let of = (from..to).find(|at| reading.word(*at) == "của");
    let start = match of {
        Some(of) => of + 1,
        None => (from..to).find(|at| {
            reading.token(*at).is_capital() && body_end(reading, *at) >= to && !title_begins(reading, *at)
        })?,
    };
    let end = body_end(reading, start).min(to);
    (end > start).then(|| reading.written(start, end))
}
