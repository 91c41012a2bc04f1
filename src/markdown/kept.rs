//! How the tree of a body is kept from one build to the next: words and marks as bytes, which are read several times as fast as
//! what stands for each by itself.

/// Words.
pub(super) mod words {
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;

    pub(in crate::markdown) fn serialize<S: Serializer>(words: &str, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(words.as_bytes())
    }

    pub(in crate::markdown) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        let bytes: &'de [u8] = Deserialize::deserialize(from)?;
        simdutf8::basic::from_utf8(bytes).map(str::to_owned).map_err(D::Error::custom)
    }
}

/// Marks: eight bytes each, the lowest first.
pub(super) mod marks {
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;

    use crate::markdown::tree::Placed;

    pub(in crate::markdown) fn serialize<S: Serializer>(marks: &[Placed], to: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = marks.iter().flat_map(|placed| placed.to_bits().to_le_bytes()).collect();
        to.serialize_bytes(&bytes)
    }

    pub(in crate::markdown) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<Placed>, D::Error> {
        let bytes: &'de [u8] = Deserialize::deserialize(from)?;
        let (marks, rest) = bytes.as_chunks::<8>();
        if !rest.is_empty() {
            return Err(D::Error::custom("half a mark"));
        }
        Ok(marks.iter().map(|bytes| Placed::from_bits(u64::from_le_bytes(*bytes))).collect())
    }
}
