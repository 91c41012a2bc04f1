//! `missing-provision`: a relation names a provision that the other document does not have. Readers would be sent to
//! a place that is not there. Only documents whose articles are held can tell.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::{Site, Work};
use crate::text::{Span, nearest};

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for relation in &site.relations {
        let Work::Held(index) = relation.to else { continue };
        let body = &site.document(index).document.body;
        if !body.anchors.iter().any(|anchor| anchor.starts_with("dieu-")) {
            continue;
        }
        // What a text names is as it was adopted; only what an editor wrote can be mended.
        for provision in relation.provisions.iter().filter(|provision| provision.is_declared) {
            let Some(path) = &provision.path else {
                diagnostics.push(not_read(provision.span, &provision.words));
                continue;
            };
            let is_there = body.anchors.binary_search_by(|anchor| anchor.as_str().cmp(path.anchor())).is_ok();
            // Clauses that are typed as plain paragraphs have no anchor of their own yet; their article must be there.
            let article = path.anchor().split("-khoan-").next().unwrap_or(path.anchor());
            let has_article = body.anchors.binary_search_by(|anchor| anchor.as_str().cmp(article)).is_ok();
            if !is_there && !has_article {
                let near = nearest(path.anchor(), body.anchors.iter().take(200).map(String::as_str));
                diagnostics.push(missing(provision.span, &provision.words, near));
            }
        }
    }
}

fn not_read(span: Span, text: &str) -> Diagnostic {
    Diagnostic::warning(Code("unreadable-provision"), span, format!("`{text}` is no provision"))
        .help("write one provision, small to large, such as `điểm a khoản 2 Điều 5`")
}

fn missing(span: Span, text: &str, near: Option<&str>) -> Diagnostic {
    let problem =
        Diagnostic::warning(Code("missing-provision"), span, format!("the other document has no `{text}`"));
    match near {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("check the number of the article"),
    }
}
