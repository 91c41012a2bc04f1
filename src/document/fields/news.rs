//! Fields of a news item (tin tức).

use super::Picture;
use crate::front::{Located, Text};
use crate::record;
use crate::text::Moment;

record! {
    /// Fields of a news item (tin tức).
    pub struct NewsFields {
        /// Its day, with the time where it is known.
        date ["ngay"]: Located<Moment>,
        /// Where it happened.
        place: Text,
        /// Who wrote it.
        byline: Text,
        /// Its picture.
        image: Picture,
    }
}
