//! Whether an institution's own colours can be read: contrast by the formula of WCAG 2 (relative luminance, success
//! criteria 1.4.3, 1.4.6 and 1.4.11).

use std::collections::BTreeMap;

use super::problems::LOW_CONTRAST;
use super::tokens::Tokens;
use crate::config::{Color, Colors};
use crate::diag::{Diagnostic, Diagnostics, Value, message};
use crate::front::Located;

/// A text or mark, the ground it stands on, and the contrast that it needs there.
type Pair = (&'static str, &'static str, f64);

/// Pairs in which a colour of the institution takes part, with what each needs: 7 for text, 4.5 for large text, 3 for
/// marks and controls.
const PAIRS: &[Pair] = &[
    ("brand", "surface", 7.0),
    ("brand", "canvas", 7.0),
    ("on-brand", "brand-deep", 7.0),
    ("on-brand2", "brand-deep", 7.0),
    ("gold", "brand-deep", 4.5),
    ("focus", "brand-deep", 3.0),
];

/// Red, green and blue, 0 to 255.
type Rgb = [u8; 3];

/// Compares the colours that are set in `congbao.yaml` with those of the theme that they stand beside; `tokens` have the
/// institution's own among them. A colour that is not written as six hexadecimal digits takes no part.
pub(super) fn check(colors: &Colors, tokens: &Tokens) -> Diagnostics {
    let own = [("brand", &colors.brand), ("brand-deep", &colors.brand_deep), ("gold", &colors.gold)];
    let light = parsed(&tokens.light);
    let mut dark = light.clone();
    dark.extend(parsed(&tokens.dark));
    let mut diagnostics = Diagnostics::new();
    for (name, color) in own {
        let Some(color) = color else { continue };
        let fault = [(&light, "light"), (&dark, "dark")].into_iter().find_map(|(grounds, scheme)| {
            // On dark grounds the theme's own tint of the brand stays.
            if scheme == "dark" && name == "brand" {
                return None;
            }
            pairs_of(name).find_map(|pair| Fault::of(pair, grounds, scheme)).map(|fault| (fault, grounds))
        });
        if let Some((fault, grounds)) = fault {
            diagnostics.push(problem(name, color, &fault, nearest(name, color, grounds)));
        }
    }
    diagnostics
}

/// The pairs in which a colour takes part.
fn pairs_of(name: &str) -> impl Iterator<Item = &'static Pair> {
    PAIRS.iter().filter(move |(text, ground, _)| *text == name || *ground == name)
}

/// A pair that cannot be read.
struct Fault {
    pair: Pair,
    /// What it has in place of what it needs.
    contrast: f64,
    scheme: &'static str,
}

impl Fault {
    fn of(pair: &Pair, grounds: &BTreeMap<String, Rgb>, scheme: &'static str) -> Option<Self> {
        let (text, ground, needed) = *pair;
        let contrast = contrast(*grounds.get(text)?, *grounds.get(ground)?);
        (contrast < needed).then_some(Self { pair: *pair, contrast, scheme })
    }
}

/// The colours among some values.
fn parsed(values: &[(String, String)]) -> BTreeMap<String, Rgb> {
    let parsed = |(name, value): &(String, String)| Some((name.clone(), parse(&Color(value.clone()))?));
    values.iter().filter_map(parsed).collect()
}

fn parse(color: &Color) -> Option<Rgb> {
    let digits = color.0.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The contrast of two colours, 1 to 21.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: Rgb) -> f64 {
    let [red, green, blue] = color.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The nearest shade of a colour that can be read wherever it stands: darker, or lighter for gold.
fn nearest(name: &str, color: &Located<Color>, grounds: &BTreeMap<String, Rgb>) -> Option<String> {
    let own = parse(&color.value)?;
    let target = if name == "gold" { 255.0 } else { 0.0 };
    (1..=100).find_map(|step| {
        let share = f64::from(step) / 100.0;
        let shade = own.map(|part| blend(f64::from(part), target, share));
        let mut grounds = grounds.clone();
        grounds.insert(name.to_owned(), shade);
        let is_readable = pairs_of(name).all(|pair| Fault::of(pair, &grounds, "").is_none());
        is_readable.then(|| format!("#{:02x}{:02x}{:02x}", shade[0], shade[1], shade[2]))
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two parts of 0 to 255")]
fn blend(from: f64, to: f64, share: f64) -> u8 {
    (from + (to - from) * share).round() as u8
}

fn problem(name: &str, color: &Located<Color>, fault: &Fault, near: Option<String>) -> Diagnostic {
    let (text, ground, needed) = fault.pair;
    // Never shown as enough where it is not.
    let (contrast, needed) = (tenths(fault.contrast), tenths(needed));
    let scheme = Value::Kind(fault.scheme);
    LOW_CONTRAST
        .at(color.span, message!("low-contrast.says", name, scheme, text, ground, contrast, needed))
        .help(match near {
            Some(near) => message!("low-contrast.near-help", near),
            None => message!("low-contrast.help"),
        })
}

/// A contrast in whole tenths, rounded down.
#[expect(clippy::cast_possible_truncation, reason = "between 1 and 21")]
fn tenths(contrast: f64) -> Value {
    Value::Tenths((contrast * 10.0).floor() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Catalogue, Language};
    use crate::text::{FileId, Span};
    use crate::theme::built_in_tokens;

    fn colored(brand: Option<&str>, brand_deep: Option<&str>, gold: Option<&str>) -> Colors {
        let span = Span { file: FileId(0), start: 0, end: 0 };
        let color = |value: &str| Located { value: Color(value.to_owned()), span };
        Colors { brand: brand.map(color), brand_deep: brand_deep.map(color), gold: gold.map(color) }
    }

    fn checked(colors: &Colors) -> Diagnostics {
        let mut tokens = built_in_tokens();
        tokens.color(colors);
        check(colors, &tokens)
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        for (one, other, expected) in [
            ("#000000", "#ffffff", 21.0),
            ("#777777", "#ffffff", 4.48),
            ("#8a171c", "#ffffff", 9.46),
            ("#8a171c", "#faf8f3", 8.91),
            ("#e8b84a", "#6b0f14", 6.68),
        ] {
            let color = |text: &str| parse(&Color(text.to_owned())).unwrap();
            let found = contrast(color(one), color(other));
            assert!((found - expected).abs() < 0.01, "{one} {other} {found}");
        }
    }

    #[test]
    fn the_colours_of_the_theme_itself_can_be_read() {
        let colors = colored(Some("#8a171c"), Some("#6b0f14"), Some("#e8b84a"));
        assert!(checked(&colors).is_empty());
        assert!(check(&colors, &Tokens::default()).is_empty(), "a theme of other tokens");
    }

    #[test]
    fn colours_that_cannot_be_read_are_told_with_a_shade_that_can() {
        for (colors, wanted, shade) in [
            (colored(Some("#ee2222"), None, None), "`brand` on `surface`", "#a71818"),
            (colored(None, Some("#c04040"), None), "`on-brand` on `brand-deep`", "#842c2c"),
            (colored(None, None, Some("#994400")), "`gold` on `brand-deep`", "#c4936b"),
            (colored(None, None, Some("#6b0f14")), "`gold` on `brand-deep`", ""),
        ] {
            let told = checked(&colors);
            assert_eq!(told.count(crate::diag::Severity::Error), 1, "{wanted}");
            let problem = told.iter().next().unwrap();
            let words = Catalogue::of(Language::English);
            let (message, help) = (words.say(&problem.message), words.say(problem.help.as_ref().unwrap()));
            assert!(message.contains(wanted), "{message}");
            assert!(help.contains(shade), "{help}");
        }
    }
}
