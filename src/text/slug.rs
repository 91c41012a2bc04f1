//! The part of an address that a name becomes.

use xxhash_rust::xxh3::xxh3_64;

use super::fold::nfc;

/// Longest slug in bytes: file names may have 255, and a shared link should fit on one line.
const LONGEST: usize = 100;

/// Lower-case ASCII letters, digits and single hyphens: `Đầu tư công` is `dau-tu-cong`.
///
/// Never empty: a name without any letter or digit becomes `x-` and a hash of it. A longer one than 100 bytes is cut
/// at a word and ends in a hash, so that two long names stay apart. Device names of Windows get a final `-x`, since
/// the site may be copied there.
#[must_use]
pub fn slug(text: &str) -> String {
    let composed = nfc(text.trim());
    let plain = slug::slugify(composed.as_ref());
    if plain.is_empty() {
        return format!("x-{:08x}", short_hash(&composed));
    }
    if plain.len() > LONGEST {
        let head = &plain[..LONGEST - 9];
        let head = head.rsplit_once('-').map_or(head, |(words, _)| words);
        return format!("{head}-{:08x}", short_hash(&composed));
    }
    if is_device_name(&plain) {
        return format!("{plain}-x");
    }
    plain
}

fn short_hash(text: &str) -> u64 {
    xxh3_64(text.as_bytes()) >> 32
}

fn is_device_name(slug: &str) -> bool {
    match slug {
        "con" | "prn" | "aux" | "nul" => true,
        _ => {
            slug.len() == 4
                && (slug.starts_with("com") || slug.starts_with("lpt"))
                && slug.ends_with(|digit: char| digit.is_ascii_digit())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        for (name, expected) in [
            ("Đầu tư công", "dau-tu-cong"),
            ("128/NQ-HĐND", "128-nq-hdnd"),
            ("Nguyễn Xuân Ký", "nguyen-xuan-ky"),
            ("đ Đ Ð", "d-d-d"),
            ("  Ơ, Ư!  ", "o-u"),
            ("CON", "con-x"),
            ("../../etc", "etc"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
    }

    #[test]
    fn decomposed_text_gives_the_same_slug() {
        assert_eq!(slug("Nguyễn"), slug("Nguye\u{302}\u{303}n"));
        assert_eq!(slug("Nguyễn"), slug("Nguyê\u{303}n"));
    }

    #[test]
    fn slugs_are_never_empty_nor_long_and_stay_apart() {
        assert!(slug("!!! ??? ///").starts_with("x-"));
        assert_ne!(slug("!!!"), slug("???"));
        let long = "nghị quyết ".repeat(100);
        assert!(slug(&long).len() <= LONGEST);
        assert_ne!(slug(&long), slug(&format!("{long} hai")));
    }
}
