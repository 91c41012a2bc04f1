//! What machines are told of a page in its head, under the names of Dublin Core (ISO 15836).

use serde::Serialize;

use super::Scene;
use crate::document::Kind;
use crate::link::DocumentIndex;

/// A name and its value; several values are parted by `; `.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Metadatum {
    /// `DC.title` and the like.
    pub name: &'static str,
    /// Never empty.
    pub value: String,
}

impl Scene<'_> {
    /// Of a text: its subject, who issued it, when, under which number.
    pub(super) fn metadata(self, index: DocumentIndex) -> Vec<Metadatum> {
        let site = self.site;
        let linked = site.document(index);
        let body = |index: crate::link::BodyIndex| site.body(index).name.clone();
        let topics: Vec<&str> = linked.topics.iter().map(|topic| site.topic(*topic).title.as_str()).collect();
        let kind = linked.document.kind();
        let kind = if kind.is_text() { kind.name() } else { Kind::Page.name() };
        self.with_publisher([
            ("DC.title", Some(self.title(index).into_owned())),
            ("DC.creator", linked.issuer.map(body)),
            ("DC.subject", Some(topics.join("; "))),
            ("DC.description", linked.document.common.summary.as_ref().map(|summary| summary.value.clone())),
            (
                "DC.date",
                linked.date.map(|date| date.to_string()).or(linked.year.map(|year| year.to_string())),
            ),
            ("DC.identifier", self.number(index).map(str::to_owned)),
            ("DC.type", Some(self.words.word(kind).to_owned())),
            ("DC.language", Some("vi".to_owned())),
        ])
    }

    /// Of the home page.
    pub(super) fn own_metadata(self) -> Vec<Metadatum> {
        self.with_publisher([
            ("DC.title", Some(self.config.title.clone())),
            ("DC.description", self.config.description.clone()),
            ("DC.language", Some(self.words.lang.code().to_owned())),
        ])
    }

    fn with_publisher<const N: usize>(self, values: [(&'static str, Option<String>); N]) -> Vec<Metadatum> {
        let publisher = self.site.organization.map(|body| self.site.body(body).name.clone());
        let values = values
            .into_iter()
            .chain([("DC.publisher", publisher), ("DC.rights", self.config.licence.clone())]);
        values
            .filter_map(|(name, value)| {
                Some(Metadatum { name, value: value.filter(|value| !value.is_empty())? })
            })
            .collect()
    }
}
