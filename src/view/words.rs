//! Which pages show the words of bodies. Where only words have changed, all others are as they were.

use std::collections::HashSet;

use super::Scene;
use crate::link::{
    BodyIndex, DocumentIndex, Entity, KnownIndex, MentionTarget, OfficialIndex, SessionIndex, TopicIndex,
    Work,
};
use crate::plan::{Export, Page};

/// A document whose body has other words that mean the same to the rest of the site.
#[derive(Debug)]
pub struct Rewording {
    /// The document.
    pub document: DocumentIndex,
    /// Its mentions around which other words stand.
    pub mentions: Vec<usize>,
}

/// Where the words of some bodies are shown.
#[derive(Debug, Default)]
pub struct ShownWords {
    /// The documents themselves.
    bodies: HashSet<DocumentIndex>,
    /// What else has a page that shows words: records that have one of the bodies, and what is named in them.
    documents: HashSet<DocumentIndex>,
    /// With the number of the page.
    known: HashSet<(KnownIndex, usize)>,
    officials: HashSet<OfficialIndex>,
    sessions: HashSet<SessionIndex>,
    topics: HashSet<TopicIndex>,
    councils: HashSet<BodyIndex>,
}

impl ShownWords {
    /// Finds where the words are shown: on the page of each document and in its other forms, and around mentions on the
    /// pages of what is mentioned.
    #[must_use]
    pub fn of(rewordings: &[Rewording], scene: Scene<'_>) -> Self {
        let mut shown = Self::default();
        for Rewording { document, mentions } in rewordings {
            let linked = scene.site.document(*document);
            shown.bodies.insert(*document);
            match linked.entity {
                Entity::Text => {}
                Entity::Session(session) => drop(shown.sessions.insert(session)),
                Entity::Official(official) => drop(shown.officials.insert(official)),
                Entity::Topic(topic) => drop(shown.topics.insert(topic)),
                Entity::Body(body) => drop(shown.councils.insert(body)),
            }
            for target in mentions.iter().filter_map(|mention| linked.mentions.get(*mention)) {
                match target {
                    MentionTarget::Work(Work::Held(document), _) => drop(shown.documents.insert(*document)),
                    MentionTarget::Work(Work::Known(known), _) => {
                        let rows = scene.site.known(*known).cited_in.rows.iter().enumerate();
                        let rows = rows.filter(|(_, row)| row.document == *document);
                        shown.known.extend(rows.map(|(row, _)| (*known, row / scene.config.per_page)));
                    }
                    MentionTarget::Official(official) => drop(shown.officials.insert(*official)),
                    MentionTarget::Own(_) | MentionTarget::Nowhere => {}
                }
            }
        }
        shown
    }

    /// Whether a page or file shows one of the words. A file of the portal counts: nobody has looked into it.
    #[must_use]
    pub fn are_on(&self, page: &Page) -> bool {
        match page {
            Page::Document(document) => self.bodies.contains(document) || self.documents.contains(document),
            Page::Export(Export::Akn(document) | Export::Text(document, _)) => self.bodies.contains(document),
            Page::Session(session) => self.sessions.contains(session),
            Page::Official(official, _) => self.officials.contains(official),
            Page::Topic(topic, _) => self.topics.contains(topic),
            Page::Body(body, _) => self.councils.contains(body),
            Page::Known(known, page) => self.known.contains(&(*known, *page)),
            Page::Asset(_) => true,
            Page::Term(..)
            | Page::Home
            | Page::List(..)
            | Page::Index
            | Page::Data
            | Page::Gaps
            | Page::SiteMap
            | Page::Search
            | Page::OpenSearch
            | Page::NotFound
            | Page::Redirect(_)
            | Page::Export(
                Export::Robots
                | Export::Oparl(_)
                | Export::Popolo(_)
                | Export::Sitemap(_)
                | Export::Feed(_)
                | Export::Calendar(_)
                | Export::Data(_),
            ) => false,
        }
    }

    /// Whether the words are those of this document.
    #[must_use]
    pub fn are_of(&self, document: DocumentIndex) -> bool {
        self.bodies.contains(&document)
    }
}
