//! Quotation marks of a line, and which of them are partners.

/// The side that a quotation mark turns to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Opens,
    Closes,
}

/// A quotation mark: byte offset in its line, length, side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) length: usize,
    pub(super) side: Side,
}

/// Whether two marks stand around all words of a line.
pub(super) fn fills_line(text: &str, first: &Mark, last: &Mark) -> bool {
    let is_free = |part: &str| part.chars().all(|letter| !letter.is_alphanumeric());
    is_free(&text[..first.at]) && is_free(&text[last.at + last.length..])
}

/// For each mark the index of its partner in the same line.
pub(super) fn pair(marks: &[Mark]) -> Vec<Option<usize>> {
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
pub(super) fn ends_unopened(text: &str, marks: &[Mark]) -> bool {
    let Some(last) = marks.last().filter(|mark| mark.side == Side::Closes) else { return false };
    pair(marks).last() == Some(&None)
        && text[last.at + last.length..].chars().all(|letter| ".;, ".contains(letter))
}

/// The quotation marks of a line.
pub(super) fn marks(text: &str) -> Vec<Mark> {
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
pub(in crate::legal::structure) fn ends_closed(text: &str) -> bool {
    text.trim_end_matches(['.', ';', ',', '*', '_', ' ']).ends_with(['”', '»', '"'])
}
