//! Provisions with days of their own (trừ khoản 2 Điều 1 có hiệu lực từ ngày ...).

use serde::{Deserialize, Serialize};

use std::ops::Range;

use super::facts::Stated;
use super::line::slice;
use super::validity::{Base, Start, Validity};
use super::{Block, Part, Role};
use crate::legal::ProvisionPath;
use crate::legal::citation::{citations, provisions_in};
use crate::text::{Date, one_line};

/// Days of some provisions of the resolution, where they are others than those of the whole: `trừ khoản 2 Điều 1 có hiệu
/// lực từ ngày 01 tháng 01 năm 2027`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commencement {
    /// The provisions, small to large, each as the text names it; ranges (`từ Điều 3 đến Điều 7`) are opened. Empty where
    /// the words are not understood, and where they are about what is done to another document.
    pub provisions: Vec<ProvisionPath>,
    /// The anchor of the annex or attached text of this resolution that the provisions are of: `quy-dinh`. `None`: of the
    /// resolution itself.
    pub attachment: Option<String>,
    /// Whether it is about what is done to another document: `riêng việc bãi bỏ Nghị quyết số ...`.
    pub is_of_act: bool,
    /// The first day of their effect, where that is said. Where there is neither this nor a last day, they begin on a day
    /// that nothing tells.
    pub from: Option<Date>,
    /// The last day of their effect, where that is said.
    pub until: Option<Date>,
    /// The words that name the provisions, on one line.
    pub words: String,
    /// From the name of the first provision to the day: byte offsets.
    pub range: Range<usize>,
}

impl Commencement {
    /// Whether they begin on another day than the whole, and nothing tells which.
    #[must_use]
    pub fn has_unknown_day(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }

    /// The anchors of the provisions on the page of the resolution: `dieu-1-khoan-2`, `quy-dinh-dieu-3`.
    pub fn anchors(&self) -> impl Iterator<Item = String> {
        self.provisions.iter().map(|provision| match &self.attachment {
            Some(attachment) => format!("{attachment}-{}", provision.anchor()),
            None => provision.anchor().to_owned(),
        })
    }
}

/// The days that relative ones are counted from.
#[derive(Debug, Clone, Copy)]
pub(super) struct KnownDays {
    pub(super) adopted: Option<Date>,
    pub(super) signed: Option<Date>,
}

impl KnownDays {
    pub(super) fn new(adopted: Option<&Stated<Date>>, signed: Option<&Stated<Date>>) -> Self {
        let (adopted, signed) = (adopted.map(|day| day.value), signed.map(|day| day.value));
        Self { adopted: adopted.or(signed), signed: signed.or(adopted) }
    }

    fn first_day(self, start: Start) -> Option<Date> {
        let day_of = |base| match base {
            Base::Adoption => self.adopted,
            Base::Signing => self.signed,
        };
        match start {
            Start::On(date) => Some(date),
            Start::From(base) => day_of(base),
            Start::After { days, base } => {
                day_of(base)?.checked_add(jiff::Span::new().days(i64::from(days))).ok()
            }
            Start::BudgetYear(_) | Start::SchoolYear(_) => None,
        }
    }
}

/// How far before a provision the document is looked for that it is of, in bytes.
const FARTHEST: usize = 600;

/// What a statement about provisions says, where it stands in part `index`.
pub(super) fn commencement(
    blocks: &[Block<'_>],
    parts: &[Part],
    index: usize,
    validity: &Validity,
    days: KnownDays,
) -> Option<Commencement> {
    let range = validity.provision.clone()?;
    // `Nghị quyết số A hết hiệu lực, trừ khoản 1 Điều 2 ...`: a provision of the other document.
    let from = range.start.saturating_sub(FARTHEST).max(parts[index].text.start);
    // The first letter that begins there: none has more than four bytes.
    let mut before = (from..from + 4).map(|from| words(blocks, &parts[index], &(from..range.start)));
    let before = before.find(|words| !words.is_empty()).unwrap_or_default();
    let sentence = before.rsplit(". ").next().unwrap_or("");
    // Where the sentence is about this resolution too, nothing tells whose provision it is.
    let is_of_other = citations(sentence).iter().any(crate::legal::Citation::is_of_other_document);
    if is_of_other && !validity.is_of_act && !names_itself(sentence) {
        return None;
    }
    let words = words(blocks, &parts[index], &range);
    let anchors = std::iter::successors(Some(index), |index| parts[*index].parent);
    let place = anchors.clone().find_map(|index| parts[index].anchor.as_deref()).unwrap_or("");
    let around = anchors.last().filter(|top| matches!(parts[*top].role, Role::Annex | Role::Regulation));
    let is_of_attached = words.to_lowercase().contains("kèm theo");
    let attached = around.or_else(|| {
        let regulation = || parts.iter().position(|part| part.role == Role::Regulation);
        if is_of_attached { regulation() } else { None }
    });
    let attachment = attached.and_then(|index| parts[index].anchor.clone());
    let is_unknown = is_of_attached && attachment.is_none();
    let is_other_act =
        validity.is_of_act && citations(&words).iter().any(crate::legal::Citation::is_of_other_document);
    let provisions = if is_unknown || is_other_act {
        Vec::new()
    } else {
        provisions(&words, place, attachment.as_deref())
    };
    let is_unclear = is_of_other && !validity.is_of_act;
    Some(Commencement {
        provisions,
        attachment,
        is_of_act: validity.is_of_act,
        from: validity.start.and_then(|start| days.first_day(start)).filter(|_| !is_unclear),
        until: validity.until.filter(|_| !is_unclear),
        words,
        range: range.start..validity.range.end,
    })
}

/// Whether a sentence is about the resolution that it stands in.
fn names_itself(sentence: &str) -> bool {
    sentence.to_lowercase().contains("nghị quyết này có hiệu lực")
}

/// The provisions that words at a place name, without the attachment that they lie in.
fn provisions(words: &str, place: &str, attachment: Option<&str>) -> Vec<ProvisionPath> {
    let named = provisions_in(words).into_iter().filter_map(|(path, base)| {
        let anchor = path.anchor_at(place, base)?;
        let own = attachment.and_then(|attachment| anchor.strip_prefix(attachment)?.strip_prefix('-'));
        ProvisionPath::from_anchor(own.unwrap_or(&anchor))
    });
    named.collect()
}

/// The words of a part between two bytes of the source, on one line.
fn words(blocks: &[Block<'_>], part: &Part, range: &Range<usize>) -> String {
    let mut words = String::new();
    for block in blocks.get(part.blocks.clone()).unwrap_or_default() {
        let (from, to) = (range.start.max(block.start), range.end.min(block.start + block.text.len()));
        if from < to {
            words.push_str(slice(block, from, to));
            words.push(' ');
        }
    }
    words.retain(|sign| !matches!(sign, '*' | '_' | '`'));
    one_line(&words)
}

#[cfg(test)]
mod tests {
    use super::super::{plain_blocks, structure};
    use super::*;

    /// The anchors of each statement with its first and last day.
    fn found(closing: &str) -> Vec<(Vec<String>, Option<String>, Option<String>)> {
        let text = format!(
            "Điều 1. Một\n1. A.\n2. B.\nĐiều 2. Hiệu lực\n{closing}\nNghị quyết này đã được Hội đồng nhân dân tỉnh \
             thông qua ngày 10 tháng 7 năm 2026./."
        );
        let commencements = structure(&plain_blocks(&text)).facts.commencements;
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        commencements
            .into_iter()
            .map(|found| (found.anchors().collect(), day(found.from), day(found.until)))
            .collect()
    }

    #[test]
    fn provisions_begin_and_end_on_days_of_their_own() {
        for (closing, anchors, from, until) in [
            (
                "Nghị quyết này có hiệu lực từ ngày 20/7/2026, trừ khoản 2 Điều 1 có hiệu lực từ ngày 01/01/2027.",
                &["dieu-1-khoan-2"] as &[&str],
                Some("2027-01-01"),
                None,
            ),
            (
                "Riêng Điều 5 có hiệu lực kể từ ngày 01 tháng 01 năm 2027.",
                &["dieu-5"],
                Some("2027-01-01"),
                None,
            ),
            (
                "2. Khoản 3 Điều 2 của Nghị quyết này được áp dụng từ ngày 01/01/2027.",
                &["dieu-2-khoan-3"],
                Some("2027-01-01"),
                None,
            ),
            (
                "2. Các quy định tại Điều 4 hết hiệu lực từ ngày 01/01/2027.",
                &["dieu-4"],
                None,
                Some("2026-12-31"),
            ),
            (
                "b) Mức hỗ trợ cho hộ nghèo quy định tại điểm a, điểm đ khoản 2 và khoản 3 Điều 4 Nghị quyết này được thực \
                 hiện từ ngày 01/01/2027 đến hết năm 2028.",
                &["dieu-4-khoan-2-diem-a", "dieu-4-khoan-2-diem-dd", "dieu-4-khoan-3"],
                Some("2027-01-01"),
                Some("2028-12-31"),
            ),
            (
                "Nghị quyết này có hiệu lực từ ngày thông qua; riêng các quy định từ Điều 3 đến Điều 5 có hiệu lực sau 20 \
                 ngày kể từ ngày thông qua.",
                &["dieu-3", "dieu-4", "dieu-5"],
                Some("2026-07-30"),
                None,
            ),
            (
                "2. Các Điều 3, 4 và Phụ lục II có hiệu lực từ ngày 01/01/2027.",
                &["dieu-3", "dieu-4", "phu-luc-2"],
                Some("2027-01-01"),
                None,
            ),
            (
                "1. Nghị quyết này có hiệu lực từ ngày 20/7/2026.\n2. Khoản 1 Điều này được áp dụng đến hết ngày \
                 31/12/2026.",
                &["dieu-2-khoan-1"],
                None,
                Some("2026-12-31"),
            ),
        ] {
            let anchors: Vec<String> = anchors.iter().map(|anchor| (*anchor).to_owned()).collect();
            let expected = (anchors, from.map(str::to_owned), until.map(str::to_owned));
            assert_eq!(found(closing), [expected], "{closing}");
        }
    }

    #[test]
    fn what_is_said_of_other_documents_or_of_the_whole_is_none() {
        for closing in [
            "Nghị quyết này có hiệu lực từ ngày 20/7/2026.",
            "Điều 5 Nghị quyết số 05/2021/NQ-HĐND ngày 08/7/2021 hết hiệu lực từ ngày 01/01/2027.",
            "Khoản 2 Điều 3 Luật Đất đai có hiệu lực từ ngày 01/01/2027.",
            "Người nộp theo Điều 5 thực hiện trong ngày 01/01/2027.",
        ] {
            assert_eq!(found(closing), [], "{closing}");
        }
    }

    #[test]
    fn a_day_of_their_own_may_be_unknown() {
        let whole = "Nghị quyết này có hiệu lực từ ngày 20/7/2026";
        for (closing, anchors) in [
            (
                format!("{whole}; riêng Điều 1 có hiệu lực kể từ ngày Chính phủ ban hành nghị định."),
                &["dieu-1"] as &[&str],
            ),
            (format!("{whole}, trừ khoản 2 Điều 1 có hiệu lực khi có hướng dẫn."), &["dieu-1-khoan-2"]),
            (format!("{whole}, trừ Điều 1."), &["dieu-1"]),
            (format!("{whole}, trừ việc bãi bỏ Nghị quyết số 5/2021/NQ-HĐND."), &[]),
        ] {
            let anchors: Vec<String> = anchors.iter().map(|anchor| (*anchor).to_owned()).collect();
            assert_eq!(found(&closing), [(anchors, None, None)], "{closing}");
        }
        for closing in [
            format!("{whole}, trừ trường hợp pháp luật có quy định khác."),
            format!("{whole}; riêng Điều 1 có hiệu lực kể từ ngày Nghị quyết này có hiệu lực."),
        ] {
            assert_eq!(found(&closing), [], "{closing}");
        }
    }

    #[test]
    fn provisions_of_an_attached_text_are_named_with_it() {
        let text = "Điều 1. Ban hành kèm theo Nghị quyết này Quy định.\nĐiều 2. Điều 3 Quy định ban hành kèm theo Nghị quyết \
                    này có hiệu lực từ ngày 01/01/2027.\nCHỦ TỊCH\nLã Văn Bịa\nQUY ĐỊNH\nMức chi\n(Ban hành kèm theo Nghị \
                    quyết số 1/2026/NQ-HĐND)\nĐiều 3. Một\nĐiều 4. Khoản 1 Điều này có hiệu lực từ ngày 01/02/2027.";
        let found = structure(&plain_blocks(text)).facts.commencements;
        let anchors: Vec<_> = found.iter().flat_map(Commencement::anchors).collect();
        assert_eq!(anchors, ["quy-dinh-dieu-3", "quy-dinh-dieu-4-khoan-1"]);
    }
}
