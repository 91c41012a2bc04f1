//! `legacy-encoding`: text that was typed with a font of the time before Unicode (TCVN3 such as `.VnTime`, VNI such as
//! `VNI-Times`) and pasted without conversion: `NghÞ quyÕt`, `Nghò quyeát`. No reader can read it, no search finds it.

use super::{is_tcvn3, is_unicode, lines, words};
use crate::diag::{Diagnostic, Rule, message};
use crate::text::Source;

pub(in crate::check) const RULE: Rule = Rule::warning("legacy-encoding");

/// Fewest strange words of a line that make it one of an old font: signs within words are stranger than letters that
/// other languages have.
const LEAST_TCVN3: usize = 2;
const LEAST_VNI: usize = 3;

pub(super) fn check(source: &Source) -> Option<Diagnostic> {
    let bytes = source.text.as_bytes();
    // Letters of old fonts are two bytes, of which the first is one of two.
    let is_suspect = |at: usize| match bytes.get(at..at + 2) {
        Some([0xc2, second]) => is_tcvn3(char::from(*second)),
        Some([0xc3, second]) => is_foreign(char::from(second + 0x40)),
        _ => false,
    };
    if memchr::memchr2_iter(0xc2, 0xc3, bytes).any(is_suspect) { first_of(source) } else { None }
}

/// Latin letters that Vietnamese does not have, and that fonts of VNI put behind a vowel or for `đ`.
fn is_foreign(letter: char) -> bool {
    matches!(letter, 'Ä'..='Æ' | 'Ë' | 'Î' | 'Ï' | 'Ñ' | 'Ö' | 'Ø' | 'Û' | 'Ü' | 'ä'..='æ' | 'ë' | 'î' | 'ï' | 'ñ' | 'ö' | 'ø' | 'û' | 'ü')
}

fn first_of(source: &Source) -> Option<Diagnostic> {
    let mut first: Option<(usize, &str, &'static str)> = None;
    let mut count = 0_usize;
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
    let span = source.span(at, at + word.len());
    Some(
        RULE.at(span, message!("legacy-encoding.says", count, font, word))
            .help(message!("legacy-encoding.help")),
    )
}
