//! Documents that were taken back (thu hồi, gỡ bỏ): what is left of them.

use super::{Common, KindFields, NewsFields, ReportFields, ResolutionFields, WithdrawFields, problems};
use crate::diag::Diagnostics;

/// Leaves of a document that was taken back only what names it: title, number, day, issuer, address. So nothing else of it can
/// reach a page, a list, a feed or the search, and what it did to others counts no more.
pub(super) fn settle(
    common: Common,
    fields: KindFields,
    withdraw: &WithdrawFields,
    diagnostics: &mut Diagnostics,
) -> (Common, KindFields) {
    let span = withdraw.reason.as_ref().map(|reason| reason.span);
    let span = span.or(withdraw.date.as_ref().map(|date| date.span));
    if let Some(span) = span.or(common.title.as_ref().map(|title| title.span)) {
        for (name, is_missing) in [("date", withdraw.date.is_none()), ("reason", withdraw.reason.is_none())] {
            if is_missing {
                diagnostics.push(problems::missing_of_withdrawal(span, name));
            }
        }
    }
    let common = Common {
        title: common.title,
        slug: common.slug,
        aliases: common.aliases,
        draft: common.draft,
        publish_at: common.publish_at,
        checks: common.checks,
        ..Common::default()
    };
    let fields = match fields {
        KindFields::Resolution(fields, _) => {
            let fields = ResolutionFields {
                number: fields.number,
                issuer: fields.issuer,
                date: fields.date,
                issued: fields.issued,
                ..ResolutionFields::default()
            };
            KindFields::Resolution(Box::new(fields), Box::default())
        }
        KindFields::Report(fields) => KindFields::Report(Box::new(ReportFields {
            number: fields.number,
            date: fields.date,
            ..ReportFields::default()
        })),
        KindFields::News(fields) => {
            KindFields::News(Box::new(NewsFields { date: fields.date, ..NewsFields::default() }))
        }
        fields @ (KindFields::Session(_)
        | KindFields::Official(_)
        | KindFields::Topic(_)
        | KindFields::Body(_)
        | KindFields::Page(_)) => fields,
    };
    (common, fields)
}
