//! Roman numerals of terms and annexes, and numbers in Vietnamese notation.

/// The value of a Roman numeral in canonical form (`XIV`, any case), 1 to 3999.
#[must_use]
pub fn from_roman(text: &str) -> Option<u16> {
    let upper = text.to_ascii_uppercase();
    let mut rest = upper.as_str();
    let mut value = 0;
    for (sign, worth) in ROMAN {
        while let Some(shorter) = rest.strip_prefix(sign) {
            rest = shorter;
            value += worth;
            if value > 3999 {
                return None;
            }
        }
    }
    (rest.is_empty() && value > 0 && to_roman(value) == upper).then_some(value)
}

/// The Roman numeral of a number from 1 to 3999; Arabic digits outside that range.
#[must_use]
pub fn to_roman(number: u16) -> String {
    if !(1..=3999).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (sign, worth) in ROMAN {
        while rest >= worth {
            text.push_str(sign);
            rest -= worth;
        }
    }
    text
}

const ROMAN: [(&str, u16); 13] = [
    ("M", 1000),
    ("CM", 900),
    ("D", 500),
    ("CD", 400),
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
];

/// The value of a number in Vietnamese notation: a dot parts thousands, a comma stands before decimals
/// (`54.000`, `12,3`). A dot that parts no group of three is read as decimal (`12.3`).
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    let mut groups = unsigned.split('.');
    let first = groups.next().unwrap_or("");
    let thousands: Vec<&str> = groups.collect();
    let grouped = (1..=3).contains(&first.len()) && thousands.iter().all(|group| group.len() == 3);
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if first.is_empty() || !digits(first) || !thousands.iter().all(|group| digits(group)) || !digits(fraction)
    {
        return None;
    }
    if !thousands.is_empty() && !grouped {
        return if fraction.is_empty() { text.parse().ok() } else { None };
    }
    format!("{}.{}", whole.replace('.', ""), if fraction.is_empty() { "0" } else { fraction }).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_go_both_ways() {
        for number in 1..=3999 {
            assert_eq!(from_roman(&to_roman(number)), Some(number));
        }
        for bad in ["", "IIII", "VX", "14", "XIVa", &"M".repeat(90_000)] {
            assert_eq!(from_roman(bad), None);
        }
        assert_eq!(from_roman("xiv"), Some(14));
    }

    #[test]
    fn vietnamese_numbers_are_read() {
        for (text, expected) in [
            ("54.000", Some(54000.0)),
            ("12,3", Some(12.3)),
            ("1.234.567,5", Some(1_234_567.5)),
            ("12.3", Some(12.3)),
            ("-8,7", Some(-8.7)),
            ("100", Some(100.0)),
            ("tỷ", None),
            ("", None),
            ("1.2.3", None),
        ] {
            assert_eq!(decimal(text), expected, "{text}");
        }
    }
}
