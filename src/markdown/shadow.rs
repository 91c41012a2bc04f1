//! A text with some places written over, as long as before: for readers whose offsets have to stay those of the source.

use std::borrow::Cow;
use std::ops::Range;

/// What a place is written over with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fill {
    /// Spaces.
    Space,
    /// Signs that stand for nothing: words before and behind are one.
    Nothing,
    /// What a character reference stands for, then signs that stand for nothing.
    Letters(String),
    /// These words, then spaces.
    Text(String),
}

/// Places of a text and what is to be written over them.
#[derive(Debug)]
pub(super) struct Shadow<'a> {
    text: &'a str,
    fills: Vec<(Range<usize>, Fill)>,
}

/// Signs that are passed over within words, of two and three bytes.
pub(super) const NOTHING: [char; 2] = ['\u{ad}', '\u{200b}'];

impl<'a> Shadow<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, fills: Vec::new() }
    }

    /// Writes over a place.
    pub(super) fn fill(&mut self, range: Range<usize>, fill: Fill) {
        if !range.is_empty() {
            self.fills.push((range, fill));
        }
    }

    /// The text as it is now.
    pub(super) fn finish(mut self) -> Cow<'a, str> {
        if self.fills.is_empty() {
            return Cow::Borrowed(self.text);
        }
        self.fills.sort_by_key(|(range, _)| range.start);
        let mut end = 0;
        self.fills.retain(|(range, _)| {
            let is_free = range.start >= end;
            end = if is_free { range.end } else { end };
            is_free
        });
        let behind = self.letters_behind();
        let mut filled = String::with_capacity(self.text.len());
        let mut before = ' ';
        for ((range, fill), behind) in self.fills.iter().zip(behind) {
            let words = &self.text[filled.len()..range.start];
            before = words.chars().next_back().unwrap_or(before);
            filled.push_str(words);
            let letters = match fill {
                Fill::Space | Fill::Nothing => "",
                Fill::Letters(letters) | Fill::Text(letters) => letters,
            };
            let letters = if letters.len() <= range.len() { letters } else { "" };
            filled.push_str(letters);
            before = letters.chars().next_back().unwrap_or(before);
            let rest = range.end - filled.len();
            match fill {
                Fill::Space | Fill::Text(_) => {
                    before = ' ';
                    filled.extend(std::iter::repeat_n(' ', rest));
                }
                _ if rest > 1 && before.is_alphanumeric() && behind.is_alphanumeric() => {
                    filled.extend(std::iter::repeat_n(NOTHING[0], (rest - rest % 2 * 3) / 2));
                    filled.extend(std::iter::repeat_n(NOTHING[1], rest % 2));
                }
                _ if before.is_whitespace() && matches!(fill, Fill::Letters(_)) => {
                    filled.extend(std::iter::repeat_n(' ', rest));
                }
                _ => filled.extend(std::iter::repeat_n('*', rest)),
            }
        }
        filled.push_str(&self.text[filled.len()..]);
        Cow::Owned(filled)
    }

    /// For each place the first letter behind it that is not written over with nothing.
    fn letters_behind(&self) -> Vec<char> {
        let mut behind = vec![' '; self.fills.len()];
        let mut next: Option<(usize, char)> = None;
        for (index, (range, fill)) in self.fills.iter().enumerate().rev() {
            behind[index] = match next {
                Some((start, letter)) if start == range.end => letter,
                _ => self.text[range.end..].chars().next().unwrap_or(' '),
            };
            let own = match fill {
                Fill::Space => ' ',
                Fill::Nothing => behind[index],
                Fill::Letters(letters) | Fill::Text(letters) => letters.chars().next().unwrap_or(' '),
            };
            next = Some((range.start, own));
        }
        behind
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_lengths_the_same() {
        let text = "m&#7913;c <b>Đ</b><i>iều</i>&nbsp;1<br>x<p>";
        let mut shadow = Shadow::new(text);
        let mut fill = |part: &str, fill: Fill| {
            let at = text.find(part).unwrap();
            shadow.fill(at..at + part.len(), fill);
        };
        fill("&#7913;", Fill::Letters("ứ".to_owned()));
        fill("<b>", Fill::Nothing);
        fill("</b>", Fill::Nothing);
        fill("<i>", Fill::Nothing);
        fill("</i>", Fill::Nothing);
        fill("&nbsp;", Fill::Letters("\u{a0}".to_owned()));
        fill("<br>", Fill::Text("\n".to_owned()));
        fill("<p>", Fill::Space);
        let filled = shadow.finish();
        assert_eq!(filled.len(), text.len());
        let plain = filled.replace(NOTHING, "").replace('*', "");
        assert_eq!(plain, "mức Điều\u{a0}    1\n   x   ");
    }
}
