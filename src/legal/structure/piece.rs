//! Where a piece of a line begins: paragraphs that were joined into one line are parted again at labels that had to
//! come next.

use super::body::{Reader, Zone};
use super::label::{Found, Label, Ordinal, label_at};
use super::line::Passage;
use super::phrase::words;
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
            if is_free && index > at && self.begins_piece(passage, index, index == from, at) {
                return index;
            }
        }
        tokens.len()
    }

    /// Whether a label stands in the middle of a line that has to come next.
    fn begins_piece(&self, passage: &Passage<'_>, index: usize, follows_label: bool, at: usize) -> bool {
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
        if self.begins_behind_title(passage, index, at) {
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

    /// Whether a first clause or point stands behind a title without a mark, as converters join paragraphs: `Điều 1. Phạm
    /// vi 1. Mức chi`. The second one must follow, in this line or at the beginning of a later one.
    fn begins_behind_title(&self, passage: &Passage<'_>, index: usize, at: usize) -> bool {
        let tokens = passage.tokens;
        let is_number = tokens[index].kind == Kind::Number;
        if !(is_number || tokens[index].letter == 'a') || passage.adjoins(index) {
            return false;
        }
        let before = &tokens[index - 1];
        let is_title = (before.kind == Kind::Word && !before.is_among(LEADS_TO_NUMBER))
            || before.is_one_of(&[')', '”', '"']);
        let Some(found) = label_at(passage, index).filter(|found| found.is_strong && is_title) else {
            return false;
        };
        let is_spaced = tokens.get(found.end).is_some_and(Token::is_capital) && !passage.adjoins(found.end);
        let holder = label_at(passage, at).map(|found| found.label);
        let second = match (&found.label, holder) {
            (Label::Clause(number), Some(Label::Article(_)))
                if number.number == 1 && self.counters.is_next_clause(*number) =>
            {
                Label::Clause(Ordinal { number: 2, letter: '\0' })
            }
            (Label::Point('a'), Some(Label::Article(_) | Label::Clause(_)))
                if self.counters.is_next_point('a') =>
            {
                Label::Point('b')
            }
            _ => return false,
        };
        is_spaced && self.comes(passage, found.end, &second)
    }

    /// Whether a label comes behind index `from`: in this line, or at the beginning of a line before the next article.
    fn comes(&self, passage: &Passage<'_>, from: usize, label: &Label) -> bool {
        const NEAR: usize = 40;
        const NEAR_TOKENS: usize = 600;
        let is_label = |passage: &Passage<'_>, at: usize| {
            label_at(passage, at).is_some_and(|found| found.is_strong && found.label == *label)
        };
        let is_within = |at: &usize| !passage.adjoins(*at) && is_label(passage, *at);
        let end = passage.tokens.len().min(from + NEAR_TOKENS);
        if (from..end).any(|at| is_within(&at)) {
            return true;
        }
        let lines = &self.text.lines;
        let next = lines.partition_point(|line| line.start <= passage.start);
        let near = lines[next..].iter().take(NEAR).map(|line| self.text.passage(line));
        near.take_while(|passage| {
            !matches!(label_at(passage, 0), Some(Found { label: Label::Article(_), is_strong: true, .. }))
        })
        .any(|passage| is_label(&passage, 0))
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

/// Words that a number or a letter belongs to.
const LEADS_TO_NUMBER: &[u64] = words!(
    "khoản điểm điều tiết mục chương phần lục bảng biểu số thứ lần năm tháng ngày quý loại cấp nhóm \
     vùng các"
);

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
