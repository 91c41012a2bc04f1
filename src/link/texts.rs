//! What the texts say that documents do to each other, joined with what front matter says.
//!
//! Front matter goes first: what it says of two documents stays, and a sentence that says the same is kept beside it. A
//! sentence that says something else is told, and makes nothing. Where front matter is silent, the text speaks. What it
//! says is passed over where front matter refuses it. What is unsure makes a relation that changes nothing and is shown as
//! unsure, until front matter settles it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::attached::{attachments_of_others, is_in_attached, names_attached, words_said};
use super::course::ends;
use super::denials::Denials;
use super::mentions::{Unclear, other_day};
use super::places::doubt_missing;
use super::relations::{WorkNames, enter};
use super::titles::BareSentences;
use super::validity::{changes, depends_on_extent};
use super::{
    DocumentIndex, LinkedDocument, Linker, MentionTarget, NamedProvision, Outcome, Passage, Relation,
    RelationIndex, Site, Work, problems,
};
use crate::diag::{Diagnostic, Diagnostics};
use crate::legal::instruction::{Action, Certainty, Day, Doubt, Extent, TargetProvision};
use crate::legal::structure::{Commencement, Role};
use crate::legal::{Citation, ProvisionPath, RelationKind};
use crate::markdown::{Found, Instruction, Provision, UnreadAct};
use crate::text::{Date, PartialDate, Span, match_key, slug};

/// Relations by the documents that they are between.
type Pairs = HashMap<(Work, Work), Vec<RelationIndex>>;

pub(super) fn link(linker: &mut Linker<'_>) {
    let mut pairs = Pairs::new();
    for (at, relation) in linker.site.relations.iter().enumerate() {
        pairs.entry((relation.from, relation.to)).or_default().push(RelationIndex(at));
    }
    let mut acts = all_acts(linker);
    doubt_missing(&linker.site, &mut acts);
    drop_summaries(&mut acts);
    doubt_contradictions(&mut acts, &pairs);
    doubt_earlier_ends(&linker.site, &mut acts, &pairs);
    let mut joiner = Joiner { linker, pairs, contradicted: HashSet::new(), meant: HashSet::new() };
    let (sure, unsure): (Vec<Said>, Vec<Said>) = acts.into_iter().partition(Said::is_sure);
    // What documents say of themselves goes before what others say of them.
    for said in sure.iter().filter(|said| said.is_own) {
        joiner.join(said);
    }
    for said in sure.iter().filter(|said| !said.is_own) {
        joiner.join_other(said);
    }
    for said in &unsure {
        joiner.join_unsure(said);
    }
    joiner.compare_provisions(sure.iter().chain(&unsure).filter(|said| said.is_own));
}

struct Joiner<'a, 'b> {
    linker: &'a mut Linker<'b>,
    pairs: Pairs,
    /// Relations of which a contradiction has been told.
    contradicted: HashSet<RelationIndex>,
    /// Provisions of front matter of which a sentence names the very same.
    meant: HashSet<(RelationIndex, usize)>,
}

/// An act with the documents that it is between.
pub(super) struct Said {
    passage: Passage,
    /// Whether the document that says it also does it.
    is_own: bool,
    pub(super) from: Work,
    pub(super) to: Work,
    pub(super) act: Instruction,
    /// The provisions of the other document that it names.
    pub(super) provisions: Vec<NamedProvision>,
    since: Option<Date>,
    until: Option<Date>,
    /// Whether it goes on until an event: `cho đến khi có văn bản thay thế`.
    is_open_ended: bool,
}

/// Where in the other document the provisions are that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Within {
    /// In the document itself.
    Itself,
    /// In the text attached to it that has this anchor.
    Attached(String),
    /// In an attached text, but not certain in which.
    Unclear,
}

impl Said {
    pub(super) fn kind(&self) -> RelationKind {
        self.act.action.relation()
    }

    fn ends_whole(&self) -> bool {
        self.act.extent == Extent::Whole && ends(self.kind())
    }

    pub(super) fn is_sure(&self) -> bool {
        self.act.certainty.is_sure()
    }

    /// Whether some of the old wording ends with it. A summary says that a document is amended, not how.
    fn ends_wording(&self) -> bool {
        let act = &self.act;
        let is_amended = || act.is_summary && act.sentence.to_lowercase().contains(AMENDED);
        act.action.ends_wording() || (act.action == Action::Other && is_amended())
    }
}

/// Says in a summary that old wording is changed, not only that something is added.
const AMENDED: &str = "sửa đổi";

fn all_acts(linker: &mut Linker<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    let mut compared = HashSet::new();
    for at in 0..linker.site.documents.len() {
        let document = DocumentIndex(at);
        let mut denials = Denials::of(&linker.site, document);
        denials.tell_contradictions(&linker.site, document, &mut linker.diagnostics);
        let known = (&linker.works, &linker.unclear);
        let found = (&mut said, &mut compared);
        let remarks = acts_of(&linker.site, known, document, &mut denials, found, &mut linker.diagnostics);
        denials.tell_idle(&linker.works, &linker.site, &mut linker.diagnostics);
        linker.site.documents[at].remarks = remarks;
    }
    linker.site.compared_titles = compared;
    said
}

/// What the text of a document says, but for what its front matter refuses.
fn acts_of(
    site: &Site,
    (works, possible): (&WorkNames, &Unclear),
    document: DocumentIndex,
    denials: &mut Denials<'_>,
    (said, compared): (&mut Vec<Said>, &mut HashSet<DocumentIndex>),
    diagnostics: &mut Diagnostics,
) -> Vec<Instruction> {
    let linked = site.document(document);
    let Some(law) = &linked.document.body.law else { return Vec::new() };
    let work_of = |mention: usize| match linked.mentions.get(mention) {
        Some(MentionTarget::Work(work, _)) => Some(*work),
        _ => None,
    };
    // `Quy định ban hành kèm theo Nghị quyết số ...` may stand once above all that is done to it.
    let attached: HashMap<usize, &str> = law
        .instructions
        .iter()
        .filter(|act| act.in_attachment && names_attached(&act.sentence))
        .map(|act| (act.target, act.sentence.as_str()))
        .collect();
    let own_days = OwnDays::of(linked);
    let says_when = |target: usize| own_days.mentions.contains(&target);
    let mut bare = BareSentences::of(site, linked);
    let missed = bare.missed(compared);
    let unread_acts = law.unread_acts.iter().chain(&missed);
    let unread = unread_of(site, works, document, unread_acts, &own_days, denials, diagnostics);
    let remarks: Vec<Instruction> = unread.iter().map(|(_, act)| act.clone()).collect();
    said.extend(unread.into_iter().enumerate().map(|(at, (to, act))| Said {
        passage: Passage { document, instruction: law.instructions.len() + at },
        is_own: true,
        from: Work::Held(document),
        to,
        act,
        provisions: Vec::new(),
        since: None,
        until: None,
        is_open_ended: false,
    }));
    let mut unclear = HashSet::new();
    for (index, act) in law.instructions.iter().enumerate().filter(|(_, act)| !says_when(act.target)) {
        let from = match act.agent {
            None => Some(Work::Held(document)),
            Some(mention) => work_of(mention),
        };
        let to = work_of(act.target);
        let (Some(from), Some(to)) = (from, to) else {
            let is_refused = cited(linked, act).is_some_and(|citation| denials.refuse_cited(citation));
            if !is_refused && act.agent.is_none() && !act.is_summary && unclear.insert(act.target) {
                let possible = possible.get(&(document, act.target)).map(Vec::as_slice);
                diagnostics.extend(unclear_target(site, linked, act, possible.unwrap_or_default()));
            }
            continue;
        };
        if from == to {
            // What a text tells of another's going on by itself is no act: `đã phê duyệt theo A thì tiếp tục thực hiện theo A`.
            if from == Work::Held(document) {
                diagnostics.push(problems::acts_on_itself(act.span));
            }
            continue;
        }
        // What a text tells of two others is refused where it is told.
        let Some(mut act) = denials.left(site, to, act) else { continue };
        if !bare.settle(&mut act, compared) {
            continue;
        }
        let own_day = own_days.day(&act, to).filter(|_| act.agent.is_none());
        let is_dated = matches!(act.from, Some(Day::On(_)));
        if own_day == Some(OwnDay::Unknown)
            && !is_dated
            && act.certainty.is_sure()
            && changes(act.action.relation())
        {
            act.certainty = Certainty::Unsure(Doubt::Conditional);
        }
        let names_other_day =
            || cited(linked, &act).is_some_and(|citation| other_day(site, to, citation).is_some());
        if act.certainty.is_sure() && changes(act.action.relation()) && names_other_day() {
            act.certainty = Certainty::Unsure(Doubt::OtherDocument);
        }
        let own_day = match own_day {
            Some(OwnDay::On(day)) => Some(day),
            Some(OwnDay::Unknown) | None => None,
        };
        // The day on which the acting text takes effect is the day of its acts anyway.
        let day = |day: Option<Day>| match day {
            Some(Day::On(date)) => Some(date),
            Some(Day::OfEffect | Day::Event) | None => None,
        };
        let within = match attached.get(&act.target) {
            Some(sentence) => within(site, to, sentence),
            None if is_in_attached(&act) => within_only(site, to),
            None => Within::Itself,
        };
        said.push(Said {
            passage: Passage { document, instruction: index },
            is_own: act.agent.is_none(),
            from,
            to,
            since: day(act.from).or(own_day),
            until: day(act.until),
            is_open_ended: act.until == Some(Day::Event),
            provisions: provisions_said(&act, &within),
            act,
        });
    }
    remarks
}

/// Tells what a text may do to documents and was not read. Gives what of that a reader of a document that is held should see.
fn unread_of<'u>(
    site: &Site,
    works: &WorkNames,
    document: DocumentIndex,
    unread_acts: impl Iterator<Item = &'u UnreadAct>,
    own_days: &OwnDays<'_>,
    denials: &mut Denials<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<(Work, Instruction)> {
    let linked = site.document(document);
    let says_when =
        |unread: &UnreadAct| unread.target.is_some_and(|target| own_days.mentions.contains(&target));
    let mut remarks = Vec::new();
    for unread in unread_acts.filter(|unread| !says_when(unread)) {
        let to = unread.target.and_then(|mention| match linked.mentions.get(mention) {
            Some(MentionTarget::Work(work, _)) => Some(*work),
            _ => None,
        });
        let is_settled = to.is_some_and(|to| {
            let is_stated = stated(site, document, to);
            to == Work::Held(document) || is_stated || denials.refuse(site, to)
        });
        if is_settled {
            continue;
        }
        let verb = unread.action.relation().name();
        let documents = match to {
            Some(work) => vec![site.reference(work)],
            None => shortened(works, site, linked, unread),
        };
        diagnostics.push(problems::unread_effect(unread, verb, &documents));
        if let Some(to @ Work::Held(_)) = to.filter(|_| !unread.is_struck) {
            remarks.push((to, remark(unread, linked)));
        }
    }
    remarks
}

/// A sentence that may do something to a document and that was not read, as what is unsure.
fn remark(unread: &UnreadAct, linked: &LinkedDocument) -> Instruction {
    let target = unread.target.unwrap_or_default();
    let place = linked.document.body.mentions.get(target).and_then(|mention| mention.place.clone());
    let remark = Instruction::remark(unread.action, Doubt::NotUnderstood, &unread.sentence, unread.span);
    Instruction { target, place, ..remark }
}

/// The documents of a day and number that a sentence names in a shortened form: `Nghị quyết số 14 ngày 10/7/2020`.
fn shortened(works: &WorkNames, site: &Site, linked: &LinkedDocument, unread: &UnreadAct) -> Vec<String> {
    let mentions = &linked.document.body.mentions;
    let first = mentions.partition_point(|mention| mention.span.start < unread.span.start);
    let within = mentions.iter().skip(first).take_while(|mention| mention.span.end <= unread.span.end);
    let mut named: Vec<String> = Vec::new();
    for mention in within {
        let Found::Citation(citation) = &mention.found else { continue };
        let (Some(PartialDate::Day(day)), Some(symbol)) = (citation.date, &citation.symbol) else { continue };
        let of_day = works.numbered(&symbol.text).filter(|work| site.date_of(*work) == Some(day));
        named.extend(of_day.map(|work| site.reference(work)));
    }
    named.sort_unstable();
    named.dedup();
    named
}

/// Whether front matter says what a document does to another.
fn stated(site: &Site, document: DocumentIndex, to: Work) -> bool {
    let relations = site.relations.iter().filter(|relation| relation.from == Work::Held(document));
    relations.filter(|relation| relation.to == to).any(|relation| relation.declared.is_some())
}

/// A day that an act has apart from the document that does it: of the provision that it stands in, or of the act itself
/// (`riêng việc bãi bỏ Nghị quyết số ... có hiệu lực từ ngày ...`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OwnDay {
    On(Date),
    /// There is one, and nothing tells which.
    Unknown,
}

/// What the text of a document says of days that some of its acts have of their own.
struct OwnDays<'a> {
    /// Provisions with days of their own.
    places: Vec<&'a Commencement>,
    /// Acts with days of their own, by the document that they are done to.
    acts: HashMap<Work, OwnDay>,
    /// Whether some acts have days of their own, and it is not said which.
    is_unclear: bool,
    /// The mentions in those words. They say when something is done, which is said elsewhere.
    mentions: HashSet<usize>,
}

impl<'a> OwnDays<'a> {
    fn of(linked: &'a LinkedDocument) -> Self {
        let law = linked.document.body.law.as_ref();
        let all = law.map(|law| law.facts.commencements.as_slice()).unwrap_or_default();
        let (acts, places): (Vec<_>, Vec<_>) =
            all.iter().partition(|own| own.is_of_act && own.provisions.is_empty());
        let mut own = Self { places, acts: HashMap::new(), is_unclear: false, mentions: HashSet::new() };
        let mentions = &linked.document.body.mentions;
        for act in acts {
            let first = mentions.partition_point(|mention| (mention.span.start as usize) < act.range.start);
            let within = mentions.iter().enumerate().skip(first);
            let within = within.take_while(|(_, mention)| (mention.span.end as usize) <= act.range.end);
            let before = own.mentions.len();
            for (at, _) in within {
                if let Some(MentionTarget::Work(work, _)) = linked.mentions.get(at) {
                    own.acts.insert(*work, day_of(act));
                    own.mentions.insert(at);
                }
            }
            own.is_unclear |= own.mentions.len() == before;
        }
        let law = law.into_iter();
        let elsewhere: HashSet<Work> = law
            .flat_map(|law| &law.instructions)
            .filter(|act| !own.mentions.contains(&act.target))
            .filter_map(|act| match linked.mentions.get(act.target) {
                Some(MentionTarget::Work(work, _)) => Some(*work),
                _ => None,
            })
            .collect();
        own.mentions.retain(|at| match linked.mentions.get(*at) {
            Some(MentionTarget::Work(work, _)) => elsewhere.contains(work),
            _ => false,
        });
        own
    }

    /// The day of an act on a document.
    fn day(&self, act: &Instruction, to: Work) -> Option<OwnDay> {
        if let Some(day) = self.acts.get(&to) {
            return Some(*day);
        }
        let around: HashSet<&str> =
            act.place.as_deref().into_iter().flat_map(ProvisionPath::enclosing).collect();
        // A last day alone leaves the first one to the document.
        let begins = |own: &&&Commencement| own.from.is_some() || own.has_unknown_day();
        let mut places = self.places.iter().filter(begins);
        let place = places.find(|own| own.anchors().any(|anchor| around.contains(anchor.as_str())));
        place.map(|own| day_of(own)).or_else(|| self.is_unclear.then_some(OwnDay::Unknown))
    }
}

fn day_of(own: &Commencement) -> OwnDay {
    own.from.map_or(OwnDay::Unknown, OwnDay::On)
}

/// The citation that names the document that something is done to.
fn cited<'a>(linked: &'a LinkedDocument, act: &Instruction) -> Option<&'a Citation> {
    match &linked.document.body.mentions.get(act.target)?.found {
        Found::Citation(citation) => Some(citation),
        Found::Person(_) => None,
    }
}

/// Something is done to a document that cannot be told for certain, or to the very document that says so.
fn unclear_target(
    site: &Site,
    linked: &LinkedDocument,
    act: &Instruction,
    possible: &[Work],
) -> Option<Diagnostic> {
    let citation = cited(linked, act)?;
    if citation.is_own_number {
        return Some(problems::acts_on_itself(act.span));
    }
    let symbol = citation.symbol.as_ref().map_or(citation.name.as_str(), |symbol| symbol.text.as_str());
    let with_year = |work: &Work| {
        let year = site.year_of(*work).map_or_else(String::new, |year| format!(" ({year})"));
        format!("{symbol}{year}")
    };
    let mut possible: Vec<String> = possible.iter().map(with_year).collect();
    possible.sort_unstable();
    possible.dedup();
    Some(problems::unclear_target(act.span, act.action.relation().name(), symbol, &possible))
}

/// A heading that sums up what is said one by one below it says nothing more; nor does it where that may mean another
/// document or provision.
fn drop_summaries(acts: &mut Vec<Said>) {
    let is_told = |said: &&Said| {
        let certainty = said.act.certainty;
        said.is_sure()
            || matches!(certainty, Certainty::Unsure(Doubt::OtherDocument | Doubt::NoSuchProvision))
    };
    let told: HashSet<(DocumentIndex, Work, Work)> = acts
        .iter()
        .filter(|said| !said.act.is_summary)
        .filter(is_told)
        .map(|said| (said.passage.document, said.from, said.to))
        .collect();
    acts.retain(|said| !said.act.is_summary || !told.contains(&(said.passage.document, said.from, said.to)));
}

/// A text that ends the whole of another and amends it from the same day says what cannot both hold: that it ends is then
/// unsure. Where front matter speaks of the two, that counts.
fn doubt_contradictions(acts: &mut [Said], pairs: &Pairs) {
    let mut amended: HashMap<(Work, Work), (Option<Date>, Span)> = HashMap::new();
    for said in acts.iter().filter(|said| said.is_own && said.is_sure() && !said.ends_whole()) {
        let goes_on = matches!(said.act.action, Action::Extends)
            && said.until.is_none_or(|until| said.since.is_none_or(|since| since <= until));
        if said.kind() == RelationKind::Amends || ends(said.kind()) || goes_on {
            let latest = amended.entry((said.from, said.to)).or_insert((said.since, said.act.span));
            if latest.0.is_some() && said.since.is_none_or(|since| latest.0 < Some(since)) {
                *latest = (said.since, said.act.span);
            }
        }
    }
    let is_doubtful = |said: &Said| {
        let Some((amended, _)) = amended.get(&(said.from, said.to)) else { return false };
        match (said.since, amended) {
            (Some(end), Some(amended)) => end <= *amended,
            (Some(_), None) => false,
            (None, _) => true,
        }
    };
    for said in acts.iter_mut().filter(|said| said.is_own && said.is_sure() && said.ends_whole()) {
        if !pairs.contains_key(&(said.from, said.to)) && is_doubtful(said) {
            said.act.certainty = Certainty::Unsure(Doubt::Contradiction);
        }
    }
}

/// A text that ends the same on two days says what cannot both hold: that it ends on the earlier one is then unsure, and the
/// later one counts. Where front matter speaks of the two documents, that counts.
fn doubt_earlier_ends(site: &Site, acts: &mut [Said], pairs: &Pairs) {
    let day = |said: &Said| said.since.or_else(|| site.effective_of(said.from));
    let is_meant = |said: &Said| {
        let names_what = said.act.extent == Extent::Whole || !said.act.provisions.is_empty();
        said.is_own && said.is_sure() && ends(said.kind()) && names_what
    };
    let mut last: HashMap<(Work, Work, Vec<String>), Date> = HashMap::new();
    let ending = |said: &Said| {
        let mut named: Vec<String> =
            said.act.provisions.iter().map(|provision| provision.words.clone()).collect();
        named.push(if said.act.in_attachment { ATTACHED.to_owned() } else { String::new() });
        named.sort_unstable();
        (said.from, said.to, named)
    };
    for said in acts.iter().filter(|said| is_meant(said)) {
        if let Some(day) = day(said) {
            let latest = last.entry(ending(said)).or_insert(day);
            *latest = day.max(*latest);
        }
    }
    for said in acts.iter_mut().filter(|said| is_meant(said)) {
        let is_earlier = day(said).zip(last.get(&ending(said))).is_some_and(|(own, last)| own < *last);
        if is_earlier && !pairs.contains_key(&(said.from, said.to)) {
            said.act.certainty = Certainty::Unsure(Doubt::Contradiction);
        }
    }
}

impl Joiner<'_, '_> {
    /// Joins what a document says of itself with what is known.
    fn join(&mut self, said: &Said) {
        let site = &self.linker.site;
        let known = self.pairs.get(&(said.from, said.to)).map(Vec::as_slice).unwrap_or_default();
        let matching = known
            .iter()
            .filter(|index| site.relation(**index).declared.is_some())
            .map(|index| (fit(site.relation(*index), said), *index))
            .max_by_key(|(fit, index)| (*fit, Reverse(*index)));
        match matching {
            Some((Fit::Same, index)) => {
                self.compare_days(index, said);
                self.attach(index, said);
            }
            Some((Fit::Contradicts, index)) => self.tell_contradiction(index, said),
            Some((Fit::Apart, _)) | None => {
                let same = known.iter().copied().find(|index| says_the_same(site.relation(*index), said));
                let index = same.unwrap_or_else(|| self.enter(said));
                self.attach(index, said);
            }
        }
    }

    /// Joins what a document says of two others: that is a relation only where nobody has said more of the two. Which
    /// provisions of the one the other touches such a sentence does not tell for certain.
    fn join_other(&mut self, said: &Said) {
        let known = self.pairs.get(&(said.from, said.to)).map(Vec::as_slice).unwrap_or_default();
        let site = &mut self.linker.site;
        let same = known.iter().copied().find(|index| site.relation(*index).kind == said.kind());
        if let Some(index) = same {
            let relation = &mut site.relations[index.0];
            if relation.passages.is_empty() {
                relation.passages.push(said.passage);
            }
        } else if known.iter().all(|index| fit(site.relation(*index), said) == Fit::Apart) {
            let index = self.enter(said);
            self.linker.site.relations[index.0].passages.push(said.passage);
        }
    }

    /// Keeps what may be meant, unless what is certain settles it.
    fn join_unsure(&mut self, said: &Said) {
        let Certainty::Unsure(doubt) = said.act.certainty else { return };
        // Of two other documents only what concerns one that is held matters to a reader.
        if !said.is_own && !matches!(said.to, Work::Held(_)) {
            return;
        }
        let known = self.pairs.get(&(said.from, said.to)).map(Vec::as_slice).unwrap_or_default();
        let site = &self.linker.site;
        let settles = |relation: &Relation| match (relation.declared, doubt) {
            (_, Doubt::OnlyAnnounced) | (Some(_), Doubt::SeveralVerbs) => relation.changes(),
            (Some(_), _) => relation.kind == said.kind() && shares_provision(relation, said),
            (None, _) => false,
        };
        if known.iter().any(|index| settles(site.relation(*index))) {
            return;
        }
        let same = known.iter().copied().find(|index| says_the_same(site.relation(*index), said));
        let index = same.unwrap_or_else(|| self.enter(said));
        self.attach(index, said);
    }

    fn enter(&mut self, said: &Said) -> RelationIndex {
        let relation = Relation {
            kind: said.kind(),
            from: said.from,
            to: said.to,
            provisions: Vec::new(),
            extent: said.act.extent,
            ends_wording: false,
            certainty: said.act.certainty,
            since: said.since,
            until: said.until,
            is_open_ended: said.is_open_ended,
            note: None,
            declared: None,
            passages: Vec::new(),
            outcome: Outcome::Counts(None),
        };
        let index = enter(self.linker, relation);
        self.pairs.entry((said.from, said.to)).or_default().push(index);
        index
    }

    /// Keeps a sentence beside a relation, and what it says where nothing was said.
    fn attach(&mut self, index: RelationIndex, said: &Said) {
        let relation = &mut self.linker.site.relations[index.0];
        let passage = relation.passages.len();
        // What front matter leaves open the text tells.
        let is_first = passage == 0;
        relation.ends_wording = said.ends_wording() || (relation.ends_wording && !is_first);
        relation.passages.push(said.passage);
        relation.since = relation.since.or(said.since);
        relation.until = relation.until.or(said.until);
        let act = &said.act;
        let is_stated = relation.declared.is_some();
        relation.is_open_ended |= is_stated && relation.until.is_none() && said.is_open_ended;
        // The sentence about a provision is the one that is shown there.
        for (at, stated) in
            relation.provisions.iter_mut().enumerate().filter(|(_, stated)| stated.is_declared)
        {
            let is_meant = |read: &&NamedProvision| {
                let same = stated.anchor() == read.anchor() || stated.anchor().is_none();
                same && is_same_place(stated, read, act)
            };
            if let Some(read) = said.provisions.iter().find(is_meant) {
                if self.meant.insert((index, at)) {
                    stated.passage = Some(passage);
                    stated.path.clone_from(&read.path);
                    stated.attached.clone_from(&read.attached);
                    stated.is_part = read.is_part;
                }
            } else if said.provisions.iter().any(|read| is_same_place(stated, read, act)) {
                stated.passage = stated.passage.or(Some(passage));
            }
        }
        // What cannot be read in front matter says nothing against what is read in the text.
        if relation.provisions.iter().any(is_readable) {
            return;
        }
        if act.extent == Extent::Partial {
            relation.extent = Extent::Partial;
        }
        let named = said.provisions.iter().cloned();
        relation.provisions.extend(named.map(|named| NamedProvision { passage: Some(passage), ..named }));
    }

    fn tell_contradiction(&mut self, index: RelationIndex, said: &Said) {
        let relation = self.linker.site.relation(index);
        let Some(span) = relation.declared.filter(|_| self.contradicted.insert(index)) else { return };
        let declared = words_of(relation.kind, relation.extent);
        let told = words_of(said.kind(), said.act.extent);
        self.linker.diagnostics.push(problems::contradiction(span, &declared, said.act.span, &told));
    }

    /// Provisions that front matter and text tell differently: one that is stated while the text names others, and one that
    /// the text names beside those that are stated.
    fn compare_provisions<'s>(&mut self, said: impl Iterator<Item = &'s Said>) {
        let mut of_kind: BTreeMap<(Work, Work, RelationKind), Vec<&Said>> = BTreeMap::new();
        for said in said.filter(|said| !said.act.is_summary) {
            of_kind.entry((said.from, said.to, said.kind())).or_default().push(said);
        }
        let mut told: Vec<(RelationIndex, String, Span, String, bool)> = Vec::new();
        for ((from, to, kind), said) in &of_kind {
            let pair = self.pairs.get(&(*from, *to)).map(Vec::as_slice).unwrap_or_default();
            let relations = || pair.iter().map(|index| (*index, self.linker.site.relation(*index)));
            let stated =
                || relations().filter(|(_, relation)| relation.declared.is_some() && relation.kind == *kind);
            let provisions = || {
                stated()
                    .flat_map(|(index, relation)| relation.provisions.iter().map(move |named| (index, named)))
            };
            if !provisions().any(|(_, named)| is_readable(named)) {
                continue;
            }
            let names_all =
                said.iter().all(|said| said.provisions.iter().any(|read| read.anchor().is_some()));
            let is_said = |named: &NamedProvision| {
                said.iter()
                    .any(|said| said.provisions.iter().any(|read| is_same_place(named, read, &said.act)))
            };
            // Another provision is another matter; the same number in another text is a slip.
            let is_said_elsewhere = |named: &NamedProvision| {
                let bare = NamedProvision { attached: None, ..named.clone() };
                said.iter().any(|said| {
                    let read =
                        said.provisions.iter().map(|read| NamedProvision { attached: None, ..read.clone() });
                    let mut read = read;
                    read.any(|read| is_same_place(&bare, &read, &said.act))
                })
            };
            let alone = provisions().find(|(_, named)| {
                names_all
                    && is_readable(named)
                    && !is_said(named)
                    && is_said_elsewhere(named)
                    && self.linker.site.has_place(*to, named)
            });
            let passages: HashSet<(DocumentIndex, usize)> = stated()
                .flat_map(|(_, relation)| &relation.passages)
                .map(|passage| (passage.document, passage.instruction))
                .collect();
            let joined = said
                .iter()
                .filter(|said| passages.contains(&(said.passage.document, said.passage.instruction)));
            let beside = joined.flat_map(|said| said.provisions.iter().map(move |read| (*said, read))).find(
                |(said, read)| {
                    read.anchor().is_some()
                        && !provisions().any(|(_, named)| is_same_place(named, read, &said.act))
                },
            );
            let is_both = beside.is_none();
            let first = said.first().and_then(|said| Some((*said, said.provisions.first()?)));
            let (Some((said, read)), Some((index, named))) =
                (beside.or(first.filter(|_| alone.is_some())), alone.or_else(|| provisions().next()))
            else {
                continue;
            };
            told.push((
                index,
                format!("{} {}", kind.name(), named.words),
                said.act.span,
                format!("{} {}", kind.name(), words_said(read, &said.act)),
                is_both,
            ));
        }
        told.sort();
        for (index, one, span, other, is_both) in told {
            let declared = self.linker.site.relation(index).declared;
            if let Some(declared) = declared.filter(|_| self.contradicted.insert(index)) {
                self.linker
                    .diagnostics
                    .push(problems::other_provision(declared, &one, span, &other, is_both));
            }
        }
    }

    /// Days that front matter and text tell differently.
    fn compare_days(&mut self, index: RelationIndex, said: &Said) {
        let relation = self.linker.site.relation(index);
        let Some(span) = relation.declared.filter(|_| relation.passages.is_empty()) else { return };
        let days = [("from", relation.since, said.since), ("until", relation.until, said.until)];
        for (field, declared, told) in days {
            if let (Some(declared), Some(told)) = (declared, told)
                && declared != told
            {
                self.linker.diagnostics.push(problems::other_day(span, field, declared, said.act.span, told));
            }
        }
    }
}

/// Says that a text is attached to another.
pub(super) const ATTACHED: &str = "kèm theo";

/// Which attached text of a document a sentence names: `của Quy định ban hành kèm theo Nghị quyết số ...`.
fn within(site: &Site, work: Work, sentence: &str) -> Within {
    let before = slug(attachments_of_others(sentence).next().unwrap_or(sentence));
    let attached = attached_texts(site, work).filter(|provision| before.contains(&provision.anchor));
    the_only(attached).unwrap_or(Within::Unclear)
}

/// The anchor of the attached text of a document that words name: `Điều 5 của Quy định ban hành kèm theo`.
pub(super) fn attached_anchor(site: &Site, work: Work, words: &str) -> Option<String> {
    match within(site, work, words) {
        Within::Attached(anchor) => Some(anchor),
        Within::Itself | Within::Unclear => None,
    }
}

/// The only text that is attached to a document.
fn within_only(site: &Site, work: Work) -> Within {
    the_only(attached_texts(site, work)).unwrap_or(Within::Unclear)
}

fn the_only<'a>(mut attached: impl Iterator<Item = &'a Provision>) -> Option<Within> {
    let first = attached.next()?;
    attached.next().is_none().then(|| Within::Attached(first.anchor.clone()))
}

/// The texts that are attached to a document, its annexes apart.
pub(super) fn attached_texts(site: &Site, work: Work) -> impl Iterator<Item = &Provision> {
    let law = match work {
        Work::Held(index) => site.document(index).document.body.law.as_ref(),
        Work::Known(_) => None,
    };
    let provisions = law.map(|law| law.provisions.as_slice()).unwrap_or_default();
    provisions.iter().filter(|provision| {
        provision.depth == 0
            && provision.role != Role::Basis
            && ProvisionPath::from_anchor(&provision.anchor).is_none()
    })
}

/// How a sentence stands to a relation between the same documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Both can be so.
    Apart,
    /// They cannot both be so.
    Contradicts,
    /// They say the same.
    Same,
}

fn fit(relation: &Relation, said: &Said) -> Fit {
    let (declared, told) = (relation.kind, said.kind());
    let is_whole = relation.ends_whole();
    if declared == told {
        return match (relation.extent, said.act.extent) {
            (one, other) if one != other && depends_on_extent(told) => Fit::Contradicts,
            (Extent::Partial, Extent::Partial) if !shares_provision(relation, said) => Fit::Apart,
            _ => Fit::Same,
        };
    }
    match (is_whole, said.ends_whole()) {
        // `hết hiệu lực` says no more than that it is replaced or repealed.
        (true, true) if said.act.action == Action::Ends => Fit::Same,
        (true, true) => Fit::Contradicts,
        (true, false) if told == RelationKind::Amends || ends(told) => Fit::Contradicts,
        (false, true) if declared == RelationKind::Amends || ends(declared) => Fit::Contradicts,
        _ => Fit::Apart,
    }
}

/// Whether a sentence belongs to a relation that texts make.
fn says_the_same(relation: &Relation, said: &Said) -> bool {
    relation.declared.is_none()
        && relation.certainty == said.act.certainty
        && relation.kind == said.kind()
        && (relation.since, relation.until) == (said.since, said.until)
        && (relation.extent == said.act.extent || !depends_on_extent(relation.kind))
}

/// Whether a sentence is about provisions that a relation names, or one of the two names none.
fn shares_provision(relation: &Relation, said: &Said) -> bool {
    let is_shared =
        |stated: &NamedProvision| said.provisions.iter().any(|read| is_same_place(stated, read, &said.act));
    let mut named = relation.provisions.iter().filter(|named| named.anchor().is_some()).peekable();
    named.peek().is_none()
        || said.provisions.iter().all(|read| read.anchor().is_none())
        || relation.provisions.iter().any(is_shared)
}

/// Whether front matter names a provision so that it can be told which, or as the text does.
fn is_readable(stated: &NamedProvision) -> bool {
    stated.is_declared && (stated.anchor().is_some() || stated.passage.is_some())
}

/// Whether a provision is the one that a sentence names, lies in it or holds it.
fn is_same_place(stated: &NamedProvision, read: &NamedProvision, act: &Instruction) -> bool {
    let holds = |outer: &str, inner: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    match (stated.anchor(), read.anchor()) {
        (Some(one), Some(other)) => holds(&one, &other) || holds(&other, &one),
        _ => match_key(&stated.words) == match_key(&words_said(read, act)),
    }
}

/// The provisions that a sentence names, with the attached text that they are in.
fn provisions_said(act: &Instruction, within: &Within) -> Vec<NamedProvision> {
    let named = |TargetProvision { words, path, is_part }: &TargetProvision| NamedProvision {
        words: words.clone(),
        // Annexes are numbered apart from what else is attached.
        path: path.as_ref().filter(|path| *within != Within::Unclear || is_annex(path)).cloned(),
        attached: match within {
            Within::Attached(anchor) if !path.as_ref().is_some_and(is_annex) => Some(anchor.clone()),
            _ => None,
        },
        is_part: *is_part,
        span: act.span,
        is_declared: false,
        passage: None,
    };
    act.provisions.iter().map(named).collect()
}

fn is_annex(path: &ProvisionPath) -> bool {
    path.anchor().starts_with("phu-luc-")
}

fn words_of(kind: RelationKind, extent: Extent) -> String {
    match extent {
        Extent::Whole if depends_on_extent(kind) => format!("{} the whole", kind.name()),
        Extent::Partial if depends_on_extent(kind) => format!("{} a part", kind.name()),
        Extent::Whole | Extent::Partial => kind.name().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;
    use crate::document::{Document, parse};
    use crate::inputs::BuildTime;
    use crate::legal::KnownNames;
    use crate::link::{Drafts, Linkable, Status, link};
    use crate::path::SitePath;
    use crate::text::{FileId, Source, parse_date};

    const OLD: &str = "title: Cũ\nnumber: 1/2020/NQ-HĐND\ndate: 2020-07-10\neffective: 2020-07-20";
    const NEW: &str = "title: Mới\nnumber: 2/2025/NQ-HĐND\ndate: 2025-07-10\neffective: 2025-07-20";
    const ONE: &str = "Điều 1. Một\n\nSửa đổi khoản 2 Điều 1 Nghị quyết số 1/2020/NQ-HĐND ngày 10/7/2020.";
    const TWO: &str = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 1/2020/NQ-HĐND ngày 10/7/2020 như sau:\n\n1. \
                       Sửa đổi, bổ sung khoản 2 Điều 1 như sau:\n\n“2. Ba.”";

    fn document(file: u32, name: &str, front: &str, text: &str) -> Document {
        let text = format!("---\n{front}\n---\n{text}\n");
        let path = SitePath::new(&format!("content/resolutions/{name}.md")).unwrap();
        parse(&Source { id: FileId(file), path, text }, &KnownNames::default()).value.unwrap()
    }

    /// The older document and what is linked to it, after the instructions of the newer one have been changed.
    fn linked(front: &str, text: &str, change: impl Fn(usize, &mut Instruction)) -> Site {
        let old = document(0, "a", OLD, "Điều 1. Một\n\n1. Một.\n\n2. Hai.");
        let mut new = document(1, "b", &format!("{NEW}\n{front}"), text);
        let law = new.body.law.as_mut().unwrap();
        assert!(!law.instructions.is_empty(), "{text}");
        for (at, act) in law.instructions.iter_mut().enumerate() {
            change(at, act);
        }
        let documents = vec![Arc::new(old), Arc::new(new)];
        let time = BuildTime { day: parse_date("2026-06-01").unwrap(), time: None };
        let linkable = Linkable { documents, ..Linkable::default() };
        link(linkable, &Config::default(), time, Drafts::Hidden).value
    }

    fn status(site: &Site) -> Status {
        site.documents[0].validity.status
    }

    #[test]
    fn a_document_has_ended_in_part_where_wording_has_ended() {
        use Action::{
            Corrects, Delete, DeleteWords, Insert, InsertWords, Other, Rename, Replace, ReplaceWords,
        };
        for (action, expected) in [
            (Replace, Status::PartlyExpired),
            (Delete, Status::PartlyExpired),
            (ReplaceWords, Status::PartlyExpired),
            (DeleteWords, Status::PartlyExpired),
            (Insert, Status::InForce),
            (InsertWords, Status::InForce),
            (Rename, Status::InForce),
            (Other, Status::InForce),
            (Corrects, Status::InForce),
        ] {
            let site = linked("", ONE, |_, act| act.action = action);
            assert_eq!(status(&site), expected, "{action:?}");
            let relation = &site.relations[0];
            assert_eq!((relation.ends_wording, relation.certainty), (action.ends_wording(), Certainty::Read));
            // What front matter leaves open the text tells.
            if action.relation() == RelationKind::Amends {
                let site = linked("amends: [1/2020/NQ-HĐND]", ONE, |_, act| act.action = action);
                assert_eq!(status(&site), expected, "stated, {action:?}");
                assert_eq!(site.relations[0].certainty, Certainty::Stated);
            }
        }
    }

    #[test]
    fn a_summary_counts_where_nothing_is_said_one_by_one() {
        let summary = |action: Action| {
            move |at: usize, act: &mut Instruction| {
                act.is_summary = at == 0;
                act.action = if at == 0 { action } else { Action::Insert };
            }
        };
        let site = linked("", TWO, summary(Action::Replace));
        assert_eq!((status(&site), site.relations.len()), (Status::InForce, 1));
        assert_eq!(site.relations[0].passages.len(), 1);
        for (action, expected) in [
            (Action::Replace, Status::PartlyExpired),
            (Action::Other, Status::PartlyExpired),
            (Action::Insert, Status::InForce),
        ] {
            assert_eq!(status(&linked("", ONE, summary(action))), expected, "{action:?}");
        }
    }

    #[test]
    fn what_is_unsure_changes_nothing_and_stands_apart() {
        for doubt in Doubt::ALL {
            let unsure = |_: usize, act: &mut Instruction| {
                act.certainty = Certainty::Unsure(doubt);
                (act.action, act.extent) = (Action::Repeals, Extent::Whole);
            };
            let site = linked("", ONE, unsure);
            assert_eq!(status(&site), Status::InForce, "{doubt:?}");
            let (old, new) = (&site.documents[0], &site.documents[1]);
            assert!(old.inverse_relations.is_empty() && old.changes.is_empty() && new.relations.is_empty());
            assert_eq!((old.inverse_doubts.len(), new.doubts.len()), (1, 1), "{doubt:?}");
            assert_eq!(site.relations[0].outcome, Outcome::Unsure);
            for (front, is_settled) in [
                ("repeals: [{document: 1/2020/NQ-HĐND, provisions: [khoản 2 Điều 1]}]", true),
                ("does_not_affect: [1/2020/NQ-HĐND]", true),
                ("based_on: [1/2020/NQ-HĐND]", false),
            ] {
                let site = linked(front, ONE, unsure);
                assert_eq!(site.documents[0].inverse_doubts.is_empty(), is_settled, "{doubt:?} {front}");
            }
        }
    }

    #[test]
    fn an_announcement_is_settled_by_what_is_read_below_it() {
        let site = linked("", TWO, |at, act| {
            if at == 0 {
                act.certainty = Certainty::Unsure(Doubt::OnlyAnnounced);
            }
        });
        assert!(site.documents[0].inverse_doubts.is_empty());
        assert_eq!(site.documents[0].inverse_relations.len(), 1);
    }
}
