//! Where a piece of a line begins: paragraphs that were joined into one line are parted again at labels that had to
//! come next.

use super::body::{Reader, Zone};
use super::label::{Label, Ordinal, label_at};
use super::line::Passage;
use super::token::{Case, Kind, Token};
use super::{closing, recital};

impl Reader<'_> {
    /// The index where the next piece of the line begins; the number of tokens where there is none.
    pub(super) fn next_piece(&self, passage: &Passage<'_>, from: usize, at: usize) -> usize {
        let tokens = passage.tokens;
        let mut depth = 0_usize;
        let mut is_straight_open = false;
        for (index, token) in tokens.iter().enumerate().skip(at) {
            if token.kind == Kind::Mark {
                match char::from_u32(u32::try_from(token.key).unwrap_or(0)) {
                    Some('“' | '«') => depth += 1,
                    Some('”' | '»') => depth = depth.saturating_sub(1),
                    Some('"') => is_straight_open = !is_straight_open,
                    _ => {}
                }
                continue;
            }
            let is_free = index >= from && depth == 0 && !is_straight_open;
            if is_free && index > at && self.begins_piece(passage, index, index == from) {
                return index;
            }
        }
        tokens.len()
    }

    /// Whether a label stands in the middle of a line that has to come next.
    fn begins_piece(&self, passage: &Passage<'_>, index: usize, follows_label: bool) -> bool {
        let tokens = passage.tokens;
        let Some(before) = index.checked_sub(1).map(|before| &tokens[before]) else { return false };
        let token = &tokens[index];
        if self.zone == Zone::Preamble {
            return recital::recital_within(passage, index).is_some()
                || (token.case == Case::Upper && recital::enacting_at(passage, index).is_some())
                || begins_first_article(passage, index, before);
        }
        let may_sign = matches!(self.zone, Zone::Recipients | Zone::Closing | Zone::Signature);
        if may_sign && token.case == Case::Upper && closing::signer_role_at(passage, index).is_some() {
            return true;
        }
        if is_glued(passage, index) {
            return self.begins_clause(passage, index, before, true);
        }
        if !before.is_one_of(&['.', ';', ':', '/', ')', '”', '"', ',']) {
            return false;
        }
        let ends_sentence = !before.is_mark(',');
        match token.kind {
            Kind::Number => ends_sentence && self.begins_clause(passage, index, before, follows_label),
            Kind::Word if token.letter != '\0' => {
                let found = label_at(passage, index).filter(|found| found.is_strong);
                found.is_some_and(
                    |found| matches!(found.label, Label::Point(letter) if self.counters.is_next_point(letter)),
                )
            }
            Kind::Word if token.is_capital() && ends_sentence => {
                let found = label_at(passage, index).filter(|found| found.is_strong);
                let is_article = found.is_some_and(
                    |found| matches!(found.label, Label::Article(number) if self.counters.is_next_article(number)),
                );
                is_article
                    || closing::adoption_at(passage, index)
                    || closing::recipients_at(passage, index).is_some()
            }
            _ => false,
        }
    }

    fn begins_clause(
        &self,
        passage: &Passage<'_>,
        index: usize,
        before: &Token,
        follows_label: bool,
    ) -> bool {
        let Some(found) = label_at(passage, index).filter(|found| found.is_strong) else { return false };
        let Label::Clause(number) = found.label else { return false };
        // `3.2. Thu` is no end of a sentence and a new clause.
        let is_inner = !follows_label
            && passage.adjoins(index)
            && index >= 2
            && passage.tokens[index - 2].kind == Kind::Number;
        let is_first = number.number == 1;
        !is_inner
            && self.counters.is_next_clause(number)
            && (follows_label || is_first || !before.is_mark(':'))
            && !before.is_mark(')')
    }
}

/// Whether a number stands behind a word without a space: `Tội giết người1. Người nào`, a lost line break.
fn is_glued(passage: &Passage<'_>, index: usize) -> bool {
    let before = &passage.tokens[index - 1];
    passage.tokens[index].kind == Kind::Number
        && before.kind == Kind::Word
        && before.case != Case::Upper
        && before.letter == '\0'
        && passage.adjoins(index)
}

/// `Điều 1.` behind `QUYẾT NGHỊ:` or another end of a sentence in the preamble.
fn begins_first_article(passage: &Passage<'_>, index: usize, before: &Token) -> bool {
    if !before.is_one_of(&[':', '.', ';']) || !passage.tokens[index].is_capital() {
        return false;
    }
    let found = label_at(passage, index).filter(|found| found.is_strong);
    found.is_some_and(|found| found.label == Label::Article(Ordinal { number: 1, letter: '\0' }))
}
