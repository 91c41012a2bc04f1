//! Lists of words as the sources write them: in one text, parted by a mark.

/// The entries of a list that commas part, each with a space behind it: `names!("bí thư, bộ trưởng")`.
macro_rules! names {
    ($list:expr) => {{
        use $crate::legal::list::{entries, split};
        const NAMES: [&str; entries($list, b',')] = split($list);
        &NAMES
    }};
}
pub(in crate::legal) use names;

/// How many entries a list has that `mark` parts.
pub(in crate::legal) const fn entries(list: &str, mark: u8) -> usize {
    let bytes = list.as_bytes();
    let (mut count, mut at) = (1, 0);
    while at < bytes.len() {
        count += (bytes[at] == mark) as usize;
        at += 1;
    }
    count
}

/// The `N` entries of a list that commas part, each with a space behind it.
pub(in crate::legal) const fn split<const N: usize>(list: &str) -> [&str; N] {
    let mut names = [""; N];
    let mut rest = list;
    let mut index = 0;
    while index < N {
        let mut end = 0;
        while end < rest.len() && rest.as_bytes()[end] != b',' {
            end += 1;
        }
        (names[index], rest) = rest.split_at(end);
        if !rest.is_empty() {
            (_, rest) = rest.split_at(", ".len());
        }
        index += 1;
    }
    names
}
