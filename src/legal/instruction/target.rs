//! Which documents a verb is about, and which of their provisions.

use std::ops::Range;

use super::Doubt;
use super::clause::Found;
use super::mention::Mention;
use super::places::Provisions;
use super::provision::entry::Entry;
use super::reach::Reach;
use super::sentence::Sentence;
use super::words::{CONTENTS, LINKS, PARTS, PLACING, QUOTES, WORDINGS};
use crate::legal::structure::phrase::words;
use crate::legal::structure::token::{Token, word};

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

impl Sentence<'_> {
    /// The documents behind a verb that it is about.
    pub(super) fn targets(&self, found: &Found, right: usize) -> Vec<Target> {
        let index = self.mention_from(found.to);
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
            let end = self.phrase(CONTENTS, at).map(|(_, end)| end.min(to));
            // `quy định về phí tại Nghị quyết số A`, `các quy định của Nghị quyết số A`
            end.is_some_and(|end| at == content || self.tokens[end..to].iter().all(is_link))
        });
        describes
            || self.says_part(near.clone())
            || near.into_iter().any(|at| {
                let is_compound = self.before(at).is_among(words!("quy cơ thể"));
                self.tokens[at].is_among(PARTS) && !is_compound
            })
    }

    /// Whether the object at index `at` is words in a quotation: `cụm từ “...”`.
    pub(super) fn is_wording(&self, at: usize) -> bool {
        self.quotation_of_words(at).is_some()
    }

    /// The index of the mark that opens the first quotation of words named at index `at`.
    pub(super) fn quotation_of_words(&self, at: usize) -> Option<usize> {
        let is_quote = |at: usize| self.token(at).is_one_of(&QUOTES);
        if is_quote(at) {
            return Some(at);
        }
        let (_, end) = self.phrase(WORDINGS, at)?;
        is_quote(end).then_some(end)
    }

    /// Whether the words before a document say that all of it is meant: `toàn bộ nội dung Nghị quyết số A`.
    pub(super) fn says_all(&self, target: &Target) -> bool {
        const NEAR: usize = 6;
        let at = self.index_of(target.document.start);
        let from = self.last_mention(at).map_or(0, |before| before.to);
        !target.is_part && self.says_whole(from.max(at.saturating_sub(NEAR))..at)
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
        let is_within = self.token(from + 1).is_among(words!("cuối đầu tiếp"));
        if is_first && !is_within && self.token(from).is_among(PLACING) {
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

    /// Where a document begins with what belongs to it before its name, not before index `from`: `Điều 5 Quy định ban hành
    /// kèm theo Nghị quyết số A`.
    pub(super) fn start_of(&self, mention: &Mention, from: usize) -> usize {
        let end = self.attachment(from, mention.from).map_or(mention.from, |attachment| attachment.from);
        self.before_provisions(from, end)
    }
}

/// Whether a token ties a document to what stands before it: `tại`, `của`.
pub(super) fn is_link(token: &Token) -> bool {
    token.is_among(LINKS)
}
