//! Topics (chủ đề): their records and names, narrower and wider ones.

use super::enter_name;
use super::loops::loops;
use super::{DocumentIndex, Entity, Linker, Topic, TopicIndex, problems};
use crate::document::{KindFields, Reference};
use crate::text::{Span, match_key};

pub(super) fn link(linker: &mut Linker<'_>) {
    let records = linker.indexes_of(|fields| matches!(fields, KindFields::Topic(_)));
    for index in &records {
        add_record(linker, *index);
    }
    for index in records {
        let linked = linker.site.document(index);
        let (KindFields::Topic(fields), Entity::Topic(topic)) = (&linked.document.fields, linked.entity)
        else {
            continue;
        };
        if let Some(parent) = fields.parent.clone() {
            linker.site.topics[topic.0].parent = linker.topic(&parent);
        }
    }
    for members in loops(linker.site.topics.len(), |at| linker.site.topics[at].parent.map(|parent| parent.0))
    {
        let names: Vec<String> = members.iter().map(|at| linker.site.topics[*at].title.clone()).collect();
        let Some(first) = members.first() else { continue };
        linker.diagnostics.push(problems::topic_loop(linker.site.topics[*first].span, &names));
        for at in members {
            linker.site.topics[at].parent = None;
        }
    }
}

fn add_record(linker: &mut Linker<'_>, index: DocumentIndex) {
    let document = &linker.site.document(index).document;
    let Some(fields) = document.fields.topic() else { return };
    let title = document.title().to_owned();
    let span = document.common.title.as_ref().map_or(document.span, |title| title.span);
    let synonyms: Vec<String> = fields.synonyms.iter().flatten().map(|text| text.value.clone()).collect();
    if let Some(first) = linker.topics.get(&match_key(&title)).and_then(|found| found.first()) {
        let first_span = linker.site.topic(*first).span;
        linker.diagnostics.push(problems::same_name(span, "topic", &title, first_span));
    }
    let topic = add(linker, title, Some(index), span);
    for synonym in synonyms {
        enter_name(&mut linker.topics, match_key(&synonym), topic);
    }
    linker.site.documents[index.0].entity = Entity::Topic(topic);
}

fn add(linker: &mut Linker<'_>, title: String, document: Option<DocumentIndex>, span: Span) -> TopicIndex {
    let index = TopicIndex(linker.site.topics.len());
    linker.topics.entry(match_key(&title)).or_default().push(index);
    linker.site.topics.push(Topic {
        sort_key: linker.collation.title(&title),
        title,
        document,
        parent: None,
        children: Vec::new(),
        resolutions: Vec::new(),
        reports: Vec::new(),
        news: Vec::new(),
        sessions: Vec::new(),
        span,
    });
    index
}

impl Linker<'_> {
    /// The topic that is meant; made from the reference where there is none. `None` where two are meant.
    pub(super) fn topic(&mut self, reference: &Reference) -> Option<TopicIndex> {
        self.once(&reference.value, |names| &mut names.topics, |linker| linker.topic_called(reference))
    }

    fn topic_called(&mut self, reference: &Reference) -> Option<TopicIndex> {
        if let Some(found) = self.record_by_id(&reference.value, "topics/")
            && let Entity::Topic(topic) = self.site.document(found).entity
        {
            return Some(topic);
        }
        match self.topics.get(&match_key(&reference.value)).map(Vec::as_slice) {
            Some([topic]) => Some(*topic),
            Some(topics) if topics.len() > 1 => {
                let topics = topics.iter().map(|topic| self.site.topic(*topic));
                let candidates: Vec<_> =
                    topics.map(|topic| (topic.title.clone(), Some(topic.span))).collect();
                self.tell_ambiguous(reference, "topics", &candidates)
            }
            _ if reference.value.is_empty() => None,
            _ => Some(add(self, reference.value.clone(), None, reference.span)),
        }
    }
}
