//! Writing numbers into a text without intermediate strings.

use super::random::position;

/// Writes a number in plain digits.
pub(super) fn plain(text: &mut String, number: u32) {
    padded(text, number, 1);
}

/// Writes a number with zeros in front up to `width` digits.
pub(super) fn padded(text: &mut String, number: u32, width: usize) {
    let mut power = 1_000_000_000;
    for place in (1..=10).rev() {
        if place <= width || number >= power {
            text.push(digit(number / power % 10));
        }
        power /= 10;
    }
}

/// Writes a number as Vietnamese offices do: `31.500`.
pub(super) fn grouped(text: &mut String, number: u32) {
    if number < 1000 {
        return plain(text, number);
    }
    grouped(text, number / 1000);
    text.push('.');
    padded(text, number % 1000, 3);
}

/// Writes tenths with a decimal comma, `87,4`, or without when they are whole.
pub(super) fn tenths(text: &mut String, number: u32) {
    grouped(text, number / 10);
    if !number.is_multiple_of(10) {
        text.push(',');
        plain(text, number % 10);
    }
}

/// Writes a small number in Roman digits.
pub(super) fn roman(text: &mut String, number: u32) {
    const TENS: [&str; 10] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    text.push_str(TENS.get(position(number / 10 % 10)).unwrap_or(&""));
    text.push_str(ONES.get(position(number % 10)).unwrap_or(&""));
}

/// The sign of a digit.
fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut String)) -> String {
        let mut text = String::new();
        write(&mut text);
        text
    }

    #[test]
    fn numbers_are_written_in_each_form() {
        assert_eq!(written(|text| plain(text, 0)), "0");
        assert_eq!(written(|text| plain(text, 4_294_967_295)), "4294967295");
        assert_eq!(written(|text| padded(text, 7, 2)), "07");
        assert_eq!(written(|text| padded(text, 1234, 2)), "1234");
        assert_eq!(written(|text| grouped(text, 31_500)), "31.500");
        assert_eq!(written(|text| grouped(text, 1_002_003)), "1.002.003");
        assert_eq!(written(|text| tenths(text, 874)), "87,4");
        assert_eq!(written(|text| tenths(text, 54_000)), "5.400");
        assert_eq!(written(|text| roman(text, 14)), "XIV");
        assert_eq!(written(|text| roman(text, 20)), "XX");
    }
}
