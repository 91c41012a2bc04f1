//! Sessions and terms: their records, the three ways of naming one, the series they stand in.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::namesakes::Occasion;
use super::{
    BodyIndex, DocumentIndex, Entity, Linker, OfficialIndex, Session, SessionIndex, SessionName, Site, Term,
    TermIndex,
};
use super::{documents, problems};
use crate::document::{KindFields, SessionKind, SessionReference};
use crate::front::Text;
use crate::legal::{SpecialSession, body_key, parse_session_number, parse_special_session};
use crate::text::{Span, from_roman, match_key, slug, to_roman};

/// Names of sessions.
#[derive(Debug, Default)]
pub(super) struct SessionNames {
    by_number: HashMap<NumberKey, SessionIndex>,
    by_name: HashMap<String, Vec<SessionIndex>>,
    /// Sessions under a count of their own (chuyên đề, bất thường).
    by_special: HashMap<SpecialKey, SessionIndex>,
    /// The term of each session, as it is to be called.
    terms: Vec<Option<String>>,
}

/// Council (empty for the one that publishes), term, number.
type NumberKey = (String, String, u32);

/// Council (empty for the one that publishes), term, kind, number.
type SpecialKey = (String, u16, SpecialSession, u32);

pub(super) fn link(linker: &mut Linker<'_>) {
    for index in linker.indexes_of(|fields| matches!(fields, KindFields::Session(_))) {
        add_record(linker, index);
    }
}

fn add_record(linker: &mut Linker<'_>, index: DocumentIndex) {
    let document = &linker.site.document(index).document;
    let Some(fields) = document.fields.session() else { return };
    let title = document.common.title.clone();
    let span = title.as_ref().map_or(document.span, |title| title.span);
    let (body, chairs) = (fields.body.clone(), fields.chairs.clone().unwrap_or_default());
    let said = title.as_ref().and_then(|title| parse_session_number(&title.value));
    let number = fields.number.as_ref().map(|number| number.value).or(said.as_ref().map(|said| said.number));
    let term = fields.term.as_ref().map(|term| term_name(&term.value));
    let term = term.or(said.as_ref().and_then(|said| said.term).map(to_roman));
    let days = (fields.start.as_ref().map(|day| day.value), fields.end.as_ref().map(|day| day.value));
    let is_thematic = fields.kind.as_ref().is_some_and(|kind| kind.value == SessionKind::Thematic)
        || said.is_some_and(|said| said.is_thematic)
        || title.as_ref().is_some_and(|title| parse_special_session(&title.value).is_some());

    let body = body.and_then(|body| linker.body(&body));
    let council = linker.council_of(body);
    let key = number.zip(term.clone()).map(|(number, term)| (council.clone(), term_key(&term), number));
    if let Some((number, term)) = number.zip(term.as_ref())
        && let Some(first) = key.as_ref().and_then(|key| linker.sessions.by_number.get(key))
    {
        let first_span = linker.site.session(*first).span;
        linker.diagnostics.push(problems::same_session(span, first_span, number, term));
    }
    let name = match (&title, number) {
        (Some(title), _) => SessionName::Title(title.value.clone()),
        (None, Some(number)) => {
            let council =
                body.filter(|_| !council.is_empty()).map(|body| linker.site.body(body).name.clone());
            SessionName::Number { number, term: term.clone(), council }
        }
        (None, None) => SessionName::Title(linker.site.document(index).document.id.name().to_owned()),
    };
    let occasion = Occasion { day: days.0.or(days.1), body: body.or(linker.site.organization) };
    let chairs: Vec<OfficialIndex> =
        chairs.iter().filter_map(|chair| linker.official(chair, occasion)).collect();
    let session = Session {
        name,
        document: Some(index),
        body,
        number,
        is_thematic,
        first_day: days.0.or(days.1),
        last_day: days.1.or(days.0),
        chairs,
        ..empty(span)
    };
    let special = title.as_ref().and_then(|title| parse_special_session(&title.value));
    let term = term.or(special.as_ref().and_then(|special| special.term).map(to_roman));
    let special_term = term.as_deref().and_then(from_roman);
    let session = add(linker, session, term, key);
    if let Some((special, term)) = special.zip(special_term) {
        let key = (council, term, special.kind, special.number);
        linker.sessions.by_special.entry(key).or_insert(session);
    }
    if let Some(title) = title {
        linker.sessions.by_name.entry(match_key(&title.value)).or_default().push(session);
    }
    linker.site.documents[index.0].entity = Entity::Session(session);
}

fn add(
    linker: &mut Linker<'_>,
    session: Session,
    term: Option<String>,
    key: Option<NumberKey>,
) -> SessionIndex {
    let index = SessionIndex(linker.site.sessions.len());
    if let Some(key) = key {
        linker.sessions.by_number.entry(key).or_insert(index);
    }
    linker.sessions.terms.push(term);
    linker.site.sessions.push(session);
    index
}

fn empty(span: Span) -> Session {
    Session {
        name: SessionName::Title(String::new()),
        document: None,
        body: None,
        term: None,
        number: None,
        is_thematic: false,
        first_day: None,
        last_day: None,
        resolutions: Vec::new(),
        reports: Vec::new(),
        news: Vec::new(),
        chairs: Vec::new(),
        agenda_documents: Vec::new(),
        previous: None,
        next: None,
        span,
    }
}

/// How a term is called: a Roman numeral where it is a number (`14`, `xiv`), else as written.
fn term_name(text: &str) -> String {
    let number = text.parse().ok().filter(|number| (1..200).contains(number)).or_else(|| from_roman(text));
    number.map_or_else(|| text.to_owned(), to_roman)
}

fn term_key(name: &str) -> String {
    match_key(name)
}

impl Linker<'_> {
    /// The key of the council that a body stands for; empty for the one that publishes and its parts.
    fn council_of(&self, body: Option<BodyIndex>) -> String {
        let Some(body) = body else { return String::new() };
        if self.site.organization == Some(body) {
            String::new()
        } else {
            slug(&body_key(&self.site.body(body).name))
        }
    }

    /// The session that is meant; made from the reference where there is none. `None` where two are meant.
    pub(super) fn session(&mut self, reference: &SessionReference) -> Option<SessionIndex> {
        match reference {
            SessionReference::Text(text) => {
                if let Some(found) = self.resolved.sessions.get(&text.value) {
                    return Some(*found);
                }
                let found = self.session_in_words(text)?;
                // A number alone can mean two sessions as soon as another is met.
                if parse_session_number(&text.value).is_none_or(|said| said.term.is_some()) {
                    self.resolved.sessions.insert(text.value.clone(), found);
                }
                Some(found)
            }
            SessionReference::Number { span, term, number, body } => {
                let Some((term, number)) = term.as_ref().zip(*number) else {
                    self.diagnostics.push(problems::incomplete_session(*span));
                    return None;
                };
                let body = body.as_ref().and_then(|body| self.body(body));
                let council = self.council_of(body);
                let name = body.filter(|_| !council.is_empty()).map(|body| self.site.body(body).name.clone());
                let number = Number {
                    within_term: number,
                    term: Some(term_name(&term.value)),
                    council,
                    council_name: name,
                };
                Some(self.numbered_session(number, false, *span))
            }
        }
    }

    fn session_in_words(&mut self, text: &Text) -> Option<SessionIndex> {
        if let Some(found) = self.record_by_id(&text.value, "sessions/")
            && let Entity::Session(session) = self.site.document(found).entity
        {
            return Some(session);
        }
        let key = match_key(&text.value);
        match self.sessions.by_name.get(&key).map(Vec::as_slice) {
            Some([session]) => return Some(*session),
            Some(sessions) if sessions.len() > 1 => {
                let candidates = self.candidates(sessions);
                return self.tell_ambiguous(text, "sessions", &candidates);
            }
            _ => {}
        }
        if let Some(said) = parse_session_number(&text.value) {
            let is_own = said.council.as_deref().is_none_or(|council| self.is_own_council(council));
            let council = said.council.filter(|_| !is_own).unwrap_or_default();
            if said.term.is_some() {
                let council_name = (!is_own).then(|| text.value.clone());
                let number =
                    Number { within_term: said.number, term: said.term.map(to_roman), council, council_name };
                return Some(self.numbered_session(number, said.is_thematic, text.span));
            }
            // Without a term the number tells a session only where there is one of that number.
            let mut of_number: Vec<SessionIndex> = self
                .sessions
                .by_number
                .iter()
                .filter(|((of, _, number), _)| *of == council && *number == said.number)
                .map(|(_, session)| *session)
                .collect();
            of_number.sort_unstable();
            match of_number.as_slice() {
                [] => {}
                [session] => return Some(*session),
                sessions => {
                    let candidates = self.candidates(sessions);
                    return self.tell_ambiguous(text, "sessions", &candidates);
                }
            }
        }
        if text.value.is_empty() {
            return None;
        }
        if let Some(session) = self.special_session(text) {
            return Some(session);
        }
        let session = Session { name: SessionName::Title(text.value.clone()), ..empty(text.span) };
        let session = add(self, session, None, None);
        self.sessions.by_name.entry(key).or_default().push(session);
        Some(session)
    }

    /// The session under a count of its own that words name together with its term.
    fn special_session(&mut self, text: &Text) -> Option<SessionIndex> {
        let said = parse_special_session(&text.value)?;
        let term = said.term?;
        let is_own = said.council.as_deref().is_none_or(|council| self.is_own_council(council));
        let council = said.council.clone().filter(|_| !is_own).unwrap_or_default();
        let key = (council, term, said.kind, said.number);
        if let Some(session) = self.sessions.by_special.get(&key) {
            return Some(*session);
        }
        let title = if is_own { said.to_string() } else { text.value.clone() };
        let session = Session { name: SessionName::Title(title), is_thematic: true, ..empty(text.span) };
        let session = add(self, session, is_own.then(|| to_roman(term)), None);
        self.sessions.by_special.insert(key, session);
        Some(session)
    }

    fn numbered_session(&mut self, number: Number, is_thematic: bool, span: Span) -> SessionIndex {
        let key = (number.council, term_key(number.term.as_deref().unwrap_or("")), number.within_term);
        if let Some(session) = self.sessions.by_number.get(&key) {
            return *session;
        }
        let name = SessionName::Number {
            number: number.within_term,
            term: number.term.clone(),
            council: number.council_name,
        };
        let session = Session { name, number: Some(number.within_term), is_thematic, ..empty(span) };
        add(self, session, number.term, Some(key))
    }

    fn is_own_council(&self, slug_said: &str) -> bool {
        let Some(organization) = self.site.organization else { return true };
        let own = slug(&body_key(&self.site.body(organization).name));
        own == slug_said || own.strip_prefix(slug_said).is_some_and(|rest| rest.starts_with('-'))
    }

    fn candidates(&self, sessions: &[SessionIndex]) -> Vec<(String, Option<Span>)> {
        let name = |session: &Session| match (&session.name, session.document) {
            (_, Some(index)) => self.site.document(index).document.id.0.clone(),
            (SessionName::Title(title), None) => title.clone(),
            (SessionName::Number { number, term, .. }, None) => {
                format!("{{term: {}, number: {number}}}", term.as_deref().unwrap_or("?"))
            }
        };
        sessions
            .iter()
            .map(|index| {
                let session = self.site.session(*index);
                (name(session), Some(session.span))
            })
            .collect()
    }
}

/// A numbered session that is meant.
struct Number {
    within_term: u32,
    term: Option<String>,
    council: String,
    council_name: Option<String>,
}

/// After all documents are linked: days, order, neighbours and terms of sessions.
pub(super) fn arrange(linker: &mut Linker<'_>) {
    for at in 0..linker.site.sessions.len() {
        let session = &linker.site.sessions[at];
        if session.first_day.is_none() {
            let days = session.resolutions.iter().filter_map(|index| linker.site.document(*index).date);
            let (first, last) = (days.clone().min(), days.max());
            let session = &mut linker.site.sessions[at];
            session.first_day = first;
            session.last_day = last;
        }
    }
    let terms: Vec<Option<u16>> =
        linker.sessions.terms.iter().map(|term| term.as_deref().and_then(from_roman)).collect();
    let mut order: Vec<SessionIndex> = (0..linker.site.sessions.len()).map(SessionIndex).collect();
    order.sort_by_cached_key(|index| {
        let session = linker.site.session(*index);
        (Reverse((session.first_day, terms[index.0], session.number)), index.0)
    });
    linker.site.order.sessions = order;
    link_neighbours(linker, &terms);
    make_terms(linker);
    for at in 0..linker.site.sessions.len() {
        for chair in linker.site.sessions[at].chairs.clone() {
            linker.site.officials[chair.0].chaired.push(SessionIndex(at));
        }
        if let Some(body) = linker.site.sessions[at].body.or(linker.site.organization) {
            linker.site.bodies[body.0].sessions.push(SessionIndex(at));
        }
    }
    let place = places(&linker.site);
    for official in &mut linker.site.officials {
        official.chaired.sort_by_key(|session| place[session.0]);
        official.chaired.dedup();
    }
    for body in &mut linker.site.bodies {
        body.sessions.sort_by_key(|session| place[session.0]);
    }
    for topic in &mut linker.site.topics {
        topic.sessions.sort_by_key(|session| place[session.0]);
        topic.sessions.dedup();
    }
}

/// The place of each session in the order of pages.
fn places(site: &Site) -> Vec<usize> {
    let mut place = vec![0; site.sessions.len()];
    for (at, session) in site.order.sessions.iter().enumerate() {
        place[session.0] = at;
    }
    place
}

/// Sessions of one council with a number follow each other by term and number; other meetings by day within their
/// body and sort.
fn link_neighbours(linker: &mut Linker<'_>, terms: &[Option<u16>]) {
    let mut series: BTreeMap<(Option<BodyIndex>, bool, Option<SessionKind>), Vec<SessionIndex>> =
        BTreeMap::new();
    for index in linker.site.order.sessions.iter().rev() {
        let session = linker.site.session(*index);
        let kind = session.document.and_then(|document| {
            linker
                .site
                .document(document)
                .document
                .fields
                .session()
                .and_then(|fields| fields.kind.as_ref().map(|kind| kind.value))
        });
        let body = session.body.filter(|body| Some(*body) != linker.site.organization);
        let is_numbered = session.number.is_some() && terms[index.0].is_some();
        let is_foreign =
            matches!(&session.name, SessionName::Number { council: Some(_), .. }) && body.is_none();
        if is_foreign || (!is_numbered && session.first_day.is_none()) {
            continue;
        }
        series.entry((body, is_numbered, kind.filter(|_| !is_numbered))).or_default().push(*index);
    }
    for ((_, is_numbered, _), mut members) in series {
        if is_numbered {
            members.sort_by_key(|index| (terms[index.0], linker.site.session(*index).number, index.0));
        }
        for pair in members.windows(2) {
            if let [before, after] = pair {
                linker.site.sessions[before.0].next = Some(*after);
                linker.site.sessions[after.0].previous = Some(*before);
            }
        }
    }
}

/// Terms of the council that publishes; terms of other councils that share the numeral are others.
fn make_terms(linker: &mut Linker<'_>) {
    let mut found: BTreeMap<(Reverse<Option<u16>>, String), Term> = BTreeMap::new();
    for index in linker.site.order.sessions.clone() {
        let session = linker.site.session(index);
        let Some(name) = linker.sessions.terms[index.0].clone() else { continue };
        if !is_own(&linker.site, session) {
            continue;
        }
        let number = from_roman(&name);
        let term = found.entry((Reverse(number), term_key(&name))).or_insert_with(|| Term {
            name,
            number,
            sessions: Vec::new(),
            resolutions: Vec::new(),
            span: session.span,
        });
        term.sessions.push(index);
        term.resolutions.extend(&session.resolutions);
    }
    linker.site.terms = found.into_values().collect();
    for at in 0..linker.site.terms.len() {
        for session in linker.site.terms[at].sessions.clone() {
            linker.site.sessions[session.0].term = Some(TermIndex(at));
        }
        let mut resolutions = std::mem::take(&mut linker.site.terms[at].resolutions);
        documents::sort_newest_first(&linker.site, &mut resolutions);
        linker.site.terms[at].resolutions = resolutions;
    }
}

/// Whether a session is of the council that publishes or of a body that belongs to it.
fn is_own(site: &Site, session: &Session) -> bool {
    if matches!(&session.name, SessionName::Number { council: Some(_), .. }) {
        return false;
    }
    let mut body = session.body;
    // Loops of parents are cut before this; the count guards against a slip there.
    for _ in 0..=site.bodies.len() {
        match body {
            None => return session.body.is_none(),
            some if some == site.organization => return true,
            Some(index) => body = site.body(index).parent,
        }
    }
    false
}
