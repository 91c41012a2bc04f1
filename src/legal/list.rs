//! Lists of words as the sources write them: in one text, parted by a mark.

/// The entries of a list that commas part: `names!("bí thư, bộ trưởng")`.
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

/// The index behind the mark at index `at` of a list, and behind the spaces that follow it.
pub(in crate::legal) const fn behind_mark(list: &[u8], at: usize) -> usize {
    let mut next = at + 1;
    while next < list.len() && list[next] == b' ' {
        next += 1;
    }
    next
}

/// The `N` entries of a list that commas part.
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
            (_, rest) = rest.split_at(behind_mark(rest.as_bytes(), 0));
        }
        index += 1;
    }
    names
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_what_stands_between_commas() {
        const NAMES: &[&str] = names!("bí thư, bộ trưởng,ông");
        assert_eq!(NAMES, ["bí thư", "bộ trưởng", "ông"]);
    }
}
