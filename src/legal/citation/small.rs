//! Small letters as the parsers compare words: the tone mark on the later vowel, `uỷ` for `Ủy`, `hoà` for `hòa`.

/// A vowel with a tone mark, the vowel behind it, and both with the mark on the latter.
const TONED: [(char, char, &str); 12] = [
    ('ò', 'a', "oà"),
    ('ó', 'a', "oá"),
    ('ỏ', 'a', "oả"),
    ('õ', 'a', "oã"),
    ('ọ', 'a', "oạ"),
    ('ò', 'e', "oè"),
    ('ó', 'e', "oé"),
    ('ỏ', 'e', "oẻ"),
    ('ọ', 'e', "oẹ"),
    ('ú', 'y', "uý"),
    ('ủ', 'y', "uỷ"),
    ('ụ', 'y', "uỵ"),
];

/// Appends a word in small letters, as many bytes as it has; where they begin. Letters that no Vietnamese word has stay
/// as they are.
pub(super) fn push_small(word: &str, small: &mut String) -> u32 {
    // A text has far fewer bytes.
    let begin = u32::try_from(small.len()).unwrap_or(u32::MAX);
    let mut letters = word.chars().map(small_letter).peekable();
    while let Some(letter) = letters.next() {
        let toned = match letters.peek() {
            // Few letters can be a pair at all.
            Some(next @ ('a' | 'e' | 'y')) if !letter.is_ascii() => {
                TONED.iter().find(|(first, second, _)| (letter, *next) == (*first, *second))
            }
            _ => None,
        };
        match toned {
            Some((_, _, toned)) => {
                letters.next();
                small.push_str(toned);
            }
            None => small.push(letter),
        }
    }
    begin
}

fn small_letter(letter: char) -> char {
    let code = u32::from(letter);
    let small = match letter {
        'A'..='Z' => return letter.to_ascii_lowercase(),
        'À'..='Þ' if letter != '×' => code | 0x20,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | '\u{1ea0}'..='\u{1ef9}' => code | 1,
        'Ư' => return 'ư',
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::super::reading::Reading;

    #[test]
    fn words_are_small_with_the_tone_mark_on_the_later_vowel() {
        for (word, small) in [
            ("KHÓA", "khoá"),
            ("khoá", "khoá"),
            ("Ủy", "uỷ"),
            ("uỷ", "uỷ"),
            ("hoàn", "hoàn"),
            ("hòan", "hoàn"),
            ("thúy", "thuý"),
            ("thụy", "thuỵ"),
            ("ĐƯỜNG", "đường"),
            ("ỨNG", "ứng"),
            ("NGHĨA", "nghĩa"),
            ("ŨA", "ũa"),
            ("iÔ", "iô"),
            ("12A", "12a"),
            ("Đĩa", "đĩa"),
            ("mỏe", "moẻ"),
            ("lõa", "loã"),
        ] {
            assert_eq!(Reading::new(word).word(0), small, "{word}");
        }
    }

    #[test]
    fn every_letter_has_its_small_one() {
        for letter in
            "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
                .chars()
        {
            for word in [format!("{letter}"), format!("{letter}n"), format!("n{letter}n")] {
                assert_eq!(Reading::new(&word).word(0), word.to_lowercase());
                assert_eq!(Reading::new(&word.to_lowercase()).word(0), word.to_lowercase());
            }
        }
    }
}
