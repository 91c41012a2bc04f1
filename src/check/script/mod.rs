//! Letters that are not what they seem. The rules look at lines, once from left to right, and only where bytes of such
//! letters occur at all.

pub(super) mod legacy;
pub(super) mod mixed;

use crate::diag::Diagnostic;
use crate::text::Source;

pub(super) fn check(source: &Source) -> Vec<Diagnostic> {
    mixed::check(source).into_iter().chain(legacy::check(source)).collect()
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

/// Letters of Vietnamese that only Unicode has; a line with many of them is no line of an old font.
fn is_unicode(letter: char) -> bool {
    matches!(letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
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
