//! Texts that are attached to a document and named before it: `Quy định ... ban hành kèm theo Nghị quyết số A`.

use super::sentence::Sentence;
use super::words::{ATTACHMENTS, HOLDERS, QUANTITIES, WHOLE_ATTACHMENTS, is_comma_or_and, is_separator};
use crate::legal::structure::phrase::{Phrase, words};
use crate::legal::structure::token::word;

/// A text that is attached to a document, where it is named before that: `Quy định ... ban hành kèm theo`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attachment {
    /// Its first word: index of a token.
    pub(super) from: usize,
    /// Whether it is all that the document decides.
    pub(super) is_whole: bool,
}

/// How many documents the title of an attached text may name before the one that it is attached to.
const FEW: usize = 4;

impl Sentence<'_> {
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
            let (place, _) = self.phrase(ATTACHMENTS, at).filter(|_| !is_listed)?;
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
        let behind = self.mention_from(to);
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
        let is_parted = at > 0 && is_comma_or_and(&self.tokens[at - 1]);
        let object = self.behind_quantities(to);
        let has_object = self.is_any(ATTACHMENTS, object) || self.list_at(object).is_some();
        let is_one_title = !self.tokens[attachment.from..mention.from].iter().any(|token| token.is_mark(';'));
        is_one_title && !(is_parted && has_object)
    }

    /// Whether a text without a number is named beside provisions, between two indexes: `Điều 4 và Phụ lục ban hành kèm theo`. The
    /// provisions may be of the resolution or of what is attached to it, and the text has no name to mark it by.
    pub(super) fn names_more_behind_provisions(&self, from: usize, mention: usize) -> bool {
        const ANNEX: Phrase = Phrase::new("phụ lục");
        let list = self.last_list(mention).filter(|list| list.from >= from);
        list.is_some_and(|list| {
            let is_joint = is_separator(&self.tokens[list.to]);
            let noun = self.behind_quantities(list.to + 1);
            let is_text = self.is_any(&[ANNEX], noun)
                || self.attachment(list.to, mention).is_some_and(|attachment| attachment.from == noun);
            is_joint && noun < mention && is_text
        })
    }
}
