//! Objects of JSON whose members are left out where nothing is known.

use serde_json::{Map, Value};

use crate::link::{BodyIndex, OfficialIndex};
use crate::text::{Date, PartialDate};
use crate::view::Scene;

/// An object that is being made.
#[derive(Debug, Default)]
pub(super) struct Object(Map<String, Value>);

impl Object {
    /// Adds a member, where there is a value.
    pub(super) fn with(mut self, name: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value.into());
        }
        self
    }

    /// Adds a list, where it has items.
    pub(super) fn with_all(self, name: &str, values: Vec<Value>) -> Self {
        self.with(name, (!values.is_empty()).then_some(values))
    }

    /// The object.
    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// The bytes of a file, with a line end.
pub(super) fn file(value: &Value) -> Vec<u8> {
    let mut text = value.to_string();
    text.push('\n');
    text.into_bytes()
}

/// A day, month or year as ISO 8601 writes it.
pub(super) fn iso(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => format!("{year:04}"),
        PartialDate::Month(year, month) => format!("{year:04}-{month:02}"),
        PartialDate::Day(day) => day.to_string(),
    }
}

/// The beginning of a day in the time zone of the office, for formats that know no days: RFC 3339.
pub(super) fn moment(scene: Scene<'_>, day: Date) -> Option<String> {
    let zoned = day.in_tz(&scene.config.time_zone).ok()?;
    Some(zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

/// The fields of the record of a body, where there is one.
pub(super) fn body_fields(scene: Scene<'_>, index: BodyIndex) -> Option<&crate::document::BodyFields> {
    let document = scene.site.body(index).document?;
    scene.site.document(document).document.fields.body()
}

/// The fields of the record of an official, where there is one.
pub(super) fn official_fields(
    scene: Scene<'_>,
    index: OfficialIndex,
) -> Option<&crate::document::OfficialFields> {
    let document = scene.site.official(index).document?;
    scene.site.document(document).document.fields.official()
}

/// What sort of body it is, as front matter has it.
pub(super) fn body_kind(scene: Scene<'_>, index: BodyIndex) -> Option<&'static str> {
    use crate::document::BodyKind;
    Some(match body_fields(scene, index)?.kind.as_ref()?.value {
        BodyKind::Council => "council",
        BodyKind::StandingBoard => "standing-board",
        BodyKind::Committee => "committee",
        BodyKind::PeoplesCommittee => "peoples-committee",
        BodyKind::Party => "party",
        BodyKind::Assembly => "assembly",
        BodyKind::Government => "government",
        BodyKind::Front => "front",
        BodyKind::Other => "other",
    })
}
