//! How a citation is kept from one build to the next: what stands in a table is found there again.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};

use super::types::known_name;

/// The name of a type or an issuer as the tables have it.
pub(super) fn name<'de, D: Deserializer<'de>>(from: D) -> Result<Option<&'static str>, D::Error> {
    let name: Option<Cow<'de, str>> = Option::deserialize(from)?;
    name.map(|name| known_name(&name).ok_or_else(|| D::Error::custom("no table has this name"))).transpose()
}

/// A law by its place in the table.
pub(super) mod law {
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::{Serialize, Serializer};

    use super::super::ListedLaw;
    use crate::legal::laws::{law_at, place_of};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands on fields so")]
    pub(in crate::legal::citation) fn serialize<S: Serializer>(
        law: &Option<ListedLaw>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        law.map(place_of).serialize(to)
    }

    pub(in crate::legal::citation) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<ListedLaw>, D::Error> {
        let place: Option<usize> = Option::deserialize(from)?;
        place.map(|place| law_at(place).ok_or_else(|| D::Error::custom("the table is shorter"))).transpose()
    }
}
