//! The nearest of some names, to say what a mistyped word was meant to be.

use super::fold::match_key;

/// The candidate nearest to `word`, where one is near enough to be meant.
///
/// Near enough: at most a third of the letters differ. Of equally near ones the first is taken.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = match_key(word).replace([' ', '-'], "_");
    let most = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&word, &match_key(candidate)), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_offered_and_a_far_one_is_not() {
        let fields = ["title", "topics", "effective", "so_hieu"];
        assert_eq!(nearest("titel", fields), Some("title"));
        assert_eq!(nearest("Efective", fields), Some("effective"));
        assert_eq!(nearest("so hieu", fields), Some("so_hieu"));
        assert_eq!(nearest("constructor", fields), None);
        assert_eq!(nearest("", fields), None);
    }
}
