//! Quotations that hold the new wording of another document: `được sửa đổi như sau: “Điều 6. ...”`.
//!
//! Marks that meet their partner in the same line are left aside first, so a faulty one does harm as near as possible.

mod mark;
mod wording;

use std::ops::Range;

use super::closing;
use super::label::{Found, Label, label_at};
use super::line::{Line, Passage, Text};
use super::phrase::is_any;
use super::slip::{Slip, SlipKind};
use mark::{Mark, Side, ends_unopened, fills_line, marks, pair};
use wording::{
    AMENDING_CLAUSES, amends, begins_wording, is_before_label, leads_to_wording, may_be_wording, names_label,
    wording_within,
};

pub(super) use mark::ends_closed;

/// A quotation, mostly over several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quotation {
    /// The mark that opens it: byte offset.
    pub(super) start: usize,
    /// The byte behind the mark that closes it, or where it must end at the latest.
    pub(super) end: usize,
    /// Whether a mark closes it.
    pub(super) is_closed: bool,
}

/// A quotation that waits for its end.
struct Open {
    start: usize,
    /// How many bytes the mark has that opens it.
    mark: usize,
    depth: usize,
    /// Whether the mark stands again before a quoted paragraph, as some writers repeat it.
    repeats: bool,
    /// The labels of the quoted provisions so far.
    quoted: Numbers,
}

impl Open {
    fn closed(self, end: usize) -> Quotation {
        Quotation { start: self.start, end, is_closed: true }
    }

    fn slip(&self) -> Slip {
        Slip { kind: SlipKind::UnclosedQuotation, range: self.start..self.start + self.mark }
    }

    /// Takes the label behind the mark that opens it.
    fn take_first(&mut self, passage: &Passage<'_>) {
        let behind = passage.cut_at_byte(self.start + self.mark);
        if let Some(found) = label_at(&behind, 0) {
            self.quoted.take(&found.label);
        }
    }

    /// The quotation that ends at `end` for want of a mark.
    fn cut(self, end: usize) -> Quotation {
        Quotation { start: self.start, end, is_closed: false }
    }
}

/// How the line before ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// `... được sửa đổi như sau:`
    Amending,
    /// With another colon.
    Colon,
    /// In any other way.
    Other,
}

impl Before {
    fn of(passage: &Passage<'_>) -> Self {
        if !passage.text.trim_end_matches(['*', '_', ' ']).ends_with(':') {
            return Self::Other;
        }
        let is_amending = leads_to_wording(passage.tokens) && amends(passage);
        if is_amending { Self::Amending } else { Self::Colon }
    }
}

/// The numbers of the last article and clause, and whether any label came.
#[derive(Debug, Clone, Copy, Default)]
struct Numbers {
    article: Option<u32>,
    clause: Option<u32>,
    /// Whether a chapter, an annex or the like came: articles behind it may have any number.
    has_division: bool,
    has_any: bool,
}

impl Numbers {
    fn take(&mut self, label: &Label) {
        match label {
            Label::Article(number) => (self.article, self.clause) = (Some(number.number), None),
            Label::Clause(number) => self.clause = Some(number.number),
            Label::Division(..) | Label::Annex(_) => self.has_division = true,
            Label::Point(_) => {}
            _ => return,
        }
        self.has_any = true;
    }

    /// Whether the number of an article can follow in the quoted provisions.
    fn explains_article(&self, number: u32) -> bool {
        const WIDEST_GAP: u32 = 3;
        let follows = self.article.is_some_and(|last| (last..=last + WIDEST_GAP).contains(&number));
        self.has_division || follows || !self.has_any
    }

    fn is_next_article(&self, number: u32) -> bool {
        self.article.map_or(1, |last| last + 1) == number
    }

    fn is_next_clause(&self, number: u32) -> bool {
        self.clause.map_or(1, |last| last + 1) == number
    }

    fn explains_clause(&self, number: u32) -> bool {
        match self.clause {
            Some(last) => number == last + 1,
            None => number == 1,
        }
    }
}

/// What a text says where quotations begin and end.
#[derive(Default)]
struct Scanner<'a> {
    found: Vec<Quotation>,
    open: Option<Open>,
    /// The labels of the resolution itself.
    own: Numbers,
    /// Where a quotation may begin whose opening mark is lost.
    lost: Option<usize>,
    unmarked: Option<Unmarked<'a>>,
    /// Where a wording without marks was left whose end is not certain.
    left_unmarked: Option<usize>,
    /// Where what may be new wording has begun.
    doubtful_from: Option<usize>,
    doubtful: Vec<Range<usize>>,
    /// The number of the last article of the resolution itself.
    own_article: Option<u32>,
    slips: Vec<Slip>,
}

/// A new wording that stands between no marks.
struct Unmarked<'a> {
    start: usize,
    /// The line that leads to it: `Sửa đổi điểm đ khoản 7 Điều 2 như sau:`.
    leads: Passage<'a>,
    /// Whether it begins with an article.
    is_article: bool,
    quoted: Numbers,
}

impl Unmarked<'_> {
    /// Whether it has ended before a line with this label, for the numbering of the resolution itself goes on.
    fn ends_before(&self, own: Numbers, passage: &Passage<'_>, found: &Found) -> bool {
        let is_amending = is_any(AMENDING_CLAUSES, passage.tokens, found.end);
        match found.label {
            Label::Article(number) => {
                let is_quoted = self.quoted.article.is_none_or(|last| last < number.number)
                    && names_label(&self.leads, passage);
                own.is_next_article(number.number) && !is_quoted
            }
            Label::Clause(number) if own.is_next_clause(number.number) => {
                let is_quoted = if self.is_article {
                    self.quoted.explains_clause(number.number)
                } else {
                    self.quoted.clause.is_none_or(|last| last < number.number)
                        && names_label(&self.leads, passage)
                };
                is_amending || !is_quoted
            }
            Label::Point(_) => is_amending,
            _ => false,
        }
    }
}

/// What is found of quotations in a text.
pub(super) struct Quotations {
    /// The quotations of new wording, in order.
    pub(super) marked: Vec<Quotation>,
    /// Those that were never closed.
    pub(super) slips: Vec<Slip>,
    /// What may be new wording that stands between no marks, in order: byte offsets.
    pub(super) doubtful: Vec<Range<usize>>,
}

/// The quotations of new wording in a text.
pub(super) fn quotations(text: &Text<'_>) -> Quotations {
    let mut scanner = Scanner::default();
    let mut before = Before::Other;
    let mut leads: Option<Passage<'_>> = None;
    let mut announces: Option<Passage<'_>> = None;
    for line in text.lines.iter().filter(|line| line.aside.is_none()) {
        let passage = text.passage(line);
        scanner.read(line, &passage, before, leads.as_ref());
        scanner.doubt(line, &passage, announces.as_ref());
        before = Before::of(&passage);
        leads = (before == Before::Amending).then_some(passage);
        announces = (before != Before::Other && amends(&passage)).then_some(passage);
    }
    let end = text.lines.last().map_or(0, |line| line.end);
    scanner.finish(end)
}

impl<'a> Scanner<'a> {
    fn read(&mut self, line: &Line, passage: &Passage<'a>, before: Before, leads: Option<&Passage<'a>>) {
        let label = label_at(passage, 0).filter(|found| found.is_strong);
        self.leave(line, passage, label.as_ref());
        let marks = marks(passage.text);
        let is_free = self.open.is_none() && self.unmarked.is_none();
        let starts_marked = passage.text.starts_with(['“', '"', '«']);
        if is_free
            && !starts_marked
            && let Some(leads) = leads.filter(|leads| names_label(leads, passage))
        {
            let is_article = matches!(label.as_ref().map(|found| &found.label), Some(Label::Article(_)));
            let (start, leads, quoted) = (line.start, *leads, Numbers::default());
            self.unmarked = Some(Unmarked { start, leads, is_article, quoted });
        }
        let (count, opened) = (self.found.len(), self.open.as_ref().map(Open::slip));
        if !marks.is_empty() && self.unmarked.is_none() {
            read_line(line, passage, &marks, before, &mut self.open, &mut self.found);
        }
        if self.found[count..].iter().any(|found| !found.is_closed) {
            self.slips.extend(opened);
        }
        if self.open.is_none() && self.found.len() == count && ends_unopened(passage.text, &marks) {
            let start = self.unmarked.take().map(|unmarked| unmarked.start).or(self.lost.take());
            // The mark closes what an earlier one has closed: where the wording ends is not certain.
            if start.is_none() && self.doubtful_from.is_none() {
                self.doubtful.push(line.start..line.end);
            }
            self.found.extend(start.map(|start| Quotation { start, end: line.end, is_closed: true }));
        }
        self.count(line, passage, label.as_ref());
        let is_first = before == Before::Amending && self.open.is_none() && self.unmarked.is_none();
        if is_first && !starts_marked {
            self.lost = Some(line.start);
        } else if self.open.is_some() || Before::of(passage) == Before::Amending {
            self.lost = None;
        }
    }

    /// Notes whose label a line begins with.
    fn count(&mut self, line: &Line, passage: &Passage<'_>, label: Option<&Found>) {
        let is_own = match (&mut self.open, &mut self.unmarked) {
            (Some(open), _) if open.start >= line.start => {
                open.take_first(passage);
                true
            }
            (Some(Open { quoted, .. }), _) | (None, Some(Unmarked { quoted, .. })) => {
                if let Some(found) = label {
                    quoted.take(&found.label);
                }
                false
            }
            (None, None) => self.found.last().is_none_or(|last| last.start != line.start),
        };
        if let Some(found) = label.filter(|_| is_own) {
            self.own.take(&found.label);
        }
    }

    /// Ends what is open where the numbering of the resolution itself goes on.
    fn leave(&mut self, line: &Line, passage: &Passage<'_>, label: Option<&Found>) {
        let ends = closing::adoption_at(passage, 0) || closing::recipients_at(passage, 0).is_some();
        let own = self.own;
        let may_end = |unmarked: &mut Unmarked<'_>| {
            ends || closing::signer_role_at(passage, 0).is_some()
                || label.is_some_and(|found| unmarked.ends_before(own, passage, found))
        };
        if let Some(Unmarked { start, is_article, quoted, .. }) = self.unmarked.take_if(may_end) {
            self.found.push(Quotation { start, end: line.start, is_closed: false });
            // Whose clause this is cannot be told where its number goes on in both.
            let may_be_quoted = label.is_some_and(|found| match found.label {
                Label::Clause(number) => quoted.explains_clause(number.number),
                Label::Point(_) => true,
                _ => false,
            });
            self.left_unmarked = (is_article && may_be_quoted).then_some(line.start);
        }
        let leaves = |open: &mut Open| {
            ends || label.is_some_and(|found| match found.label {
                Label::Article(number) => {
                    own.is_next_article(number.number) && !open.quoted.explains_article(number.number)
                }
                Label::Clause(number) => {
                    own.is_next_clause(number.number)
                        && !open.quoted.explains_clause(number.number)
                        && is_any(AMENDING_CLAUSES, passage.tokens, found.end)
                }
                _ => false,
            })
        };
        if let Some(open) = self.open.take_if(leaves) {
            self.slips.push(open.slip());
            self.found.push(open.cut(line.start));
        }
        let goes_on = label.is_some_and(
            |found| matches!(found.label, Label::Article(number) if own.is_next_article(number.number)),
        );
        if goes_on {
            self.lost = None;
        }
    }

    /// Notes where a wording may begin that stands between no marks, and where it ends at the latest: before the next article of the
    /// resolution itself. `announces` is the line before, where that says that something is amended.
    fn doubt(&mut self, line: &Line, passage: &Passage<'a>, announces: Option<&Passage<'a>>) {
        let label = label_at(passage, 0).filter(|found| found.is_strong).map(|found| found.label);
        let is_end = closing::adoption_at(passage, 0)
            || closing::recipients_at(passage, 0).is_some()
            || closing::signer_role_at(passage, 0).is_some()
            || matches!(label, Some(Label::Annex(_)))
            || matches!(&label, Some(Label::Article(number)) if self.is_next_own(number.number));
        if is_end && let Some(start) = self.doubtful_from.take() {
            self.doubtful.push(start..line.start);
        }
        let ends_here = self.found.last().is_some_and(|last| last.end > line.start && last.start < line.end);
        let is_quoted = self.open.is_some() || self.unmarked.is_some() || ends_here;
        let begins = announces.is_some_and(|leads| may_be_wording(leads.tokens, passage));
        let within = || wording_within(passage);
        if self.doubtful_from.is_none() {
            let is_left = self.left_unmarked.take().filter(|at| *at == line.start);
            self.doubtful_from = is_left.or((begins && !is_quoted).then_some(line.start)).or_else(within);
        }
        if let Some(Label::Article(number)) = label
            && (self.doubtful_from.is_none() || is_end)
            && !is_quoted
        {
            self.own_article = Some(number.number);
        }
    }

    fn is_next_own(&self, number: u32) -> bool {
        self.own_article.map_or(1, |last| last + 1) == number
    }

    fn finish(mut self, end: usize) -> Quotations {
        if let Some(Unmarked { start, .. }) = self.unmarked.take() {
            self.found.push(Quotation { start, end, is_closed: false });
        }
        if let Some(open) = self.open.take() {
            self.slips.push(open.slip());
            self.found.push(open.cut(end));
        }
        self.doubtful.extend(self.doubtful_from.map(|start| start..end));
        Quotations { marked: self.found, slips: self.slips, doubtful: self.doubtful }
    }
}

fn read_line(
    line: &Line,
    passage: &Passage<'_>,
    marks: &[Mark],
    before: Before,
    open: &mut Option<Open>,
    found: &mut Vec<Quotation>,
) {
    let paired = pair(marks);
    let first_word = passage.text.find(char::is_alphanumeric).unwrap_or(passage.text.len());
    let mut covered = 0;
    for (index, mark) in marks.iter().enumerate() {
        let at = line.start + mark.at;
        match (paired[index], mark.side) {
            (Some(partner), Side::Opens) => {
                let is_line =
                    index == 0 && before != Before::Other && fills_line(passage.text, mark, &marks[partner]);
                let begins = is_line || begins_wording(passage, mark);
                if is_line && before == Before::Amending {
                    found.extend(open.take().map(|open| open.cut(line.start)));
                }
                let repeats =
                    open.as_ref().is_some_and(|open| open.repeats || is_before_label(passage, mark));
                if repeats && index == 0 && fills_line(passage.text, mark, &marks[partner]) {
                    let end = line.start + marks[partner].at + marks[partner].length;
                    found.extend(open.take().map(|open| open.closed(end)));
                    covered = partner;
                } else if open.is_none() && index >= covered && begins {
                    covered = partner;
                    let end = line.start + marks[partner].at + marks[partner].length;
                    found.push(Quotation { start: at, end, is_closed: true });
                }
            }
            (Some(_), Side::Closes) => {}
            (None, Side::Closes) => {
                let is_last = open.as_mut().is_some_and(|open| {
                    open.depth -= 1;
                    open.depth == 0
                });
                if is_last && let Some(open) = open.take() {
                    found.push(open.closed(at + mark.length));
                }
            }
            (None, Side::Opens) => {
                read_opening(line, passage, (mark, mark.at <= first_word), before, open, found);
            }
        }
    }
}

/// A mark that its own line does not close; `opens_line` says whether no words stand before it.
fn read_opening(
    line: &Line,
    passage: &Passage<'_>,
    (mark, opens_line): (&Mark, bool),
    before: Before,
    open: &mut Option<Open>,
    found: &mut Vec<Quotation>,
) {
    let begins_wording = begins_wording(passage, mark);
    let begins =
        begins_wording || (opens_line && (before != Before::Other || is_before_label(passage, mark)));
    let start = line.start + mark.at;
    let begins_anew = begins_wording || before == Before::Amending;
    match open {
        Some(_) if begins_anew => {
            found.extend(open.take().map(|open| {
                let end = if open.start < line.start { line.start } else { start };
                open.cut(end)
            }));
            *open =
                Some(Open { start, mark: mark.length, depth: 1, repeats: false, quoted: Numbers::default() });
        }
        Some(open) if opens_line => open.repeats = true,
        Some(open) => open.depth += 1,
        None if begins => {
            *open =
                Some(Open { start, mark: mark.length, depth: 1, repeats: false, quoted: Numbers::default() });
        }
        None => {}
    }
}
