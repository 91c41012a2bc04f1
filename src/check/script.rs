//! Letters that are not what they seem.
//!
//! `legacy-encoding`: text that was typed with a font of the time before Unicode (TCVN3 such as `.VnTime`, VNI such as
//! `VNI-Times`) and pasted without conversion: `NghÞ quyÕt`, `Nghò quyeát`. No reader can read it, no search finds it.
//! `mixed-scripts`: a word of Latin letters with Cyrillic or Greek ones that look the same. It looks right, but neither
//! search nor the recognition of citations finds it.
//!
//! Both look at lines, once from left to right, and only where bytes of such letters occur at all.

use crate::diag::{Code, Diagnostic};
use crate::text::{Source, Span};

/// Fewest strange words of a line that make it one of an old font: signs within words are stranger than letters that
/// other languages have.
const LEAST_TCVN3: usize = 2;
const LEAST_VNI: usize = 3;

pub(super) fn check(source: &Source) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let bytes = source.text.as_bytes();
    // Without a way out before the end it is compiled to vector instructions.
    if bytes.iter().fold(false, |found, byte| found | matches!(byte, 0xce..=0xd3)) {
        found.extend(mixed(source));
    }
    // Letters of old fonts are two bytes, of which the first is one of two.
    let is_suspect = |at: usize| match bytes.get(at..at + 2) {
        Some([0xc2, second]) => is_tcvn3(char::from(*second)),
        Some([0xc3, second]) => is_foreign(char::from(second + 0x40)),
        _ => false,
    };
    if memchr::memchr2_iter(0xc2, 0xc3, bytes).any(is_suspect) {
        found.extend(legacy(source));
    }
    found
}

/// The words of a line with their byte offsets: runs of letters and of signs that old fonts have in place of letters.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_inside = |letter: char| letter.is_alphabetic() || is_tcvn3(letter);
    let mut at = 0;
    line.split(move |letter: char| !is_inside(letter)).filter_map(move |word| {
        let start = at;
        at += word.len();
        // The separator that ended the word.
        at += line[at..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

fn lines(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    source.text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}

/// Signs that stand for Vietnamese letters in fonts of TCVN3 and hardly ever touch a letter otherwise.
fn is_tcvn3(letter: char) -> bool {
    matches!(letter, '¡'..='¯' | '±' | '´'..='¶' | '¸' | '¹' | '»'..='¿')
}

/// Latin letters that Vietnamese does not have, and that fonts of VNI put behind a vowel or for `đ`.
fn is_foreign(letter: char) -> bool {
    matches!(letter, 'Ä'..='Æ' | 'Ë' | 'Î' | 'Ï' | 'Ñ' | 'Ö' | 'Ø' | 'Û' | 'Ü' | 'ä'..='æ' | 'ë' | 'î' | 'ï' | 'ñ' | 'ö' | 'ø' | 'û' | 'ü')
}

/// Letters of Vietnamese that only Unicode has; a line with many of them is no line of an old font.
fn is_unicode(letter: char) -> bool {
    matches!(letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
}

fn legacy(source: &Source) -> Option<Diagnostic> {
    let mut first: Option<(usize, &str, &'static str)> = None;
    let mut count = 0;
    for (start, line) in lines(source) {
        if !line.chars().any(|letter| is_tcvn3(letter) || is_foreign(letter)) {
            continue;
        }
        let (mut old, mut vni, mut sound) = (Vec::new(), Vec::new(), 0);
        for (at, word) in words(line) {
            let latin = word.chars().filter(char::is_ascii_alphabetic).count();
            if word.chars().any(is_unicode) {
                sound += 1;
            } else if word.chars().any(is_tcvn3) && latin > 0 {
                old.push((start + at, word));
            } else if word.chars().any(is_foreign) && latin > 0 {
                vni.push((start + at, word));
            }
        }
        let (found, font, least) = if old.len() >= vni.len() {
            (old, "TCVN3 (.VnTime)", LEAST_TCVN3)
        } else {
            (vni, "VNI (VNI-Times)", LEAST_VNI)
        };
        // Three words with signs in them are no chance, even among sound ones.
        let is_old = found.len() > sound || (least == LEAST_TCVN3 && found.len() > LEAST_TCVN3);
        if found.len() >= least && is_old {
            count += 1;
            first = first.or_else(|| found.first().map(|(at, word)| (*at, *word, font)));
        }
    }
    let (at, word, font) = first?;
    let lines = if count == 1 { "this line is".to_owned() } else { format!("{count} lines are") };
    let problem = Diagnostic::warning(
        Code("legacy-encoding"),
        source.span(at, at + word.len()),
        format!("{lines} typed in an old font of {font}, such as `{word}`"),
    );
    Some(
        problem
            .help("convert the text to Unicode, for example with UniKey (Ctrl+Shift+F6), and paste it again"),
    )
}

/// Letters of other scripts that look like Latin ones.
fn is_look_alike(letter: char) -> bool {
    "АВЕЅІЈКМНОРСТУХасеоріјѕухҺһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".contains(letter)
}

fn mixed(source: &Source) -> Vec<Diagnostic> {
    let mut found: Vec<(Span, &str)> = Vec::new();
    let mut count = 0;
    for (start, line) in lines(source) {
        if !line.chars().any(is_look_alike) {
            continue;
        }
        for (at, word) in words(line) {
            let is_latin = |letter: char| letter.is_ascii_alphabetic() || is_unicode(letter);
            if word.chars().any(is_look_alike) && word.chars().any(is_latin) {
                count += 1;
                if found.is_empty() {
                    found.push((source.span(start + at, start + at + word.len()), word));
                }
            }
        }
    }
    let times = if count > 1 { format!(" ({count} such words in this file)") } else { String::new() };
    found
        .into_iter()
        .map(|(span, word)| {
            let letter = word.chars().find(|letter| is_look_alike(*letter)).unwrap_or(' ');
            Diagnostic::warning(
                Code("mixed-scripts"),
                span,
                format!("in `{word}` the letter `{letter}` is not Latin, though it looks so{times}"),
            )
            .help("type the word again with a Vietnamese keyboard")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SitePath;
    use crate::text::FileId;

    #[test]
    fn old_fonts_and_strange_letters_are_seen_and_nothing_else() {
        for (text, expected) in [
            ("NghÞ quyÕt cña Héi ®ång nh©n d©n tØnh\n", Some("legacy-encoding")),
            ("Theo Nghị quyết số 9, Héi ®ång nh©n d©n tØnh đã họp và quyết định\n", Some("legacy-encoding")),
            ("Hoäi ñoàng nhaân daân tænh, nöôùc Vieät Nam\n", Some("legacy-encoding")),
            ("Nghị quyết của Hội đồng nhân dân tỉnh: 100 m², 25°C, § 1, «trích», ©2023, 5 ± 1\n", None),
            ("Ông Müller và bà Peña gặp Chủ tịch tỉnh ở Köln; Việt Nam\n", None),
            ("Café Zoë, naïve\nTiếng Việt có dấu\n", None),
            ("A&nbsp;B\u{a0}C, 10 µm, 3 kΩ, α, Москва, Αθήνα\n", None),
            ("Nghị quyết của Нội đồng\n", Some("mixed-scripts")),
            ("128/NQ-НĐND\n", Some("mixed-scripts")),
            ("", None),
        ] {
            let source =
                Source { id: FileId(0), path: SitePath::new("a.md").unwrap(), text: text.to_owned() };
            let found = check(&source);
            assert_eq!(found.first().map(|problem| problem.code.0), expected, "{text} {found:?}");
            assert!(found.len() < 2);
        }
    }
}
