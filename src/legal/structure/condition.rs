//! Words that begin a condition, and words that deny a verb. What the former are looked for beside differs, and so do they.

use super::phrase::{Phrase, phrases, words};

/// Beside the day of an effect, which is then not certain: `có hiệu lực từ ngày ... nếu được phê duyệt`. A mere `khi` leads to what
/// the day is counted from.
pub(super) const OF_A_DAY: &[Phrase] =
    phrases!("nếu, với điều kiện, trong trường hợp, sau khi được, khi được");

/// Before or behind what is done to a document, which may then not be done: `nếu không bố trí được kinh phí`.
pub(in crate::legal) const OF_AN_ACT: &[Phrase] = phrases!("khi, trường hợp, nếu, trong trường hợp");

/// Before a verb that is then no act at all: `thời điểm bãi bỏ Nghị quyết số A`.
pub(in crate::legal) const OF_A_VERB: &[Phrase] = phrases!("khi, trường hợp, nếu, thời điểm");

/// Words that deny the verb behind them.
pub(in crate::legal) const DENIALS: &[u64] = words!("không chưa chẳng");
