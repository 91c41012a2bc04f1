//! Charts: what a page shows as pictures beside the lists and tables with the same figures.

pub(super) mod lanes;
pub(super) mod neighbourhood;
pub(super) mod speeches;
mod stacked;
pub(super) mod targets;
pub(super) mod votes;
pub(super) mod years;

use crate::lang::{Lang, Translations};

pub use votes::VoteRow;
pub use years::YearCount;

/// A share of a whole with at most one decimal: `87,9%`.
fn percent(words: &Translations, share: f64) -> String {
    let text = format!("{:.1}", share * 100.0);
    let text = text.strip_suffix(".0").unwrap_or(&text);
    match words.lang {
        Lang::Vi => format!("{}%", text.replace('.', ",")),
        Lang::En => format!("{text}%"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn shares_have_at_most_one_decimal() {
        let vi = Translations::new(Lang::Vi, BTreeMap::new());
        let en = Translations::new(Lang::En, BTreeMap::new());
        for (share, vietnamese, english) in
            [(1.0, "100%", "100%"), (58.0 / 66.0, "87,9%", "87.9%"), (0.0, "0%", "0%"), (0.0001, "0%", "0%")]
        {
            assert_eq!(percent(&vi, share), vietnamese);
            assert_eq!(percent(&en, share), english);
        }
    }
}
