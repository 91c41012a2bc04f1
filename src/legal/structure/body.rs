//! From the first recital to the last annex: line by line, each piece of a line becomes a part of the tree.

use std::ops::Range;

use super::closing;
use super::label::{Label, label_at};
use super::line::{Line, Passage, Text};
use super::line_end::{Ending, begins_with_member, is_within_citation};
use super::numbering::Counters;
use super::phrase::{Phrase, is_any, phrases, words};
use super::quotation::{Quotation, ends_closed};
use super::recital::{enacting_at, is_enacting_sentence};
use super::slip::{Slip, SlipKind};
use super::spoken_date::DAY;
use super::taken::{Taken, level};
use super::token::{Case, Kind, Token, tokens_between, word};
use super::tree::{Seed, Tree};
use super::{NumberingProblem, Part, Role};

/// What was found behind the head of the text.
pub(super) struct Body {
    pub(super) parts: Vec<Part>,
    pub(super) quotations: Vec<Range<usize>>,
    pub(super) problems: Vec<NumberingProblem>,
    pub(super) slips: Vec<Slip>,
    /// The parts that may speak of effect: indexes, in order.
    pub(super) speaking: Vec<usize>,
}

/// Where the head of the text ends: a line, and the byte of the source where the rest of it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rest {
    pub(super) line: usize,
    pub(super) start: usize,
}

/// Reads the lines behind the head.
pub(super) fn read(text: &Text<'_>, quotations: &[Quotation], rest: Rest, tree: Tree) -> Body {
    let mut reader = Reader {
        text,
        tree,
        counters: Counters::default(),
        zone: Zone::Preamble,
        enacting_line: enacting_line(text, rest.line),
        prefix: String::new(),
        chapter_part: None,
        before: Ending::Stop,
        before_closed_quote: false,
        has_recipients: false,
        expects_caption: false,
        problems: Vec::new(),
        slips: Vec::new(),
        waiting: quotations,
        open: None,
        quoted: Vec::new(),
    };
    let mut speaking = Vec::new();
    for (index, line) in text.lines.iter().enumerate().skip(rest.line) {
        let whole = text.passage(line);
        let passage = if index == rest.line { whole.cut_at_byte(rest.start) } else { whole };
        if let Some(kind) = line.aside {
            reader.set_aside(line, kind);
            continue;
        }
        let parts = reader.tree.len();
        reader.read(index, &passage);
        if may_speak(&passage) {
            speaking.extend(parts.saturating_sub(1)..reader.tree.len());
        }
        reader.before = match Ending::of(&passage) {
            // A heading of Markdown ends, whatever its last word.
            Ending::Dangling if text.block(line).heading.is_some() => Ending::None,
            ending => ending,
        };
        reader.before_closed_quote = ends_closed(whole.text);
    }
    if let Some(quotation) = reader.open {
        reader.quoted.push(quotation.start..quotation.end);
    }
    speaking.dedup();
    Body {
        parts: reader.tree.finish_all(),
        quotations: reader.quoted,
        problems: reader.problems,
        slips: reader.slips,
        speaking,
    }
}

/// Words without which a sentence says nothing of effect: hiệu lực, năm ngân sách, năm học, đến hết ngày.
const SPEAKING: &[u64] = words!("lực ngân học hết");
/// Words that say something of effect only together with a day: áp dụng, thực hiện.
const APPLYING: &[u64] = words!("dụng hiện");

/// Whether a line is a row of a table whose columns are parted by tabs.
fn is_row(passage: &Passage<'_>) -> bool {
    const FEWEST: usize = 2;
    memchr::memchr_iter(b'\t', passage.text.as_bytes()).take(FEWEST).count() == FEWEST
}

/// Whether a line can say something of effect; a day may stand on the next one.
fn may_speak(passage: &Passage<'_>) -> bool {
    let goes_on = !passage.text.ends_with(['.', ';', ':']);
    let (mut applies, mut has_day) = (false, goes_on);
    for token in passage.tokens {
        if SPEAKING.contains(&token.key) {
            return true;
        }
        applies |= APPLYING.contains(&token.key);
        has_day |= token.key == DAY;
    }
    applies && has_day
}

/// The line with the enacting words (QUYẾT NGHỊ) from line `from` on, where no article or annex begins before it; else 0.
fn enacting_line(text: &Text<'_>, from: usize) -> usize {
    for (index, line) in text.lines.iter().enumerate().skip(from).filter(|(_, line)| line.aside.is_none()) {
        let passage = text.passage(line);
        if enacting_at(&passage, 0).is_some() || is_enacting_sentence(&passage, 0) {
            return index;
        }
        let label = label_at(&passage, 0).map(|found| found.label);
        if matches!(label, Some(Label::Article(_) | Label::Annex(_) | Label::Division(..))) {
            return 0;
        }
    }
    0
}

/// Where in the text the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Recitals.
    Preamble,
    /// Provisions.
    Body,
    /// Behind the adoption formula.
    Closing,
    /// The list of recipients.
    Recipients,
    /// The office of a signer came, the name is to come.
    Signature,
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) tree: Tree,
    pub(super) counters: Counters,
    pub(super) zone: Zone,
    /// The line that enacts, before which all is head and recitals; 0 where there is none.
    pub(super) enacting_line: usize,
    /// Part of the anchors within an annex or regulation: `phu-luc-1-`.
    pub(super) prefix: String,
    /// The anchor of the Phần that chapters lie in.
    pub(super) chapter_part: Option<String>,
    /// How the line before ends.
    pub(super) before: Ending,
    before_closed_quote: bool,
    /// Whether `Nơi nhận` came: its list may go on beside the signature.
    pub(super) has_recipients: bool,
    /// Whether the last part is a division or annex without a name, or such a name.
    pub(super) expects_caption: bool,
    pub(super) problems: Vec<NumberingProblem>,
    slips: Vec<Slip>,
    /// Quotations that have not begun yet.
    waiting: &'a [Quotation],
    /// The quotation that the reader is in.
    open: Option<Quotation>,
    quoted: Vec<Range<usize>>,
}

/// Verbs that begin a clause of an amending resolution.
const AMENDING: &[Phrase] = phrases!("sửa đổi, bổ sung, bãi bỏ, thay thế, thay, điều chỉnh");

impl Reader<'_> {
    /// Reads a line: what of it lies in a quotation, and the rest.
    fn read(&mut self, index: usize, passage: &Passage<'_>) {
        let line = self.text.lines[index];
        let mut from = self.finish_quotation(&line, passage);
        if let Some(end) = self.begin_quotation(&line, passage) {
            from = self.read_quoted(&line, passage, from, end);
        }
        let opening = self.open.map_or(passage.tokens.len(), |quotation| {
            passage.tokens.partition_point(|token| token.start < quotation.start)
        });
        if self.open.is_some() && opening <= from {
            if from < passage.tokens.len() {
                self.read_quoted(&line, passage, from, line.end);
            }
        } else if from < passage.tokens.len() {
            self.read_line(index, passage, from);
        }
    }

    /// A line between two parts of a sentence that is none of it: its words stay where they are.
    fn set_aside(&mut self, line: &Line, kind: SlipKind) {
        self.slips.push(Slip { kind, range: line.start..line.end });
        if self.tree.last().is_some() {
            self.tree.extend(line.block, line.end);
        } else {
            self.tree.leaf(Seed::plain(Role::Text, line.block, line.start..line.end));
        }
    }

    /// Reads on in the open quotation; the index of the first token behind it.
    fn finish_quotation(&mut self, line: &Line, passage: &Passage<'_>) -> usize {
        let Some(quotation) = self.open else { return 0 };
        let has_ended = passage.start >= quotation.end;
        if has_ended || self.leaves_quotation(passage, quotation) {
            let last = self.tree.last().map_or(quotation.end, |part| part.text.end);
            self.quoted.push(quotation.start..quotation.end.min(last).max(quotation.start));
            self.open = None;
            return 0;
        }
        if quotation.end <= line.end {
            self.quoted.push(quotation.start..quotation.end);
            self.open = None;
        }
        self.read_quoted(line, passage, 0, quotation.end)
    }

    /// Takes the quotations that begin in the line. Where one stands at its beginning and ends in it: its end.
    fn begin_quotation(&mut self, line: &Line, passage: &Passage<'_>) -> Option<usize> {
        let first = passage.tokens.first().map(|token| token.start);
        let mut leading = None;
        while let Some((next, waiting)) = self.waiting.split_first()
            && next.start < line.end
        {
            self.waiting = waiting;
            if next.start < passage.start || self.open.is_some() {
                continue;
            }
            if next.end <= line.end {
                self.quoted.push(next.start..next.end);
                if Some(next.start) == first {
                    leading = Some(next.end);
                }
            } else {
                self.open = Some(*next);
            }
        }
        leading
    }

    /// Whether a quotation has ended without its mark: the numbering of the resolution itself goes on.
    fn leaves_quotation(&self, passage: &Passage<'_>, quotation: Quotation) -> bool {
        if quotation.is_closed && !self.before_closed_quote {
            return false;
        }
        if closing::adoption_at(passage, 0) || closing::recipients_at(passage, 0).is_some() {
            return true;
        }
        let Some(found) = label_at(passage, 0).filter(|found| found.is_strong) else { return false };
        match found.label {
            Label::Article(number) => self.counters.is_next_article(number),
            Label::Clause(number) => {
                self.counters.is_next_clause(number) && is_any(AMENDING, passage.tokens, found.end)
            }
            _ => false,
        }
    }

    /// Adds the quoted piece of a line from the token at `from` on; the index of the first token behind it.
    fn read_quoted(&mut self, line: &Line, passage: &Passage<'_>, from: usize, end: usize) -> usize {
        let behind = passage.tokens.partition_point(|token| token.start < end);
        let is_all = passage.tokens[behind..].iter().all(|token| token.kind == Kind::Mark);
        let start = if from == 0 { passage.start } else { passage.tokens[from].start };
        let end = if is_all { line.end } else { end };
        self.tree.leaf(Seed::plain(Role::Quoted, line.block, start..end));
        if is_all { passage.tokens.len() } else { behind }
    }

    /// Parts a line into pieces, each with a label at its beginning or none.
    fn read_line(&mut self, index: usize, passage: &Passage<'_>, from: usize) {
        let line = self.text.lines[index];
        let mut at = from;
        let skipped = passage.tokens[from..].iter().take_while(|token| token.is_mark('>')).count();
        at += skipped;
        while at < passage.tokens.len() {
            let taken = self.take(index, passage, at, at == from + skipped);
            let end = match &taken {
                Some(taken) if taken.role == Role::SignerRole => taken.end,
                // In capitals the council within the formula looks like a signature.
                Some(taken) if taken.role == Role::Adoption && closing::is_loud(passage) => {
                    passage.tokens.len()
                }
                taken => self.next_piece(passage, taken.as_ref().map_or(at + 1, |taken| taken.end), at),
            };
            let from_byte = if at == 0 { passage.start } else { passage.tokens[at].start };
            let to_byte = match end {
                end if end < passage.tokens.len() => passage.tokens[end - 1].end,
                _ => line.end,
            };
            match taken {
                Some(taken) => self.add(&line, passage, at, taken, from_byte..to_byte),
                None => self.add_plain(index, passage, at, from_byte..to_byte),
            }
            at = end;
        }
    }

    /// Adds a piece with a label.
    fn add(&mut self, line: &Line, passage: &Passage<'_>, at: usize, taken: Taken, text: Range<usize>) {
        let has_label = taken.level.is_some() || taken.role == Role::Item;
        let label = match passage.tokens.get(taken.end.saturating_sub(1)) {
            Some(last) if has_label => passage.tokens[at].start..last.end,
            _ => text.start..text.start,
        };
        let is_bare = label.end >= text.end || passage.tokens.len() == taken.end;
        self.expects_caption = match taken.role {
            Role::Annex | Role::Regulation => true,
            Role::Part | Role::Chapter | Role::Section | Role::Subsection => is_bare,
            _ => false,
        };
        let seed = Seed {
            role: taken.role,
            block: line.block,
            text,
            label,
            number: taken.number,
            anchor: taken.anchor,
        };
        match taken.level {
            Some(level) => {
                self.tree.open(level, seed);
            }
            None => {
                if taken.role == Role::Item {
                    self.tree.close(level::DASH);
                }
                self.tree.leaf(seed);
            }
        }
    }

    /// Adds a piece without a label: the next words of the last part, or a part of its own.
    fn add_plain(&mut self, index: usize, passage: &Passage<'_>, at: usize, text: Range<usize>) {
        let line = self.text.lines[index];
        let role = self.plain_role(&line, passage, at);
        let starts_small = passage.tokens.get(at).is_some_and(|token| {
            (token.kind == Kind::Word && token.case == Case::Lower) || token.is_one_of(&[',', ';'])
        });
        // `... đến hết ngày`, and behind the head of a page `31 tháng 12 năm 2026`
        let is_day = matches!(passage.tokens, [day, month, ..] if day.kind == Kind::Number
            && (month.is_word(word("tháng")) || month.is_mark('/')))
            && self.goes_on_with_day(index);
        let may_go_on =
            role == Role::Text && at == 0 && !is_row(passage) && self.text.block(&line).heading.is_none();
        let is_in_citation = may_go_on && self.goes_on_with_citation(index, passage);
        let goes_on = may_go_on
            && matches!(self.before, Ending::None | Ending::Dangling)
            && (!(line.opens_block || line.opens_paragraph)
                || starts_small
                || is_day
                || self.before == Ending::Dangling);
        if is_in_citation && line.opens_block && self.zone == Zone::Body {
            self.slips.push(Slip { kind: SlipKind::TornSentence, range: line.start..line.end });
        }
        let goes_on = goes_on || is_in_citation;
        let last_role = self.tree.last().map(|part| part.role);
        let goes_on = goes_on || (role == Role::Text && at == 0 && self.is_in_formula());
        self.expects_caption = matches!(role, Role::Caption | Role::Enclosure) && self.expects_caption;
        if goes_on && !matches!(last_role, None | Some(Role::Quoted | Role::SignerName | Role::Enacting)) {
            self.tree.extend(line.block, text.end);
            return;
        }
        let is_torn = role == Role::Text && at == 0 && line.opens_block && self.ends_with_comma(index);
        if is_torn && self.zone == Zone::Body {
            self.slips.push(Slip { kind: SlipKind::TornSentence, range: line.start..line.end });
        }
        if role == Role::Text && self.tree.level().is_some_and(|level| level >= level::DASH) {
            self.tree.close(level::DASH);
        }
        self.tree.leaf(Seed::plain(role, line.block, text));
    }

    /// Whether the remnant of a page stands before a line, and before that a line that ends with `ngày`.
    fn goes_on_with_day(&self, index: usize) -> bool {
        let before = self.text.lines.get(..index).unwrap_or_default();
        let is_behind_page = before.last().is_some_and(|line| line.aside.is_some());
        let last = before.iter().rfind(|line| line.aside.is_none()).filter(|_| is_behind_page);
        let tokens = last.map(|line| self.text.passage(line).tokens).unwrap_or_default();
        tokens.last().is_some_and(|last| last.is_word(DAY))
    }

    /// Whether a line begins in the middle of a citation: `Nghị quyết số`, and below `12/2020/NQ-HĐND`; `khoản 1`, and below `Điều 3
    /// Nghị quyết số A`; or with the next member of a list that the line before goes on with: `Bãi bỏ Nghị quyết số A;`.
    fn goes_on_with_citation(&self, index: usize, passage: &Passage<'_>) -> bool {
        let Some(before) = index.checked_sub(1).and_then(|before| self.text.lines.get(before)) else {
            return false;
        };
        if before.aside.is_some() || self.text.block(before).heading.is_some() {
            return false;
        }
        let own = self.text.passage(before);
        match self.before {
            Ending::None | Ending::Dangling => is_within_citation(own.tokens, passage.tokens),
            Ending::Semicolon => {
                let line = &self.text.lines[index];
                let lists = |tokens: &[Token]| begins_with_member(tokens);
                !line.opens_block && lists(passage.tokens) && !lists(own.tokens) && !is_row(&own)
            }
            Ending::Stop | Ending::Colon => false,
        }
    }

    /// Whether the line before ends with a comma.
    fn ends_with_comma(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.text.lines.get(before));
        before.is_some_and(|before| self.text.passage(before).text.ends_with(','))
    }

    /// Whether the adoption formula has begun and has not come to its day.
    pub(super) fn is_in_formula(&self) -> bool {
        let Some(last) = self.tree.last().filter(|last| last.role == Role::Adoption) else { return false };
        let own = tokens_between(&self.text.tokens, last.text.start, last.text.end);
        self.before != Ending::Stop
            && own.is_some_and(|own| own.len() <= LONGEST_FORMULA && !closing::is_whole_formula(own))
    }

    fn plain_role(&mut self, line: &Line, passage: &Passage<'_>, at: usize) -> Role {
        if closing::is_enclosure(passage) && (self.expects_caption || !self.prefix.is_empty()) {
            return Role::Enclosure;
        }
        if self.expects_caption && self.is_caption(passage) {
            return Role::Caption;
        }
        match self.zone {
            Zone::Signature if closing::is_signer_mark(passage) => Role::SignerMark,
            Zone::Signature if closing::is_name(passage) => {
                self.zone = Zone::Closing;
                Role::SignerName
            }
            Zone::Recipients => Role::Recipient,
            _ if self.text.block(line).nesting > 0 && at == 0 && line.opens_block => Role::Dash,
            _ => Role::Text,
        }
    }

    fn is_caption(&self, passage: &Passage<'_>) -> bool {
        const LONGEST_CAPTION: usize = 60;
        let follows_division = self.tree.last().is_some_and(|part| {
            matches!(part.role, Role::Part | Role::Chapter | Role::Section | Role::Subsection)
        });
        let is_short =
            passage.tokens.len() <= LONGEST_CAPTION && !passage.text.trim_end().ends_with(['.', ';', ':']);
        closing::is_loud(passage) || (follows_division && is_short)
    }
}

/// How many tokens an adoption formula has at most.
const LONGEST_FORMULA: usize = 120;
