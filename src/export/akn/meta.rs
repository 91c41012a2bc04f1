//! What is said of a document beside its text: work, expression and manifestation (FRBR), its life, what it does to
//! others and others to it, whom and what it names.

use std::collections::BTreeMap;

use super::iri;
use super::xml::Xml;
use crate::document::{Kind, KindFields};
use crate::legal::RelationKind;
use crate::legal::instruction::Extent;
use crate::link::{
    DocumentIndex, LinkedDocument, MentionTarget, NamedProvision, OfficialIndex, Relation, RelationIndex,
    ValidityReason, Work,
};
use crate::path::Route;
use crate::text::Date;
use crate::view::Scene;

/// A day with what happens on it (`FRBRdate`, article 5.6 of the standard's part 2).
type NamedDay = (String, &'static str);

/// What is described: a document, or a part of it with a name of its own.
pub(super) struct Described<'a> {
    /// The document.
    pub(super) index: DocumentIndex,
    /// The component: `main`, `phu-luc-1`.
    pub(super) component: &'a str,
    /// Whether it is the whole, of which all is said.
    pub(super) is_whole: bool,
    /// Its file.
    pub(super) file: &'a Route,
}

/// Where the person stands among the references.
pub(super) fn person_reference(scene: Scene<'_>, official: OfficialIndex) -> String {
    format!("#{}", person_id(scene, official))
}

fn person_id(scene: Scene<'_>, official: OfficialIndex) -> String {
    format!("nguoi-{}", iri::last_segment(scene.plan.addresses.official(official)))
}

/// Writes `meta`.
pub(super) fn meta(scene: Scene<'_>, xml: &mut Xml, described: &Described<'_>) {
    let linked = scene.site.document(described.index);
    let references = References::of(scene, described.index);
    xml.open("meta");
    identification(scene, xml, described, linked);
    if described.is_whole {
        classification(scene, xml, linked);
        lifecycle(scene, xml, linked, &references);
        analysis(scene, xml, described.index, linked);
        references.write(scene, xml, described.index);
    }
    xml.close_line("meta");
}

/// The days of a work. Where none is known, the first of the year stands for the year, the first of all days for none:
/// the standard has no word for either.
fn days(linked: &LinkedDocument) -> Vec<NamedDay> {
    let mut days = Vec::new();
    let mut add = |day: Option<Date>, name| days.extend(day.map(|day| (day.to_string(), name)));
    add(linked.date, "adoption");
    if let Some(fields) = linked.document.fields.resolution() {
        add(fields.issued.as_ref().map(|day| day.value), "issue");
        add(fields.effective.as_ref().map(|day| day.value), "entryIntoForce");
        add(fields.expires.as_ref().map(|day| day.value), "lastDayInForce");
    }
    if linked.date.is_none() {
        let day = match linked.year {
            Some(year) => (format!("{year:04}-01-01"), "yearOnly"),
            None => ("0001-01-01".to_owned(), "unknown"),
        };
        days.insert(0, day);
    }
    days
}

fn identification(scene: Scene<'_>, xml: &mut Xml, described: &Described<'_>, linked: &LinkedDocument) {
    let work = iri::work(scene, Work::Held(described.index));
    let component = described.component;
    let days = days(linked);
    let version = linked.date.map_or_else(String::new, |date| date.to_string());
    let expression = format!("{work}/vie@{version}");
    let page = scene.config.base_url.whole(scene.plan.addresses.document(described.index));
    let author = author_id(scene, linked);
    xml.raw("<identification source=\"#portal\">\n");
    xml.open("FRBRWork");
    xml.empty("FRBRthis", &[("value", &format!("{work}/!{component}"))]);
    xml.empty("FRBRuri", &[("value", &work)]);
    xml.empty("FRBRalias", &[("value", linked.document.title()), ("name", "title")]);
    xml.empty("FRBRalias", &[("value", &page), ("name", "page")]);
    for (day, name) in &days {
        xml.empty("FRBRdate", &[("date", day), ("name", name)]);
    }
    xml.empty("FRBRauthor", &[("href", &format!("#{author}")), ("as", "#author")]);
    xml.empty("FRBRcountry", &[("value", "vn")]);
    let number = linked.document.fields.number();
    xml.empty("FRBRsubtype", &[("value", subtype(linked))]);
    if let Some(number) = number {
        xml.empty("FRBRnumber", &[("value", &number.value)]);
    }
    xml.empty("FRBRname", &[("value", linked.document.title())]);
    let is_law = matches!(linked.document.fields, KindFields::Resolution(..));
    xml.empty("FRBRprescriptive", &[("value", if is_law { "true" } else { "false" })]);
    // The paper that was signed is what counts, not what is published here.
    xml.empty("FRBRauthoritative", &[("value", "false")]);
    xml.close_line("FRBRWork");
    let first = days.first().cloned().unwrap_or_default();
    let made = linked.document.common.updated.as_ref();
    let made = made.map_or(first.clone(), |day| (day.value.to_string(), "update"));
    let level =
        |xml: &mut Xml, name: &str, suffix: &str, (day, what): &NamedDay, (author, role): (&str, &str)| {
            xml.open(name);
            xml.empty("FRBRthis", &[("value", &format!("{expression}/!{component}{suffix}"))]);
            xml.empty("FRBRuri", &[("value", &format!("{expression}{suffix}"))]);
            if !suffix.is_empty() {
                let file = scene.config.base_url.whole(described.file);
                xml.empty("FRBRalias", &[("value", &file), ("name", "file")]);
            }
            xml.empty("FRBRdate", &[("date", day), ("name", what)]);
            xml.empty("FRBRauthor", &[("href", author), ("as", role)]);
        };
    level(xml, "FRBRExpression", "", &first, (&format!("#{author}"), "#author"));
    xml.empty("FRBRlanguage", &[("language", "vie")]);
    xml.close_line("FRBRExpression");
    level(xml, "FRBRManifestation", ".xml", &made, ("#portal", "#editor"));
    xml.empty("FRBRformat", &[("value", "application/akn+xml")]);
    xml.close_line("FRBRManifestation");
    xml.close_line("identification");
}

/// The type of a document as part of its name.
pub(super) fn subtype(linked: &LinkedDocument) -> &'static str {
    match linked.document.kind() {
        Kind::Resolution => "nghi-quyet",
        Kind::Report => "bao-cao",
        Kind::News | Kind::Session | Kind::Official | Kind::Topic | Kind::Body | Kind::Page => "van-ban",
    }
}

/// Who made the work: the body that issued it, else the one that publishes.
fn author_id(scene: Scene<'_>, linked: &LinkedDocument) -> String {
    match linked.issuer.or(scene.site.organization) {
        Some(body) => format!("co-quan-{}", iri::actor(scene, body)),
        None => "portal".to_owned(),
    }
}

fn classification(scene: Scene<'_>, xml: &mut Xml, linked: &LinkedDocument) {
    if linked.topics.is_empty() {
        return;
    }
    xml.raw("<classification source=\"#portal\">\n");
    for topic in &linked.topics {
        let route = scene.plan.addresses.topic(*topic);
        let title = scene.site.topic(*topic).title.as_str();
        let page = scene.config.base_url.whole(route);
        let key = iri::last_segment(route);
        let attributes = [("value", key), ("showAs", title), ("dictionary", "#chu-de"), ("href", &page)];
        xml.empty("keyword", &attributes);
    }
    xml.close_line("classification");
}

/// What happened to the document, oldest first. The standard knows three sorts of events.
fn lifecycle(scene: Scene<'_>, xml: &mut Xml, linked: &LinkedDocument, references: &References) {
    let mut events: Vec<(Date, &'static str, String)> = Vec::new();
    if let Some(date) = linked.date {
        events.push((date, "generation", "#goc".to_owned()));
    }
    for index in &linked.inverse_relations {
        let relation = scene.site.relation(*index);
        let kind = match relation.kind {
            RelationKind::Amends | RelationKind::Corrects | RelationKind::Extends => "amendment",
            RelationKind::Replaces | RelationKind::Repeals if relation.extent != Extent::Whole => "amendment",
            _ => continue,
        };
        if let Some(day) = relation.outcome.day().filter(|_| relation.outcome.counts()) {
            events.push((day, kind, references.passive(relation.from)));
        }
    }
    if let Some(end) = linked.end
        && let Some(day) = end.since
    {
        let source = match end.reason {
            ValidityReason::Relation(index) => references.passive(scene.site.relation(index).from),
            _ => "#goc".to_owned(),
        };
        events.push((day, "repeal", source));
    }
    if events.is_empty() {
        return;
    }
    events.sort();
    xml.raw("<lifecycle source=\"#portal\">\n");
    for (at, (day, kind, source)) in events.iter().enumerate() {
        xml.begin("eventRef");
        xml.id(&format!("eref_{}", at + 1));
        xml.attribute("date", &day.to_string());
        xml.attribute("type", kind);
        xml.attribute("source", source);
        xml.end_empty();
    }
    xml.close_line("lifecycle");
}

/// What a relation is as a modification: the element, and its type.
fn modification(relation: &Relation) -> Option<(&'static str, &'static str)> {
    let is_whole = relation.extent == Extent::Whole;
    Some(match relation.kind {
        RelationKind::Replaces | RelationKind::Repeals if is_whole => ("forceMod", "endOfEnactment"),
        RelationKind::Repeals => ("textualMod", "repeal"),
        RelationKind::Replaces => ("textualMod", "replacement"),
        RelationKind::Amends | RelationKind::Corrects => ("textualMod", "substitution"),
        RelationKind::Suspends => ("efficacyMod", "inapplication"),
        RelationKind::Extends => ("efficacyMod", "prorogationOfEfficacy"),
        RelationKind::Implements
        | RelationKind::Details
        | RelationKind::Consolidates
        | RelationKind::BasedOn => return None,
    })
}

fn analysis(scene: Scene<'_>, xml: &mut Xml, index: DocumentIndex, linked: &LinkedDocument) {
    let counting = |relations: &[RelationIndex]| -> Vec<RelationIndex> {
        let counts = |index: &&RelationIndex| {
            let relation = scene.site.relation(**index);
            relation.outcome.counts() && modification(relation).is_some()
        };
        relations.iter().filter(counts).copied().collect()
    };
    let active = counting(&linked.relations);
    let passive = counting(&linked.inverse_relations);
    if active.is_empty() && passive.is_empty() {
        return;
    }
    xml.raw("<analysis source=\"#portal\">\n");
    for (name, short, relations) in
        [("activeModifications", "am", active), ("passiveModifications", "pm", passive)]
    {
        if relations.is_empty() {
            continue;
        }
        xml.open(name);
        for (at, relation) in relations.iter().enumerate() {
            let relation = scene.site.relation(*relation);
            write_modification(scene, xml, index, relation, &format!("{short}_{}", at + 1));
        }
        xml.close_line(name);
    }
    xml.close_line("analysis");
}

fn write_modification(scene: Scene<'_>, xml: &mut Xml, own: DocumentIndex, relation: &Relation, id: &str) {
    let Some((name, kind)) = modification(relation) else { return };
    xml.begin(name);
    xml.attribute("type", kind);
    xml.id(id);
    xml.raw(">\n");
    // The provisions of this document that do it, where its text says so; else the document.
    let places =
        relation.passages.iter().filter_map(|passage| scene.site.instruction(*passage)?.place.as_deref());
    let mut places: Vec<&str> = places.collect();
    places.dedup();
    let named = |work: Work, anchor: Option<&str>| {
        let own_anchor = anchor.filter(|_| work == Work::Held(own));
        own_anchor.map_or_else(
            || iri::portion(&iri::work(scene, work), anchor),
            |anchor| format!("#{}", iri::element_id(anchor)),
        )
    };
    let is_own_text = relation.passages.iter().all(|passage| Work::Held(passage.document) == relation.from);
    let places = if is_own_text { places } else { Vec::new() };
    address(xml, "source", &named(relation.from, None), &places, |place| named(relation.from, Some(place)));
    let anchors: Vec<String> = relation.provisions.iter().filter_map(NamedProvision::anchor).collect();
    let anchors: Vec<&str> = anchors.iter().map(String::as_str).collect();
    address(xml, "destination", &named(relation.to, None), &anchors, |anchor| {
        named(relation.to, Some(anchor))
    });
    xml.close_line(name);
}

/// The places, or the whole where none is named.
fn address(xml: &mut Xml, name: &str, whole: &str, places: &[&str], named: impl Fn(&str) -> String) {
    let addresses = match places {
        [] => vec![whole.to_owned()],
        places => places.iter().map(|place| named(place)).collect(),
    };
    for address in addresses {
        xml.begin(name);
        xml.address("href", &address);
        xml.end_empty();
    }
}

/// Works that a document names or is changed by, people, bodies.
struct References {
    active: Vec<Work>,
    passive: BTreeMap<Work, usize>,
    people: Vec<OfficialIndex>,
}

impl References {
    fn of(scene: Scene<'_>, index: DocumentIndex) -> Self {
        let linked = scene.site.document(index);
        let related = linked.relations.iter().map(|index| scene.site.relation(*index).to);
        let cited = linked.mentions.iter().filter_map(|target| match target {
            MentionTarget::Work(work, _) => Some(*work),
            _ => None,
        });
        let mut active: Vec<Work> = related.chain(cited).collect();
        active.sort_unstable();
        active.dedup();
        active.retain(|work| *work != Work::Held(index));
        let mut passive = BTreeMap::new();
        let by_end = linked.end.and_then(|end| match end.reason {
            ValidityReason::Relation(index) => Some(scene.site.relation(index).from),
            _ => None,
        });
        let others = linked.inverse_relations.iter().map(|index| scene.site.relation(*index).from);
        for work in others.chain(by_end) {
            let next = passive.len() + 1;
            passive.entry(work).or_insert(next);
        }
        let named = linked.mentions.iter().filter_map(|target| match target {
            MentionTarget::Official(official) => Some(*official),
            _ => None,
        });
        let mut people: Vec<OfficialIndex> = named.chain(linked.signer).collect();
        people.sort_unstable();
        people.dedup();
        Self { active, passive, people }
    }

    /// Where a document that does something to this one stands.
    fn passive(&self, work: Work) -> String {
        self.passive.get(&work).map_or_else(|| "#goc".to_owned(), |number| format!("#pref_{number}"))
    }

    fn write(&self, scene: Scene<'_>, xml: &mut Xml, index: DocumentIndex) {
        let linked = scene.site.document(index);
        xml.raw("<references source=\"#portal\">\n");
        let reference = |xml: &mut Xml, name: &str, id: &str, href: &str, shown: &str| {
            xml.begin(name);
            xml.id(id);
            xml.address("href", href);
            xml.attribute("showAs", shown);
            xml.end_empty();
        };
        let name = |work: Work| {
            let name = scene.designation(work);
            name.number.map_or_else(|| name.title.into_owned(), str::to_owned)
        };
        let own = Work::Held(index);
        reference(xml, "original", "goc", &iri::work(scene, own), &name(own));
        for (at, work) in self.active.iter().enumerate() {
            reference(xml, "activeRef", &format!("aref_{}", at + 1), &iri::work(scene, *work), &name(*work));
        }
        for (work, number) in &self.passive {
            reference(xml, "passiveRef", &format!("pref_{number}"), &iri::work(scene, *work), &name(*work));
        }
        let ontology = |sort: &str, name: &str| format!("/akn/ontology/{sort}/vn/{name}");
        let title = scene.config.title.as_str();
        reference(xml, "TLCOrganization", "portal", &scene.config.base_url.whole(&Route::home()), title);
        if let Some(body) = linked.issuer.or(scene.site.organization) {
            let actor = iri::actor(scene, body);
            let shown = &scene.site.body(body).name;
            let id = author_id(scene, linked);
            reference(xml, "TLCOrganization", &id, &ontology("organization", &actor), shown);
        }
        for official in &self.people {
            let id = person_id(scene, *official);
            let segment = iri::last_segment(scene.plan.addresses.official(*official));
            let shown = &scene.site.official(*official).name;
            reference(xml, "TLCPerson", &id, &ontology("person", segment), shown);
        }
        for role in ["author", "editor"] {
            reference(xml, "TLCRole", role, &ontology("role", role), role);
        }
        if let Some(session) = linked.session {
            let route = scene.plan.addresses.session(session);
            let shown = scene.session_title(session);
            reference(xml, "TLCEvent", "ky-hop", &ontology("event", iri::last_segment(route)), &shown);
        }
        if !linked.topics.is_empty() {
            let topics = scene.plan.addresses.list(crate::plan::ListOf::Topics);
            let shown = scene.words.word("topics");
            reference(xml, "TLCConcept", "chu-de", &scene.config.base_url.whole(&topics), shown);
        }
        xml.close_line("references");
    }
}
