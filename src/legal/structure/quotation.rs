//! Quotations that hold the new wording of another document: `được sửa đổi như sau: “Điều 6. ...”`.
//!
//! Marks that meet their partner in the same line are left aside first, so a faulty one does harm as near as possible.

use super::line::{Line, Passage, Text};
use super::token::{Kind, Phrase, Token, is_any, word};

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

/// The side that a quotation mark turns to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
}

/// A quotation mark: byte offset in its line, length, side.
#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    length: usize,
    side: Side,
}

/// A quotation that waits for its end.
struct Open {
    start: usize,
    depth: usize,
}

impl Open {
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

const FOLLOWS: [u64; 3] = [word("sau"), word("đây"), word("thành")];
/// Words that a quoted provision begins with.
const LABELS: [u64; 6] =
    [word("điều"), word("chương"), word("mục"), word("phần"), word("phụ"), word("khoản")];

/// Verbs in the line before a new wording.
const AMENDING: [Phrase; 3] = [Phrase::new("sửa đổi"), Phrase::new("bổ sung"), Phrase::new("thay thế")];

/// The quotations of new wording in a text, in order.
pub(super) fn quotations(text: &Text<'_>) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    let mut before = Before::Other;
    let mut lost: Option<usize> = None;
    for line in &text.lines {
        let passage = text.passage(line);
        let marks = marks(passage.text);
        let count = found.len();
        if !marks.is_empty() {
            read_line(line, &passage, &marks, before, &mut open, &mut found);
        }
        if open.is_none() && found.len() == count && ends_unopened(passage.text, &marks) {
            found.extend(lost.take().map(|start| Quotation { start, end: line.end, is_closed: true }));
        }
        let is_first = before == Before::Amending && open.is_none();
        before = Before::of(&passage);
        if is_first && !passage.text.starts_with(['“', '"', '«']) {
            lost = Some(line.start);
        } else if open.is_some() || before == Before::Amending {
            lost = None;
        }
    }
    if let Some(open) = open {
        let end = text.lines.last().map_or(open.start, |line| line.end);
        found.push(Quotation { start: open.start, end, is_closed: false });
    }
    found
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
                if open.is_none() && index >= covered && begins {
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
                    found.push(Quotation { start: open.start, end: at + mark.length, is_closed: true });
                }
            }
            (None, Side::Opens) => read_opening(line, passage, mark, before, open, found),
        }
    }
}

/// Whether two marks stand around all words of a line.
fn fills_line(text: &str, first: &Mark, last: &Mark) -> bool {
    let is_free = |part: &str| part.chars().all(|letter| !letter.is_alphanumeric());
    is_free(&text[..first.at]) && is_free(&text[last.at + last.length..])
}

/// A mark that its own line does not close.
fn read_opening(
    line: &Line,
    passage: &Passage<'_>,
    mark: &Mark,
    before: Before,
    open: &mut Option<Open>,
    found: &mut Vec<Quotation>,
) {
    let opens_line = passage.text[..mark.at].chars().all(|letter| !letter.is_alphanumeric());
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
            *open = Some(Open { start, depth: 1 });
        }
        // Some writers repeat the opening mark before each quoted paragraph.
        Some(_) if opens_line => {}
        Some(open) => open.depth += 1,
        None if begins => *open = Some(Open { start, depth: 1 }),
        None => {}
    }
}

/// For each mark the index of its partner in the same line.
fn pair(marks: &[Mark]) -> Vec<Option<usize>> {
    let mut partners = vec![None; marks.len()];
    let mut waiting = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        match mark.side {
            Side::Opens => waiting.push(index),
            Side::Closes => {
                if let Some(opening) = waiting.pop() {
                    partners[opening] = Some(index);
                    partners[index] = Some(opening);
                }
            }
        }
    }
    partners
}

/// Whether a line ends with a mark that closes what no mark has opened.
fn ends_unopened(text: &str, marks: &[Mark]) -> bool {
    let Some(last) = marks.last().filter(|mark| mark.side == Side::Closes) else { return false };
    pair(marks).last() == Some(&None)
        && text[last.at + last.length..].chars().all(|letter| ".;, ".contains(letter))
}

/// Whether a line says that something is amended.
fn amends(passage: &Passage<'_>) -> bool {
    const NEAR: usize = 200;
    let tokens = passage.first_tokens(NEAR).tokens;
    (0..tokens.len()).any(|at| is_any(&AMENDING, tokens, at))
}

/// Whether `như sau:`, `sau đây:` or `thành:` stands before a mark.
fn begins_wording(passage: &Passage<'_>, mark: &Mark) -> bool {
    let at = passage.start + mark.at;
    leads_to_wording(&passage.tokens[..passage.tokens.partition_point(|token| token.start < at)])
}

fn leads_to_wording(tokens: &[Token]) -> bool {
    match tokens {
        [.., before, colon] if colon.is_mark(':') => FOLLOWS.iter().any(|key| before.is_word(*key)),
        _ => false,
    }
}

/// Whether a provision begins behind a mark.
fn is_before_label(passage: &Passage<'_>, mark: &Mark) -> bool {
    match passage.cut_at_byte(passage.start + mark.at + mark.length).tokens {
        [first, second, ..] if first.kind == Kind::Number => second.is_mark('.'),
        [first, second, ..] if first.letter != '\0' => second.is_one_of(&[')', '.']),
        [first, second, ..] => {
            second.kind != Kind::Mark && first.is_capital() && LABELS.iter().any(|key| first.is_word(*key))
        }
        _ => false,
    }
}

/// The quotation marks of a line.
fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    for at in memchr::memchr3_iter(b'"', 0xe2, 0xc2, text.as_bytes()) {
        let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let side = match letter {
            '“' | '«' | '„' => Side::Opens,
            '”' | '»' => Side::Closes,
            '"' => straight_side(text, at),
            _ => continue,
        };
        marks.push(Mark { at, length: letter.len_utf8(), side });
    }
    marks
}

/// A straight mark opens before a word that nothing else precedes, and closes else.
fn straight_side(text: &str, at: usize) -> Side {
    let before = text[..at].chars().next_back();
    let behind = text[at + 1..].chars().next();
    let closes = behind.is_none_or(|letter| letter.is_whitespace() || ".,;:)!?".contains(letter));
    let opens = before.is_none_or(|letter| letter.is_whitespace() || "(:*_".contains(letter));
    if opens && !(closes && before.is_some()) { Side::Opens } else { Side::Closes }
}

/// The last quotation mark of a line closes it, but for a full stop or semicolon behind.
pub(super) fn ends_closed(text: &str) -> bool {
    text.trim_end_matches(['.', ';', ',', '*', '_', ' ']).ends_with(['”', '»', '"'])
}
