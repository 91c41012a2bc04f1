//! What a sentence leaves to the parts below it: a verb, a document, a provision.

use std::ops::Range;

use super::clause::Found;
use super::provision::entry::Entry;
use super::quoted::Group;
use super::sentence::{Reading, Scope, Sentence};
use super::target::is_link;
use super::time::{Times, span_at};
use super::verb::{Family, Order, Verb};
use super::words::{CONTENTS, DOCUMENTS, FOLLOWS, LIST, QUANTITIES, leads_below};
use super::{Action, Agent, AnnexList, Doubt, Extent, Instruction};
use crate::legal::structure::phrase::{Phrase, phrases, words};
use crate::legal::structure::token::{Kind, Token, word};

/// What a sentence leaves to the parts below it: `Bãi bỏ các Nghị quyết sau:`, `Sửa đổi Nghị quyết số A như sau:`.
#[derive(Debug, Clone)]
pub(super) struct Context {
    pub(super) verb: Verb,
    pub(super) share: Share,
    pub(super) below: Below,
    pub(super) times: Times,
    /// What makes all unsure that is said below.
    pub(super) doubt: Option<Doubt>,
    /// The provision that those below are counted from.
    pub(super) holder: Option<Entry>,
    pub(super) in_attachment: bool,
    /// Whether provisions may stand below without a verb: `Bãi bỏ các điều, khoản sau của Nghị quyết số A:`.
    pub(super) lists_provisions: bool,
    /// Where words are its object, those that it quotes: `Thay cụm từ “a” bằng “b” tại các Nghị quyết sau:`.
    pub(super) words: Option<Vec<Group>>,
    /// The instruction that only announces what the parts below say one by one, by its number in the reading: `Sửa đổi một
    /// số khoản của Điều 3 như sau:`.
    pub(super) parent: Option<usize>,
}

/// How much is meant of each document of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// The whole, unless an item says less.
    Whole,
    /// `Bãi bỏ một phần các Nghị quyết sau:`
    Part,
    /// The whole of some and a part of others: `Bãi bỏ toàn bộ, một phần các Nghị quyết sau:`.
    Either,
}

impl Share {
    fn of(is_part: bool) -> Self {
        if is_part { Self::Part } else { Self::Whole }
    }
}

/// What the parts below a sentence are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Below {
    /// The document that the sentence names.
    Document(Range<usize>),
    /// Documents that they name themselves.
    List,
    /// What others are told to do: `Giao Ủy ban nhân dân tỉnh:`.
    Orders,
    /// Nothing that they lack: it brings no more than its doubt and its days.
    Nothing,
}

/// A list of documents that stands in an annex: `bãi bỏ các nghị quyết tại Phụ lục II kèm theo Nghị quyết này`.
#[derive(Debug, Clone)]
pub(super) struct Elsewhere {
    /// The annex that is named, by its number in anchors (`2`).
    pub(super) annex: Option<String>,
    pub(super) context: Context,
    pub(super) sentence: Range<usize>,
    /// Whether its documents were read where they stand.
    pub(super) is_read: bool,
    /// Whether the sentence is a heading that names no list: one may stand right below it.
    pub(super) is_heading: bool,
}

impl Elsewhere {
    /// Whether the list stands in the annex with this number; empty where the annex has none.
    pub(super) fn is_in(&self, number: &str) -> bool {
        !self.is_heading && self.annex.as_deref().is_none_or(|annex| annex == number)
    }

    /// The list as the text tells it, where its documents were not read.
    pub(super) fn annex_list(&self) -> AnnexList {
        let Context { verb, share, times, .. } = &self.context;
        let is_part = *share != Share::Whole || verb.family.amends();
        AnnexList {
            annex: self.annex.clone(),
            action: verb.family.action(),
            extent: if is_part { Extent::Partial } else { Extent::Whole },
            from: times.from,
            until: times.until,
            doubt: self.context.doubt,
            sentence: self.sentence.clone(),
            is_heading: self.is_heading,
        }
    }
}

impl Context {
    pub(super) fn of(below: Below) -> Self {
        Self {
            verb: Verb { family: Family::Amend, order: Order::Far },
            share: Share::Whole,
            below,
            times: Times::default(),
            doubt: None,
            holder: None,
            in_attachment: false,
            lists_provisions: false,
            words: None,
            parent: None,
        }
    }

    /// Its verb, as if it stood before the first word of a part below.
    pub(super) fn found(&self) -> Found {
        Found {
            verb: self.verb,
            from: 0,
            to: 0,
            is_passive: false,
            is_mixed: false,
            amends: self.verb.family.amends(),
        }
    }

    /// Whether it is about the wording of one document.
    pub(super) fn amends(&self) -> bool {
        self.verb.family.amends() && matches!(self.below, Below::Document(_))
    }
}

impl Sentence<'_> {
    /// The document that the part above is about.
    pub(super) fn document_above(&self) -> Option<Range<usize>> {
        match &self.context?.below {
            Below::Document(range) => Some(range.clone()),
            Below::List | Below::Orders | Below::Nothing => None,
        }
    }

    /// What the sentence leaves to the parts below, where it ends with a colon or with a verb that lacks its object. What
    /// it says itself is `found`, of which the first has the number `first` in the reading.
    pub(super) fn context(
        &self,
        verbs: &[Found],
        own_verb: Option<Found>,
        found: &[Instruction],
        first: usize,
    ) -> Option<Context> {
        let ends_open = leads_below(self.tokens);
        if ends_open && found.is_empty() && self.is_ordered(self.tokens.len()) {
            return Some(Context::of(Below::Orders));
        }
        if ends_open && verbs.is_empty() && self.mentions.is_empty() && self.begins_with_day() {
            // `Từ ngày 01 tháng 01 năm 2027:`
            let times = Times::of(self.tokens, false, |_| false);
            let is_clear = times.from.is_some() && !self.leaves_any_words(verbs);
            let doubt = (!is_clear).then_some(Doubt::NotUnderstood);
            return Some(Context { times, doubt, ..Context::of(Below::Nothing) });
        }
        // `b) Một phần:` in a list of documents
        if let Some(above) =
            self.context.filter(|above| above.below == Below::List && self.mentions.is_empty())
        {
            let all = 0..self.tokens.len();
            if self.says_part(all.clone()) || (ends_open && verbs.is_empty() && self.says_whole(all.clone()))
            {
                return Some(Context { share: Share::of(self.says_part(all)), ..above.clone() });
            }
        }
        let parent = found.iter().rposition(|instruction| instruction.agent == Agent::This);
        let own = parent.map(|index| &found[index]);
        let parent = parent.map(|index| first + index);
        if verbs.is_empty() && ends_open && self.names_place_only() {
            // `1. Tại Điều 3:`
            let above = self.context?;
            let entry = self.lists.first().and_then(|list| list.entries.first()).cloned();
            let holder = entry.map(|entry| entry.within(above.holder.as_ref()));
            return Some(Context { holder, parent, ..above.clone() });
        }
        // `1. Nghị quyết số A:` in a list of documents, with its provisions below. A verb may stand in its title.
        let ends = |verb: &Found| matches!(verb.verb.family, Family::Replace | Family::Repeal | Family::End);
        let heads_provisions = |above: &&Context| {
            let is_same = |verb: &Found| ends(verb) == ends(&above.found()) || self.is_in_title(verb.to);
            let own = found.iter().filter(|one| one.agent == Agent::This).count();
            above.below == Below::List && own == 1 && verbs.iter().all(is_same)
        };
        if ends_open && let Some((above, own)) = self.context.filter(heads_provisions).zip(own) {
            let (below, in_attachment) = (Below::Document(own.target.clone()), own.in_attachment);
            return Some(Context { below, in_attachment, lists_provisions: true, parent, ..above.clone() });
        }
        if verbs.is_empty() && ends_open {
            return None;
        }
        let leading = verbs.iter().rfind(|verb| !verb.is_passive || verb.verb.order == Order::Before);
        let ending = leading.filter(|verb| verb.verb.order == Order::Before);
        // `Điều 3 được sửa đổi, bổ sung như sau:`
        let is_behind = |verb: &&Found| verb.is_passive || self.follows_provisions(verb);
        let backwards =
            verbs.last().filter(|verb| ends_open && own.is_some() && verb.amends && is_behind(verb));
        let listing = verbs.last().filter(|verb| found.is_empty() && self.heads_list(verb));
        let verb = ending.copied().or(own_verb).or(backwards.copied()).or(listing.copied())?;
        // `Bãi bỏ một số quy định sau:` below a sentence about one document
        let names_contents = self.document_above().is_some() && self.names_contents(verb.to);
        let names_list = (self.names_documents(verb.to) && !names_contents)
            || (verb.verb.order == Order::Before && self.names_documents(0));
        let is_bare = own.is_none()
            && (names_list || self.heads_list(&verb) || self.is_near(verb.to, self.tokens.len(), false));
        if !ends_open && !is_bare && own.is_none() {
            return None;
        }
        // `1. Thay thế một số cụm từ của Quy định như sau:` goes on with the document above.
        let above = self.document_above().filter(|_| !names_list && self.mentions.is_empty());
        let document = own.map(|own| own.target.clone()).or_else(|| above.clone());
        let below = document.map_or(Below::List, Below::Document);
        let inherits = own.is_none() && above.is_some();
        let holder = own.and_then(|_| self.single_entry(&verb));
        let is_some_of = holder.as_ref().is_some_and(Entry::is_part);
        Some(Context {
            verb: verb.verb,
            share: if own.is_some() { Share::Whole } else { self.share_of_list(&verb, names_list) },
            words: self.words_left(&verb, &below),
            below,
            times: self.times_within(0..self.tokens.len(), verb.verb.family),
            doubt: None,
            holder: holder.or_else(|| self.context.and_then(|context| context.holder.clone())),
            in_attachment: own.is_some_and(|own| own.in_attachment)
                || (inherits && self.names_attachment(verb.to)),
            lists_provisions: ends_open
                && match own {
                    Some(own) => (own.is_summary || own.action == Action::Corrects) && own.words.is_none(),
                    None => inherits && !self.names_wordings(verb.to),
                },
            parent: parent.filter(|_| is_some_of),
        })
    }

    /// How much is meant of each document of the list that a sentence leads to.
    fn share_of_list(&self, verb: &Found, names_list: bool) -> Share {
        let all = verb.to..self.tokens.len();
        let says_part = self.says_part(all.clone());
        if says_part && self.says_whole(all.clone()) {
            return Share::Either;
        }
        // `Bãi bỏ các quy định về phí tại:`, `Các quy định về phí tại các Nghị quyết sau hết hiệu lực:`
        let last = self.tokens.len().saturating_sub(1);
        let names_content = |from: usize| {
            let content = self.behind_quantities(from);
            self.phrase(CONTENTS, content).is_some_and(|(_, end)| end <= last)
        };
        let ends_in_link = last > all.start && is_link(&self.tokens[last - 1]) && names_content(all.start);
        let is_behind = verb.is_behind() && LIST.ends_at(self.tokens, 0).is_none();
        let says_before = is_behind
            && (self.names_content_of_documents(0, verb.from)
                || self.names_parts(0, self.behind_quantities(0) + 1));
        let names_part = ends_in_link
            || says_before
            || self.names_content_of_documents(all.start, all.end)
            || (!names_list && self.names_parts(all.start, all.end));
        Share::of(says_part || names_part)
    }

    /// The words that a verb is about, which the parts below name documents or provisions of.
    fn words_left(&self, verb: &Found, below: &Below) -> Option<Vec<Group>> {
        let quoted = match below {
            Below::List => self.quoted_words(verb, self.tokens.len()),
            Below::Document(_) | Below::Orders | Below::Nothing => Vec::new(),
        };
        (!quoted.is_empty() || self.names_wordings(verb.to)).then_some(quoted)
    }

    /// `Danh mục nghị quyết bãi bỏ toàn bộ`, as the heading of a list
    pub(super) fn heads_list(&self, verb: &Found) -> bool {
        let at = self.behind_quantities(LIST.ends_at(self.tokens, 0).unwrap_or(0));
        let Some((_, end)) = self.phrase(DOCUMENTS, at) else { return false };
        let is_ending = matches!(verb.verb.family, Family::Replace | Family::Repeal | Family::End);
        let leads = leads_below(self.tokens) && verb.is_passive;
        let mut at = verb.to;
        while let Some(token) = self.tokens.get(at) {
            let day = span_at(self.tokens, at).filter(|_| leads);
            let is_light = token.kind == Kind::Mark
                || token.is_among(QUANTITIES)
                || (leads && token.is_among(words!("gồm bao như sau đây")));
            let Some(next) = day.or(is_light.then_some(at + 1)) else { break };
            at = next;
        }
        let is_alone = at >= self.tokens.len();
        let is_all = at > 0 && end + usize::from(verb.is_passive) == verb.from && is_alone;
        is_ending && is_all && self.scope == Scope::Acts && self.mentions.is_empty()
    }

    /// Whether the sentence names no more than a place: `Tại Điều 3:`, `Điều 3 như sau:`.
    pub(super) fn names_place_only(&self) -> bool {
        let is_alone = self.lists.first().is_some_and(|list| {
            let end = FOLLOWS.ends_at(self.tokens, list.to).unwrap_or(list.to);
            list.from == 0 && end + 1 >= self.tokens.len()
        });
        self.mentions.is_empty() && (self.begins_with_place() || is_alone)
    }

    /// Whether the text attached to the document above is meant: `của Quy định`, or nothing else is said.
    pub(super) fn names_attachment(&self, from: usize) -> bool {
        const ATTACHED: &[Phrase] = phrases!("quy định, quy chế");
        const ITSELF: Phrase = Phrase::new("nghị quyết");
        let is_above = self.context.is_some_and(|context| context.in_attachment);
        let names = |phrases: &[Phrase]| self.says(phrases, from..self.tokens.len());
        let is_named = names(ATTACHED) && !self.names_contents(from);
        if names(&[ITSELF]) && !is_named { false } else { is_above || is_named }
    }

    /// The only provision that a verb is about.
    pub(super) fn single_entry(&self, verb: &Found) -> Option<Entry> {
        let is_behind = verb.is_passive || self.follows_provisions(verb);
        let (from, to) = if is_behind { (0, verb.from) } else { (verb.to, self.tokens.len()) };
        let provisions = self.provisions(from, to);
        match provisions.entries.as_slice() {
            [entry] => {
                let above = self.context.and_then(|context| context.holder.as_ref());
                Some(entry.clone().within(provisions.holder.as_ref().or(above)))
            }
            _ => None,
        }
    }

    /// Lists of documents in annexes of this document: `bãi bỏ toàn bộ các Nghị quyết tại Phụ lục I; bãi bỏ một phần các
    /// Nghị quyết tại Phụ lục II`.
    pub(super) fn read_elsewhere(&self, verbs: &[Found], context: Option<&Context>, reading: &mut Reading) {
        let Some(context) = context.filter(|context| context.below == Below::List) else { return };
        // `điều chỉnh văn bản hướng dẫn ...` is about none that a list could name.
        let is_list =
            |verb: &Found| self.names_documents(verb.to) && self.behind_quantities(verb.to) > verb.to;
        let names_documents = || verbs.iter().any(is_list);
        if !self.mentions.is_empty() || (context.verb.family.amends() && !names_documents()) {
            return;
        }
        let ends_open = leads_below(self.tokens);
        let mut add = |annex: Option<String>, context: Context, is_heading: bool| {
            let sentence = self.bytes();
            reading.elsewhere.push(Elsewhere { annex, context, sentence, is_read: false, is_heading });
        };
        let objects =
            verbs.iter().enumerate().map(|(index, verb)| (verb, verb.to..self.before_next(verbs, index)));
        let objects: Vec<(&Found, Range<usize>)> = objects
            .filter(|(verb, range)| {
                !verb.is_passive && verb.verb.order != Order::Before && self.names_annex(range.clone())
            })
            .collect();
        let names_list = !objects.is_empty() || self.names_annex(0..self.tokens.len());
        if objects.is_empty() && (names_list || ends_open) {
            for annex in self.annexes(0..self.tokens.len()) {
                add(annex, context.clone(), false);
            }
        }
        for (verb, range) in objects {
            let is_part = self.says_part(range.clone())
                || (context.share == Share::Part && !self.says_whole(range.clone()));
            for annex in self.annexes(range) {
                add(annex, Context { verb: verb.verb, share: Share::of(is_part), ..context.clone() }, false);
            }
        }
        // `Bãi bỏ các nghị quyết của Hội đồng nhân dân tỉnh` or `Bãi bỏ`, and below a list or a table
        if !names_list && (names_documents() || (!ends_open && self.is_verb_only(verbs))) {
            add(None, context.clone(), true);
        }
    }

    /// Whether the sentence is a verb that lacks its object, and nothing more: `Bãi bỏ toàn bộ`.
    fn is_verb_only(&self, verbs: &[Found]) -> bool {
        let [verb] = verbs else { return false };
        let is_light = |token: &Token| token.kind == Kind::Mark || token.is_among(QUANTITIES);
        self.tokens[..verb.from].iter().chain(&self.tokens[verb.to..]).all(is_light)
    }

    /// Whether an annex or a list is named in a range of tokens.
    pub(super) fn names_annex(&self, range: Range<usize>) -> bool {
        const ANNEX: &[Phrase] = phrases!("phụ lục, danh mục");
        self.says(ANNEX, range)
    }

    /// The numbers of the annexes that are named in a range of tokens; one without a number where none has.
    pub(super) fn annexes(&self, range: Range<usize>) -> Vec<Option<String>> {
        let lists = self.lists.iter().filter(|list| range.start <= list.from && list.to <= range.end);
        let numbered: Vec<Option<String>> =
            lists.flat_map(|list| &list.entries).filter_map(Entry::annex_number).map(Some).collect();
        if numbered.is_empty() { vec![None] } else { numbered }
    }

    /// `toàn bộ các Nghị quyết`
    pub(super) fn says_whole(&self, range: Range<usize>) -> bool {
        self.tokens[range].windows(2).any(|pair| pair[0].is_word(word("toàn")) && pair[1].is_word(word("bộ")))
    }
}
