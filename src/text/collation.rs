//! The order of the Vietnamese alphabet: letters first, tones only between equal letters, syllable by syllable.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use super::fold::nfc;

/// A key whose byte order is the order of names and titles.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct SortKey(Box<[u8]>);

/// Makes sort keys. Costs some microseconds to set up: made once per site.
pub struct Collation {
    collator: Option<CollatorBorrowed<'static>>,
}

impl Collation {
    /// The order of CLDR `vi`, with runs of digits in the order of their value.
    #[must_use]
    pub fn vietnamese() -> Self {
        let mut preferences = CollatorPreferences::from(locale!("vi"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Self { collator: CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok() }
    }

    /// The key of a title: syllable by syllable.
    #[must_use]
    pub fn title(&self, text: &str) -> SortKey {
        let composed = nfc(text);
        self.words(composed.split_whitespace())
    }

    /// The key of a person's name: given name (the last word), then family name (the first), then the middle.
    #[must_use]
    pub fn person(&self, name: &str) -> SortKey {
        let composed = nfc(name);
        let words: Vec<&str> = composed.split_whitespace().collect();
        match words.as_slice() {
            [family, middle @ .., given] => self.words([given, family].into_iter().chain(middle).copied()),
            rest => self.words(rest.iter().copied()),
        }
    }

    fn words<'a>(&self, words: impl Iterator<Item = &'a str>) -> SortKey {
        let mut key = Vec::new();
        for word in words {
            match &self.collator {
                // The sink is a vector: writing to it cannot fail.
                Some(collator) => collator.write_sort_key_to(word, &mut key).unwrap_or_default(),
                None => key.extend_from_slice(word.to_lowercase().as_bytes()),
            }
            key.push(0);
        }
        SortKey(key.into_boxed_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_order(names: &[&str], key: impl Fn(&str) -> SortKey) {
        for pair in names.windows(2) {
            assert!(key(pair[0]) < key(pair[1]), "{} before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn titles_follow_the_alphabet() {
        let collation = Collation::vietnamese();
        let title = |text: &str| collation.title(text);
        in_order(&["da", "đa", "e"], title);
        in_order(&["an", "ăn", "ân"], title);
        in_order(&["ma", "mà", "mả", "mã", "má", "mạ"], title);
        in_order(&["o", "ô", "ơ", "p"], title);
        in_order(&["Hoa Bình", "Hòa An"], title);
        in_order(&["Điều 2", "Điều 10"], title);
        assert_eq!(title("Nguyê\u{303}n"), title("Nguyễn"));
    }

    #[test]
    fn people_are_sorted_by_given_name() {
        let collation = Collation::vietnamese();
        in_order(
            &["Trần Văn An", "Lê Thị Bình", "Nguyễn Xuân Ký", "Nguyễn Văn Tùng", "Trần An Tùng"],
            |name| collation.person(name),
        );
        assert_eq!(collation.person(""), SortKey::default());
    }
}
