//! Symbols of documents (số, ký hiệu): `128/NQ-HĐND`, `326/2021/NQ-HĐND`, `77/2015/QH13`, `14-CTr/TU`.

use serde::{Deserialize, Serialize};

use crate::text::{match_key, nfc};

/// The symbol of a document, as written and as a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Symbol {
    /// As written, in form C.
    pub text: String,
    /// Upper case, no leading zeros in the number, no spaces: what two spellings of one symbol share.
    pub key: String,
    /// The year, where the symbol holds one.
    pub year: Option<i16>,
}

/// Most digits of the number of a symbol.
pub(super) const MOST_DIGITS: usize = 6;

impl Symbol {
    /// Reads a symbol that is the whole of `text`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = tight(text);
        let number_end = text
            .find(|letter: char| !letter.is_ascii_digit())
            .filter(|end| (1..=MOST_DIGITS).contains(end))?;
        let (number, rest) = text.split_at(number_end);
        let mut letters = rest.chars();
        let rest = match letters.next() {
            Some(letter) if letter.is_lowercase() => letters.as_str(),
            _ => rest,
        };
        let year = if let Some(state) = rest.strip_prefix('/') {
            state_year(state)?.0
        } else if let Some(party) = rest.strip_prefix('-') {
            party_codes(party)?;
            None
        } else {
            old_codes(rest.strip_prefix(' ')?)?;
            None
        };
        let digits = Some(number.trim_start_matches('0')).filter(|digits| !digits.is_empty())?;
        let key = format!("{digits}{}", text[number_end..].replace(' ', "")).to_uppercase();
        Some(Self { text, key, year })
    }
}

/// A document as an editor names it: `Nghị quyết số 128/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh`, or only its symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentName {
    /// Its symbol.
    pub symbol: Symbol,
    /// The year that is said beside the symbol or in it.
    pub year: Option<i16>,
    /// The issuer that is said, as text.
    pub issuer: Option<String>,
}

impl DocumentName {
    /// Finds a symbol in `text` and what is said about year and issuer behind it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let tight = tight(text);
        let is_gap =
            |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '(' | ')' | ':' | '"');
        let mut tokens = tight.split(is_gap).filter(|token| !token.is_empty()).peekable();
        let (at, symbol) = std::iter::from_fn(|| Some((tokens.next()?, tokens.peek().copied()))).find_map(
            |(token, next)| {
                let start = offset_of(&tight, token);
                // A symbol of the old form has a gap within: `37 NQ/HĐND`.
                let ends = [Some(token), next].into_iter().flatten();
                let mut ends = ends.map(|last| offset_of(&tight, last) + last.len());
                ends.find_map(|end| Symbol::parse(&tight[start..end]).map(|symbol| (end, symbol)))
            },
        )?;
        let rest = &tight[at..];
        let year = symbol.year.or_else(|| {
            rest.split(|letter: char| !letter.is_ascii_digit())
                .filter(|run| run.len() == 4)
                .find_map(plausible_year)
        });
        let issuer = rest.split_once("của ").map(|(_, issuer)| issuer.trim().to_owned());
        Some(Self { symbol, year, issuer: issuer.filter(|issuer| !issuer.is_empty()) })
    }
}

fn offset_of(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

/// Form C, plain hyphens, `Đ` for its look-alikes, no spaces around `/` and `-`.
fn tight(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for letter in nfc(text.trim()).chars() {
        let letter = match letter {
            '\u{d0}' | '\u{189}' => 'Đ',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{a0}' | '\t' => ' ',
            other => other,
        };
        if letter == ' ' && result.ends_with(['/', '-', ' ']) {
            continue;
        }
        if matches!(letter, '/' | '-') && result.ends_with(' ') {
            result.pop();
        }
        result.push(letter);
    }
    result
}

/// The year of a state symbol, where it holds one.
struct StateYear(Option<i16>);

/// What follows the first `/` of a state symbol: `2021/NQ-HĐND`, `NQ-HĐND`, `2015/QH13`, `UBND-TH`, in older ones also
/// `2013/TTLT/BYT-BTC`, `CP`, `QĐ.UB`. `None` where it is no symbol.
fn state_year(rest: &str) -> Option<StateYear> {
    let parts = || rest.split(['-', '/']);
    if let Some((year, codes)) = rest.split_once('/')
        && let Some(year) = plausible_year(year)
    {
        return codes.split(['-', '/']).all(is_code).then_some(StateYear(Some(year)));
    }
    if let Some((year, codes)) = rest.split_once('/')
        && let Some(year) = short_year(year).filter(|_| codes.contains('-'))
    {
        return codes.split('-').all(is_loud_code).then_some(StateYear(Some(year)));
    }
    let is_usual = rest.contains('-') && !rest.contains('/') && parts().all(is_code);
    (is_usual || parts().all(is_loud_code)).then_some(StateYear(None))
}

/// What follows the `-` of a party symbol: `CTr/TU`; of an old one of the state: `CP`.
fn party_codes(rest: &str) -> Option<()> {
    let is_symbol = match rest.split_once('/') {
        Some((kind, body)) => is_code(kind) && is_code(body),
        None => is_loud_code(rest),
    };
    is_symbol.then_some(())
}

/// What follows the gap of a symbol of the nineties: `NQ/HĐND`. So may a price per unit: its first code must be that of
/// a type.
fn old_codes(rest: &str) -> Option<()> {
    const TYPES: [&str; 12] = ["NQ", "QĐ", "CT", "TB", "BC", "KH", "TTr", "TT", "NĐ", "HD", "CV", "KL"];
    let (kind, body) = rest.split_once('/')?;
    (TYPES.contains(&kind) && body.split('-').all(is_code)).then_some(())
}

fn plausible_year(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (1945..=2100).contains(&year).then_some(year)
}

/// The year that two digits stand for: no state document is older than 1945.
pub(super) fn short_year(digits: &str) -> Option<i16> {
    let is_short = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let year: i16 = digits.parse().ok().filter(|_| is_short)?;
    Some(if year < 45 { 2000 + year } else { 1900 + year })
}

fn is_code(code: &str) -> bool {
    code.starts_with(char::is_uppercase)
        && code.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '&' | '.'))
}

/// A code that cannot be taken for a word or a house number: at least two capitals, and no more small letters.
fn is_loud_code(code: &str) -> bool {
    let capitals = code.chars().filter(|letter| letter.is_uppercase()).count();
    let small = code.chars().filter(|letter| letter.is_lowercase()).count();
    is_code(code) && capitals >= 2 && small <= capitals
}

impl Symbol {
    /// A key for symbols that are not of the grammar: compared as text.
    #[must_use]
    pub fn loose_key(text: &str) -> String {
        match Self::parse(text) {
            Some(symbol) => symbol.key,
            None => match_key(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_read_and_other_things_are_not() {
        for (text, key, year) in [
            ("128/NQ-HĐND", "128/NQ-HĐND", None),
            ("326/2021/NQ-HĐND", "326/2021/NQ-HĐND", Some(2021)),
            ("01 /2018/TT-BTC", "1/2018/TT-BTC", Some(2018)),
            ("77/2015/QH13", "77/2015/QH13", Some(2015)),
            ("900002/NQ-HĐND", "900002/NQ-HĐND", None),
            ("9000021/NQ-HĐND", "", None),
            ("14-CTr/TU", "14-CTR/TU", None),
            ("02-NQ/TU", "2-NQ/TU", None),
            ("NQ -HĐND", "", None),
            ("86/NQ -HĐND", "86/NQ-HĐND", None),
            ("86/NQ–HĐND", "86/NQ-HĐND", None),
            ("86/NQ\u{2011}HÐND", "86/NQ-HĐND", None),
            ("415/UBND-TH", "415/UBND-TH", None),
            ("06/VBHN-VPQH", "6/VBHN-VPQH", None),
            ("12a/2020/NQ-HĐND", "12A/2020/NQ-HĐND", Some(2020)),
            ("1190/NQ-UBTVQH15", "1190/NQ-UBTVQH15", None),
            ("22/2013/TTLT/BYT-BTC", "22/2013/TTLT/BYT-BTC", Some(2013)),
            ("37 NQ/HĐND", "37NQ/HĐND", None),
            ("05  NQ/HĐ", "5NQ/HĐ", None),
            ("37 NQ / HĐND", "37NQ/HĐND", None),
            ("12/NQ/HĐND", "12/NQ/HĐND", None),
            ("12/05/NQ-HĐND", "12/05/NQ-HĐND", Some(2005)),
            ("12/96/QĐ-UB", "12/96/QĐ-UB", Some(1996)),
            ("12/05/Tổ-Thôn", "", None),
            ("24/CP", "24/CP", None),
            ("64-CP", "64-CP", None),
            ("327/HĐBT", "327/HĐBT", None),
            ("7/TTg", "7/TTG", None),
            ("45/QĐ.UB", "45/QĐ.UB", None),
            ("512/QĐ/UB", "512/QĐ/UB", None),
            ("08/12/2020", "", None),
            ("8/12/20", "", None),
            ("12/A", "", None),
            ("12A/5", "", None),
            ("3/Tổ", "", None),
            ("24/7", "", None),
            ("128/Kế", "", None),
            ("5/Tổ/Thôn", "", None),
            ("20 USD/MWh", "", None),
            ("50 NQ-HĐND", "", None),
            ("37 NQ", "", None),
            ("19-20", "", None),
            ("000/NQ-HĐND", "", None),
            ("NQ/HĐ", "", None),
            ("2021/2022/NQ-HĐND", "2021/2022/NQ-HĐND", Some(2022)),
            ("2021-2026/NQ-HĐND", "", None),
            ("2021-2026", "", None),
            ("05/9", "", None),
            ("47/50", "", None),
            ("", "", None),
        ] {
            let symbol = Symbol::parse(text);
            assert_eq!(symbol.as_ref().map_or("", |symbol| &symbol.key), key, "{text}");
            assert_eq!(symbol.and_then(|symbol| symbol.year), year, "{text}");
        }
    }

    #[test]
    fn decomposed_symbols_are_equal() {
        let decomposed = "86/NQ-HĐND"; // đ has no decomposition; the test below has one that does
        assert_eq!(Symbol::parse(decomposed).map(|symbol| symbol.key).as_deref(), Some("86/NQ-HĐND"));
        assert_eq!(
            Symbol::parse("7/QyĐ-Ô").map(|symbol| symbol.key),
            Symbol::parse("7/QyĐ-O\u{302}").map(|symbol| symbol.key)
        );
    }

    #[test]
    fn year_and_issuer_are_read_beside_the_symbol() {
        for (text, year, issuer) in [
            ("128/NQ-HĐND", None, None),
            ("128/NQ-HĐND (2022)", Some(2022), None),
            ("128/NQ-HĐND năm 2022", Some(2022), None),
            (
                "Nghị quyết số 128/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh Quảng Ninh",
                Some(2022),
                Some("HĐND tỉnh Quảng Ninh"),
            ),
        ] {
            let name = DocumentName::parse(text).unwrap();
            assert_eq!(name.symbol.key, "128/NQ-HĐND");
            assert_eq!(name.year, year, "{text}");
            assert_eq!(name.issuer.as_deref(), issuer, "{text}");
        }
        for text in ["ngày 08/12/2020", "25 nghị quyết", "47/50 đại biểu", "giá 20 USD/MWh", "05/9 di tích"]
        {
            assert_eq!(DocumentName::parse(text), None, "{text}");
        }
        let old = DocumentName::parse("Nghị quyết số 37 NQ/HĐND ngày 05/7/1995 của HĐND tỉnh").unwrap();
        assert_eq!((old.symbol.text.as_str(), old.year), ("37 NQ/HĐND", Some(1995)));
    }
}
