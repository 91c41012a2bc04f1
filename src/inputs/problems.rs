//! Problems of files as such, whatever stands in them.

use crate::diag::{At, Diagnostic, Message, Rule, message};
use crate::text::Source;

const BAD_FILE_NAME: Rule = Rule::error("bad-file-name");
const CONTROL_CHARACTER: Rule = Rule::warning("control-character");
const FILE_TOO_LARGE: Rule = Rule::error("file-too-large");
const LINK_OUT_OF_PORTAL: Rule = Rule::error("link-out-of-portal");
const LINKED_FOLDER: Rule = Rule::error("linked-folder");
pub(crate) const NOT_UTF8: Rule = Rule::error("not-utf8");
const UNREADABLE_FILE: Rule = Rule::error("unreadable-file");

pub(crate) const RULES: &[Rule] = &[
    BAD_FILE_NAME,
    CONTROL_CHARACTER,
    FILE_TOO_LARGE,
    LINK_OUT_OF_PORTAL,
    LINKED_FOLDER,
    NOT_UTF8,
    UNREADABLE_FILE,
];

const MEBIBYTE: u64 = 1024 * 1024;

fn of_file(rule: Rule, path: &str, message: Message) -> Diagnostic {
    rule.at(At::File(path.to_owned()), message)
}

pub(crate) fn unreadable(path: &str, reason: &str) -> Diagnostic {
    of_file(UNREADABLE_FILE, path, message!("unreadable-file.says", reason))
        .help(message!("unreadable-file.help"))
}

pub(crate) fn not_utf8(at: At) -> Diagnostic {
    NOT_UTF8.at(at, message!("not-utf8.from-here")).help(message!("not-utf8.from-here-help"))
}

pub(crate) fn utf16(path: &str) -> Diagnostic {
    of_file(NOT_UTF8, path, message!("not-utf8.utf16")).help(message!("not-utf8.utf16-help"))
}

pub(crate) fn control_character(source: &Source, at: usize) -> Diagnostic {
    let span = source.span(at, at + 1);
    CONTROL_CHARACTER.at(span, message!("control-character.says")).help(message!("control-character.help"))
}

pub(crate) fn link_out_of_portal(path: &str) -> Diagnostic {
    of_file(LINK_OUT_OF_PORTAL, path, message!("link-out-of-portal.says"))
        .help(message!("link-out-of-portal.help"))
}

pub(crate) fn linked_folder(path: &str) -> Diagnostic {
    of_file(LINKED_FOLDER, path, message!("linked-folder.says")).help(message!("linked-folder.help"))
}

pub(crate) fn link_to_unpublished(path: &str) -> Diagnostic {
    of_file(LINK_OUT_OF_PORTAL, path, message!("link-out-of-portal.unpublished"))
        .help(message!("link-out-of-portal.unpublished-help"))
}

pub(crate) fn no_file(path: &str) -> Diagnostic {
    of_file(UNREADABLE_FILE, path, message!("unreadable-file.no-file"))
        .help(message!("unreadable-file.no-file-help"))
}

pub(crate) fn bad_file_name(path: &str) -> Diagnostic {
    of_file(BAD_FILE_NAME, path, message!("bad-file-name.says")).help(message!("bad-file-name.help"))
}

/// `most` is in bytes.
pub(crate) fn too_large(path: &str, most: u64) -> Diagnostic {
    of_file(FILE_TOO_LARGE, path, message!("file-too-large.says", megabytes: most / MEBIBYTE))
        .help(message!("file-too-large.help"))
}
