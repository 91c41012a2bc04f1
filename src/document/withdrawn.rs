//! Documents that were taken back (thu hồi, gỡ bỏ): what is left of them.

use super::{Common, Kind, KindFields, NewsFields, ReportFields, ResolutionFields};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// Leaves of a document that was taken back only what names it: title, number, day, issuer, address. So nothing else of it can
/// reach a page, a list, a feed or the search, and what it did to others counts no more.
pub(super) fn settle(
    common: Common,
    fields: KindFields,
    diagnostics: &mut Diagnostics,
) -> (Common, KindFields) {
    let Some(withdraw) = &common.withdraw else { return (common, fields) };
    let span = withdraw.reason.as_ref().map(|reason| reason.span);
    let span = span.or(withdraw.date.as_ref().map(|date| date.span));
    let span = span.or(common.title.as_ref().map(|title| title.span));
    let is_text = matches!(fields.kind(), Kind::Resolution | Kind::Report | Kind::News | Kind::Page);
    if let Some(span) = span {
        if !is_text {
            diagnostics.push(problems::no_text(span, fields.kind()));
        }
        for (name, is_missing) in [("date", withdraw.date.is_none()), ("reason", withdraw.reason.is_none())] {
            if is_missing {
                diagnostics.push(problems::missing(span, name));
            }
        }
    }
    if !is_text {
        return (Common { withdraw: None, ..common }, fields);
    }
    let common = Common {
        title: common.title,
        slug: common.slug,
        aliases: common.aliases,
        draft: common.draft,
        publish_at: common.publish_at,
        checks: common.checks,
        withdraw: common.withdraw,
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
        fields => fields,
    };
    (common, fields)
}

mod problems {
    use super::{Code, Diagnostic, Kind};
    use crate::text::Span;

    pub(super) fn no_text(span: Span, kind: Kind) -> Diagnostic {
        Diagnostic::error(Code("withdraw-no-text"), span, format!("a {} cannot be withdrawn", kind.name())).help(
            "remove `withdraw`; resolutions, reports, news and pages can be withdrawn. To lead readers elsewhere, write `moved` in congbao.yaml",
        )
    }

    pub(super) fn missing(span: Span, name: &str) -> Diagnostic {
        let problem =
            Diagnostic::error(Code("missing-field"), span, format!("`withdraw` lacks its `{name}`"));
        problem.help(match name {
            "date" => "add the day on which it was taken back, such as `date: 2026-03-01`",
            _ => "add why, in a sentence for readers, such as `reason: Đăng nhầm bản chưa ký`",
        })
    }
}
