//! Names of bodies: `HĐND tỉnh`, `Hội đồng nhân dân tỉnh`.

use std::sync::LazyLock;

use crate::text::match_key;

/// Long names that have a usual short form.
const SHORT_FORMS: [(&str, &str); 5] = [
    ("Hội đồng nhân dân", "HĐND"),
    ("Ủy ban nhân dân", "UBND"),
    ("Mặt trận Tổ quốc Việt Nam", "MTTQ"),
    ("Mặt trận Tổ quốc", "MTTQ"),
    ("Ủy ban thường vụ Quốc hội", "UBTVQH"),
];

/// The keys of the long and short forms.
static KEYS: LazyLock<Vec<(String, String)>> =
    LazyLock::new(|| SHORT_FORMS.iter().map(|(long, short)| (match_key(long), match_key(short))).collect());

/// The key under which the spellings of one body meet: long and short form, capitals, Unicode form.
#[must_use]
pub fn body_key(name: &str) -> String {
    const TERM: &str = " khoa\u{301} ";
    let mut key = match_key(name);
    // `Hội đồng nhân dân tỉnh khóa XIV` is the same body in a term of it.
    if let Some(at) = key.rfind(TERM).filter(|at| !key[at + TERM.len()..].contains(' ')) {
        key.truncate(at);
    }
    for (long, short) in KEYS.iter() {
        if key.contains(long) {
            key = key.replace(long, short);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_body_meet() {
        for (one, other) in [
            ("Hội đồng nhân dân tỉnh Quảng Ninh", "HĐND tỉnh Quảng Ninh"),
            ("HỘI ĐỒNG NHÂN DÂN TỈNH", "Hội đồng nhân dân Tỉnh"),
            ("Uỷ ban nhân dân tỉnh", "UBND tỉnh"),
            ("Hội đồng nhân dân tỉnh khóa XIV", "HĐND tỉnh"),
        ] {
            assert_eq!(body_key(one), body_key(other));
        }
        assert_ne!(body_key("HĐND tỉnh Quảng Ninh"), body_key("HĐND tỉnh Quảng Nam"));
    }
}
