//! Documents that are named side by side, and the words that lead to each further one.

use super::Doubt;
use super::list_item::is_item_number;
use super::sentence::Sentence;
use super::target::Target;
use super::words::{CONTENTS, HOLDERS, PROVISIONS, is_separator};
use crate::legal::structure::phrase::words;
use crate::legal::structure::token::Kind;

/// The words of a list between a document and a further one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead {
    /// Whether the document is one of the list even where the one before it is none: behind a semicolon, or with nothing between.
    begins_anew: bool,
    /// Index of the token behind it.
    from: usize,
    /// What makes it unsure that the document belongs to the list.
    pub(super) doubt: Option<Doubt>,
}

impl Sentence<'_> {
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
            goes_on = count == 0 || lead.is_some_and(|lead| goes_on || lead.begins_anew);
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

    /// What stands before the further document at `to`, whose provisions are left aside.
    pub(super) fn lead(&self, from: usize, to: usize) -> Option<Lead> {
        let mut at = to;
        while at > from {
            let token = &self.tokens[at - 1];
            let belongs = token.kind == Kind::Number
                || token.is_short_form(5)
                || token.letter != '\0'
                || token.is_one_of(&['-', '–', ')', '(', '+'])
                || is_item_number(&self.tokens[at - 1..])
                || token.is_among(PROVISIONS)
                || token.is_among(words!("các những của số tại trong lục toàn bộ một phần nội dung"));
            if !belongs {
                return if is_separator(token) || token.is_mark(':') {
                    Some(Lead { begins_anew: token.is_mark(';'), from: at, doubt: None })
                } else {
                    self.described_part(from, to)
                };
            }
            at -= 1;
        }
        Some(Lead { begins_anew: true, from, doubt: None })
    }

    /// `và các quy định tại`; what describes more than that may stand in the title of the document before: `và quy định về mức chi
    /// tại`.
    fn described_part(&self, from: usize, to: usize) -> Option<Lead> {
        const FARTHEST: usize = 24;
        let link = to.checked_sub(1).filter(|link| *link > from && self.tokens[*link].is_among(HOLDERS))?;
        (from.max(to.saturating_sub(FARTHEST))..link).rev().find_map(|at| {
            if !is_separator(&self.tokens[at]) {
                return None;
            }
            let begins_anew = self.tokens[at].is_mark(';');
            let content = self.behind_quantities(at + 1);
            if let Some(quotation) = self.quotation_of_words(content) {
                // `và cụm từ “hộ nghèo” tại`
                return (quotation > content).then_some(Lead {
                    begins_anew,
                    from: at + 1,
                    doubt: Some(Doubt::NotUnderstood),
                });
            }
            let (_, end) = self.phrase(CONTENTS, content)?;
            let is_plain = content > at + 1 && end == link;
            Some(Lead { begins_anew, from: at + 1, doubt: (!is_plain).then_some(Doubt::NotUnderstood) })
        })
    }

    /// Where the words before a further document begin that name a text attached to it, behind the title of the one before: `, Phụ
    /// lục II ban hành kèm theo`.
    fn attachment_lead(&self, from: usize, mention: usize) -> Option<usize> {
        let listed = self.before_provisions(from, mention);
        if listed > from && listed < mention && is_separator(&self.tokens[listed - 1]) {
            return Some(listed).filter(|_| self.attachment(from, mention).is_some());
        }
        let lead = (from..mention).rev().find(|at| is_separator(&self.tokens[*at]))? + 1;
        let noun = self.behind_quantities(lead);
        self.attachment(lead, mention).filter(|attachment| attachment.from == noun).map(|_| lead)
    }
}
