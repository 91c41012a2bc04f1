//! What the rules for state portals ask every resolution to show, and a file and its text leave out: the day of adoption
//! (`missing-day`) and of effect (`missing-effect`), the body that issued it (`missing-issuer`), number and symbol
//! (`missing-number`, and `unreadable-number` where it is no whole one), signer (`missing-signer`), field (`missing-topic`) and a file to download (`missing-scan`).
//!
//! Each has a code of its own, since sources differ in what they leave out: a portal or a document can pass over one and
//! still be told of the others. A missing number is a note, as many sources give none and the page says so. A missing file
//! is told only where the portal asks for it: an office either has its scans at hand or does not.

use crate::config::CheckLevel;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::front::Text;
use crate::legal::Symbol;
use crate::link::Site;

/// What is told only where `congbao.yaml` asks for it.
pub(super) const ON_REQUEST: &str = "missing-scan";

pub(super) fn check(site: &Site, levels: &[(Text, CheckLevel)], diagnostics: &mut Diagnostics) {
    let wants_scans = levels.iter().any(|(code, _)| code.value == ON_REQUEST);
    for index in &site.resolutions {
        let linked = site.document(*index);
        let document = &linked.document;
        let Some(fields) = document.fields.resolution() else { continue };
        let span = document.common.title.as_ref().map_or(document.span, |title| title.span);
        let has_no_issuer = fields.issuer.is_none() && site.organization.is_none();
        let missing = [
            (fields.date.is_none() && fields.issued.is_none()).then(|| {
                let what = "this resolution does not say when it was adopted (ngày ban hành)";
                Diagnostic::warning(Code("missing-day"), span, what).help("add the day, such as `date: 2024-07-10`")
            }),
            // What changes others from an unknown day is told by a rule of its own.
            (fields.effective.is_none() && !super::no_day::has_unknown_day(site, *index)).then(|| {
                let what = "this resolution does not say when it takes effect (ngày có hiệu lực)";
                Diagnostic::warning(Code("missing-effect"), span, what).help(
                    "add the day, such as `effective: 2024-07-20`; if the source does not say, write that under `checks`",
                )
            }),
            has_no_issuer.then(|| {
                let what = "neither this resolution nor the portal says which body issued it (cơ quan ban hành)";
                Diagnostic::warning(Code("missing-issuer"), span, what).help(
                    "add `organization: Hội đồng nhân dân tỉnh X` to congbao.yaml, or `issuer: ...` here",
                )
            }),
            fields.number.is_none().then(|| {
                let what = "this resolution has no number and symbol (số, ký hiệu)";
                Diagnostic::note(Code("missing-number"), span, what).help(
                    "add it, such as `number: 12/NQ-HĐND`; if the source gives none, write that under `checks`",
                )
            }),
            fields.number.as_ref().filter(|number| Symbol::parse(&number.value).is_none()).map(|number| {
                let what = format!("`{}` is no whole number and symbol, so no citation finds this resolution", number.value);
                Diagnostic::warning(Code("unreadable-number"), number.span, what)
                    .help("write it as the document has it, such as `number: 12/NQ-HĐND`")
            }),
            fields.signer.is_none().then(|| {
                let what = "this resolution does not say who signed it (người ký)";
                Diagnostic::warning(Code("missing-signer"), span, what).help(
                    "add the name, such as `signer: Nguyễn Văn A`; if the source does not say, write that under `checks`",
                )
            }),
            linked.topics.is_empty().then(|| {
                let what = "this resolution has no topic (lĩnh vực)";
                Diagnostic::warning(Code("missing-topic"), span, what)
                    .help("add at least one, such as `topics: [Ngân sách]`")
            }),
            (wants_scans && document.common.attachments.as_ref().is_none_or(Vec::is_empty)).then(|| {
                let what = "this resolution offers no file to download (tệp đính kèm)";
                Diagnostic::note(Code("missing-scan"), span, what)
                    .help("put the signed scan beside this file and add `attachments: [ban-quet.pdf]`")
            }),
        ];
        for problem in missing.into_iter().flatten() {
            diagnostics.push(problem);
        }
    }
}
