//! Which documents a verb is about, and which of their provisions.

use std::ops::Range;

use super::Doubt;
use super::clause::Found;
use super::mention::Mention;
use super::provision::{Entry, Named};
use super::sentence::Sentence;
use super::time::term_end;
use super::verb::{Family, Order, verb_at};
use super::words::{
    ATTACHMENTS, BY, CONTENTS, FILLERS, GROUNDS, LINKS, NAMED, PARTS, PASSIVE, PROVISIONS, QUANTITIES,
    QUOTES, SELVES, WHOLE_ATTACHMENTS,
};
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any, phrases, words};
use crate::legal::structure::token::{Case, Kind, Token, word};

/// A document that a verb is about.
#[derive(Debug, Clone)]
pub(super) struct Target {
    /// The words that name it: byte offsets.
    pub(super) document: Range<usize>,
    /// Its provisions.
    pub(super) provisions: Provisions,
    /// Whether the provisions are of a text attached to it.
    pub(super) in_attachment: bool,
    /// Whether a part is meant, named or not.
    pub(super) is_part: bool,
    /// Whether it is of the state (luật, nghị định, thông tư), so that no council can change it.
    pub(super) is_central: bool,
    /// What makes it unsure that it is meant.
    pub(super) doubt: Option<Doubt>,
}

/// The provisions that words name.
#[derive(Debug, Clone, Default)]
pub(super) struct Provisions {
    pub(super) entries: Vec<Entry>,
    /// What holds those that are not complete: `bổ sung khoản 4 vào sau khoản 3 Điều 10`.
    pub(super) holder: Option<Entry>,
    /// Their words: byte offsets.
    pub(super) range: Option<Range<usize>>,
}

impl Provisions {
    /// Takes something out of the last entry, or out of each where no bracket says which is meant: `Điều 2, Điều 3 (trừ khoản
    /// 4)`, `khoản 2 (trừ điểm a) Điều 3`.
    fn except(&mut self, excepted: &Named, is_in_bracket: bool) {
        let from = if is_in_bracket { self.entries.len().saturating_sub(1) } else { 0 };
        for entry in &mut self.entries[from..] {
            *entry = entry.clone().within(excepted.entries.first());
            entry.make_part();
        }
    }

    /// Places the entries from number `from` on within what holds them.
    fn place_within(&mut self, from: usize, holder: &Entry) {
        for entry in &mut self.entries[from..] {
            *entry = entry.clone().within(Some(holder));
        }
    }
}

/// A text that is attached to a document, where it is named before that: `Quy định ... ban hành kèm theo`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attachment {
    /// Its first word: index of a token.
    pub(super) from: usize,
    /// Whether it is all that the document decides.
    is_whole: bool,
}

/// How a verb reaches a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The document is its object.
    Certain,
    /// Other words stand between, so that it may be no more than a ground.
    Far,
}

/// The words of a list between a document and a further one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead {
    /// `,`, `;`, `:` or `&` for `và`.
    mark: char,
    /// Index of the token behind it.
    from: usize,
    /// What makes it unsure that the document belongs to the list.
    doubt: Option<Doubt>,
}

/// How many documents the title of an attached text may name before the one that it is attached to.
const FEW: usize = 4;

/// Words of a new place: `vào sau khoản 3`.
const PLACING: &[u64] = words!("vào sau trước tiếp liền");

impl Sentence<'_> {
    /// The documents behind a verb that it is about.
    pub(super) fn targets(&self, found: &Found, right: usize) -> Vec<Target> {
        let index = self.mentions.partition_point(|mention| mention.from < found.to);
        let in_title = |mention: &Mention| {
            let Mention { from: first, is_central: true, .. } = self.mentions[index] else { return false };
            let attachment = self.attachment(found.to, mention.from);
            attachment.is_some_and(|attachment| attachment.from < first)
                && !self.tokens[first..mention.from].iter().any(|token| token.is_mark(';'))
        };
        // `Quy định mức thu theo Nghị định số A ban hành kèm theo Nghị quyết số B`
        let mentions = self.mentions[index..].iter().take_while(|mention| mention.from < right);
        let index = index + mentions.clone().position(in_title).unwrap_or(0);
        let Some(first) = self.mentions.get(index).filter(|mention| mention.from < right) else {
            return Vec::new();
        };
        let attachment = self.attachment(found.to, first.from);
        let start = attachment.map_or(first.from, |attachment| attachment.from);
        let Some(reach) = self.reach(found, start, first.from, attachment.is_some()) else {
            return self.listed_behind_colon(found, first.from, right);
        };
        let mut targets = self.list(index, found.to, right);
        let is_part = self.names_parts(found.to, start);
        // `một số điều của Nghị quyết số A và Nghị quyết số B`, but not `khoản 2 Nghị quyết số A và Nghị quyết số B`
        let is_each = is_part && targets.first().is_some_and(|first| first.provisions.entries.is_empty());
        for (place, target) in targets.iter_mut().enumerate() {
            // `Điều chỉnh kế hoạch tại Nghị quyết số A (Phụ lục I)`: the annex may be one of this document.
            let is_behind =
                target.provisions.range.as_ref().is_some_and(|range| range.start > target.document.end);
            if found.amends && is_behind && target.provisions.entries.iter().all(Entry::is_annex) {
                target.provisions = Provisions::default();
            }
            target.is_part |= (is_each && !self.says_all(target)) || (is_part && place == 0);
            if place == 0 && reach == Reach::Far {
                target.doubt = Some(Doubt::FarFromVerb);
            }
        }
        targets
    }

    /// `bãi bỏ các Nghị quyết quy định về phí sau: Nghị quyết số A; Nghị quyết số B`
    fn listed_behind_colon(&self, found: &Found, mention: usize, right: usize) -> Vec<Target> {
        let colon = (found.to..mention).rfind(|at| self.tokens[*at].is_mark(':'));
        match colon.filter(|colon| self.names_documents(found.to) && self.is_near(colon + 1, mention, false))
        {
            Some(colon) => {
                let is_part = self.names_content_of_documents(found.to, colon);
                let listed = self.list_behind(colon + 1, right).into_iter();
                listed.map(|target| Target { is_part: target.is_part || is_part, ..target }).collect()
            }
            None => Vec::new(),
        }
    }

    /// The first provisions that are named at index `from` or behind.
    pub(super) fn first_list(&self, from: usize) -> Option<&Named> {
        self.lists.get(self.lists.partition_point(|list| list.from < from))
    }

    pub(super) fn first_mention(&self, from: usize) -> Option<&Mention> {
        self.mentions.get(self.mentions.partition_point(|mention| mention.from < from))
    }

    /// Whether a verb reaches the document at `mention`, whose name or that of what is attached to it begins at `start`:
    /// `None` where it does not.
    fn reach(&self, found: &Found, start: usize, mention: usize, is_attached: bool) -> Option<Reach> {
        let family = found.verb.family;
        let is_wording = self.is_wording(found.to) || self.names_wordings(found.to);
        if self.is_near(found.to, start, is_wording) {
            return Some(Reach::Certain);
        }
        // The list may begin with another provision list or description; what counts are the words at its end.
        let linked = self.before_provisions(found.to, start);
        let gap = &self.tokens[found.to..linked];
        let is_bare = gap.iter().all(|token| token.is_among(QUANTITIES) || token.is_word(word("từ")));
        if is_bare || self.is_near(found.to, linked, is_wording) {
            return Some(Reach::Certain);
        }
        let is_placed = matches!(gap, [.., into, place] if into.is_word(word("vào"))
            && place.is_among(words!("cuối đầu")));
        let is_linked =
            is_placed || gap.last().is_some_and(|last| last.is_among(LINKS) || last.is_among(PLACING));
        if !is_linked && !is_attached {
            return None;
        }
        if self.is_ground(found.to, linked) {
            // `tạm dừng việc thu phí theo Nghị quyết số A`, `tiếp tục thực hiện các chính sách theo Nghị quyết số A đến hết ngày ...`
            let has_end = || {
                family.has_term()
                    && (mention..self.tokens.len()).any(|at| term_end(self.tokens, at).is_some())
            };
            return (family == Family::Suspend || has_end()).then_some(Reach::Far);
        }
        let is_parted = self.tokens[found.to..mention].iter().any(|token| token.is_mark(';'));
        let parts_provisions = is_wording && self.first_list_behind_mark(found.to, mention);
        if !family.has_term() && is_parted && !parts_provisions {
            return None;
        }
        match family {
            _ if is_wording => Some(Reach::Certain),
            Family::Add if self.tokens[found.to].is_among(PLACING) => Some(Reach::Certain),
            // `bổ sung danh mục dự án vào Phụ lục I Nghị quyết số A`
            Family::Add if self.puts_into(found.to, start) => Some(Reach::Certain),
            // `bổ sung 12 dự án vào danh mục dự án ban hành kèm theo Nghị quyết số A`
            Family::Add if self.puts_into_list(found.to, start) => Some(Reach::Certain),
            Family::Add if linked < start && gap.last().is_some_and(|last| last.is_word(word("vào"))) => {
                Some(Reach::Certain)
            }
            Family::Add => (self.names_provisions(found.to) || is_any(CONTENTS, self.tokens, found.to))
                .then_some(Reach::Certain),
            // `tạm dừng dự án được phê duyệt tại Nghị quyết số A` does not suspend that.
            Family::Suspend
                if !is_any(CONTENTS, self.tokens, self.behind_quantities(found.to))
                    && !self.tokens[found.to].is_among(words!("việc thi thực hiệu áp")) =>
            {
                Some(Reach::Far)
            }
            _ if found.verb.order == Order::Far => {
                let is_purpose = gap.iter().any(|token| token.is_among(PURPOSES));
                let is_far = is_purpose && !is_attached && !self.names_provisions(found.to);
                Some(if is_far { Reach::Far } else { Reach::Certain })
            }
            _ if is_any(CONTENTS, self.tokens, self.behind_quantities(found.to))
                || self.names_provisions(found.to) =>
            {
                Some(Reach::Certain)
            }
            Family::Repeal | Family::End => Some(Reach::Far),
            _ => None,
        }
    }

    /// `02 dự án vào Danh mục tại Phụ lục I ban hành kèm theo`
    fn puts_into(&self, from: usize, to: usize) -> bool {
        let into = (from..to).rfind(|at| self.tokens[*at].is_word(word("vào")));
        into.is_some_and(|into| self.is_near(into + 1, to, false))
    }

    /// `12 dự án vào danh mục dự án được phê duyệt tại`
    fn puts_into_list(&self, from: usize, to: usize) -> bool {
        let into = (from..to).rfind(|at| self.tokens[*at].is_word(word("vào")));
        into.is_some_and(|into| {
            first_phrase(ATTACHMENTS, self.tokens, self.behind_quantities(into + 1)).is_some()
        })
    }

    /// Whether provisions stand right behind each semicolon between two indexes: `tại khoản 2 Điều 3; khoản 1 Điều 5`.
    fn first_list_behind_mark(&self, from: usize, to: usize) -> bool {
        (from..to).filter(|at| self.tokens[*at].is_mark(';')).all(|at| {
            let list = self.lists.get(self.lists.partition_point(|list| list.to <= at + 1));
            list.is_some_and(|list| list.from <= at + 2 && list.to <= to)
        })
    }

    /// The index before which the provisions begin that stand directly before `start`.
    pub(super) fn before_provisions(&self, from: usize, start: usize) -> usize {
        let mut at = start;
        while at > from {
            let behind = self.lists.partition_point(|list| list.to <= at);
            let list = behind.checked_sub(1).map(|index| &self.lists[index]).filter(|list| list.from >= from);
            let Some(list) = list else { break };
            let between = &self.tokens[list.to..at];
            // `Điều 3 (trừ khoản 1)`
            let closes = between.first().is_some_and(|first| list.is_excepted && first.is_mark(')'));
            if !between[usize::from(closes)..].iter().all(is_link) {
                break;
            }
            let open = (from..list.from).rfind(|at| self.tokens[*at].is_mark('(')).filter(|_| closes);
            at = open.unwrap_or(list.from);
        }
        at
    }

    /// Whether provisions are named right behind a verb, quantities left aside.
    pub(super) fn names_provisions(&self, at: usize) -> bool {
        let behind = self.behind_quantities(at);
        self.first_list(at).is_some_and(|list| list.from <= behind && !list.is_own)
    }

    pub(super) fn behind_quantities(&self, at: usize) -> usize {
        let count = self.tokens[at..].iter().take_while(|token| token.is_among(QUANTITIES)).count();
        at + count
    }

    /// Whether words without a quotation are the object: `một số cụm từ tại Nghị quyết số A`.
    pub(super) fn names_wordings(&self, at: usize) -> bool {
        let at = self.behind_quantities(at);
        let tokens = &self.tokens[at.min(self.tokens.len())..];
        matches!(tokens, [first, ..] if first.is_word(word("cụm")))
            || matches!(tokens, [first, next, ..] if first.is_word(word("từ"))
                && (next.is_mark(',') || next.is_among(words!("ngữ tại và của"))))
    }

    /// Whether nouns of parts of a document stand between two indexes: `một số điều, khoản của`.
    pub(super) fn names_parts(&self, from: usize, to: usize) -> bool {
        const NEAR: usize = 14;
        if from >= to {
            return false;
        }
        let near = from..to.min(from + NEAR);
        let content = self.behind_quantities(from);
        // `toàn bộ nội dung Nghị quyết số A`
        let is_all = self.tokens[from..content].iter().any(|token| token.is_word(word("toàn")));
        if is_all
            && self.tokens[content..to]
                .iter()
                .all(|token| is_link(token) || token.is_among(words!("nội dung")))
        {
            return false;
        }
        let describes = (from..to).any(|at| {
            let end = first_phrase(CONTENTS, self.tokens, at).map(|(_, end)| end.min(to));
            // `quy định về phí tại Nghị quyết số A`, `các quy định của Nghị quyết số A`
            end.is_some_and(|end| at == content || self.tokens[end..to].iter().all(is_link))
        });
        describes
            || self.says_part(near.clone())
            || near.into_iter().any(|at| {
                let is_compound = at > 0 && self.tokens[at - 1].is_among(words!("quy cơ thể"));
                self.tokens[at].is_among(PARTS) && !is_compound
            })
    }

    /// The text attached to the document at index `mention`, named behind index `from`.
    pub(super) fn attachment(&self, from: usize, mention: usize) -> Option<Attachment> {
        let mut at = mention;
        while at > from && self.tokens[at - 1].is_among(words!("các số")) {
            at -= 1;
        }
        let attaches = at >= from + 2
            && self.tokens[at - 1].is_word(word("theo"))
            && self.tokens[at - 2].is_among(words!("kèm"));
        if !attaches {
            return None;
        }
        // Provisions and the like before the noun belong to it.
        (from..at - 2).find_map(|at| {
            let behind = self.lists.partition_point(|list| list.to <= at);
            let is_listed = self.lists.get(behind).is_some_and(|list| list.from <= at);
            let (place, _) = first_phrase(ATTACHMENTS, self.tokens, at).filter(|_| !is_listed)?;
            let begins = at == from
                || self.tokens[at - 1].is_among(HOLDERS)
                || self.tokens[at].is_capital()
                || self.tokens[at - 1].is_among(QUANTITIES);
            begins.then_some(Attachment { from: at, is_whole: place < WHOLE_ATTACHMENTS })
        })
    }

    /// Whether the verb between two indexes stands in the title of an attached text that is named behind index `from`:
    /// `Quy định về bãi bỏ thủ tục ban hành kèm theo Nghị quyết số A`.
    pub(super) fn is_in_attachment_title(&self, from: usize, at: usize, to: usize) -> bool {
        let behind = self.mentions.partition_point(|mention| mention.from < to);
        let titled = self.mentions[behind..]
            .iter()
            .take(FEW)
            .find_map(|mention| Some((self.attachment(from, mention.from)?, mention)));
        let Some((attachment, mention)) =
            titled.filter(|(title, _)| title.from < at || (title.from == at && from > 0))
        else {
            return false;
        };
        // `Ban hành Quy định ..., thay thế Quy định ban hành kèm theo`: another verb with an object of its own
        let is_parted =
            at > 0 && (self.tokens[at - 1].is_mark(',') || self.tokens[at - 1].is_word(word("và")));
        let object = self.behind_quantities(to);
        let has_object = is_any(ATTACHMENTS, self.tokens, object)
            || self.first_list(object).is_some_and(|list| list.from == object);
        let is_one_title = !self.tokens[attachment.from..mention.from].iter().any(|token| token.is_mark(';'));
        is_one_title && !(is_parted && has_object)
    }

    /// Whether only names of provisions and the like stand between two indexes.
    pub(super) fn is_near(&self, from: usize, to: usize, with_wording: bool) -> bool {
        const FARTHEST: usize = 60;
        let between = &self.tokens[from..to.max(from)];
        let mut in_name = false;
        between.len() <= FARTHEST
            && between.iter().enumerate().all(|(at, token)| {
                let before = at.checked_sub(1).and_then(|before| between.get(before));
                in_name =
                    token.is_capital() && (in_name || before.is_some_and(|before| before.is_among(NAMED)));
                token.kind != Kind::Word
                    || token.letter != '\0'
                    || token.case == Case::Upper
                    || is_item_number(&between[at..])
                    || in_name
                    || (token.is_among(FILLERS) && (at == 0 || !is_ground(before, token)))
                    || (token.is_among(words!("căn cứ")) && is_recital(&between[..at]))
                    || (token.is_word(word("trừ")) && self.is_before_exception(from, from + at))
                    || (with_wording
                        && token.is_among(&[word("bằng"), word("thành"), BY[0], word("vào"), word("trước")]))
            })
    }

    /// Whether `trừ` at index `at` takes provisions out of those named behind index `from`: `bãi bỏ Chương II, trừ Điều 5,`.
    fn is_before_exception(&self, from: usize, at: usize) -> bool {
        const NEAR: usize = 5;
        let excepts = self.first_list(at).is_some_and(|list| list.is_excepted && list.from <= at + NEAR);
        excepts && self.first_list(from).is_some_and(|list| list.to <= at)
    }

    /// Whether the document before which index `to` stands is a mere ground of what is done: `theo quy định tại`.
    pub(super) fn is_ground(&self, from: usize, to: usize) -> bool {
        const NEAR: usize = 7;
        let near = from.max(to.saturating_sub(NEAR))..to;
        near.into_iter().any(|at| {
            let token = &self.tokens[at];
            let before = at.checked_sub(1).map(|before| &self.tokens[before]);
            let is_joined = |words: &[u64]| before.is_some_and(|before| before.is_among(words));
            (token.is_word(word("theo")) && !is_joined(words!("kèm")))
                || (token.is_word(word("cứ")) && is_joined(words!("căn")) && !self.is_content(at - 1))
                || (token.is_word(word("với"))
                    && is_joined(words!("hợp so trái"))
                    && !is_any(SELVES, self.tokens, at + 1))
                || (token.is_among(GROUNDS) && !self.is_content(at))
        })
    }

    /// Whether a word that mostly leads to a ground names a part of a document at index `at`: `phần căn cứ`, `kỹ thuật trình bày`.
    fn is_content(&self, at: usize) -> bool {
        let is_recitals = at > 0 && self.tokens[at - 1].is_word(word("phần"));
        let is_layout = self.tokens.get(at + 1).is_some_and(|next| next.is_word(word("bày")));
        (self.tokens[at].is_word(word("căn")) && is_recitals)
            || (self.tokens[at].is_word(word("trình")) && is_layout)
    }

    /// Whether the object at index `at` is words in a quotation: `cụm từ “...”`.
    pub(super) fn is_wording(&self, at: usize) -> bool {
        self.quotation_of_words(at).is_some()
    }

    /// The index of the mark that opens the first quotation of words named at index `at`.
    pub(super) fn quotation_of_words(&self, at: usize) -> Option<usize> {
        let is_quote = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_one_of(&QUOTES));
        if is_quote(at) {
            return Some(at);
        }
        let (_, end) = first_phrase(super::words::WORDINGS, self.tokens, at)?;
        is_quote(end).then_some(end)
    }

    /// The documents of a list that begins with mention number `index`, none of them behind `right`.
    pub(super) fn list(&self, index: usize, from: usize, right: usize) -> Vec<Target> {
        let mut targets = Vec::new();
        let mut from = from;
        let mut goes_on = true;
        for (count, mention) in self.mentions[index..].iter().enumerate() {
            if mention.from >= right {
                break;
            }
            if count > 0 {
                from = self.attachment_lead(from, mention.from).unwrap_or(from);
            }
            let lead = (count > 0).then(|| self.lead(from, self.start_of(mention, from))).flatten();
            goes_on = count == 0 || lead.is_some_and(|lead| goes_on || lead.mark == ';');
            if !goes_on || mention.is_proposal {
                continue;
            }
            let doubt = lead.and_then(|lead| lead.doubt);
            let target = self.target(mention, from, lead.map(|lead| lead.from), right);
            targets.push(Target { doubt: doubt.or(target.doubt), ..target });
            from = mention.to;
        }
        targets
    }

    /// Whether the words before a document say that all of it is meant: `toàn bộ nội dung Nghị quyết số A`.
    pub(super) fn says_all(&self, target: &Target) -> bool {
        const NEAR: usize = 6;
        let at = self.tokens.partition_point(|token| token.start < target.document.start);
        let before = self.mentions.partition_point(|mention| mention.to <= at);
        let from = before.checked_sub(1).map_or(0, |before| self.mentions[before].to);
        !target.is_part && self.says_whole(from.max(at.saturating_sub(NEAR))..at)
    }

    /// Where the words before a further document begin that name a text attached to it, behind the title of the one before: `, Phụ
    /// lục II ban hành kèm theo`.
    fn attachment_lead(&self, from: usize, mention: usize) -> Option<usize> {
        let parts = |at: usize| self.tokens[at].is_one_of(&[',', ';']) || self.tokens[at].is_word(word("và"));
        let listed = self.before_provisions(from, mention);
        if listed > from && listed < mention && parts(listed - 1) {
            return Some(listed).filter(|_| self.attachment(from, mention).is_some());
        }
        let lead = (from..mention).rev().find(|at| parts(*at))? + 1;
        let noun = self.behind_quantities(lead);
        self.attachment(lead, mention).filter(|attachment| attachment.from == noun).map(|_| lead)
    }

    /// The document at a mention with the provisions behind index `from`. `lead` is where the words before a further document of
    /// a list begin: `một số nội dung của Nghị quyết số B`.
    pub(super) fn target(&self, mention: &Mention, from: usize, lead: Option<usize>, right: usize) -> Target {
        let is_first = lead.is_none();
        let attachment = self.attachment(from, mention.from);
        let end = attachment.map_or(mention.from, |attachment| attachment.from);
        // Of a further document of a list only what stands right before it: the title of the one before is between.
        let start = if is_first { from } else { self.before_provisions(from, end) };
        let mut provisions = self.provisions(start, end);
        // `Danh mục tại Phụ lục I ban hành kèm theo Nghị quyết số A`
        if let Some(attachment) = attachment.filter(|attachment| !attachment.is_whole)
            && provisions.entries.is_empty()
        {
            provisions = self.provisions(attachment.from, mention.from);
        }
        if provisions.entries.is_empty() && is_first {
            provisions = self.provisions_behind(mention, right);
        }
        if provisions.entries.is_empty() {
            provisions = self.provisions_in_bracket(mention, right);
        }
        // `bổ sung vào sau khoản 3 Điều 10 Nghị quyết số A khoản 4`
        let is_within =
            self.tokens.get(from + 1).is_some_and(|token| token.is_among(words!("cuối đầu tiếp")));
        if is_first && !is_within && self.tokens.get(from).is_some_and(|token| token.is_among(PLACING)) {
            let behind = self.first_list(mention.to).filter(|list| list.to <= right);
            let holder = provisions.entries.first().cloned();
            provisions = behind.map_or_else(Provisions::default, |list| self.provisions(list.from, list.to));
            provisions.holder = holder;
        }
        let is_part = attachment.is_some_and(|attachment| !attachment.is_whole)
            || !provisions.entries.is_empty()
            || lead.is_some_and(|lead| self.names_parts(lead, end));
        Target {
            document: self.range(mention),
            provisions,
            in_attachment: attachment.is_some(),
            is_part,
            is_central: mention.is_central,
            doubt: self.names_more_behind_provisions(start, mention.from).then_some(Doubt::NotUnderstood),
        }
    }

    /// Whether a text without a number is named beside provisions, between two indexes: `Điều 4 và Phụ lục ban hành kèm theo`. The
    /// provisions may be of the resolution or of what is attached to it, and the text has no name to mark it by.
    fn names_more_behind_provisions(&self, from: usize, mention: usize) -> bool {
        const ANNEX: Phrase = Phrase::new("phụ lục");
        let behind = self.lists.partition_point(|list| list.to <= mention);
        let list = behind.checked_sub(1).map(|index| &self.lists[index]).filter(|list| list.from >= from);
        list.is_some_and(|list| {
            let is_joint =
                self.tokens[list.to].is_one_of(&[',', ';']) || self.tokens[list.to].is_word(word("và"));
            let noun = self.behind_quantities(list.to + 1);
            let is_text = ANNEX.ends_at(self.tokens, noun).is_some()
                || self.attachment(list.to, mention).is_some_and(|attachment| attachment.from == noun);
            is_joint && noun < mention && is_text
        })
    }

    /// Where a document begins with what belongs to it before its name, not before index `from`: `Điều 5 Quy định ban hành
    /// kèm theo Nghị quyết số A`.
    pub(super) fn start_of(&self, mention: &Mention, from: usize) -> usize {
        let end = self.attachment(from, mention.from).map_or(mention.from, |attachment| attachment.from);
        self.before_provisions(from, end)
    }

    /// What stands before the further document at `to`, whose provisions are left aside.
    pub(super) fn lead(&self, from: usize, to: usize) -> Option<Lead> {
        let mut at = to;
        while at > from {
            let token = &self.tokens[at - 1];
            let belongs = token.kind == Kind::Number
                || (token.case == Case::Upper && token.end - token.start <= 5)
                || token.letter != '\0'
                || token.is_one_of(&['-', '–', ')', '(', '+'])
                || is_item_number(&self.tokens[at - 1..])
                || token.is_among(PROVISIONS)
                || token.is_among(words!("các những của số tại trong lục toàn bộ một phần nội dung"));
            if !belongs {
                let mark = [',', ';', ':'].into_iter().find(|mark| token.is_mark(*mark));
                let mark = mark.or_else(|| token.is_word(word("và")).then_some('&'));
                return match mark {
                    Some(mark) => Some(Lead { mark, from: at, doubt: None }),
                    None => self.described_part(from, to),
                };
            }
            at -= 1;
        }
        Some(Lead { mark: ';', from, doubt: None })
    }

    /// `và các quy định tại`; what describes more than that may stand in the title of the document before: `và quy định về mức chi
    /// tại`.
    fn described_part(&self, from: usize, to: usize) -> Option<Lead> {
        const FARTHEST: usize = 24;
        let link = to.checked_sub(1).filter(|link| *link > from && self.tokens[*link].is_among(HOLDERS))?;
        (from.max(to.saturating_sub(FARTHEST))..link).rev().find_map(|at| {
            let mark = [',', ';'].into_iter().find(|mark| self.tokens[at].is_mark(*mark));
            let mark = mark.or_else(|| self.tokens[at].is_word(word("và")).then_some('&'))?;
            let content = self.behind_quantities(at + 1);
            if let Some(quotation) = self.quotation_of_words(content) {
                // `và cụm từ “hộ nghèo” tại`
                return (quotation > content).then_some(Lead {
                    mark,
                    from: at + 1,
                    doubt: Some(Doubt::NotUnderstood),
                });
            }
            let (_, end) = first_phrase(CONTENTS, self.tokens, content)?;
            let is_plain = content > at + 1 && end == link;
            Some(Lead { mark, from: at + 1, doubt: (!is_plain).then_some(Doubt::NotUnderstood) })
        })
    }

    pub(super) fn list_before(&self, left: usize, to: usize) -> Vec<Target> {
        let index = self.mentions.partition_point(|mention| mention.from < left);
        let Some(first) = self.mentions.get(index).filter(|mention| mention.to <= to) else {
            return Vec::new();
        };
        let Some((is_part, doubt)) = self.as_subject(left, first) else { return Vec::new() };
        let title = (first.to..to).find(|at| verb_at(self.tokens, *at).is_some());
        let mut targets = self.list(index, left, title.unwrap_or(to));
        if let Some(target) = targets.first_mut() {
            target.is_part |= is_part;
            target.doubt = doubt.or(target.doubt);
        }
        targets
    }

    /// Whether a document is what the verb behind it is said of: whether only a part of it is, with the doubt that is
    /// left. `None` where it only belongs to the subject: `hợp đồng ký theo Nghị quyết số A hết hiệu lực`.
    fn as_subject(&self, left: usize, mention: &Mention) -> Option<(bool, Option<Doubt>)> {
        const TIMES: &[Phrase] = phrases!("thời điểm, trong thời gian");
        const NEAR: usize = 8;
        let end = self.attachment(left, mention.from).map_or(mention.from, |attachment| attachment.from);
        let end = self.before_provisions(left, end);
        let comma = self.tokens[left..end].iter().rposition(|token| token.is_mark(','));
        let start = comma.map_or(left, |comma| left + comma + 1);
        let is_part = self.names_parts(start.max(end.saturating_sub(NEAR)), end);
        // `Thời điểm Nghị quyết số A hết hiệu lực do ... quyết định`
        if is_any(TIMES, self.tokens, start) {
            return None;
        }
        // `Kể từ ngày Nghị quyết này có hiệu lực thi hành Nghị quyết số A`
        if self.is_ground(start, end) {
            return None;
        }
        let says_when = (start..end).any(|at| is_any(SELVES, self.tokens, at));
        if says_when || self.is_near(start, end, false) {
            return Some((is_part, None));
        }
        let is_linked = self.tokens[..end].last().is_some_and(is_link);
        let is_content = is_any(CONTENTS, self.tokens, self.behind_quantities(start));
        let is_subject = is_linked && is_part && is_content;
        Some((is_part, (!is_subject).then_some(Doubt::FarFromVerb)))
    }

    pub(super) fn nearest_before(&self, left: usize, to: usize) -> Vec<Target> {
        let behind = self.mentions.partition_point(|mention| mention.to <= to);
        let Some(mut index) = behind.checked_sub(1).filter(|index| self.mentions[*index].from >= left) else {
            return Vec::new();
        };
        // `Điều 3 Nghị quyết số A (được sửa đổi tại Nghị quyết số B) được sửa đổi`
        while self.is_aside(index, to)
            && let Some(before) = index.checked_sub(1).filter(|before| self.mentions[*before].from >= left)
        {
            index = before;
        }
        let behind = |index: usize| {
            let before = index.checked_sub(1).map(|before| self.mentions[before].to);
            before.map_or(left, |before| before.max(left))
        };
        // `khoản 1 Điều 3 Nghị quyết số A và khoản 2 Điều 4 Nghị quyết số B được sửa đổi`
        let is_joined = |index: usize| {
            let start = self.start_of(&self.mentions[index], behind(index));
            start > behind(index) && self.lead(behind(index), start).is_some_and(|lead| lead.doubt.is_none())
        };
        while index > 0
            && self.mentions[index - 1].from >= left
            && is_joined(index)
            && !self.is_aside(index - 1, to)
        {
            index -= 1;
        }
        self.list(index, behind(index), to)
    }

    /// Whether mention number `index` only tells what was done before to the one before it: in brackets that close before
    /// index `to`, or behind a verb of its own.
    fn is_aside(&self, index: usize, to: usize) -> bool {
        let mention = &self.mentions[index];
        let closes = self.tokens[mention.to..to].iter().any(|token| token.is_mark(')'));
        let least = index.checked_sub(1).map_or(0, |before| self.mentions[before].to);
        let opens = self.tokens[least..mention.from].iter().any(|token| token.is_mark('('));
        let start = self.start_of(mention, least);
        let is_by = start > least && self.tokens[start - 1].is_among(&BY[..2]);
        let was_done = (least..start).any(|at| {
            let is_passive = at > 0 && self.tokens[at - 1].is_among(PASSIVE);
            is_passive && verb_at(self.tokens, at).is_some()
        });
        (opens && closes) || (is_by && was_done)
    }

    /// The provisions of another document that are named between two indexes.
    pub(super) fn provisions(&self, from: usize, to: usize) -> Provisions {
        let first = self.lists.partition_point(|list| list.from < from);
        let mut lists =
            self.lists[first..].iter().take_while(|list| list.to <= to).filter(|list| !list.is_own);
        let Some(first) = lists.next().filter(|first| !first.is_excepted) else {
            return Provisions::default();
        };
        let mut found = Provisions {
            entries: first.entries.clone(),
            holder: None,
            range: Some(self.tokens[first.from].start..self.tokens[first.to - 1].end),
        };
        let mut end = first.to;
        // Entries before this one have a place of their own: `điểm e1 sau điểm e khoản 1 Điều 2 và khoản 2a sau ...`.
        let mut placed = 0;
        for list in lists {
            if list.is_excepted {
                found.except(list, self.tokens[end..list.from].iter().any(|token| token.is_mark('(')));
                continue;
            }
            let between = &self.tokens[end..list.from];
            let is_placing = between.iter().any(|token| token.is_among(PLACING));
            // What stands behind `bằng` is the new text.
            if between.iter().any(|token| token.is_among(words!("bằng thành"))) {
                break;
            }
            let added = if is_placing {
                let Some((holder, more)) = list.entries.split_first() else { break };
                if more.is_empty() && placed == 0 {
                    found.holder = Some(holder.clone());
                    break;
                }
                found.place_within(placed, holder);
                placed = found.entries.len();
                more
            } else {
                &list.entries
            };
            found.entries.extend(added.iter().cloned());
            end = list.to;
            if let Some(range) = &mut found.range {
                range.end = self.tokens[list.to - 1].end;
            }
        }
        found
    }

    /// The provisions in brackets behind the name of their document and its title: `Nghị quyết số A về phí (khoản 2 Điều 3, Điều
    /// 4)`.
    pub(super) fn provisions_in_bracket(&self, mention: &Mention, right: usize) -> Provisions {
        const FARTHEST: usize = 60;
        let end = self.first_mention(mention.to).map_or(right, |next| next.from.min(right));
        let end = end.min(mention.to + FARTHEST).min(self.tokens.len());
        let open = (mention.to..end).find(|at| self.tokens[*at].is_one_of(&['(', ';', ':']));
        open.map_or_else(Provisions::default, |open| self.bracket(open, end))
    }

    /// The provisions in the bracket at index `open`, where it names nothing else.
    pub(super) fn bracket(&self, open: usize, right: usize) -> Provisions {
        let opens = self.tokens.get(open).is_some_and(|token| token.is_mark('('));
        let close = (open..right).find(|at| self.tokens[*at].is_mark(')'));
        let Some(close) = close.filter(|_| opens) else { return Provisions::default() };
        let first = self.first_list(open + 1).filter(|list| list.from == open + 1);
        let mut end = open + 1;
        let is_joint = |token: &Token| token.is_one_of(&[',', ';']) || token.is_word(word("và"));
        for list in &self.lists[self.lists.partition_point(|list| list.from <= open)..] {
            if list.from >= close || !self.tokens[end..list.from].iter().all(is_joint) {
                break;
            }
            end = list.to;
        }
        // The last may have taken the closing mark as its own: `(điểm a)`.
        let is_all = end == close || end == close + 1;
        match first.filter(|_| is_all) {
            Some(first) => self.provisions(first.from, end),
            None => Provisions::default(),
        }
    }

    /// The provisions that stand behind the name of their document: `Nghị quyết số A được sửa đổi tại khoản 1 Điều 1`.
    pub(super) fn provisions_behind(&self, mention: &Mention, right: usize) -> Provisions {
        let end = self.first_mention(mention.to).map_or(right, |next| next.from.min(right));
        let Some(list) = self.first_list(mention.to).filter(|list| list.to <= end) else {
            return Provisions::default();
        };
        let is_of_another = end < right || is_any(SELVES, self.tokens, list.to);
        let before = self.tokens[..list.from].last();
        let is_listed = before.is_some_and(|before| before.is_mark(':'));
        let is_placed = before.is_some_and(|before| before.is_word(word("tại")) || before.is_mark(','))
            && self.is_near(mention.to, list.from, false);
        let stands_behind = list.from == mention.to || is_listed || is_placed;
        if is_of_another || !stands_behind { Provisions::default() } else { self.provisions(list.from, end) }
    }
}

/// Whether tokens begin with the small Roman number of an item: `ii) Nghị quyết số A`.
pub(super) fn is_item_number(tokens: &[Token]) -> bool {
    const NUMBERS: &[u64] = words!("ii iii iv vi vii viii");
    matches!(tokens, [number, mark, ..] if number.is_among(NUMBERS) && mark.is_mark(')'))
}

/// Whether `căn cứ` behind some tokens is the part of a document: `phần căn cứ`.
fn is_recital(before: &[Token]) -> bool {
    match before {
        [.., part, ground] if ground.is_word(word("căn")) => part.is_word(word("phần")),
        [.., part] => part.is_word(word("phần")),
        [] => false,
    }
}

/// Words between a verb and a document behind which that may be a mere purpose.
const PURPOSES: &[u64] = words!("để nhằm nếu");

const HOLDERS: &[u64] = words!("của tại thuộc trong cho");

pub(super) fn is_link(token: &Token) -> bool {
    token.is_among(LINKS)
}

/// `theo`, but for `kèm theo`.
fn is_ground(before: Option<&Token>, token: &Token) -> bool {
    token.is_word(BY[3]) && !before.is_some_and(|before| before.is_word(word("kèm")))
}
