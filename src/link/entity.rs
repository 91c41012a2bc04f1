//! What documents are about and come from: sessions, terms, officials, topics and bodies.

use super::{
    BodyIndex, DocumentIndex, KnownIndex, MentionedIn, OfficialIndex, SessionIndex, TermIndex, TopicIndex,
    Work,
};
use crate::text::{Date, PartialDate, SortKey, Span};

/// What a session is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionName {
    /// By a title of its own.
    Title(String),
    /// By number and term of the council.
    Number {
        /// Within the term.
        number: u32,
        /// The term's Roman numeral.
        term: Option<String>,
        /// The council, where it is not the one that publishes.
        council: Option<String>,
    },
}

/// A session (kỳ họp) or other meeting.
#[derive(Debug)]
pub struct Session {
    /// What it is called.
    pub name: SessionName,
    /// Its record, where there is one.
    pub document: Option<DocumentIndex>,
    /// The body that meets.
    pub body: Option<BodyIndex>,
    /// The term of the council that publishes.
    pub term: Option<TermIndex>,
    /// Its number within the term.
    pub number: Option<u32>,
    /// Whether a name calls it thematic.
    pub is_thematic: bool,
    /// First and last day that are known, of the record, else of what it adopted.
    pub first_day: Option<Date>,
    /// Last day that is known.
    pub last_day: Option<Date>,
    /// Resolutions, newest first.
    pub resolutions: Vec<DocumentIndex>,
    /// Reports, newest first.
    pub reports: Vec<DocumentIndex>,
    /// News, newest first.
    pub news: Vec<DocumentIndex>,
    /// Who chaired it.
    pub chairs: Vec<OfficialIndex>,
    /// Documents of each line of the agenda.
    pub agenda_documents: Vec<Vec<Work>>,
    /// The session before in the same series.
    pub previous: Option<SessionIndex>,
    /// The session after in the same series.
    pub next: Option<SessionIndex>,
    /// Where it is first referred to, for problems.
    pub span: Span,
}

/// A term (khóa) of the council that publishes.
#[derive(Debug)]
pub struct Term {
    /// The Roman numeral, or another name as written.
    pub name: String,
    /// Its number, where the name is one.
    pub number: Option<u16>,
    /// Its sessions, newest first.
    pub sessions: Vec<SessionIndex>,
    /// Its resolutions, newest first.
    pub resolutions: Vec<DocumentIndex>,
    /// Where it is first referred to, for problems.
    pub span: Span,
}

/// An official (người giữ chức vụ).
#[derive(Debug)]
pub struct Official {
    /// Full name in natural order.
    pub name: String,
    /// The record, where there is one.
    pub document: Option<DocumentIndex>,
    /// Offices with what they lead to, in the order of their beginning.
    pub roles: Vec<Role>,
    /// Resolutions signed, newest first.
    pub signed: Vec<DocumentIndex>,
    /// Sessions chaired, newest first.
    pub chaired: Vec<SessionIndex>,
    /// Documents that name the official in their front matter, newest first.
    pub named_in: Vec<DocumentIndex>,
    /// Documents that name the official in their text or front matter, newest first.
    pub mentioned_in: Vec<MentionedIn>,
    /// Order of the name.
    pub sort_key: SortKey,
    /// Where the official is first referred to, for problems.
    pub span: Span,
}

/// An office held.
#[derive(Debug, Clone)]
pub struct Role {
    /// As the source writes it.
    pub title: String,
    /// Where the office is held, as far as that is known.
    pub body: Option<BodyIndex>,
    /// Since when, or first recorded.
    pub start: Option<PartialDate>,
    /// Until when.
    pub end: Option<PartialDate>,
    /// The document of the portal that records it.
    pub source: Option<DocumentIndex>,
    /// The source in words, where it is no document of the portal.
    pub source_text: Option<String>,
}

/// A topic (chủ đề).
#[derive(Debug)]
pub struct Topic {
    /// What it is called.
    pub title: String,
    /// The record, where there is one.
    pub document: Option<DocumentIndex>,
    /// The wider topic.
    pub parent: Option<TopicIndex>,
    /// Narrower topics, in Vietnamese order.
    pub children: Vec<TopicIndex>,
    /// Resolutions, newest first.
    pub resolutions: Vec<DocumentIndex>,
    /// Reports, newest first.
    pub reports: Vec<DocumentIndex>,
    /// News, newest first.
    pub news: Vec<DocumentIndex>,
    /// Sessions, newest first.
    pub sessions: Vec<SessionIndex>,
    /// Order of the title.
    pub sort_key: SortKey,
    /// Where it is first referred to, for problems.
    pub span: Span,
}

/// A body (cơ quan).
#[derive(Debug)]
pub struct Body {
    /// What it is called.
    pub name: String,
    /// The record, where there is one.
    pub document: Option<DocumentIndex>,
    /// The body it belongs to.
    pub parent: Option<BodyIndex>,
    /// Bodies that belong to it.
    pub children: Vec<BodyIndex>,
    /// The body that took its place.
    pub successor: Option<BodyIndex>,
    /// Bodies whose place it took.
    pub predecessors: Vec<BodyIndex>,
    /// Resolutions it issued, newest first.
    pub resolutions: Vec<DocumentIndex>,
    /// Reports it made, newest first.
    pub reports: Vec<DocumentIndex>,
    /// Its sessions, newest first.
    pub sessions: Vec<SessionIndex>,
    /// Officials with a role in it.
    pub officials: Vec<OfficialIndex>,
    /// Documents it issued that are known but not held.
    pub known: Vec<KnownIndex>,
    /// Order of the name.
    pub sort_key: SortKey,
    /// Where it is first referred to, for problems.
    pub span: Span,
}
