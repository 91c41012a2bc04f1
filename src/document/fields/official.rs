//! Fields of an official (đại biểu).

use super::Picture;
use crate::front::{Located, Text};
use crate::record;
use crate::text::PartialDate;

record! {
    /// Fields of an official (đại biểu, người giữ chức vụ).
    pub struct OfficialFields {
        /// Full name in natural order.
        name: Text,
        /// Other spellings and former names.
        other_names: Vec<Text>,
        /// How the name is sorted, where it does not go by its last word.
        sort_name: Text,
        /// A picture.
        portrait: Picture,
        /// Offices held, as sources record them.
        roles: Vec<RoleFields>,
        /// The constituency (đơn vị bầu cử).
        constituency: Text,
        /// How to write to the official.
        contact: Text,
    }
}

record! {
    /// An office held (chức vụ).
    pub struct RoleFields {
        /// The office, exactly as the source writes it.
        title: Text,
        /// The body it belongs to.
        body: Text,
        /// Since when, or the day it is first recorded.
        start: Located<PartialDate>,
        /// Until when.
        end: Located<PartialDate>,
        /// The document of the portal, or the source, that records it.
        source: Text,
    }
}
