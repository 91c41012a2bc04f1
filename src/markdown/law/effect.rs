//! What the new wording of another document says of when that takes effect and ends.

use serde::{Deserialize, Serialize};

use crate::legal::structure::{Block, Start, plain_blocks, structure};

/// When a document takes effect and ends, as new wording of it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewEffect {
    /// When the effect begins.
    pub start: Option<Start>,
    /// The last day of the effect.
    pub until: Option<crate::text::Date>,
}

/// What the new wording of a provision says of the effect of the whole document; `None` where it says nothing of it.
pub(super) fn effect_of(wording: &str) -> Option<NewEffect> {
    let applies = ["thực hiện", "áp dụng"].iter().any(|verb| wording.contains(verb));
    let says_when = wording.contains("iệu lực") || (applies && wording.contains("quyết này"));
    if !says_when {
        return None;
    }
    let marks = ['“', '”', '"', '«', '»', '*', '_', ' ', '\n', '.', '>'];
    // Clauses stand in an article.
    let text = format!("Điều 1. Hiệu lực thi hành\n\n{}", wording.trim_matches(marks));
    let blocks: Vec<Block<'_>> = plain_blocks(&text);
    let facts = structure(&blocks).facts;
    let mut whole = facts.validity.iter().filter(|validity| validity.provision.is_none()).peekable();
    whole.peek()?;
    let start = whole.clone().filter(|validity| validity.is_of_effect).find_map(|validity| validity.start);
    let until = facts.expires.map(|day| day.value);
    Some(NewEffect { start, until })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parse_date;

    #[test]
    fn new_wording_says_when_a_document_begins_and_ends() {
        let day = |text: &str| Some(parse_date(text).unwrap());
        for (wording, start, until) in [
            (
                "“Điều 5. Hiệu lực thi hành\n\nNghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2021 đến hết ngày 31 tháng 12 năm \
                 2027.”",
                day("2021-01-01"),
                day("2027-12-31"),
            ),
            (
                "“1. Nghị quyết này có hiệu lực thi hành đến hết ngày 30 tháng 6 năm 2028.”",
                None,
                day("2028-06-30"),
            ),
            (
                "“2. Nghị quyết này được thực hiện đến hết ngày 31 tháng 12 năm 2028.”",
                None,
                day("2028-12-31"),
            ),
            ("“Nghị quyết này có hiệu lực từ ngày 01 tháng 7 năm 2026.”", day("2026-07-01"), None),
        ] {
            let found = effect_of(wording).expect(wording);
            let starts = found.start.map(|start| match start {
                Start::On(day) => day,
                other => panic!("{other:?}"),
            });
            assert_eq!((starts, found.until), (start, until), "{wording}");
        }
        assert_eq!(effect_of("“2. Mức chi là 20 đồng.”"), None);
    }
}
