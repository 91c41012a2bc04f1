//! Problems of a build as a whole.

use crate::diag::{At, Diagnostic, Rule, message};
use crate::manifest::{self, ManifestError};
use crate::render::problems::INTERNAL_ERROR;

const MISSING_CONFIG: Rule = Rule::error("missing-config");
const UNKNOWN_TIME_ZONE: Rule = Rule::error("unknown-time-zone");

pub(super) const RULES: &[Rule] = &[MISSING_CONFIG, UNKNOWN_TIME_ZONE];

fn config() -> At {
    At::File("congbao.yaml".to_owned())
}

pub(super) fn missing_config() -> Diagnostic {
    MISSING_CONFIG.at(config(), message!("missing-config.says")).help(message!("missing-config.help"))
}

pub(super) fn unknown_time_zone(name: &str) -> Diagnostic {
    UNKNOWN_TIME_ZONE
        .at(config(), message!("unknown-time-zone.says", name))
        .help(message!("unknown-time-zone.help"))
}

/// Tells that the list of all files could not be written.
#[must_use]
pub fn no_manifest(error: &ManifestError) -> Diagnostic {
    let at = At::File(manifest::FILE.to_owned());
    INTERNAL_ERROR
        .at(at, message!("internal-error.manifest", reason: error.to_string()))
        .help(message!("internal-error.manifest-help"))
}
