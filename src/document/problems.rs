//! Problems of one document.

use super::Kind;
use crate::diag::{Diagnostic, Rule, message};
use crate::front::problems::{MISSING_FIELD, WRONG_TYPE};
use crate::text::{Span, nearest, slug};

const DIFFERS_FROM_TEXT: Rule = Rule::warning("differs-from-text");
const UNKNOWN_FOLDER: Rule = Rule::error("unknown-folder");

pub(crate) const RULES: &[Rule] = &[DIFFERS_FROM_TEXT, UNKNOWN_FOLDER];

pub(super) fn no_folder(span: Span) -> Diagnostic {
    UNKNOWN_FOLDER
        .at(span, message!("unknown-folder.none"))
        .help(message!("unknown-folder.help", folders: folders()))
}

pub(super) fn unknown_folder(span: Span, folder: &str) -> Diagnostic {
    let near = nearest(folder, Kind::ALL.map(Kind::folder)).or_else(|| meant(folder).map(Kind::folder));
    UNKNOWN_FOLDER.at(span, message!("unknown-folder.says", folder)).help(match near {
        Some(near) => message!("unknown-folder.near-help", near),
        None => message!("unknown-folder.help", folders: folders()),
    })
}

/// The kind whose Vietnamese name a folder has.
fn meant(folder: &str) -> Option<Kind> {
    Some(match slug(folder).as_str() {
        "nghi-quyet" => Kind::Resolution,
        "bao-cao" => Kind::Report,
        "tin" | "tin-tuc" => Kind::News,
        "ky-hop" | "phien-hop" => Kind::Session,
        "dai-bieu" => Kind::Official,
        "chu-de" | "linh-vuc" => Kind::Topic,
        "co-quan" => Kind::Body,
        "trang" => Kind::Page,
        _ => return None,
    })
}

pub(super) fn missing_title(span: Span, kind: Kind) -> Diagnostic {
    let (message, help) = match kind {
        Kind::Session => (message!("missing-field.session"), message!("missing-field.session-help")),
        Kind::Official => (message!("missing-field.official"), message!("missing-field.official-help")),
        Kind::Resolution | Kind::Report | Kind::News | Kind::Topic | Kind::Body | Kind::Page => {
            (message!("missing-field.title"), message!("missing-field.title-help"))
        }
    };
    MISSING_FIELD.at(span, message).help(help)
}

fn folders() -> Vec<String> {
    Kind::ALL.iter().map(|kind| format!("content/{}/", kind.folder())).collect()
}

/// Of what takes a document back.
pub(super) fn missing_of_withdrawal(span: Span, name: &str) -> Diagnostic {
    MISSING_FIELD.at(span, message!("missing-field.withdraw", name)).help(match name {
        "date" => message!("missing-field.withdraw-date-help"),
        _ => message!("missing-field.withdraw-reason-help"),
    })
}

/// Of the file of documents that are cited but not held.
pub(super) fn no_list(span: Span) -> Diagnostic {
    WRONG_TYPE.at(span, message!("wrong-type.no-list")).help(message!("wrong-type.no-list-help"))
}

/// Of a document that is cited but not held.
pub(super) fn nameless(span: Span) -> Diagnostic {
    MISSING_FIELD.at(span, message!("missing-field.known")).help(message!("missing-field.known-help"))
}

pub(super) fn differs_from_text(
    span: Span,
    name: &str,
    written: &str,
    place: Span,
    said: &str,
) -> Diagnostic {
    DIFFERS_FROM_TEXT
        .at(span, message!("differs-from-text.says", name, written, said))
        .label(place, message!("differs-from-text.label"))
        .help(message!("differs-from-text.help"))
}
