//! What a piece of a line is taken for by its first words: an annex, a piece of the frame, a provision that fits the
//! numbering; and the anchor that it gets.

use super::body::{Reader, Zone};
use super::label::{Division, Found, Label, Ordinal, label_at};
use super::line::Passage;
use super::line_end::Ending;
use super::numbering::Verdict;
use super::{Block, NumberingProblem, Role, closing, recital};

/// A label that was taken, with the level that it opens; `None` for a part that nothing belongs to.
pub(super) struct Taken {
    pub(super) role: Role,
    pub(super) level: Option<u8>,
    pub(super) end: usize,
    pub(super) number: String,
    pub(super) anchor: Option<String>,
}

/// Levels of parts; higher ones lie in lower ones.
pub(super) mod level {
    pub(in crate::legal::structure) const ATTACHMENT: u8 = 0;
    pub(in crate::legal::structure) const PART: u8 = 1;
    pub(in crate::legal::structure) const CHAPTER: u8 = 2;
    pub(in crate::legal::structure) const SECTION: u8 = 3;
    pub(in crate::legal::structure) const SUBSECTION: u8 = 4;
    pub(in crate::legal::structure) const ARTICLE: u8 = 5;
    pub(in crate::legal::structure) const ROMAN: u8 = 6;
    pub(in crate::legal::structure) const CLAUSE: u8 = 7;
    pub(in crate::legal::structure) const POINT: u8 = 13;
    pub(in crate::legal::structure) const DASH: u8 = 14;
    pub(in crate::legal::structure) const PLUS: u8 = 15;
}

/// Whether a label is that of a provision within an article.
fn is_small(label: &Label) -> bool {
    matches!(label, Label::Clause(_) | Label::Subclause(_) | Label::Point(_))
}

impl Reader<'_> {
    /// The label at index `at`, where it is one and fits.
    pub(super) fn take(
        &mut self,
        index: usize,
        passage: &Passage<'_>,
        at: usize,
        opens_line: bool,
    ) -> Option<Taken> {
        let line = self.text.lines[index];
        if opens_line && let Some(taken) = self.take_attachment(index, passage, at) {
            return Some(taken);
        }
        if let Some(taken) = self.take_frame(passage, at) {
            return Some(taken);
        }
        let found = label_at(passage, at)?;
        // What a recital lists is no provision: `Xét Tờ trình ... đề nghị:`, `1. Bãi bỏ Nghị quyết số A;`
        let is_recited = self.zone == Zone::Preamble && index < self.enacting_line;
        if is_recited && is_small(&found.label) {
            return None;
        }
        let block = self.text.block(&line);
        if opens_line && self.before == Ending::Dangling && block.heading.is_none() {
            return None;
        }
        let before = if opens_line && (line.opens_block || self.before != Ending::None) {
            if self.before == Ending::None { Ending::Stop } else { self.before }
        } else {
            Ending::None
        };
        let (verdict, taken) = self.take_label(passage, &found, block, before)?;
        if let Verdict::Unexpected(expected) = verdict {
            let last = &passage.tokens[found.end - 1];
            self.problems.push(NumberingProblem {
                role: taken.role,
                expected,
                found: taken.number.clone(),
                block: line.block,
                range: passage.tokens[at].start..last.end,
            });
        }
        if matches!(taken.role, Role::Article | Role::Clause | Role::Part | Role::Chapter) {
            self.zone = Zone::Body;
        }
        Some(taken)
    }

    /// A provision, where its number fits.
    fn take_label(
        &mut self,
        passage: &Passage<'_>,
        found: &Found,
        block: &Block<'_>,
        before: Ending,
    ) -> Option<(Verdict, Taken)> {
        let is_free = before != Ending::None;
        let is_strong = (found.is_strong || block.heading.is_some()) && is_free;
        let has_ended = matches!(self.zone, Zone::Recipients | Zone::Signature | Zone::Closing);
        let may_stand_behind =
            matches!(found.label, Label::Article(_) | Label::Division(..) | Label::Dash(_));
        if has_ended && !may_stand_behind {
            return None;
        }
        if self.zone == Zone::Preamble && is_small(&found.label) && !found.is_strong {
            return None;
        }
        let end = found.end;
        let (verdict, taken) = match &found.label {
            Label::Annex(_) => return None,
            Label::Division(division, number) => self.take_division(*division, *number, is_strong, end),
            Label::Article(number) => {
                let anchor = format!("{}dieu-{}", self.prefix, spoken(*number));
                let verdict = self.counters.article(*number, is_strong);
                (verdict, provision(Role::Article, level::ARTICLE, end, spoken(*number), anchor))
            }
            Label::Roman(number) => {
                let may_begin = is_free || self.begins_section(passage, found);
                let verdict = if may_begin { self.counters.roman(*number) } else { Verdict::No };
                let anchor = self.below(level::ROMAN, &format!("muc-{number}"));
                (verdict, provision(Role::Section, level::ROMAN, end, number.to_string(), anchor))
            }
            Label::Clause(number) => {
                let is_inner = block.nesting > 1;
                let has_bracket = passage.tokens[end - 1].is_mark(')');
                let verdict = if is_inner {
                    Verdict::Nested
                } else if has_bracket && !self.may_be_bracketed(passage, number.number) {
                    Verdict::No
                } else {
                    self.counters.clause(*number, is_strong, before)
                };
                if verdict == Verdict::Fits {
                    self.counters.note_bracket(has_bracket);
                }
                let anchor = self.below(level::CLAUSE, &format!("khoan-{}", spoken(*number)));
                (verdict, provision(Role::Clause, level::CLAUSE, end, spoken(*number), anchor))
            }
            Label::Subclause(numbers) => self.take_subclause(numbers, is_strong, end),
            Label::Point(letter) => self.take_point(*letter, is_strong, is_free, end),
            Label::Dash(mark) => (Verdict::Fits, self.take_dash(*mark, end)),
        };
        match verdict {
            Verdict::No => None,
            Verdict::Nested => Some((Verdict::Nested, item(end, taken.number))),
            verdict => Some((verdict, taken)),
        }
    }

    /// Whether `1)` can be a clause: one that follows another with a bracket, or the first, where `2)` begins a line before
    /// the next article.
    fn may_be_bracketed(&self, passage: &Passage<'_>, number: u32) -> bool {
        const NEAR: usize = 40;
        if !self.counters.may_be_bracketed(number) || number > 1 {
            return self.counters.may_be_bracketed(number);
        }
        let lines = &self.text.lines;
        let next = lines.partition_point(|line| line.start <= passage.start);
        let labels = lines[next..].iter().take(NEAR).filter_map(|line| label_at(&self.text.passage(line), 0));
        let mut clauses = labels
            .map(|found| found.label)
            .take_while(|label| !matches!(label, Label::Article(_)))
            .filter(|label| matches!(label, Label::Clause(_)));
        clauses.next() == Some(Label::Clause(Ordinal { number: 2, letter: '\0' }))
    }

    /// Whether a Roman heading that follows a line without an end begins a section: its words are in capitals,
    /// or the line before is a heading too.
    fn begins_section(&self, passage: &Passage<'_>, found: &Found) -> bool {
        let words = passage.tokens.get(found.end..).unwrap_or_default();
        let is_loud = closing::is_loud(&Passage { tokens: words, ..*passage });
        let follows_heading = self.tree.last().is_some_and(|last| {
            matches!(last.role, Role::Annex | Role::Regulation | Role::Caption | Role::Enclosure | Role::Part)
        });
        is_loud || follows_heading
    }

    fn take_division(
        &mut self,
        division: Division,
        number: u32,
        is_strong: bool,
        end: usize,
    ) -> (Verdict, Taken) {
        let verdict = self.counters.division(division, number, is_strong);
        let (role, level, word) = division_names(division);
        let anchor = match verdict {
            Verdict::No => String::new(),
            _ => self.division_anchor(division, level, word, number),
        };
        (verdict, provision(role, level, end, number.to_string(), anchor))
    }

    fn take_subclause(&mut self, numbers: &[u32], is_strong: bool, end: usize) -> (Verdict, Taken) {
        const DEEPEST: usize = 6;
        let verdict = self.counters.subclause(numbers, is_strong);
        let depth = u8::try_from(numbers.len().min(DEEPEST)).unwrap_or(1);
        let level = level::CLAUSE + depth - 1;
        let last = numbers.last().copied().unwrap_or(0);
        let anchor = self.below(level, &last.to_string());
        (verdict, provision(Role::Subclause, level, end, joined(numbers), anchor))
    }

    fn take_point(&mut self, letter: char, is_strong: bool, is_free: bool, end: usize) -> (Verdict, Taken) {
        let may_fit = is_free || self.counters.is_next_point(letter);
        let verdict = if may_fit { self.counters.point(letter, is_strong) } else { Verdict::No };
        let word = if letter == 'đ' { "dd".to_owned() } else { letter.to_string() };
        let anchor = self.below(level::POINT, &format!("diem-{word}"));
        (verdict, provision(Role::Point, level::POINT, end, letter.to_string(), anchor))
    }

    fn take_dash(&self, mark: char, end: usize) -> Taken {
        let is_beside = matches!(self.zone, Zone::Signature | Zone::Closing) && self.has_recipients;
        if is_beside || self.zone == Zone::Recipients {
            return plain(Role::Recipient, end);
        }
        let level = if mark == '+' { level::PLUS } else { level::DASH };
        Taken { level: Some(level), ..plain(Role::Dash, end) }
    }

    /// Adoption formula, recipients, signature, recitals, enacting words.
    fn take_frame(&mut self, passage: &Passage<'_>, at: usize) -> Option<Taken> {
        if self.zone == Zone::Preamble {
            if let Some(role) = recital::recital_at(passage, at).filter(|_| self.may_recite(passage, at)) {
                let anchor =
                    (role == Role::Basis && !self.tree.has_anchor("can-cu")).then(|| "can-cu".to_owned());
                return Some(Taken { anchor, ..plain(role, at + 1) });
            }
            if let Some(end) = recital::enacting_at(passage, at) {
                self.zone = Zone::Body;
                return Some(plain(Role::Enacting, end));
            }
            if recital::is_enacting_sentence(passage, at) {
                self.zone = Zone::Body;
                return Some(plain(Role::Enacting, passage.tokens.len()));
            }
        }
        let is_adoption = closing::adoption_at(passage, at)
            || (self.zone != Zone::Preamble && closing::adoption_over_lines(self.text, passage, at));
        if is_adoption {
            self.tree.close(level::PART);
            self.zone = Zone::Closing;
            return Some(plain(Role::Adoption, at + 1));
        }
        if let Some(end) = closing::recipients_at(passage, at) {
            self.zone = Zone::Recipients;
            self.has_recipients = true;
            return Some(Taken { level: Some(level::PART), ..plain(Role::Recipients, end) });
        }
        let may_sign = self.zone != Zone::Preamble && !self.is_in_formula();
        let end = closing::signer_role_at(passage, at).filter(|_| may_sign)?;
        self.tree.close(level::PART);
        self.zone = Zone::Signature;
        Some(plain(Role::SignerRole, end))
    }

    /// Words such as `Để` or `Thực hiện` begin a recital only behind another.
    fn may_recite(&self, passage: &Passage<'_>, at: usize) -> bool {
        let follows =
            self.tree.last().is_some_and(|part| matches!(part.role, Role::Basis | Role::Consideration));
        follows || recital::is_sure(passage, at)
    }

    /// An annex or an attached regulation.
    fn take_attachment(&mut self, index: usize, passage: &Passage<'_>, at: usize) -> Option<Taken> {
        let found = label_at(passage, at);
        if let Some(Found { label: Label::Annex(number), end, is_strong }) = found {
            let is_heading = self.text.block(&self.text.lines[index]).heading.is_some();
            if is_strong || is_heading || self.zone != Zone::Preamble {
                return Some(self.enter_annex(number, end));
            }
        }
        let word = closing::regulation(passage).filter(|_| self.may_attach(index, passage))?;
        self.counters.enter_attachment();
        self.has_recipients = false;
        self.zone = Zone::Body;
        let anchor = self.free_anchor(word);
        self.prefix = format!("{anchor}-");
        Some(Taken {
            level: Some(level::ATTACHMENT),
            anchor: Some(anchor),
            ..plain(Role::Regulation, passage.tokens.len())
        })
    }

    fn enter_annex(&mut self, number: Option<Ordinal>, end: usize) -> Taken {
        self.counters.enter_attachment();
        self.has_recipients = false;
        self.zone = Zone::Body;
        let anchor = match number {
            Some(number) => {
                // Annexes are seldom out of order; what comes between them is a matter for people.
                let _: Verdict = self.counters.annex(number.number);
                self.free_anchor(&format!("phu-luc-{}", spoken(number)))
            }
            None => self.free_anchor("phu-luc"),
        };
        self.prefix = format!("{anchor}-");
        Taken {
            level: Some(level::ATTACHMENT),
            number: number.map(spoken).unwrap_or_default(),
            anchor: Some(anchor),
            ..plain(Role::Annex, end)
        }
    }

    /// A title in capitals begins an attached text behind the signature, or where `(Ban hành kèm theo ...)` follows.
    fn may_attach(&self, index: usize, passage: &Passage<'_>) -> bool {
        const NEAR: usize = 6;
        let in_caption =
            self.expects_caption && self.tree.last().is_some_and(|part| part.role != Role::Regulation);
        if in_caption || self.zone == Zone::Preamble {
            return false;
        }
        if matches!(self.zone, Zone::Closing | Zone::Recipients | Zone::Signature)
            && closing::is_loud(passage)
        {
            return true;
        }
        let next = self.text.lines.iter().skip(index + 1).take(NEAR);
        next.map(|line| self.text.passage(line)).any(|passage| closing::is_enclosure(&passage))
    }

    /// An anchor below the innermost provision above `level`.
    fn below(&self, level: u8, last: &str) -> String {
        match self.tree.anchor_above(level) {
            Some(anchor) => format!("{anchor}-{last}"),
            None => last.to_owned(),
        }
    }

    fn division_anchor(&mut self, division: Division, level: u8, word: &str, number: u32) -> String {
        let plain = format!("{}{word}-{number}", self.prefix);
        match division {
            Division::Part => {
                self.chapter_part = Some(plain.clone());
                plain
            }
            Division::Chapter => match &self.chapter_part {
                Some(part) if self.tree.has_anchor(&plain) => format!("{part}-{word}-{number}"),
                _ => plain,
            },
            Division::Section | Division::Subsection => self.below(level, &format!("{word}-{number}")),
        }
    }

    /// The anchor of an attached text: `quy-dinh`, the next one `quy-dinh-2`.
    fn free_anchor(&self, word: &str) -> String {
        const MOST: u32 = 64;
        if !self.tree.has_anchor(word) {
            return word.to_owned();
        }
        (2..MOST)
            .map(|count| format!("{word}-{count}"))
            .find(|anchor| !self.tree.has_anchor(anchor))
            .unwrap_or_else(|| word.to_owned())
    }
}

fn division_names(division: Division) -> (Role, u8, &'static str) {
    match division {
        Division::Part => (Role::Part, level::PART, "phan"),
        Division::Chapter => (Role::Chapter, level::CHAPTER, "chuong"),
        Division::Section => (Role::Section, level::SECTION, "muc"),
        Division::Subsection => (Role::Subsection, level::SUBSECTION, "tieu-muc"),
    }
}

fn provision(role: Role, level: u8, end: usize, number: String, anchor: String) -> Taken {
    Taken { role, level: Some(level), end, number, anchor: Some(anchor) }
}

fn item(end: usize, number: String) -> Taken {
    Taken { number, ..plain(Role::Item, end) }
}

fn plain(role: Role, end: usize) -> Taken {
    Taken { role, level: None, end, number: String::new(), anchor: None }
}

fn spoken(number: Ordinal) -> String {
    let mut text = number.number.to_string();
    match number.letter {
        '\0' => {}
        letter => text.push(letter),
    }
    text
}

fn joined(numbers: &[u32]) -> String {
    let texts: Vec<String> = numbers.iter().map(u32::to_string).collect();
    texts.join(".")
}
