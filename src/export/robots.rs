//! `robots.txt` (RFC 9309): everything may be read.

use crate::view::Scene;

/// The words to crawlers.
pub(super) fn robots(_scene: Scene<'_>) -> Vec<u8> {
    b"User-agent: *\nAllow: /\n".to_vec()
}
