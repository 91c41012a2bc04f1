//! How the HTML of a body is kept from one build to the next: as bytes, which are read several times as fast as text.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;

pub(super) fn serialize<S: Serializer>(html: &str, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_bytes(html.as_bytes())
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let bytes: &'de [u8] = Deserialize::deserialize(from)?;
    simdutf8::basic::from_utf8(bytes).map(str::to_owned).map_err(D::Error::custom)
}
