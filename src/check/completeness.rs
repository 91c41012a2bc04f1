//! What the rules for state portals ask every resolution to show, and a file and its text leave out: the day of adoption
//! (`missing-day`) and of effect (`missing-effect`), the body that issued it (`missing-issuer`), number and symbol
//! (`missing-number`, and `unreadable-number` where it is no whole one), signer (`missing-signer`), field (`missing-topic`) and a file to download (`missing-scan`).
//!
//! Each has a code of its own, since sources differ in what they leave out: a portal or a document can pass over one and
//! still be told of the others. A missing number is a note, as many sources give none and the page says so. A missing file
//! is told only where the portal asks for it: an office either has its scans at hand or does not.

use crate::config::CheckLevel;
use crate::diag::{Diagnostics, Rule, message};
use crate::front::Text;
use crate::legal::Symbol;
use crate::link::Site;

const MISSING_DAY: Rule = Rule::warning("missing-day");
const MISSING_EFFECT: Rule = Rule::warning("missing-effect");
const MISSING_ISSUER: Rule = Rule::warning("missing-issuer");
const MISSING_NUMBER: Rule = Rule::note("missing-number");
/// Told only where `congbao.yaml` asks for it.
pub(super) const MISSING_SCAN: Rule = Rule::note("missing-scan");
const MISSING_SIGNER: Rule = Rule::warning("missing-signer");
const MISSING_TOPIC: Rule = Rule::warning("missing-topic");
const UNREADABLE_NUMBER: Rule = Rule::warning("unreadable-number");

pub(super) const RULES: &[Rule] = &[
    MISSING_DAY,
    MISSING_EFFECT,
    MISSING_ISSUER,
    MISSING_NUMBER,
    MISSING_SCAN,
    MISSING_SIGNER,
    MISSING_TOPIC,
    UNREADABLE_NUMBER,
];

pub(super) fn check(site: &Site, levels: &[(Text, CheckLevel)], diagnostics: &mut Diagnostics) {
    let wants_scans = levels.iter().any(|(code, _)| code.value == MISSING_SCAN.code.0);
    for index in &site.resolutions {
        let linked = site.document(*index);
        let document = &linked.document;
        let Some(fields) = document.fields.resolution() else { continue };
        let span = document.common.title.as_ref().map_or(document.span, |title| title.span);
        let has_no_issuer = fields.issuer.is_none() && site.organization.is_none();
        let has_no_day = fields.date.is_none() && fields.issued.is_none();
        // What changes others from an unknown day is told by a rule of its own.
        let has_no_effect = fields.effective.is_none() && !super::no_day::has_unknown_day(site, *index);
        let has_no_file = document.common.attachments.as_ref().is_none_or(Vec::is_empty);
        let number = fields.number.as_ref().filter(|number| Symbol::parse(&number.value).is_none());
        let missing = [
            has_no_day.then(|| {
                MISSING_DAY.at(span, message!("missing-day.says")).help(message!("missing-day.help"))
            }),
            has_no_effect.then(|| {
                MISSING_EFFECT.at(span, message!("missing-effect.says")).help(message!("missing-effect.help"))
            }),
            has_no_issuer.then(|| {
                MISSING_ISSUER.at(span, message!("missing-issuer.says")).help(message!("missing-issuer.help"))
            }),
            fields.number.is_none().then(|| {
                MISSING_NUMBER.at(span, message!("missing-number.says")).help(message!("missing-number.help"))
            }),
            number.map(|number| {
                UNREADABLE_NUMBER
                    .at(number.span, message!("unreadable-number.says", number: &number.value))
                    .help(message!("unreadable-number.help"))
            }),
            fields.signer.is_none().then(|| {
                MISSING_SIGNER.at(span, message!("missing-signer.says")).help(message!("missing-signer.help"))
            }),
            linked.topics.is_empty().then(|| {
                MISSING_TOPIC.at(span, message!("missing-topic.says")).help(message!("missing-topic.help"))
            }),
            (wants_scans && has_no_file).then(|| {
                MISSING_SCAN.at(span, message!("missing-scan.says")).help(message!("missing-scan.help"))
            }),
        ];
        for problem in missing.into_iter().flatten() {
            diagnostics.push(problem);
        }
    }
}
