//! Symbols of documents (số, ký hiệu): `128/NQ-HĐND`, `326/2021/NQ-HĐND`, `77/2015/QH13`, `14-CTr/TU`.

use crate::text::{match_key, nfc};

/// The symbol of a document, as written and as a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// As written, in form C.
    pub text: String,
    /// Upper case, no leading zeros in the number, no spaces: what two spellings of one symbol share.
    pub key: String,
    /// The year, where the symbol holds one.
    pub year: Option<i16>,
}

impl Symbol {
    /// Reads a symbol that is the whole of `text`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = tight(text);
        let number_end =
            text.find(|letter: char| !letter.is_ascii_digit()).filter(|end| (1..=5).contains(end))?;
        let (number, rest) = text.split_at(number_end);
        let mut letters = rest.chars();
        let rest = match letters.next() {
            Some(letter) if letter.is_lowercase() => letters.as_str(),
            _ => rest,
        };
        let year = match rest.strip_prefix('/') {
            Some(state) => state_year(state)?.0,
            None => {
                party_codes(rest.strip_prefix('-')?)?;
                None
            }
        };
        let digits = number.trim_start_matches('0');
        let key = format!("{digits}{}", &text[number_end..]).to_uppercase();
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
        let (at, symbol) = tight.split(is_gap).filter(|token| !token.is_empty()).find_map(|token| {
            Symbol::parse(token).map(|symbol| (offset_of(&tight, token) + token.len(), symbol))
        })?;
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

/// What follows the first `/` of a state symbol: `2021/NQ-HĐND`, `NQ-HĐND`, `2015/QH13`, `UBND-TH`.
/// `None` where it is no symbol.
fn state_year(rest: &str) -> Option<StateYear> {
    match rest.split_once('/') {
        Some((year, codes)) => {
            let year = plausible_year(year)?;
            codes.split('-').all(is_code).then_some(StateYear(Some(year)))
        }
        None => (rest.contains('-') && rest.split('-').all(is_code)).then_some(StateYear(None)),
    }
}

/// What follows the `-` of a party symbol: `CTr/TU`.
fn party_codes(rest: &str) -> Option<()> {
    let (kind, body) = rest.split_once('/')?;
    (is_code(kind) && is_code(body)).then_some(())
}

fn plausible_year(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (1945..=2100).contains(&year).then_some(year)
}

fn is_code(code: &str) -> bool {
    code.starts_with(char::is_uppercase)
        && code.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '&' | '.'))
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
            ("08/12/2020", "", None),
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
        assert_eq!(DocumentName::parse("ngày 08/12/2020"), None);
    }
}
