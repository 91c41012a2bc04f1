//! How well entries fit a key: lists of entries with a class, in memory and in files.

/// How a word stands in an entry, from 0 to 7; what a class is worth is the script's business.
pub(super) type Class = u8;

/// The best class.
pub(super) const BEST: Class = 7;
/// Among the names of what the entry is about.
pub(super) const ABOUT: Class = 4;
/// In the summary or a heading.
pub(super) const HEADING: Class = 3;

/// The class of a word of a title of so many words: of two titles that have it the shorter one says more of it.
pub(super) fn title_class(words: usize) -> Class {
    match words {
        0..=4 => BEST,
        5..=10 => BEST - 1,
        _ => BEST - 2,
    }
}

/// The class of a word that stands only in the text, `times` of its `length` words: seldom, at times or often.
pub(super) fn text_class(times: u32, length: usize) -> Class {
    // Saturation and length as in BM25, in whole numbers: times / (times + 0.3 + 0.9 * length / 1000), in hundredths.
    let times = u64::from(times) * 10_000;
    let length = u64::try_from(length).unwrap_or(u64::MAX / 1_000_000);
    let share = times * 100 / (times + 3_000 + length * 9);
    match share {
        0..40 => 0,
        40..70 => 1,
        _ => 2,
    }
}

/// Adds a number, seven bits in each byte, lowest first.
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

/// Takes a number off the beginning.
pub(super) fn take_number(bytes: &mut &[u8]) -> u64 {
    let mut number = 0;
    let mut shift = 0;
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 || shift > 56 {
            break;
        }
    }
    number
}

/// A list as it stands in a file: for each class, best first, `entries * 16 + class * 2 + form`, then the entries: in form
/// 0 the gaps between them, in form 1 the length of a bitmap and the bitmap, whichever is shorter. `all` is sorted by
/// entry and is what is written; `spare` is room that is used again.
pub(super) fn push_list(bytes: &mut Vec<u8>, all: &[(u32, Class)], spare: &mut Vec<u8>) {
    for class in (0..=BEST).rev() {
        let own = || all.iter().filter(|(_, other)| *other == class).map(|(entry, _)| *entry);
        let count = u64::try_from(own().count()).unwrap_or_default();
        let Some(last) = own().next_back() else { continue };
        spare.clear();
        let mut next = 0;
        for entry in own() {
            push_number(spare, u64::from(entry - next));
            next = entry + 1;
        }
        let length = last as usize / 8 + 1;
        let is_bitmap = length + 1 < spare.len();
        push_number(bytes, count * 16 + u64::from(class) * 2 + u64::from(is_bitmap));
        if is_bitmap {
            push_number(bytes, length as u64);
            let start = bytes.len();
            bytes.resize(start + length, 0);
            for entry in own() {
                if let Some(byte) = bytes.get_mut(start + entry as usize / 8) {
                    *byte |= 1 << (entry % 8);
                }
            }
        } else {
            bytes.extend_from_slice(spare);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let mut bytes = Vec::new();
        let all = [0, 1, 127, 128, 300, u64::from(u32::MAX)];
        for number in all {
            push_number(&mut bytes, number);
        }
        let mut rest = bytes.as_slice();
        assert_eq!(all.map(|_| take_number(&mut rest)), all);
        assert!(rest.is_empty());
    }

    #[test]
    fn lists_take_the_shorter_form() {
        let mut spare = Vec::new();
        let mut bytes = Vec::new();
        push_list(&mut bytes, &[(3, 0), (5, BEST), (6, 0)], &mut spare);
        assert_eq!(bytes, [16 + 14, 5, 32, 3, 2]);
        let dense: Vec<(u32, Class)> = (0..40).map(|entry| (entry, 1)).collect();
        bytes.clear();
        push_list(&mut bytes, &dense, &mut spare);
        assert_eq!(bytes, [0x83, 5, 5, 255, 255, 255, 255, 255]);
    }

    #[test]
    fn a_word_counts_for_more_in_a_short_text_and_where_it_is_repeated() {
        assert_eq!(text_class(1, 50), 2);
        assert_eq!(text_class(1, 1_000), 1);
        assert_eq!(text_class(1, 5_000), 0);
        assert_eq!(text_class(9, 1_000), 2);
    }
}
