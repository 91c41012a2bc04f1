//! Whether a verb reaches a document through the words that stand between.

use super::clause::Found;
use super::list_item::is_item_number;
use super::sentence::Sentence;
use super::time::term_end;
use super::verb::{Family, Order};
use super::words::{ATTACHMENTS, BY, CONTENTS, FILLERS, GROUNDS, LINKS, NAMED, PLACING, QUANTITIES, SELVES};
use crate::legal::structure::phrase::{Phrase, phrases, words};
use crate::legal::structure::token::{Case, Kind, Token, word};

/// How a verb reaches a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The document is its object.
    Certain,
    /// Other words stand between, so that it may be no more than a ground.
    Far,
}

/// Words between a verb and a document behind which that may be a mere purpose.
const PURPOSES: &[u64] = words!("để nhằm nếu");

/// `theo`, but for `kèm theo`.
fn is_ground(before: Option<&Token>, token: &Token) -> bool {
    token.is_word(BY[3]) && !before.is_some_and(|before| before.is_word(word("kèm")))
}

/// Whether `căn cứ` behind some tokens is the part of a document: `phần căn cứ`.
fn is_recital(before: &[Token]) -> bool {
    match before {
        [.., part, ground] if ground.is_word(word("căn")) => part.is_word(word("phần")),
        [.., part] => part.is_word(word("phần")),
        [] => false,
    }
}

impl Sentence<'_> {
    /// Whether a verb reaches the document at `mention`, whose name or that of what is attached to it begins at `start`:
    /// `None` where it does not.
    pub(super) fn reach(
        &self,
        found: &Found,
        start: usize,
        mention: usize,
        is_attached: bool,
    ) -> Option<Reach> {
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
            Family::Add => {
                (self.names_provisions(found.to) || self.is_any(CONTENTS, found.to)).then_some(Reach::Certain)
            }
            // `tạm dừng dự án được phê duyệt tại Nghị quyết số A` does not suspend that.
            Family::Suspend
                if !self.is_any(CONTENTS, self.behind_quantities(found.to))
                    && !self.tokens[found.to].is_among(words!("việc thi thực hiệu áp")) =>
            {
                Some(Reach::Far)
            }
            _ if found.verb.order == Order::Far => {
                let is_purpose = gap.iter().any(|token| token.is_among(PURPOSES));
                let is_far = is_purpose && !is_attached && !self.names_provisions(found.to);
                Some(if is_far { Reach::Far } else { Reach::Certain })
            }
            _ if self.is_any(CONTENTS, self.behind_quantities(found.to))
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
        into.is_some_and(|into| self.phrase(ATTACHMENTS, self.behind_quantities(into + 1)).is_some())
    }

    /// Whether provisions stand right behind each semicolon between two indexes: `tại khoản 2 Điều 3; khoản 1 Điều 5`.
    fn first_list_behind_mark(&self, from: usize, to: usize) -> bool {
        (from..to).filter(|at| self.tokens[*at].is_mark(';')).all(|at| {
            let list = self.lists.get(self.lists.partition_point(|list| list.to <= at + 1));
            list.is_some_and(|list| list.from <= at + 2 && list.to <= to)
        })
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
        (from.max(to.saturating_sub(NEAR))..to).any(|at| {
            let (before, token) = (self.before(at), &self.tokens[at]);
            (token.is_word(word("theo")) && !before.is_word(word("kèm")))
                || (token.is_word(word("cứ")) && before.is_word(word("căn")) && !self.is_content(at - 1))
                || (token.is_word(word("với"))
                    && before.is_among(words!("hợp so trái"))
                    && !self.is_any(SELVES, at + 1))
                || (token.is_among(GROUNDS) && !self.is_content(at))
        })
    }

    /// Whether a word that mostly leads to a ground names a part of a document at index `at`: `phần căn cứ`, `kỹ thuật trình bày`.
    fn is_content(&self, at: usize) -> bool {
        let is_recitals = self.before(at).is_word(word("phần"));
        let is_layout = self.token(at + 1).is_word(word("bày"));
        (self.tokens[at].is_word(word("căn")) && is_recitals)
            || (self.tokens[at].is_word(word("trình")) && is_layout)
    }

    /// Whether it may be a mere ground of an act that was not read: `theo Nghị quyết số A`, `phát sinh từ Nghị quyết số A`. More is one
    /// here than in [`Self::is_ground`], for nothing hangs on it but whether an editor is told of the act.
    pub(super) fn is_mere_ground(&self, from: usize, to: usize) -> bool {
        const NEAR: usize = 8;
        const AGAINST: &[Phrase] = phrases!("trái với, phù hợp với, mâu thuẫn với, phát sinh từ");
        (from.max(to.saturating_sub(NEAR))..to).any(|at| {
            // `trái với Nghị quyết này tại Nghị quyết số A`
            let is_against = self.phrase(AGAINST, at).is_some_and(|(_, end)| !self.is_any(SELVES, end));
            is_against
                || (self.tokens[at].is_word(word("theo")) && !self.before(at).is_word(word("kèm")))
                || self.tokens[at].is_among(GROUNDS)
        })
    }
}
